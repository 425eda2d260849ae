"""Results and articles as plain data: what programs are promised."""

import json
from datetime import date

import strategies
from examples import article, paragraph, query_of, says
from hypothesis import given

from search.answer import address, article_data, results_data
from search.engines.memory import MemoryEngine
from search.facets import FACETS
from search.model import Article
from search.query import Query

SHIP = article(
    "ship",
    paragraph("“The ship sails at dawn,” said Ann Lee.", says("Ann Lee")),
    paragraph("Nobody knows."),
    outlet="Island Wire",
    published=date(2024, 5, 31),
    title="Dawn",
)


def engine_of(*articles: Article) -> MemoryEngine:
    engine = MemoryEngine()
    engine.build(articles)
    return engine


def test_a_hit_says_what_it_is_where_it_stands_and_who_speaks() -> None:
    (hit,) = results_data(engine_of(SHIP).search(Query("ship")))["hits"]
    assert hit == {
        "id": "ship#p1",
        "article": "ship",
        "number": 1,
        "kind": "body",
        "language": None,
        "landing": None,
        "text": "“The ship sails at dawn,” said Ann Lee.",
        "snippet": "“The ship sails at dawn,” said Ann Lee.",
        "speakers": ["Ann Lee"],
        "outlet": "Island Wire",
        "published": "2024-05-31",
        "title": "Dawn",
        "url": None,
        "href": "/article/ship#p1",
    }


def test_what_is_unknown_is_null() -> None:
    (hit,) = results_data(engine_of(article("scrap", paragraph("Tide"))).search(Query()))["hits"]
    assert [hit[name] for name in ("outlet", "published", "title", "url")] == [None] * 4
    assert hit["speakers"] == []


def test_a_facet_value_says_how_to_choose_it() -> None:
    facets = results_data(engine_of(SHIP).search(query_of("ship", {"speaker": ["Ann Lee"]})))["facets"]
    assert list(facets) == [facet.name for facet in FACETS]
    assert facets["speaker"] == [
        {
            "value": "Ann Lee",
            "label": "Ann Lee",
            "count": 1,
            "selected": True,
            "excluded": False,
            "toggle_url": "/search.json?q=ship",
            "exclude_url": "/search.json?q=ship&not-speaker=Ann+Lee",
        }
    ]
    assert facets["outlet"][0]["toggle_url"] == "/search.json?q=ship&speaker=Ann+Lee&outlet=Island+Wire"


def test_an_article_is_given_in_the_shape_that_is_documented() -> None:
    assert article_data(SHIP) == {
        "id": "ship",
        "outlet": "Island Wire",
        "published": "2024-05-31",
        "supported": True,
        "paragraphs": [
            {
                "n": 1,
                "speakers": ["Ann Lee"],
                "statements": [
                    {
                        "start": 0,
                        "end": 0,
                        "speaker": "Ann Lee",
                        "kind": "indirect",
                        "cue": "said",
                        "act": None,
                        "day": None,
                        "venue": None,
                        "evidence": {"rule": "test", "words": "", "paragraph": 1, "confidence": 1.0},
                    }
                ],
            },
            {"n": 2, "speakers": [], "statements": []},
        ],
    }


def test_the_address_of_a_paragraph_holds_whatever_an_id_holds() -> None:
    assert address("day-9.é", 3) == "/article/day-9.%C3%A9#p3"
    assert address("gum/News #1?", 3) == "/article/gum/News%20%231%3F#p3"


@given(strategies.articles(), strategies.queries())
def test_all_of_it_is_json(one: Article, query: Query) -> None:
    found = results_data(engine_of(one).search(query))
    assert json.loads(json.dumps(found)) == found
    assert json.loads(json.dumps(article_data(one))) == article_data(one)
    assert found["total"] >= len(found["hits"])
