"""JSON Lines: an article a line, and an error for each line that is none."""

import json
from datetime import date

import pytest

from search.errors import ReadError
from search.model import Article, Fact
from search.reading.json_lines import articles_of_json_lines

GOOD = {
    "id": "ferry-1",
    "outlet": "Tarn Post",
    "date": "2024-05-31",
    "title": "The long wait",
    "url": "https://tarn.example/1",
    "author": ["Ann Lee", ""],
    "mood": "sour",
    "paragraphs": [{"n": 1, "text": "The long wait", "role": "title"}, {"n": 7, "text": "“I waited,” she said."}],
}


def line(**keys: object) -> str:
    return json.dumps({"paragraphs": [{"text": "The ferry was late."}], **keys})


def read(*lines: str) -> list[Article | ReadError]:
    return list(articles_of_json_lines("\n".join(lines), "news/tarn.jsonl"))


def test_a_line_states_what_it_is() -> None:
    (one,) = read(json.dumps(GOOD))
    assert isinstance(one, Article)
    assert (one.id, one.url, one.authors) == ("ferry-1", "https://tarn.example/1", ("Ann Lee",))
    assert one.title == Fact("The long wait", "stated")
    assert one.outlet == Fact("Tarn Post", "stated")
    assert one.published == Fact(date(2024, 5, 31), "stated")
    assert [(p.number, p.kind) for p in one.paragraphs] == [(1, "heading"), (7, "body")]


def test_a_line_that_states_nothing_is_named_after_its_place() -> None:
    _, two = read(line(), line(author="Odd Ruun", url="javascript:steal()"))
    assert isinstance(two, Article)
    assert (two.id, two.authors, two.url) == ("tarn-2", ("Odd Ruun",), "")
    assert two.title.basis == "inferred"


def test_paragraphs_may_be_counted_from_nought() -> None:
    (one,) = read(line(paragraphs=[{"n": 0, "text": "The long wait"}, {"n": 1, "text": "The ferry was late."}]))
    assert isinstance(one, Article)
    assert [paragraph.number for paragraph in one.paragraphs] == [0, 1]


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "null",
        "[]",
        '"words"',
        "{}",
        line(paragraphs="The ferry."),
        line(paragraphs=[]),
        line(paragraphs=[{"text": "  "}]),
        line(paragraphs=[{"text": None}]),
        line(paragraphs=[{"n": "1", "text": "The ferry."}]),
        line(paragraphs=[{"n": -1, "text": "The ferry."}]),
        line(paragraphs=[{"n": 2**40, "text": "The ferry."}]),
        line(paragraphs=[{"n": 1, "text": "One."}, {"n": 1, "text": "Two."}]),
        line(date="yesterday"),
        line(date=20240531),
        line(title=["The", "wait"]),
        line(outlet={}),
        line(id=7),
        '{"id": "\\ud800", "paragraphs": [{"text": "The ferry."}]}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(bad: str) -> None:
    one, error, three = read(line(), bad, "", line())
    assert isinstance(one, Article)
    assert isinstance(error, ReadError)
    assert str(error).startswith("news/tarn.jsonl: line 2 is no article")
    assert "mend or remove that line" in str(error)
    assert isinstance(three, Article)
    assert three.id == "tarn-4"
