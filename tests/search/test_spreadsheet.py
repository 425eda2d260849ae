"""What was found as a spreadsheet: a row a statement, readable by programs, and nothing in it that would be run."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from examples import article, paragraph
from hypothesis import given
from hypothesis import strategies as st

from search.model import Article, Evidence, Fact, Span, Speaker, Statement
from search.results import Hit
from search.spreadsheet import COLUMNS, harmless, spreadsheet

BASE = "https://record.example/"
TEXT = "“We stay,” said Ann Lee, the mayor. “You, too.”"
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")

cells = st.text(alphabet="=+-@\t\r\n＝＋－＠|;, \u00a0\u200b\ufeff\"'ab1\x00\ud800é", max_size=12)


def said(where: Span, speaker: Speaker | None, text: str = TEXT) -> Statement:
    return Statement(where, where.of(text), "direct", speaker, "said", Evidence("test", "", 1), 1.0, act="said")


def hit(text: str = TEXT, *statements: Statement, url: str = "https://post.example/a#x", **facts: object) -> Hit:
    whole: Article = article("news/Day 9", paragraph(text, *statements), title="Staying", outlet="The Post")
    whole = replace(whole, url=url, published=Fact(date(2024, 5, 31), "inferred"), **facts)  # type: ignore[arg-type]
    return Hit(replace(whole, paragraphs=()), whole.paragraphs[0])


def rows(*hits: Hit) -> list[dict[str, str]]:
    """The file as a program reads it."""
    text = b"".join(spreadsheet(hits, BASE)).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_tells_all_that_is_known_of_a_statement() -> None:
    (row,) = rows(hit(TEXT, said(Span(1, 8), Speaker("Ann Lee", role="mayor"))))
    assert row == {
        "speaker": "Ann Lee",
        "role": "mayor",
        "kind": "direct",
        "act": "said",
        "words": "We stay",
        "paragraph": TEXT,
        "outlet": "The Post",
        "outlet_basis": "stated",
        "published": "2024-05-31",
        "published_basis": "inferred",
        "language": "",
        "supported": "yes",
        "title": "Staying",
        "article": "news/Day 9",
        "number": "1",
        "part": "body",
        "url": "https://post.example/a#x",
        "link": "https://post.example/a#x:~:text=We%20stay,-%2C%E2%80%9D%20said%20Ann%20Lee",
        "page": "https://record.example/article/news/Day%209#p1",
    }


def test_each_statement_has_its_row_and_a_paragraph_where_nobody_speaks_has_one() -> None:
    found = rows(hit(TEXT, said(Span(1, 8), Speaker("Ann Lee")), said(Span(37, 45), None)), hit("Nothing."))
    assert [(row["speaker"], row["words"]) for row in found] == [
        ("Ann Lee", "We stay"),
        ("unknown", "You, too"),
        ("", ""),
    ]
    assert found[2]["paragraph"] == "Nothing."
    assert found[2]["kind"] == ""


def test_what_is_not_known_is_an_empty_cell() -> None:
    (row,) = rows(hit("Nothing.", url="", title=Fact(), outlet=Fact(), authors=()))
    assert (row["title"], row["outlet"], row["outlet_basis"], row["url"], row["link"]) == ("", "", "unknown", "", "")


def test_excel_is_told_the_encoding_and_lines_end_as_the_standard_says() -> None:
    first, second = spreadsheet([hit("Zwölf\nZeilen „so“")], BASE)
    assert first.startswith(b'\xef\xbb\xbf"speaker","role",')
    assert first.endswith(b'"page"\r\n')
    assert second.endswith(b'"\r\n')
    assert "Zwölf\nZeilen „so“".encode() in second


def test_rows_go_out_before_the_last_hit_is_there() -> None:
    def hits() -> Iterator[Hit]:
        yield hit("Nothing.")
        raise AssertionError("the second hit was asked for too early")

    file = spreadsheet(hits(), BASE)
    assert b"speaker" in next(file)
    assert b"Nothing." in next(file)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "\r1",
        "\n1",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "  =1",
        "\u00a0=1",
        "\u200b=1",
        "\x00=1",
    ],
)
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert harmless(text).startswith("'")
    (row,) = rows(hit(text, said(Span(0, len(text)), Speaker(text, role=text), text), title=Fact(text, "stated")))
    assert all(row[name].startswith("'") for name in ("speaker", "role", "words", "paragraph", "title"))


def test_a_harmless_cell_stays_as_it_is() -> None:
    assert [harmless(text) for text in ("", "5 - 4", "a=b", "'quoted", "–5", "x\ny")] == [
        "",
        "5 - 4",
        "a=b",
        "'quoted",
        "–5",
        "x\ny",
    ]


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4))
def test_as_many_cells_are_read_as_were_written_and_none_is_dangerous(given_cells: list[tuple[str, str, str]]) -> None:
    hits = [
        hit(text, said(Span(0, 9), Speaker(name), text), title=Fact(title, "stated"), id=title.replace("\ud800", ""))
        for name, text, title in given_cells
    ]
    text = b"".join(spreadsheet(hits, BASE)).decode("utf-8-sig")
    read = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert [len(row) for row in read] == [len(COLUMNS)] * (len(given_cells) + 1)
    seen = [cell.lstrip(" \u00a0\u200b\ufeff") for row in read for cell in row]
    assert not any(cell.startswith(DANGEROUS) for cell in seen)
