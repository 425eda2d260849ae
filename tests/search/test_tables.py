"""A data file of the program that makes no sense is told with its file and key."""

from contextlib import suppress
from pathlib import Path

import pytest

from search.errors import SettingError
from search.tables import Table


def table(folder: Path, text: str) -> Table:
    (folder / "words.toml").write_text(text, encoding="utf-8")
    return Table(folder / "words.toml")


def test_words_stand_in_a_text_and_may_have_spaces_between_bars(tmp_path: Path) -> None:
    ours = table(tmp_path, 'few = "one two"\n[many]\nnames = "Harbour Board|\\n  Tarn"')
    assert ours.words("few") == {"one", "two"}
    assert ours.words("many", "names", separator="|") == {"Harbour Board", "Tarn"}


@pytest.mark.parametrize(
    ("key", "what"),
    [
        (("none",), "is missing; add it$"),
        (("few", "none"), "is missing; add it$"),
        (("mani", "x"), "is missing; add it, or rename many$"),
        (("many",), "is not a text; put it between quotation marks$"),
        (("number",), "is not a text; put it between quotation marks$"),
    ],
)
def test_a_missing_or_wrong_key_is_named_with_its_file(tmp_path: Path, key: tuple[str, ...], what: str) -> None:
    ours = table(tmp_path, 'few = "one"\nnumber = 1\n[many]\nx = "y"')
    with pytest.raises(SettingError, match=rf"words\.toml: {'.'.join(key)} {what}"):
        ours.words(*key)


def test_a_section_holds_texts_only(tmp_path: Path) -> None:
    ours = table(tmp_path, '[irregular]\nsing = "sings sang sung singing"\nsay = 5')
    with pytest.raises(SettingError, match=r"words\.toml: irregular\.say is not a text"):
        ours.section("irregular")
    assert ours.names("irregular") == ("sing", "say")


@pytest.mark.parametrize("entry", ["1", '" "'])
def test_a_list_holds_texts_only_and_none_is_empty(tmp_path: Path, entry: str) -> None:
    with pytest.raises(SettingError, match=r"words\.toml: names holds what is no text"):
        table(tmp_path, f"names = [{entry}]").entries("names")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('titels = "mr"', "titels is not known; rename it titles"),
        ('tide = "high"', "tide is not known; take it out"),
        ("[tide]", "tide is not known; take it out"),
        ('[tide]\ntitles = "mr"', "tide.titles is not known; take it out"),
        ('[roles]\nledaer = "head"\nleader = "chief"', "roles.ledaer is not known; rename it leader"),
    ],
)
def test_a_key_that_nothing_asks_for_is_refused_and_the_nearest_named(tmp_path: Path, text: str, what: str) -> None:
    ours = table(tmp_path, f'titles = "mr"\nshort.sen = "senator"\n{text}')
    assert ours.words("titles") == {"mr"}
    assert ours.section("short") == {"sen": "senator"}
    with suppress(SettingError):
        ours.words("roles", "leader")
    with pytest.raises(SettingError, match=rf"words\.toml: {what}$"):
        ours.refuse_others()


@pytest.mark.parametrize("text", ["few = ", "few = [", "\x00", f"few = {'[' * 5_000}{']' * 5_000}"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingError, match=r"words\.toml cannot be read"):
        table(tmp_path, text)
