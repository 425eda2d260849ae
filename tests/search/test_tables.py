"""A data file of the program that makes no sense is told with its file and key."""

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


@pytest.mark.parametrize("key", [("none",), ("few", "none"), ("many",), ("number",)])
def test_a_missing_or_wrong_key_is_named_with_its_file(tmp_path: Path, key: tuple[str, ...]) -> None:
    ours = table(tmp_path, 'few = "one"\nnumber = 1\n[many]\nx = "y"')
    with pytest.raises(SettingError, match=rf"words\.toml: {'.'.join(key)} is missing or is not a text"):
        ours.words(*key)


def test_a_list_holds_texts_only(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"words\.toml: names holds what is no text"):
        table(tmp_path, "names = [1]").entries("names")


@pytest.mark.parametrize("text", ["few = ", "few = [", "\x00"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingError, match=r"words\.toml cannot be read"):
        table(tmp_path, text)
