"""The editor's file: what it says counts, and what makes no sense in it is said with file and key."""

from pathlib import Path

import pytest
from speaking import decided_by

from search.errors import SettingError
from search.identity.decided import decided_in

ANN = '[[speaker]]\nname = "Ann Soreby"\n'
BROKEN = {
    "[[speaker": "cannot be read",
    "speakers = 1": "speakers is no key; begin each speaker with [[speaker]]",
    "speaker = 1": "speaker is no list of speakers; begin each with [[speaker]]",
    '[[speaker]]\nalso = ["A. Soreby"]': 'speaker 1: name is missing or is not a text; write name = "Ann Lee"',
    "[[speaker]]\nname = 1": "speaker 1: name is missing or is not a text",
    '[[speaker]]\nname = " "': "speaker 1: name is missing or is not a text",
    f'{ANN}[[speaker]]\nname = "Bob"\nnick = "B"': "speaker 2: nick is no key; use name, also, not",
    f'{ANN}also = "A. Soreby"': 'speaker 1 (Ann Soreby): also is no list of names; write also = ["A. Lee"]',
    f"{ANN}not = [1]": "speaker 1 (Ann Soreby): not is no list of names",
    f'{ANN}also = ["A. Soreby"]\nnot = ["A. Soreby"]': "“A. Soreby” is this speaker and is not; take it out of also",
    f'{ANN}not = ["Ann Soreby"]': "“Ann Soreby” is this speaker and is not",
    f'{ANN}[[speaker]]\nname = "Bob"\nalso = ["Ann Soreby"]': "“Ann Soreby” is claimed by two speakers, Ann Soreby",
    "speaker = " + "[" * 3_000: "cannot be read (brackets stand too deep within brackets)",
    '[[speaker]]\nname = "Ann\\u001b[31m"': "speaker 1: name holds U+001B, which nobody can see; take it out",
    f'{ANN}also = ["\u202eybeS"]': "speaker 1 (Ann Soreby): a name in also holds U+202E, which nobody can see",
    f'[[speaker]]\nname = "{"Ann " * 60}"': "speaker 1: name is longer than 200 characters; shorten it",
    f'{ANN}not = ["{"Ann " * 60}"]': "speaker 1 (Ann Soreby): a name in not is longer than 200 characters; shorten it",
    f"{ANN}{ANN}": "“Ann Soreby” is claimed by two speakers",
}


@pytest.mark.parametrize("text", BROKEN, ids=BROKEN.values())
def test_what_makes_no_sense_is_named_with_what_to_do(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingError) as caught:
        decided_by(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'speakers.toml'}")
    assert BROKEN[text] in str(caught.value)
    assert ";" in str(caught.value)


def test_a_file_that_is_not_utf_8_is_an_error_too(tmp_path: Path) -> None:
    (tmp_path / "speakers.toml").write_bytes(b"\xff")
    with pytest.raises(SettingError, match="cannot be read"):
        decided_in([tmp_path])


def test_a_link_that_leads_nowhere_is_an_error_too(tmp_path: Path) -> None:
    (tmp_path / "speakers.toml").symlink_to("speakers.toml")
    with pytest.raises(SettingError, match=r"speakers\.toml cannot be read"):
        decided_in([tmp_path])


def test_a_file_may_begin_with_the_mark_that_some_editors_write(tmp_path: Path) -> None:
    assert [entry.name for entry in decided_by(tmp_path, f"\ufeff{ANN}").entries] == ["Ann Soreby"]


def test_no_file_decides_nothing(tmp_path: Path) -> None:
    assert decided_in([tmp_path]).entries == ()


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    assert decided_by(tmp_path, "").entries == ()


def test_the_file_of_a_single_article_is_that_of_its_folder(tmp_path: Path) -> None:
    decided_by(tmp_path, ANN)
    (tmp_path / "a.txt").write_text("The tide came in.", encoding="utf-8")
    assert [entry.name for entry in decided_in([tmp_path / "a.txt", tmp_path]).entries] == ["Ann Soreby"]


def test_the_files_of_two_sources_count_together(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder, name in zip(folders, ("Ann Soreby", "Bob Quist"), strict=True):
        folder.mkdir()
        decided_by(folder, f'[[speaker]]\nname = "{name}"\n')
    assert [entry.name for entry in decided_in(folders).entries] == ["Ann Soreby", "Bob Quist"]


def test_two_files_that_claim_one_spelling_are_both_named(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        (folder / "speakers.toml").write_text(ANN, encoding="utf-8")
    with pytest.raises(SettingError) as caught:
        decided_in(folders)
    assert all(str(folder / "speakers.toml") in str(caught.value) for folder in folders)


def test_a_spelling_is_found_whatever_its_apostrophe_and_its_accents(tmp_path: Path) -> None:
    decided = decided_by(tmp_path, '[[speaker]]\nname = "Sean O\'Tarn"\nalso = ["Jose\u0301 O\'Tarn"]\n')
    assert decided.entry("Sean  O’Tarn") is decided.entry("José O'Tarn") is not None
