"""Which languages there are, which one answers a request, and what the answer says of it."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from search.engines.memory import MemoryEngine
from search.errors import SettingError
from web import create_app
from web.languages import ENGLISH, LANGUAGES, languages_in
from web.preferences import language

CLIENT = create_app(engine=MemoryEngine()).test_client(use_cookies=False)
EMPTY = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'


def with_files(folder: Path, *names: str, text: str = EMPTY) -> Path:
    for name in names:
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def asked(client: FlaskClient = CLIENT, **headers: str) -> str | None:
    """The language of the front page for a browser that sends these headers."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get("/", headers=named).headers.get("Content-Language")


def test_a_language_is_a_file_and_english_needs_none(tmp_path: Path) -> None:
    found = languages_in(with_files(tmp_path, "fr.po", "he.po", "pt_BR.po", "messages.pot"))
    assert [(known.code, known.name, known.direction) for known in found.values()] == [
        ("en", "English", "ltr"),
        ("fr", "Français", "ltr"),
        ("he", "עברית", "rtl"),
        ("pt-BR", "Português (Brasil)", "ltr"),
    ]


def test_the_languages_of_the_page_are_english_and_german() -> None:
    assert next(iter(LANGUAGES)) == "en"
    assert (LANGUAGES["de"].name, LANGUAGES["de"].direction) == ("Deutsch", "ltr")


@pytest.mark.parametrize("name", ["colours.po", "x.po", "de-DE.po"])
def test_a_file_that_is_named_after_no_language_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingError, match=f"{name}.*name it by its code|{name} cannot be read"):
        languages_in(with_files(tmp_path, name))


def test_a_file_that_is_no_catalogue_says_where(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"de\.po cannot be read .* on 2"):
        languages_in(with_files(tmp_path, "de.po", text=f"{EMPTY}nonsense\n"))


def test_what_is_not_translated_or_fuzzy_is_read_in_english(tmp_path: Path) -> None:
    text = f'{EMPTY}\nmsgid "Light"\nmsgstr ""\n\n#, fuzzy\nmsgid "Dark"\nmsgstr "Hell"\n'
    words = languages_in(with_files(tmp_path, "de.po", text=text))["de"].words
    assert (words.gettext("Light"), words.gettext("Dark")) == ("Light", "Dark")


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("fr,de;q=0.5", "de"),
        ("en-US,de;q=0.9", "en"),
        ("de;q=0.1,en", "en"),
        ("fr", "en"),
        ("en-US,de;q=0.9,en;q=0.8", "en"),
        ("DE-at", "de"),
        ("den", "en"),
        ("de;q=0", "en"),
        ("*", "en"),
        ("", "en"),
        (";;q=,,=\x7f", "en"),
    ],
)
def test_the_page_is_in_the_language_that_the_browser_likes_best(accepted: str, code: str) -> None:
    assert asked(Accept_Language=accepted) == code


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_no_wish_is_too_strange_to_be_answered(accepted: str) -> None:
    assert asked(Accept_Language=accepted) in LANGUAGES


def test_a_choice_weighs_more_than_the_browser() -> None:
    assert asked(Cookie="onrecord=language=de", Accept_Language="en") == "de"
    assert asked(Cookie="onrecord=language=en", Accept_Language="de") == "en"
    assert asked(Cookie="onrecord=language=xx", Accept_Language="de") == "de"


def test_where_nobody_asks_it_is_english() -> None:
    assert language() is ENGLISH
    with CLIENT.application.app_context():
        assert language() is ENGLISH


def test_a_cache_is_told_what_the_page_depends_on() -> None:
    for address in ("/", "/search?q=ferry", "/search.json", "/nowhere"):
        assert {"Accept-Language", "Cookie"} <= set(CLIENT.get(address).vary.as_set(preserve_casing=True))
    assert "Cookie" not in CLIENT.get("/static/page.css").headers.get("Vary", "")


def test_only_a_page_is_in_a_language() -> None:
    assert CLIENT.get("/search.json", headers={"Accept-Language": "de"}).headers.get("Content-Language") is None
    assert CLIENT.get("/nowhere", headers={"Accept-Language": "de"}).headers["Content-Language"] == "de"
