"""A JSON file is one article, a list of them, an object with a list, a JSON Feed, or lines."""

import json
from datetime import date

import pytest

from search.answer import article_data
from search.errors import ReadError
from search.model import Article, Fact
from search.reading.json_files import articles_of_json
from search.reading.plain import article_of_text

ONE = {"title": "Tolls", "paragraphs": ["Tolls fall."]}
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Courier",
    "language": "en-GB",
    "authors": [{"name": "The Desk"}],
    "items": [
        {
            "id": "1",
            "url": "https://courier.example/tolls",
            "title": "Tolls",
            "content_html": "<p>Tolls fall.</p><p>So they say.</p>",
            "date_published": "2024-05-31T10:00:00Z",
            "author": {"name": "Ann Lee"},
        },
        {"id": "2", "content_text": "The ferry was late."},
        {"id": "3", "summary": "The ferry was late again."},
        {"id": "4", "title": "Nothing"},
    ],
}


def read(content: object) -> list[Article | ReadError]:
    text = content if isinstance(content, str) else json.dumps(content)
    return list(articles_of_json(text, "news/wire.json"))


def articles(content: object) -> list[Article]:
    found = [one for one in read(content) if isinstance(one, Article)]
    assert len(found) == len(read(content))
    return found


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (ONE, ["wire"]),
        ([ONE, ONE], ["wire-1", "wire-2"]),
        ({"articles": [ONE, {**ONE, "id": "mine"}]}, ["wire-1", "mine"]),
        ({"total": 1, "items": [ONE]}, ["wire-1"]),
        (f"{json.dumps(ONE)}\n\n{json.dumps(ONE)}\n", ["wire-1", "wire-3"]),
    ],
)
def test_a_file_may_hold_its_articles_in_several_ways(content: object, ids: list[str]) -> None:
    assert [one.id for one in articles(content)] == ids


def test_paragraphs_are_texts_or_objects_with_number_and_kind() -> None:
    lines = ["Tolls fall.", {"number": 5, "text": "Photo: A. Lee", "kind": "caption"}, {"n": 7, "text": "Late."}]
    (one,) = articles({"paragraphs": lines})
    assert [(p.number, p.kind) for p in one.paragraphs] == [(1, "body"), (5, "caption"), (7, "body")]


def test_a_body_may_be_one_text() -> None:
    assert [len(one.paragraphs) for one in articles([{"text": "One.\n\nTwo."}, {"body": "One."}])] == [2, 1]


def test_what_this_program_exports_it_reads_again() -> None:
    (article,) = article_of_text("---\ntitle: Tolls\noutlet: Courier\ndate: 2024-05-31\n---\nOne.\n\nTwo.", "tolls.txt")
    assert isinstance(article, Article)
    exported = {
        **article_data(article),
        "title": {"value": "Tolls", "basis": "stated"},
        "authors": ["Ann Lee"],
        "paragraphs": [{"n": p.number, "text": p.text, "kind": p.kind, "speakers": []} for p in article.paragraphs],
    }
    (again,) = articles(exported)
    assert (again.id, again.title, again.outlet) == (article.id, article.title, article.outlet)
    assert (again.published, again.paragraphs, again.authors) == (article.published, article.paragraphs, ("Ann Lee",))


def test_a_json_feed_has_an_article_an_item() -> None:
    first, second, third, fourth = read(FEED)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(third, Article)
    assert (first.title.value, first.outlet, first.authors) == ("Tolls", Fact("The Courier", "stated"), ("Ann Lee",))
    assert (first.published.value, first.language.value) == (date(2024, 5, 31), "en")
    assert [p.text for p in first.paragraphs] == ["Tolls fall.", "So they say."]
    assert (second.authors, third.notes) == (("The Desk",), ("the feed gives only a summary of it",))
    assert str(fourth) == "news/wire.json: item 4 is no article (it has no text); mend or remove that item"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "is not JSON"),
        ("words", "is not JSON"),
        ("[" * 50_000, "is not JSON (it is nested too deep)"),
        ([], "holds an empty list"),
        ([7], "item 1 is no article"),
        ({}, "it is no article"),
        ({"paragraphs": [{"n": 1}]}, "it is no article"),
        ({**ONE, "date": "soon"}, "its date “soon” is none"),
        ({**ONE, "id": "../x"}, "cannot stand in an address"),
        ({"articles": [{"body": ["a"]}]}, "item 1 is no article"),
    ],
)
def test_what_is_no_article_is_named_with_its_place(content: object, reason: str) -> None:
    (error,) = read(content)
    assert isinstance(error, ReadError)
    assert str(error).startswith("news/wire.json: ")
    assert reason in str(error)


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("<p>“The owls are back,” said Ada Moss. <a href='/x'>Read more</a></p>", ["body"]),
        ("<p>“They nest in the mill,” she said, and smiled</p>", ["body"]),
        ("<p><strong>The long wait</strong></p><p>It went on.</p>", ["heading", "body"]),
        ("<h2>The long wait</h2><p>Photo: Ann Lee</p>", ["heading", "caption"]),
    ],
)
def test_what_stands_in_a_paragraph_of_html_is_a_heading_only_if_it_is_set_as_one(
    markup: str, kinds: list[str]
) -> None:
    feed = FEED | {"items": [{"id": "1", "content_html": markup}]}
    (found,) = articles_of_json(json.dumps(feed), "feed.json")
    assert isinstance(found, Article)
    assert [paragraph.kind for paragraph in found.paragraphs] == kinds
