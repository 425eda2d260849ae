"""What is set aside comes back as it was, in its order, and leaves nothing behind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles

from bench.spool import Spool
from search.model import Article


@given(st.lists(articles(), max_size=4))
def test_articles_come_back_as_they_were_in_their_order(some: list[Article]) -> None:
    with Spool() as spool:
        for one in some:
            spool.add(one)
        assert list(spool.articles()) == some


def test_no_file_stands_anywhere_while_articles_are_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Spool():
        assert list(tmp_path.iterdir()) == []
