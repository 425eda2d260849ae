"""The file of an editor's corrections: every error names file, block and key; what stands in it stays as it is."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.blocks import block_of, corrections_in
from search.corrections import Correction, mark
from search.errors import SettingError
from search.overlay import NAME, append, corrections_of, folder_of

WHOLE = """# What the desk knows.
[[correction]]
article = "ferry"
paragraph = 2
speaker = " Ann  Lee "
was = "Bob Lee"
words = "the ferry stays"
text = "3F9A1C0B"
kind = "person"
role = "harbour master"
note = "called her office"

[[correction]]
article = "ferry"
paragraph = 3
unknown = true
"""
ONE = '[[correction]]\narticle = "ferry"\nparagraph = 2\nspeaker = "Ann Lee"\n'


def test_a_block_says_which_words_are_whose() -> None:
    first, second = corrections_in(WHOLE, "news/corrections.toml")
    assert first == Correction(
        "news/corrections.toml",
        1,
        "ferry",
        2,
        "Ann Lee",
        was="Bob Lee",
        words="the ferry stays",
        mark="3f9a1c0b",
        kind="person",
        role="harbour master",
        note="called her office",
    )
    assert second == Correction("news/corrections.toml", 2, "ferry", 3, None)
    assert first.where == "news/corrections.toml, correction 1 (ferry ¶2)"


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n", "\ufeff" + ONE, ONE.replace("\n", "\r\n")])
def test_a_file_may_be_empty_and_come_from_any_editor(text: str) -> None:
    assert [c.speaker for c in corrections_in(text, NAME)] in ([], ["Ann Lee"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[correction", "cannot be read ("),
        ("article = 1", "article is no key of it; "),
        ("correction = 1", "correction is no list of blocks; "),
        ("correction = [1]", "correction is no list of blocks; "),
        ("[correction]\narticle = 'ferry'", "correction is no list of blocks; "),
        (ONE + "speeker = 'Lee'", "correction 1: “speeker” is no key of a correction; there are article, paragraph, "),
        (ONE + ONE + "note = 1", "correction 2: note is not a text between quotation marks; "),
        (ONE.replace("2", "'2'"), "correction 1: paragraph is not a number; "),
        (ONE.replace("2", "true"), "correction 1: paragraph is not a number; "),
        (ONE + "unknown = 1", "correction 1: unknown is not true or false; "),
        (ONE.replace('article = "ferry"\n', ""), "correction 1: article is missing; "),
        (ONE.replace("paragraph = 2\n", ""), "correction 1: paragraph is missing; "),
        (ONE.replace('speaker = "Ann Lee"\n', ""), "correction 1: who speaks is missing or is said twice; "),
        (ONE + "unknown = true", "correction 1: who speaks is missing or is said twice; "),
        ("article = " + "[" * 3_000, "cannot be read (brackets stand too deep within brackets); "),
        (ONE + 'was = "\\u001b[31mBob"', "correction 1: was holds U+001B, which nobody can see; take it out"),
        (ONE + 'note = "\u202ebob"', "correction 1: note holds U+202E, which nobody can see; take it out"),
        (ONE.replace("Ann Lee", "Ann\\u0000"), "correction 1: speaker holds U+0000, which nobody can see; "),
        (ONE.replace("Ann", "Ann " * 50), "correction 1: speaker is longer than 200 characters; shorten it"),
        (ONE + f'note = "{"so " * 400}"', "correction 1: note is longer than 1,000 characters; shorten it"),
        (ONE + 'kind = "ship"', "correction 1: kind is “ship”; write person, organisation, unnamed"),
    ],
)
def test_what_makes_no_sense_is_named_with_file_block_and_key(text: str, reason: str) -> None:
    with pytest.raises(SettingError) as caught:
        corrections_in(text, "news/corrections.toml")
    assert str(caught.value).startswith("news/corrections.toml")
    assert reason in str(caught.value)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"], include_characters="\t\n"))


@given(TEXTS, st.none() | TEXTS, st.none() | TEXTS, TEXTS, TEXTS)
def test_a_block_that_is_written_is_read_as_it_was(
    article: str, speaker: str | None, was: str | None, words: str, note: str
) -> None:
    name = " ".join(speaker.split()) if speaker is not None else None
    given = Correction(NAME, 1, article, 4, name, was=was, words=words, mark=mark(words), note=note)
    assert corrections_in(block_of(given), NAME) == (given,)


@pytest.mark.parametrize("before", ["", "# Ours", ONE, ONE + "\n", "\ufeff# Ünsere\r\n" + ONE.replace("\n", "\r\n")])
def test_what_stands_in_the_file_stays_byte_for_byte(tmp_path: Path, before: str) -> None:
    path = tmp_path / NAME
    path.write_bytes(before.encode())
    block = append(Correction(str(path), 0, "ferry", 3, "Ann Lee"))
    after = path.read_bytes().decode()
    assert after.startswith(before)
    assert after.endswith(block)
    assert [c.paragraph for c in corrections_of([tmp_path])["ferry"]] == [2] * before.count("[[") + [3]
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == [NAME]


def test_nothing_is_lost_that_several_processes_add_at_once(tmp_path: Path) -> None:
    given = [Correction(str(tmp_path / NAME), 0, "ferry", number, "Ann Lee") for number in range(1, 101)]
    with ProcessPoolExecutor(8, get_context("spawn")) as processes:
        list(processes.map(append, given))
    assert sorted(c.paragraph for c in corrections_of([tmp_path])["ferry"]) == list(range(1, 101))


def test_a_file_with_an_error_or_with_a_broken_name_to_add_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("[[correction", encoding="utf-8")
    with pytest.raises(SettingError, match="cannot be read"):
        append(Correction(str(path), 0, "ferry", 3, "Ann Lee"))
    assert path.read_text(encoding="utf-8") == "[[correction"
    path.write_bytes(b"")
    with pytest.raises(SettingError, match=r"U\+DCFF, which nobody can see"):
        append(Correction(str(path), 0, "ferry", 3, "Ann \udcff Lee"))
    assert path.read_bytes() == b""


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / NAME
    path.write_bytes(content) if content else path.mkdir()
    with pytest.raises(SettingError, match="cannot be read"):
        corrections_of([tmp_path])


@pytest.mark.parametrize("target", ["nowhere/kept.toml", NAME])
def test_a_link_that_leads_nowhere_is_said_and_stays(tmp_path: Path, target: str) -> None:
    (tmp_path / NAME).symlink_to(target)
    (tmp_path / "ferry.txt").write_text("The tide came in.", encoding="utf-8")
    for source in (tmp_path, tmp_path / "ferry.txt"):
        with pytest.raises(SettingError, match=f"{NAME} cannot be read"):
            corrections_of([source])
    with pytest.raises(SettingError, match=f"{NAME} cannot be read"):
        append(Correction(str(tmp_path / NAME), 0, "ferry", 3, "Ann Lee"))
    assert sorted(p.name for p in tmp_path.iterdir()) == [NAME, "ferry.txt"]


def test_a_pipe_in_the_place_of_the_file_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(SettingError, match="it is no file"):
        corrections_of([tmp_path])
    with pytest.raises(SettingError, match="it is no file"):
        append(Correction(str(tmp_path / NAME), 0, "ferry", 3, "Ann Lee"))


def test_where_nothing_can_be_written_it_is_the_file_itself_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "news").touch()  # no folder, so that not even root may write
    with pytest.raises(OSError, match=NAME) as caught:
        append(Correction(str(tmp_path / "news" / NAME), 0, "ferry", 3, "Ann Lee"))
    assert caught.value.filename == str(tmp_path / "news" / NAME)


def test_a_link_stays_a_link_and_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "kept.toml").write_text(ONE, encoding="utf-8")
    (tmp_path / "kept.toml").chmod(0o640)
    (tmp_path / NAME).symlink_to("kept.toml")
    append(Correction(str(tmp_path / NAME), 0, "ferry", 3, "Ann Lee"))
    assert (tmp_path / NAME).is_symlink()
    assert (tmp_path / "kept.toml").stat().st_mode & 0o777 == 0o640
    assert len(corrections_of([tmp_path])["ferry"]) == 2


def test_a_file_takes_the_corrections_of_the_nearest_folder_that_has_any(tmp_path: Path) -> None:
    below = tmp_path / "2024" / "05"
    below.mkdir(parents=True)
    assert folder_of(below / "ferry.txt") == below
    (tmp_path / NAME).write_text(ONE, encoding="utf-8")
    assert folder_of(below / "ferry.txt") == tmp_path
    assert folder_of(below) == below
    assert list(corrections_of([below / "ferry.txt", tmp_path])) == ["ferry"]
    assert corrections_of([below]) == {}
