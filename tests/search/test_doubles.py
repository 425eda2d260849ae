"""The same article in several files is one article with several sources; two articles are never one."""

from itertools import permutations
from pathlib import Path

import pytest
from newsroom import files

from search.doubles import marks, normal_address
from search.engines.memory import MemoryEngine
from search.keeping.folding import originals
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
    again = originals({one.id: marks(one) for one in articles}, {})
    return [one.id for one in articles if one.id not in again]


def indexed(folder: Path, *named: tuple[str, str]) -> tuple[MemoryEngine, Report]:
    engine = MemoryEngine()
    return engine, reindex(files_in(files(folder, *named)), engine, largest=10_000)


def test_one_text_in_two_files_is_one_article_with_both_sources(tmp_path: Path) -> None:
    engine, report = indexed(tmp_path, ("a.txt", STORY), ("b/copy.md", STORY.replace(" ", "\n")))
    (one,) = engine.articles.values()
    assert (one.source, one.sources) == (f"{tmp_path}/a.txt", (f"{tmp_path}/b/copy.md",))
    assert one.notes == (f"the same article lies in {tmp_path}/b/copy.md",)
    assert report.noted == [f"{tmp_path}/b/copy.md: is the article a again, which is kept once, with all its sources"]


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


def test_a_text_without_an_outlet_makes_those_of_two_outlets_no_one_article() -> None:
    one, other = article("a", outlet="Courier"), article("b", outlet="Tarn Post")
    assert kept(article("0"), one, other) == ["0", "b"]
    assert kept(one, article("0"), other, article("1")) == ["a", "b"]
    assert kept(one, other, article("2")) == ["a", "b"]


def test_a_file_without_an_outlet_has_that_of_its_address() -> None:
    one, other = article("a", f"{STORY} More.", PAGE, "Tarn Post"), article("b", url=PAGE)
    assert kept(article("0", outlet="Courier"), one, other, article("c", outlet="Tarn Post")) == ["0", "a"]


@pytest.mark.parametrize("outlet", ["", "Courier"])
@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_double_of_a_double_is_one_whatever_is_read_first(order: tuple[int, ...], outlet: str) -> None:
    chain = [
        article("a", f"{STORY} More.", PAGE, outlet),
        article("b", STORY, PAGE, outlet),
        article("c", STORY, outlet=outlet),
        article("d", f"{STORY} Less.", f"{PAGE}-again", outlet),
    ]
    first = next(n for n in order if n < 3)
    assert set(kept(*(chain[n] for n in order))) == {chain[first].id, "d"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_file_that_is_two_articles_again_makes_them_one(order: tuple[int, ...]) -> None:
    both = [article("a", f"{STORY} More.", PAGE), article("b"), article("c", STORY, PAGE)]
    assert kept(*(both[n] for n in order)) == [both[order[0]].id]


def test_short_texts_may_be_alike() -> None:
    assert len(kept(article("a", "Photos of the day."), article("b", "Photos of the day."))) == 2


def test_a_line_that_replaces_the_one_of_its_id_is_no_double_of_itself() -> None:
    assert kept(article("a", url=PAGE), article("a", url=PAGE)) == ["a", "a"]


def test_of_those_that_stood_that_one_stands_on_which_is_what_it_was() -> None:
    now = {one.id: marks(one) for one in map(article, ("a", "b", "c"))}
    assert originals(now, {}) == {"b": "a", "c": "a"}
    assert originals(now, {"c": now["c"]}) == {"a": "c", "b": "c"}
    assert originals(now, {"b": now["b"], "c": now["c"]}) == {"a": "b", "c": "b"}
    assert originals(now, {"b": marks(article("b", f"{STORY} Less.")), "c": now["c"]}) == {"a": "c", "b": "c"}
    assert originals(now, {"b": marks(article("b", f"{STORY} Less."))}) == {"a": "b", "c": "b"}


def test_how_a_text_is_set_makes_no_difference() -> None:
    set_otherwise = STORY.replace("fe", "fe\u00ad").replace("“", "«").replace("”", "»").upper()
    assert marks(article("a")) == marks(article("b", set_otherwise))


def test_the_marks_of_an_article_are_the_same_in_every_process() -> None:
    assert normal_address("HTTPS://Courier.Example:443/ferry?b=2&a=1") == "courier.example/ferry?a=1&b=2"
    assert marks(article("a", url=PAGE)).address == marks(article("b", "Other.", PAGE)).address
    found = marks(article("a", url=PAGE, outlet="Courier"))
    assert all(0 < mark < 2**64 for mark in (found.address, found.text, found.outlet))
