"""Every sentence of the page is in the catalogue, and every language has all of them."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from conftest import ROOT

from web.catalogue import TEMPLATE, collected, updated, written
from web.languages import FOLDER, catalogue
from web.proofreading import faults

CURRENT = collected(ROOT)
TRANSLATIONS = sorted(FOLDER.glob("*.po"))
CALL = re.compile(r"(?<![\w.])(?:_|n?p?gettext)\(\s*(?P<begin>.)")
GERMAN = """msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "The query has {count} words"
msgstr "Die Anfrage hat {count} Wörter"

msgid "<b>%(num)s</b> article"
msgid_plural "<b>%(num)s</b> articles"
msgstr[0] "<b>Ein</b> Artikel"
msgstr[1] "<b>%(num)s</b> Artikel"
"""
DOCTORED = {
    "is not translated": ('"Die Anfrage hat {count} Wörter"', '""'),
    "is not translated ": ('msgstr[1] "<b>%(num)s</b> Artikel"', 'msgstr[1] ""'),
    "not in every plural": ('msgstr[1] "<b>%(num)s</b> Artikel"\n', ""),
    "has a plural in one language": (
        'msgstr "Die Anfrage hat {count} Wörter"',
        'msgid_plural "{count}"\nmsgstr[0] "Die Anfrage hat {count} Wörter"\nmsgstr[1] "{count}"',
    ),
    "is fuzzy": ('msgid "The', '#, fuzzy\nmsgid "The'),
    "has other places": ("hat {count}", "hat {zahl}"),
    "has other places ": ('"<b>%(num)s</b> Artikel"', '"<b>%(zahl)s</b> Artikel"'),
    "has other places or tags": ("<b>Ein</b>", "<script>Ein</script>"),
    "is said nowhere any more": ('msgid "The query', 'msgid "A query'),
}


def messages() -> Catalog:
    """What GERMAN translates; its singular may do without the number."""
    current = Catalog()
    current.add("The query has {count} words")
    current.add(("<b>One</b> article", "<b>%(num)s</b> articles"))
    return current


def german(folder: Path, change: tuple[str, str] = ("", "")) -> Catalog:
    """GERMAN with a change, as it is read."""
    text = GERMAN.replace('<b>%(num)s</b> article"', '<b>One</b> article"')
    assert change[0] in text
    (folder / "de.po").write_text(text.replace(*change, 1) if change[0] else text, encoding="utf-8")
    return catalogue(folder / "de.po")


def calls(name: str) -> Iterator[ast.Call]:
    """Where the sources of search/ make one of these."""
    for path in sorted((ROOT / "search").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


def test_the_catalogue_is_that_of_the_sources() -> None:
    assert (FOLDER / TEMPLATE).read_bytes() == written(CURRENT), "run: python -m web.catalogue"


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_every_language_is_complete(path: Path) -> None:
    assert faults(catalogue(path), CURRENT) == []


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_every_language_stands_as_the_command_writes_it(path: Path) -> None:
    assert path.read_bytes() == written(updated(path, CURRENT)), "run: python -m web.catalogue"


def test_there_is_a_language_beside_english() -> None:
    assert TRANSLATIONS


def test_a_complete_translation_has_no_fault(tmp_path: Path) -> None:
    assert faults(german(tmp_path), messages()) == []


@pytest.mark.parametrize(("fault", "change"), DOCTORED.items())
def test_a_doctored_translation_is_found_out(tmp_path: Path, fault: str, change: tuple[str, str]) -> None:
    assert fault.strip() in " ".join(faults(german(tmp_path, change), messages()))


def test_the_catalogue_holds_templates_code_tables_and_sentences() -> None:
    assert CURRENT.get("Colours")
    assert CURRENT.get("This search cannot be read")
    assert CURRENT.get("Speaker", "facet")
    assert CURRENT.get("Nobody speaks", "value of speaker")
    assert CURRENT.get("newest", "order")
    assert CURRENT.get("{part} stands alone.")
    assert CURRENT.get("There is no such page")


def test_a_catalogue_tells_files_and_neither_lines_nor_days() -> None:
    text = written(CURRENT).decode()
    assert "#: search/language/repair.py\n" in text
    assert not re.search(r"#: .*:\d|Date:", text)


def test_to_collect_twice_is_to_collect_once() -> None:
    assert written(collected(ROOT)) == written(CURRENT)


@pytest.fixture
def grown(tmp_path: Path) -> Callable[[str], Message | None]:
    """Says what becomes of a message that is new in English."""
    german(tmp_path)

    def become(message: str) -> Message | None:
        current = messages()
        current.add(message)
        (tmp_path / "de.po").write_bytes(written(updated(tmp_path / "de.po", current)))
        return catalogue(tmp_path / "de.po").get(message)

    return become


def test_a_message_that_changed_a_little_is_offered_its_translation_as_fuzzy(
    grown: Callable[[str], Message | None],
) -> None:
    found = grown("The query has {count} words.")
    assert found is not None
    assert (found.string, found.fuzzy) == ("Die Anfrage hat {count} Wörter", True)


def test_an_update_of_an_update_adds_no_remarks(grown: Callable[[str], Message | None]) -> None:
    changed = "The query has {count} words."
    again = grown(changed) and grown(changed)
    assert again is not None
    assert again.user_comments == []


def test_a_message_that_is_new_waits_for_its_translation(grown: Callable[[str], Message | None]) -> None:
    found = grown("Nobody said that here")
    assert found is not None
    assert (found.string, found.fuzzy) == ("", False)


def test_an_update_keeps_every_translation(tmp_path: Path) -> None:
    before = {message.id: message.string for message in german(tmp_path)}
    after = updated(tmp_path / "de.po", messages())
    assert {message.id: message.string for message in after if message.id} == {k: v for k, v in before.items() if k}


@pytest.mark.parametrize("path", sorted((ROOT / "web" / "templates").iterdir()), ids=lambda path: path.name)
def test_what_a_template_translates_is_written_there(path: Path) -> None:
    begins = {call["begin"] for call in CALL.finditer(path.read_text(encoding="utf-8"))}
    assert begins <= {'"', "'"}, "a value is translated by |translated, |worded or |title_of, which escape it"


@pytest.mark.parametrize("name", ["QueryError", "Sentence"])
def test_every_sentence_for_a_reader_is_in_the_catalogue(name: str) -> None:
    made = [call for call in calls(name) if not isinstance(call.args[0], ast.Name | ast.Attribute)]
    assert made
    for call in made:
        assert CURRENT.get(ast.literal_eval(call.args[0])), f"{ast.unparse(call)} needs a template, not an f-string"
