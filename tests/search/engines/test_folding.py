"""Results folded by article: each article once, by the hit that stands first, and nothing lost from the counts."""

import tempfile
from pathlib import Path

import strategies
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.engines.whoosh import WhooshEngine
from search.model import Article
from search.query import Query


@hypothesis_settings(max_examples=60)
@given(st.lists(strategies.articles(), max_size=6), strategies.queries())
def test_folded_hits_and_those_behind_them_are_all_hits(articles: list[Article], query: Query) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = WhooshEngine(Path(folder) / "index")
        engine.build(articles)
        every = engine.every(query)
        folded = engine.search(query.viewed("articles"))
    assert folded.total == len(every)
    assert folded.total == sum(1 + hit.more for hit in folded.hits)
    assert [hit.article.id for hit in folded.hits] == list(dict.fromkeys(hit.article.id for hit in every))
    assert folded.articles == len(folded.hits)
