"""The pages in German: what has a translation stands in no page in English."""

import re

import pytest
from archive import ARCHIVE
from flask.testing import FlaskClient
from newsroom import FAILURES, client_over
from pages import Page

from web.languages import FOLDER, catalogue

LONG_ENOUGH = 14  # letters: a shorter message may be part of a name, or of another word
ADDRESSES = {
    "home": "/",
    "results": "/search?q=bridge&speaker=Ann+Lee&not-act=said&from=2019-01-01&keep=talks~1&open=talks~1",
    "speakers": "/search?q=bridge&view=speakers",
    "nothing": "/search?q=zeppelin&speaker=Ann+Lee",
    "article": "/article/talks?q=bridge&hit=1",
    "facet": "/facet/speaker?find=zzz",
    "speaker": "/speaker/Odd%20Ruun",
    "outlet": "/outlet/Island%20Wire",
    "kept": "/kept?keep=talks~1&keep=gone~1",
    "nothing kept": "/kept",
    "status": "/status",
    "help": "/help",
    **FAILURES,
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_over(tmp_path_factory.mktemp("archive") / "index", ARCHIVE)


def translated() -> list[str]:
    """The English of what German says otherwise: messages without gaps, tags and context, long enough."""
    messages = [m for m in catalogue(FOLDER / "de.po") if isinstance(m.id, str) and m.string]
    return [
        m.id
        for m in messages
        if not (m.fuzzy or m.context)
        and m.id != m.string
        and len(m.id) >= LONG_ENOUGH
        and not re.search(r"[%{<]", m.id)
    ]


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_nothing_that_is_translated_stands_there_in_english(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept-Language": "de"})
    page = Page(answer.text)
    labels = [tag.attributes.get(name, "") for tag in page.tags for name in ("aria-label", "placeholder", "title")]
    read = " ".join([page.named("html")[0].words, *labels])
    assert page.named("html")[0].attributes["lang"] == answer.headers["Content-Language"] == "de"
    assert len(translated()) > 15
    assert [message for message in translated() if message in read] == []
