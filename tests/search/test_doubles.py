"""The same article in two files is one article with two sources; two articles are never one."""

from pathlib import Path

import pytest
from newsroom import files

from search.doubles import Doubles, marks, normal_address
from search.engines.memory import MemoryEngine
from search.model import Article, Fact, Paragraph
from search.pipeline import files_in, reindex
from search.report import Report

STORY = (
    "The ferry will not sail before spring, the harbour board said on Friday, and nobody on the quay believed that it"
    " would sail then. “We have heard that before,” said Ann Lee, who sells tickets for it."
)
PAGE = "https://courier.example/ferry"


def article(id: str, text: str = STORY, url: str = "", outlet: str = "") -> Article:
    paragraphs = (Paragraph(1, "heading", f"Title of {id}"), Paragraph(2, "body", text))
    named = Fact(outlet, "stated") if outlet else Fact()
    return Article(id, Fact("Ferry"), named, Fact(), paragraphs, url=url, source=f"{id}.txt")


def kept(*articles: Article) -> list[str]:
    doubles = Doubles()
    return [one.id for one in articles if not doubles.original(one.id, one.source, marks(one))]


def indexed(folder: Path, *named: tuple[str, str]) -> tuple[MemoryEngine, Report]:
    engine = MemoryEngine()
    return engine, reindex(files_in(files(folder, *named)), engine, largest=10_000)


def test_one_text_in_two_files_is_one_article_with_both_sources(tmp_path: Path) -> None:
    engine, report = indexed(tmp_path, ("a.txt", STORY), ("b/copy.md", STORY.replace(" ", "\n")))
    (one,) = engine.articles.values()
    assert (one.source, one.sources) == (f"{tmp_path}/a.txt", (f"{tmp_path}/b/copy.md",))
    assert one.notes == (f"the same article lies in {tmp_path}/b/copy.md",)
    assert report.noted == [f"{tmp_path}/b/copy.md: is the article a again, which is kept once, with both sources"]


def test_one_address_is_one_article_even_when_its_text_was_edited() -> None:
    links = [f"{PAGE}?utm_source=mail", f"{PAGE}/#top", "http://www.courier.example/ferry?fbclid=1"]
    assert kept(*(article(f"a{n}", f"{STORY} Edit {n}.", url) for n, url in enumerate([PAGE, *links]))) == ["a0"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{PAGE}?id=1", f"{PAGE}?id=2"),
        (PAGE, "https://other.example/ferry"),
        (PAGE, f"{PAGE}-again"),
        ("https://courier.example/", "https://courier.example"),  # a whole site is no article
        ("", ""),
        ("http://[", "http://["),
    ],
)
def test_articles_of_two_addresses_or_of_none_are_two(one: str, other: str) -> None:
    assert len(kept(article("a", STORY, one), article("b", f"{STORY} More.", other))) == 2


def test_a_text_that_two_outlets_carry_is_two_articles() -> None:
    assert kept(article("a", outlet="Courier"), article("b", outlet="Tarn Post"), article("c", outlet="courier")) == [
        "a",
        "b",
    ]


def test_a_text_without_an_outlet_is_that_of_the_outlet_whose_text_it_is() -> None:
    assert kept(article("a"), article("b", outlet="Courier")) == ["a"]
    assert kept(article("a", outlet="Courier"), article("b")) == ["a"]


def test_short_texts_may_be_alike() -> None:
    assert len(kept(article("a", "Photos of the day."), article("b", "Photos of the day."))) == 2


def test_a_line_that_replaces_the_one_of_its_id_is_no_double_of_itself() -> None:
    assert kept(article("a", url=PAGE), article("a", url=PAGE)) == ["a", "a"]


def test_how_a_text_is_set_makes_no_difference() -> None:
    set_otherwise = STORY.replace("fe", "fe\u00ad").replace("“", "«").replace("”", "»").upper()
    assert marks(article("a")) == marks(article("b", set_otherwise))


def test_the_marks_of_an_article_are_the_same_in_every_process() -> None:
    assert normal_address("HTTPS://Courier.Example:443/ferry?b=2&a=1") == "courier.example/ferry?a=1&b=2"
    assert marks(article("a", url=PAGE)).own[0] == marks(article("b", "Other.", PAGE)).own[0]
    assert all(0 <= mark < 2**64 for mark in marks(article("a", url=PAGE)).kept)
