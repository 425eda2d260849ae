"""An ignore file keeps files out as .gitignore does, and one that makes no sense is named."""

from pathlib import Path

import pytest
from commands import USAGE, run, sentence
from newsroom import GOOD, files

from search.errors import SettingError
from search.ignoring import IGNORE, patterns_in
from search.sources import found_in

NAMES = ("a.txt", "draft-b.txt", "tide/a.txt", "tide/draft-c.txt", "old/a.txt", "old/keep.txt", "tide/old.txt")


def left(tmp_path: Path, *ignored: tuple[str, str]) -> set[str]:
    """The files that are left where these ignore files stand."""
    source = files(tmp_path, *((name, GOOD) for name in NAMES), *ignored)
    return {str(path.relative_to(source)) for path in found_in([source]).files}


@pytest.mark.parametrize(
    ("patterns", "gone"),
    [
        ("draft-*", {"draft-b.txt", "tide/draft-c.txt"}),
        ("/draft-*", {"draft-b.txt"}),
        ("# draft-*\n\nold/", {"old/a.txt", "old/keep.txt"}),
        ("old/\n!old/keep.txt", {"old/a.txt", "old/keep.txt"}),
        ("old/*\n!old/keep.txt", {"old/a.txt"}),
        ("tide/**\r\n", {"tide/a.txt", "tide/draft-c.txt", "tide/old.txt"}),
        ("*.txt\n!a.txt", set(NAMES) - {"a.txt", "tide/a.txt", "old/a.txt"}),
    ],
)
def test_patterns_mean_what_they_mean_to_git(tmp_path: Path, patterns: str, gone: set[str]) -> None:
    assert left(tmp_path, (".onrecordignore", patterns)) == set(NAMES) - gone


def test_an_inner_ignore_file_has_the_last_word_in_its_folder(tmp_path: Path) -> None:
    inner = ("tide/.onrecordignore", "!draft-c.txt\n/a.txt")
    assert left(tmp_path, (".onrecordignore", "draft-*"), inner) == set(NAMES) - {"draft-b.txt", "tide/a.txt"}


def test_what_is_ignored_is_counted_a_folder_once(tmp_path: Path) -> None:
    left(tmp_path, (".onrecordignore", "draft-*\nold/"))
    assert found_in([tmp_path]).ignored == 3


def test_a_file_that_is_named_itself_is_never_ignored(tmp_path: Path) -> None:
    left(tmp_path, (".onrecordignore", "*"))
    assert tuple(found_in([tmp_path / "a.txt"]).files) == (tmp_path / "a.txt",)


@pytest.mark.parametrize("content", [b"!", b"\xff\xfe"])
def test_an_ignore_file_that_makes_no_sense_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".onrecordignore").write_bytes(content)
    with pytest.raises(SettingError, match=str(tmp_path / ".onrecordignore")):
        found_in([tmp_path])
    result = run("reindex", "--source", tmp_path, "--index", tmp_path / "index")
    assert result.exit_code == USAGE
    assert ".onrecordignore" in sentence(result)


def test_an_index_that_stands_among_its_sources_is_no_source(tmp_path: Path) -> None:
    source = files(tmp_path, ("a.txt", GOOD), ("more/b.txt", GOOD))
    for _ in range(2):
        assert "2 articles" in run("reindex", "--source", source, "--index", source / "more" / "index").stdout


def test_an_ignore_file_that_is_not_utf_8_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / IGNORE).write_bytes("Größe".encode("latin-1"))
    with pytest.raises(SettingError) as raised:
        patterns_in(tmp_path / IGNORE)
    assert str(raised.value) == f"{tmp_path / IGNORE} cannot be read (byte 2 is not UTF-8); save it as UTF-8"
