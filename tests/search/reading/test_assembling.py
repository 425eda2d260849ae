"""What is not stated is worked out: the id, the title and the day from the name of the file."""

from datetime import date

import pytest

from search.errors import ReadError
from search.model import Article, Fact
from search.reading.assembling import LONGEST_TITLE, article, id_of, inferred_title
from search.reading.header import Header
from search.reading.kinds import paragraphs_of


def of(text: str, path: str = "note.txt") -> Article:
    return article(id_of(path), Header(), paragraphs_of(text), path=path, raw=text)


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("a/b/ferry.txt", "ferry"),
        ("Ferry (1).md", "Ferry-1"),
        ("Ærlig tale.txt", "Ærlig-tale"),
        ("2024.05.31.txt", "2024.05.31"),
        ("...txt", "article"),
        ("?.txt", "article"),
        ("x" * 300 + ".txt", "x" * 100),
    ],
)
def test_an_id_is_a_name_in_the_letters_of_an_address(path: str, id: str) -> None:
    assert id_of(path) == id


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The long wait\n\nThe ferry was late.", "The long wait"),
        ("The ferry was late. So was I.", "The ferry was late."),
        ("“Late?” asked Odd Ruun. “Never!”", "“Late?” asked Odd Ruun."),
        ("The U.S. ferry was late", "The U.S. ferry was late"),
        ("• The pier\n• © Ann Lee\n\nThe ferry was late.", "The ferry was late."),
    ],
)
def test_a_title_is_the_first_heading_or_the_first_sentence(text: str, title: str) -> None:
    found = inferred_title(paragraphs_of(text))
    assert (found.value, found.basis) == (title, "inferred")
    assert found.words in text


@pytest.mark.parametrize("text", ["ferry " * 100, "x" * 1000])
def test_a_long_title_is_shortened_and_never_to_nothing(text: str) -> None:
    title = inferred_title(paragraphs_of(text)).value or ""
    assert LONGEST_TITLE / 2 < len(title) <= LONGEST_TITLE + 2
    assert title.endswith(" …")


def test_an_article_of_captions_has_no_title() -> None:
    assert inferred_title(paragraphs_of("• The pier\n• © Ann Lee")) == Fact()


def test_a_day_in_the_name_of_the_file_counts_before_the_text() -> None:
    one = of("It sank on May 31, 2024.", "clippings/2024-06-02-ferry.txt")
    assert one.published == Fact(date(2024, 6, 2), "inferred", "2024-06-02-ferry.txt")


@pytest.mark.parametrize("path", ["2024-13-02.txt", "2024-06-021.txt", "ferry-2024-06-02.txt"])
def test_a_name_that_begins_with_no_day_says_nothing(path: str) -> None:
    assert of("It sank on May 31, 2024.", path).published.value == date(2024, 5, 31)


def test_an_article_needs_paragraphs() -> None:
    with pytest.raises(ReadError, match="no text"):
        of("")
