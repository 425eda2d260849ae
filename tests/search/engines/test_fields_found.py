"""What each field finds, in both engines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from examples import article, paragraph, says

from search.engine import Engine
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.model import Span, Speaker, Statement
from search.query import Query


def said(text: str, words: str, name: str, *also: str) -> Statement:
    """That somebody says these words of a text."""
    start = text.index(words)
    return replace(says(name), where=Span(start, start + len(words)), text=words, speaker=Speaker(name, also=also))


CLOSE = "“We will close the bridge,” said Ann Lee, who had built it. “It is old.”"
DENY = "Odd Ruun denied that the bridge was old; Lee said it twice."
FERRY = "The ferry sails on."
ARTICLES = (
    article(
        "bridge",
        paragraph(FERRY),
        paragraph(
            CLOSE,
            said(CLOSE, "We will close the bridge", "Ann Lee", "A. Lee"),
            said(CLOSE, "It is old", "Ann Lee", "A. Lee"),
        ),
        paragraph(DENY, said(DENY, "that the bridge was old", "Odd Ruun"), said(DENY, "it twice", "Ann Lee")),
        outlet="The Tarn Post",
        published=date(2024, 5, 31),
        title="Old bridges close",
    ),
    article("tolls", paragraph("Tolls will fall."), outlet="Tarn Courier", published=date(2024, 6, 1), title="Tolls"),
    article("diary", paragraph("An old bridge, undated.")),
)


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Engine]:
    made: dict[str, Engine] = {
        "memory": MemoryEngine(),
        "whoosh": WhooshEngine(tmp_path_factory.mktemp("fields") / "i"),
    }
    for engine in made.values():
        engine.build(ARTICLES)
    return made


Search = Callable[[str], list[str]]


@pytest.fixture(params=["memory", "whoosh"])
def found(request: pytest.FixtureRequest, engines: dict[str, Engine]) -> Search:
    """The paragraphs found, such as bridge2, in alphabetical order."""
    engine = engines[request.param]
    return lambda words: sorted(f"{hit.article.id}{hit.paragraph.number}" for hit in engine.search(Query(words)).hits)


ALL = ["bridge1", "bridge2", "bridge3", "diary1", "tolls1"]
FOUND = [
    ("speaker:lee", ["bridge2", "bridge3"]),
    ('speaker:"A. Lee"', ["bridge2"]),
    ("speaker:ruun", ["bridge3"]),
    ("speaker:bridge", []),
    ("speaker:(ann ruun)", ["bridge3"]),
    ('speaker:"ann ruun"', []),
    ("speaker:lee -speaker:ruun", ["bridge2"]),
    ("said:bridge", ["bridge2", "bridge3"]),
    ("said:built", []),
    ("said:closes", ["bridge2"]),
    ('said:"closes"', []),
    ('said:"will close the"', ["bridge2"]),
    ('said:"bridge said"', []),
    ('said:"was old"', ["bridge3"]),
    ('said:"old lee"', []),
    ("said:(bridge NEAR old)", ["bridge3"]),
    ("said:(bridge old)", ["bridge2", "bridge3"]),
    ("said:(old NEAR twice)", []),
    ("said:brid*", ["bridge2", "bridge3"]),
    ("said:twcie~", ["bridge3"]),
    ("said:(close OR twice)", ["bridge2", "bridge3"]),
    ("bridge -said:bridge", ["bridge1", "diary1"]),
    ("said:tolls", []),
    ("title:bridge", ["bridge1", "bridge2", "bridge3"]),
    ("title:(old close)", ["bridge1", "bridge2", "bridge3"]),
    ("title:ferry", []),
    ("title:bridge old", ["bridge1", "bridge2", "bridge3"]),
    ("title:bridge ferry", ["bridge1"]),
    ("old NOT title:bridge", ["diary1"]),
    ('with:"Odd Ruun"', ["bridge1", "bridge2", "bridge3"]),
    ("with:ruun ferry", ["bridge1"]),
    ("NOT with:ruun", ["diary1", "tolls1"]),
    ("outlet:tarn", ["bridge1", "bridge2", "bridge3", "tolls1"]),
    ('outlet:"Tarn Post"', ["bridge1", "bridge2", "bridge3"]),
    ("outlet:(post tarn)", ["bridge1", "bridge2", "bridge3"]),
    ('outlet:"Post Tarn"', []),
    ("outlet:couriers", ["tolls1"]),
    ('outlet:"couriers"', []),
    ("outlet:cour*", ["tolls1"]),
    ("outlet:(tarn NEAR courier)", ["tolls1"]),
    ("-outlet:tarn", ["diary1"]),
    ("outlet:unknown", ["diary1"]),
    ("date:2024", ["bridge1", "bridge2", "bridge3", "tolls1"]),
    ("date:2024-06", ["tolls1"]),
    ("date:2024-05-31", ["bridge1", "bridge2", "bridge3"]),
    ("date:..2024-05-31", ["bridge1", "bridge2", "bridge3"]),
    ("date:2024-05-31..2024-06-01", ["bridge1", "bridge2", "bridge3", "tolls1"]),
    ("date:2024-06-01..", ["tolls1"]),
    ("date:(2023 OR 2024-06)", ["tolls1"]),
    ("-date:2024", ["diary1"]),
    ("-date:2023", ALL),
    ("date:2024 old speaker:lee outlet:post", ["bridge2", "bridge3"]),
    ("outlet:courier OR speaker:ruun", ["bridge3", "tolls1"]),
    ("outlet:courier outlet:post", []),
]


@pytest.mark.parametrize(("words", "expected"), FOUND)
def test_a_field_finds_what_it_says(words: str, expected: list[str], found: Search) -> None:
    assert found(words) == expected


@pytest.mark.parametrize("kind", ["memory", "whoosh"])
def test_filters_by_themselves_stand_newest_first(kind: str, engines: dict[str, Engine]) -> None:
    hits = engines[kind].search(Query("outlet:tarn")).hits
    assert [hit.article.id for hit in hits] == ["tolls", "bridge", "bridge", "bridge"]


@pytest.mark.parametrize("kind", ["memory", "whoosh"])
def test_a_filter_changes_no_order(kind: str, engines: dict[str, Engine]) -> None:
    alone, filtered = (engines[kind].search(Query(words)).hits for words in ("old bridge", "old bridge outlet:post"))
    assert list(filtered) == [hit for hit in alone if hit.article.id == "bridge"]


def test_what_is_said_is_known_after_updates(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.build(ARTICLES[1:])
    engine.update(ARTICLES[:1], {"tolls"})
    assert [hit.paragraph.number for hit in engine.search(Query('said:"was old"')).hits] == [3]
    engine.update([replace(ARTICLES[0], paragraphs=(replace(ARTICLES[0].paragraphs[2], statements=()),))])
    assert engine.search(Query("said:old")).total == 0
