"""What a file states of itself, and what becomes of a header that makes no sense."""

from datetime import date

import pytest

from search.model import Fact
from search.reading.header import LARGEST, Header, header_and_body, web_address

FULL = """\
---
Headline: "The ferry: late again"
publisher: Tarn Post
published: 31 May 2024
link: https://tarn.example/ferry
by: Odd Ruun and Ann Lee
mood: sour
---
The ferry was late.
"""


def header(*lines: str) -> Header:
    return header_and_body("\n".join(("---", *lines, "---", "", "The ferry was late.")))[0]


def test_a_header_states_title_outlet_day_address_and_authors() -> None:
    stated, body = header_and_body(FULL)
    assert stated == Header(
        Fact("The ferry: late again", "stated"),
        Fact("Tarn Post", "stated"),
        Fact(date(2024, 5, 31), "stated"),
        "https://tarn.example/ferry",
        ("Odd Ruun", "Ann Lee"),
    )
    assert body == "The ferry was late.\n"


@pytest.mark.parametrize(
    "text",
    ["It was late.", "", "---", "---\n---\n", "---\n\nThe ferry.\n\n---\n\nIt was late.", "A\n---\nb: c\n---"],
)
def test_a_text_without_a_header_is_all_text(text: str) -> None:
    assert header_and_body(text) == (Header(), text)


@pytest.mark.parametrize(
    "line",
    [
        "title: [unclosed",
        'title: "unclosed',
        "a: b: c",
        "title: !!python/object:os.system x\n\t- y",
        "title: *nobody",
        'title: "\\UFFFFFFFF"',
        "title: " + "[" * 3000,
        "title: " + "x" * LARGEST,
        "x: y\n- z",
    ],
)
def test_a_header_that_is_not_yaml_is_read_line_by_line_with_a_note(line: str) -> None:
    stated = header(line, "outlet: The Courier")
    assert (stated.title, stated.outlet.value, stated.published) == (Fact(), "The Courier", Fact())
    assert "read line by line" in " ".join(stated.notes)
    assert all(len(note) < 250 for note in stated.notes)


def test_one_colon_too_many_costs_nothing() -> None:
    stated = header("title: Tolls: a history", "outlet: The Courier")
    assert (stated.title.value, stated.outlet.value) == ("Tolls: a history", "The Courier")


def test_text_between_two_rules_is_text() -> None:
    text = "---\n\nThe mayor spoke: all about it.\n\n---\n\nSecond part.\n"
    assert header_and_body(text) == (Header(), text)


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("date: yesterday", "date “yesterday”"),
        ("date: 2024-02-30", "date “2024-02-30”"),
        ("date: [2024-02-01]", "date as a list"),
        ("title: {a: b}", "title as a list"),
        ("outlet: [Tarn Post, Wire]", "outlet as a list"),
        ("url: javascript:alert(1)", "url “javascript:alert(1)”"),
        ("url: //tarn.example", "url “//tarn.example”"),
        ("url: 'http://[::1'", "url “http://[::1”"),
    ],
)
def test_a_key_that_makes_no_sense_is_noted_and_the_others_count(line: str, noted: str) -> None:
    stated = header(line, "author: Ann Lee")
    assert stated.authors == ("Ann Lee",)
    assert [note.startswith(noted) for note in stated.notes] == [True]


def test_lists_within_lists_without_end_are_refused_in_no_time() -> None:
    bomb = [
        "a0: &a0 [ho, ho]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)),
        "title: *a29",
    ]
    assert header(*bomb).notes == ("title as a list makes no sense and was left out of account; write one line",)


def test_characters_that_cannot_be_written_do_not_come_in_by_yaml() -> None:
    stated = header('title: "a\\uD800\\0b"', 'author: ["\\uDFFF", "Ann\\nLee"]')
    assert stated.title.value == "a b"
    assert stated.authors == ("Ann Lee",)


def test_a_number_or_a_yes_is_words() -> None:
    assert header("title: 1984", "outlet: yes").title.value == "1984"


def test_an_author_who_is_a_table_is_nobody() -> None:
    assert header("author: {name: Ann}").authors == ()


@pytest.mark.parametrize("address", ["ftp://a.example", "http://", "data:text/html,x", "http://a b", "", "https:/a"])
def test_an_address_that_is_none_of_the_web_is_none(address: str) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize("written", ["15. März 2025", "15 mars 2025", "15 de marzo de 2025", "15 марта 2025"])
def test_a_day_may_be_stated_in_the_words_of_other_languages(written: str) -> None:
    assert header(f"date: {written}").published == Fact(date(2025, 3, 15), "stated")
