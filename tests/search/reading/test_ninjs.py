"""A news item of the IPTC says the same in each of three versions."""

import json
from datetime import date
from typing import Any

import pytest

from search.errors import PassedOver, ReadError
from search.model import Article, Fact
from search.reading.json_files import articles_of_json

FIRST: dict[str, Any] = {
    "uri": "https://tarn.example/items/2024/tolls-1",
    "type": "text",
    "versioncreated": "2024-06-01T08:00:00Z",
    "firstcreated": "2024-05-31T10:00:00+02:00",
    "pubstatus": "usable",
    "urgency": 3,
    "language": "en",
    "headline": "Tolls will fall",
    "byline": "By Ann Lee",
    "infosource": [{"name": "Tarn Wire", "rel": "source"}],
    "body_text": "Tolls will fall.\nSo they say.",
    "person": [{"name": "Odd Ruun"}],
}
SECOND = {
    "uri": "urn:newsml:tarn.example:20240531:tolls",
    "versioncreated": "2024-06-01T08:00:00Z",
    "contentcreated": "2024-05-31T10:00:00Z",
    "headlines": [{"role": "short", "value": "Tolls"}, {"role": "main", "value": "Tolls will fall"}],
    "infosources": [{"name": "Bureau Nine"}, {"name": "Tarn Wire", "role": "publisher"}],
    "by": [{"name": "Ann Lee"}],
    "bodies": [
        {"contenttype": "text/plain", "value": "Tolls will fall. So they say."},
        {"role": "main", "contenttype": "text/html", "value": "<p>Tolls will fall.</p><p>So they say.</p>"},
    ],
    "firstcreated": "2024-05-31T10:00:00Z",
    "people": [{"name": "Odd Ruun"}],
}
THIRD = {
    "standard": {"name": "ninjs", "version": "3.0"},
    "altIds": [{"role": "internal", "value": "T-77"}],
    "firstCreated": "2024-05-31T10:00:00Z",
    "versionCreated": "2024-06-01T08:00:00Z",
    "headlines": [{"value": "Tolls will fall"}],
    "infoSources": [{"name": "Tarn Wire"}],
    "bylines": ["Ann Lee"],
    "bodies": [
        {"contentType": "application/xhtml+xml", "value": "<div><p>Tolls will fall.</p><p>So they say.</p></div>"}
    ],
}


def read(*items: dict[str, Any]) -> list[Article | ReadError]:
    return list(articles_of_json(json.dumps(items), "wire.json"))


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD], ids=["version 1", "version 2", "version 3"])
def test_each_version_says_the_same(item: dict[str, Any]) -> None:
    (one,) = read(item)
    assert isinstance(one, Article)
    assert (one.title, one.outlet) == (Fact("Tolls will fall", "stated"), Fact("Tarn Wire", "stated"))
    assert (one.published, one.authors) == (Fact(date(2024, 5, 31), "stated"), ("Ann Lee",))
    assert [(p.kind, p.text) for p in one.paragraphs] == [("body", "Tolls will fall."), ("body", "So they say.")]


def test_an_item_is_known_by_what_identifies_it() -> None:
    found = [one for one in read(FIRST, SECOND, THIRD, {"body_text": "Late."}) if isinstance(one, Article)]
    assert [(one.id, one.url) for one in found] == [
        ("tarn.example-items-2024-tolls-1", "https://tarn.example/items/2024/tolls-1"),
        ("newsml-tarn.example-20240531-tolls", ""),
        ("T-77", ""),
        ("wire-4", ""),
    ]


def test_an_embargo_is_noted() -> None:
    (one,) = read({**FIRST, "embargoed": "2024-05-31T12:00:00Z"})
    assert isinstance(one, Article)
    assert one.notes == ("it was under embargo until 2024-05-31T12:00:00Z",)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"body_text": " "}, "it has no text"),
        ({"body_text": 7}, "it has no text"),
    ],
)
def test_an_item_without_text_is_named(changed: dict[str, Any], reason: str) -> None:
    (error,) = read(FIRST | changed)
    assert isinstance(error, ReadError)
    assert not isinstance(error, PassedOver)
    assert str(error) == f"wire.json: item 1 is no article ({reason}); mend or remove that item"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"pubstatus": "canceled"}, "it was withdrawn by its sender (canceled)"),
        ({"pubStatus": "Withheld", "pubstatus": None}, "it was withdrawn by its sender (withheld)"),
        ({"pubstatus": "", "usagetype": "canceled"}, "it was withdrawn by its sender (canceled)"),
        ({"type": "picture"}, "it is picture and no text"),
    ],
)
def test_an_item_that_was_withdrawn_or_is_no_text_is_passed_over(changed: dict[str, Any], reason: str) -> None:
    (passed,) = read(FIRST | changed)
    assert isinstance(passed, PassedOver)
    assert str(passed) == f"wire.json: item 1 is no article: {reason}"


@pytest.mark.parametrize("key", [*FIRST, "headlines", "bodies", "by", "infosources", "altids", "embargoed"])
@pytest.mark.parametrize("nonsense", [None, 7, [], {}, [[]], [{}], [{"value": []}], "x", {"value": {"a": 1}}])
def test_nonsense_under_any_key_is_left_alone_or_named(key: str, nonsense: object) -> None:
    (one,) = read(FIRST | {key: nonsense})
    assert isinstance(one, Article) or str(one).startswith("wire.json: item 1 is no article")


@pytest.mark.parametrize("byline", ["By Ann Lee and Bob Ray", [{"value": "Ann Lee, Bob Ray"}], ["Ann Lee", "Bob Ray"]])
def test_a_byline_of_several_names_has_several_authors(byline: object) -> None:
    (one,) = read(FIRST | {"byline": byline})
    assert isinstance(one, Article)
    assert one.authors == ("Ann Lee", "Bob Ray")
