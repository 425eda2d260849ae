"""Outlets whose pages need help: a file says what to drop and where things stand; a slip in it is one sentence."""

from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from search.errors import SettingError
from search.model import Article
from search.reading.html import articles_of_html
from search.reading.html.helped import FOLDER, HELPS, help_in

WIRE = (ROOT / "tests" / "data" / "html" / "tarn-wire.html").read_bytes()
FILE = 'name = "Tarn Wire"\ndomains = ["tarnwire.example"]\n'


def one(content: bytes) -> Article:
    (article,) = articles_of_html(content, "wire.html")
    assert isinstance(article, Article)
    return article


def test_a_page_of_an_outlet_with_help_is_read_by_it() -> None:
    article = one(WIRE)
    assert article.outlet.value == "Tarn Wire"
    assert article.published.value == date(2024, 11, 14)
    assert [p.text.split()[0] for p in article.paragraphs] == ["TARN", "“We", "The"]


def test_without_the_help_it_is_not() -> None:
    article = one(WIRE.replace(b"tarnwire.example", b"elsewhere.example"))
    assert article.outlet.value != "Tarn Wire"
    assert any("subscribers" in p.text or "yearbook" in p.text for p in article.paragraphs)


def test_every_file_of_the_folder_can_be_read_and_has_a_page_as_its_test() -> None:
    pages = {path.stem for path in (ROOT / "tests" / "data" / "html").glob("*.html")}
    assert len(HELPS) == len(list(FOLDER.glob("*.toml")))
    assert {Path(each.file).stem for each in HELPS} <= pages


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FILE + 'drp = ["//p"]', "drp is not known; rename it drop"),
        (FILE + 'drop = ["//p["]', "drop holds //p[, which is no XPath expression"),
        (FILE + 'drop = "//p"', "drop is not a list"),
        ('domains = ["tarnwire.example"]', "name is missing"),
        ('name = "Tarn Wire"', "domains is missing"),
        ('name = " "\ndomains = ["a.example"]', "name is empty"),
        (FILE + "[drop", "cannot be read"),
    ],
)
def test_a_slip_names_the_file_and_the_key(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "tarn-wire.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError) as failure:
        help_in(path)
    assert str(failure.value).startswith(f"{path}")
    assert told in str(failure.value)
