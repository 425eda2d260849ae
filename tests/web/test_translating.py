"""What the program says, in the language of the page."""

from datetime import date

import pytest
from flask import render_template_string

from search.engines.memory import MemoryEngine
from search.expansion import note
from search.explanation import resting_on
from search.facets import FACETS
from search.model import Fact
from search.sentences import Sentence
from search.tree import Prefix
from web import create_app
from web.translating import gettext, ngettext, npgettext, pgettext, translated
from web.wording import heading, tables, title, worded

APP = create_app(engine=MemoryEngine())
GERMAN = {"Accept-Language": "de"}
ATTACK = "<script>alert(1)</script>%(n)s"
(SPEAKER,) = [facet for facet in FACETS if facet.name == "speaker"]


def shown(template: str, **values: object) -> str:
    """A template as a German reads it."""
    with APP.test_request_context(headers=GERMAN):
        return render_template_string(template, **values)


def test_a_template_says_things_in_the_language_of_the_page() -> None:
    assert shown('{{ _("Dark") }} {{ gettext("Light") }} {{ pgettext("keys", "Off") }}') == "Dunkel Hell Aus"
    assert shown("{% trans %}Dark{% endtrans %}") == "Dunkel"
    assert shown("{{ n|number }} {{ d|day }} {{ 'newest'|worded('order') }}", n=1200, d=date(2024, 5, 3)) == (
        "1.200 3. Mai 2024 neueste"
    )


def test_a_template_knows_language_and_preferences() -> None:
    assert shown("{{ language.code }} {{ language.direction }} {{ preferences.theme }}") == "de ltr auto"
    assert shown("{% for l in languages.values() %}{{ l.name }} {% endfor %}") == "English Deutsch "


def test_a_number_of_things_is_counted_and_written_as_the_page_writes_it() -> None:
    assert shown('{{ ngettext("%(num)s reed", "%(num)s reeds", n) }}', n=1200) == "1.200 reeds"
    assert shown('{{ npgettext("of grass", "%(num)s reed", "%(num)s reeds", n) }}', n=1) == "1 reed"


@pytest.mark.parametrize(
    "template",
    [
        '{{ _("by %(name)s", name=told) }}',
        '{{ pgettext("x", "by %(name)s", name=told) }}',
        '{{ ngettext("by %(name)s", "by %(name)s", 1, name=told) }}',
        "{% trans name=told %}by {{ name }}{% endtrans %}",
        "by {{ told|translated }}",
        "by {{ told|title_of(facet) }}",
    ],
)
def test_what_is_put_into_a_message_is_escaped(template: str) -> None:
    assert shown(template, told=ATTACK, facet=SPEAKER) == "by &lt;script&gt;alert(1)&lt;/script&gt;%(n)s"


def test_a_tag_of_a_message_is_one() -> None:
    assert shown('{{ _("<b>%(name)s</b>", name=told) }}', told="<i>") == "<b>&lt;i&gt;</b>"


def test_where_nothing_is_escaped_neither_is_this() -> None:
    assert shown('{% autoescape false %}{{ _("by %(name)s", name="<i>") }}{% endautoescape %}') == "by <i>"


def test_in_python_a_message_is_plain_text() -> None:
    with APP.test_request_context(headers=GERMAN):
        assert gettext("Dark") == "Dunkel"
        assert (pgettext("keys", "On"), npgettext("x", "a", "%(num)s b", 2)) == ("An", "2 b")
        assert ngettext("%(num)s < %(word)s", "%(num)s < %(word)s", 1200, word="&") == "1.200 < &"
    assert gettext("Dark") == "Dark"


def test_a_sentence_of_the_engine_room_is_said_in_german_with_german_figures() -> None:
    with APP.test_request_context(headers=GERMAN):
        assert translated(note(Prefix("anti"), 1234)).startswith(
            "„anti*“ steht für 1.234 Wörter; gesucht werden die 1.000"
        )
        days = Sentence(
            "The days are the wrong way round: {since} comes after {until}.",
            since=date(2025, 5, 1),
            until=date(2024, 1, 1),
        )
        assert translated(days).endswith("Der 1. Mai 2025 kommt nach dem 1. Januar 2024.")
    assert translated(note(Prefix("anti"), 1234)) == note(Prefix("anti"), 1234)


def test_what_has_no_translation_stays_as_it_is() -> None:
    with APP.test_request_context(headers=GERMAN):
        assert [translated(text) for text in ("", "100% {part} %s", Sentence("{a} of {b}", a=1200))] == [
            "",
            "100% {part} %s",
            "1.200 of {b}",
        ]


def test_a_label_is_translated_and_a_name_never() -> None:
    with APP.test_request_context(headers=GERMAN):
        assert (heading(SPEAKER), title("nobody", SPEAKER), title("Nobody speaks", SPEAKER)) == (
            "Sprecher",
            "Niemand spricht",
            "Nobody speaks",
        )


def test_every_word_of_a_table_has_its_context() -> None:
    with APP.test_request_context(headers=GERMAN):
        same = {word for table, words in tables().items() for word in words if worded(word, table) == word}
    assert same <= {"Text"}  # which is German, too


def test_an_error_is_read_in_the_language_of_the_page() -> None:
    client = APP.test_client()
    assert "Eine Klammer wird geöffnet, aber nicht geschlossen." in client.get("/search?q=(ferry", headers=GERMAN).text
    assert "Nach Seite 500 (10.000 Treffer) ist Schluss" in client.get("/search?page=501", headers=GERMAN).text
    assert "Diese Seite gibt es nicht" in client.get("/nowhere", headers=GERMAN).text
    assert "A parenthesis is opened and not closed." in client.get("/search?q=(ferry").text


def test_a_program_reads_errors_in_english() -> None:
    data = APP.test_client().get("/search.json?page=501", headers=GERMAN).get_json()
    assert data["error"].startswith("Pages end at 500 (10,000 hits)")


def test_where_a_fact_comes_from_is_said_in_the_language_of_the_page() -> None:
    with APP.test_request_context(headers=GERMAN):
        assert translated(resting_on(Fact("The Tarn Post", "stated"))) == "angegeben"
        assert translated(resting_on(Fact("x", "inferred", "May 3", 4))) == "erschlossen aus ¶4 („May 3“)"
        assert translated(resting_on(Fact("x", "inferred", "2024", None))) == "erschlossen aus der Datei („2024“)"
