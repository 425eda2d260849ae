"""A plain text becomes one article."""

from datetime import date
from pathlib import Path

import pytest

from search.errors import ReadError
from search.model import Article, Fact
from search.reading import read

NOTE = "The long wait\n\n“I waited,” said Ann Lee.\n\nTo gallery page\n"


def only(folder: Path, text: str, name: str = "note.txt") -> Article | ReadError:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (one,) = read(path, 100_000)
    return one


def test_a_text_without_a_header_is_an_article_of_its_paragraphs(tmp_path: Path) -> None:
    one = only(tmp_path, NOTE)
    assert isinstance(one, Article)
    assert (one.id, one.source, one.raw) == ("note", str(tmp_path / "note.txt"), NOTE)
    assert [paragraph.kind for paragraph in one.paragraphs] == ["heading", "body", "boilerplate"]
    assert one.title == Fact("The long wait", "inferred", "The long wait", 1)
    assert (one.outlet, one.published) == (Fact(), Fact())


def test_what_the_header_states_is_not_inferred(tmp_path: Path) -> None:
    stated = "---\ntitle: Late\noutlet: Wire\ndate: 2024-05-31\n---\nOn 3 March 2020 Lee told the Tarn Post so."
    one = only(tmp_path, stated)
    assert isinstance(one, Article)
    assert one.title == Fact("Late", "stated")
    assert one.outlet == Fact("Wire", "stated")
    assert one.published == Fact(date(2024, 5, 31), "stated")
    assert len(one.paragraphs) == 1


def test_a_bad_header_costs_the_header_and_not_the_text(tmp_path: Path) -> None:
    one = only(tmp_path, "---\ntitle: [late\n---\nThe ferry was late.")
    assert isinstance(one, Article)
    assert [paragraph.text for paragraph in one.paragraphs] == ["The ferry was late."]
    assert one.title.basis == "inferred"
    assert len(one.notes) == 1


@pytest.mark.parametrize("text", ["---\ntitle: Late\n---\n", "---\ntitle: Late\n---\n \n\n"])
def test_a_header_without_a_text_is_refused(tmp_path: Path, text: str) -> None:
    one = only(tmp_path, text)
    assert isinstance(one, ReadError)
    assert "has no text" in str(one)


FIRST = "The tolls will fall in June, the harbour board said on Friday,\nand rise no more."
SECOND = "“We should have done so sooner,” said its chair, Ann Lee,\nafter the vote."
LONG = "The tolls will fall in June, the harbour board said on Friday after a meeting of hours."


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("TOLLS FALL\n==========\n\nThe board voted.", ["TOLLS FALL", "The board voted."]),
        (f"{FIRST}\n   {SECOND}\n", [FIRST, SECOND]),
        (f"{LONG}\n“At last,” said Lee.", [LONG, "“At last,” said Lee."]),
        (f"{FIRST}\n“At last,” said Lee.", [f"{FIRST}\n“At last,” said Lee."]),
        ("A list of what falls:\n  tolls,\n  rain.", ["A list of what falls:\n  tolls,\n  rain."]),
    ],
)
def test_paragraphs_are_known_without_blank_lines_where_their_form_tells_them(
    tmp_path: Path, text: str, paragraphs: list[str]
) -> None:
    one = only(tmp_path, text)
    assert isinstance(one, Article)
    assert [paragraph.text for paragraph in one.paragraphs] == paragraphs


@pytest.mark.parametrize(
    "text", [" " * 200_000 + "x", "-" * 200_000, "\n -" * 50_000, "x\n   x" * 50_000, ".)" * 100_000]
)
def test_no_form_takes_long(tmp_path: Path, text: str) -> None:
    path = tmp_path / "note.txt"
    path.write_text(text, encoding="utf-8")
    assert list(read(path, 1_000_000))
