"""Bytes become text, or one clear sentence: the file, the reason, what to do."""

import os
from pathlib import Path

import pytest

from search.errors import ReadError
from search.reading import read
from search.reading.decoding import text_of

LARGEST = 10_000


def text(folder: Path, content: bytes) -> str:
    path = folder / "piece.txt"
    path.write_bytes(content)
    return text_of(path, LARGEST)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_with_or_without_a_mark_of_its_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    assert text(tmp_path, "“Ærlig,” said Odd.".encode(encoding)) == "“Ærlig,” said Odd."


def test_utf_16_of_either_byte_order_is_read(tmp_path: Path) -> None:
    assert text(tmp_path, b"\xfe\xff" + "Ærlig".encode("utf-16-be")) == "Ærlig"
    assert text(tmp_path, b"\xff\xfe" + "Ærlig".encode("utf-16-le")) == "Ærlig"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_are_one(tmp_path: Path, end: str) -> None:
    assert text(tmp_path, f"One.{end}{end}Two.".encode()) == "One.\n\nTwo."


def test_characters_that_control_a_terminal_are_taken_out(tmp_path: Path) -> None:
    assert text(tmp_path, b"A \x1b[31mred\x07 sail\tdries.\x0c") == "A  [31mred  sail\tdries. "


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe", "is empty"),
        (b"\x7fELF\0\0", "binary"),
        (b"half a PDF \0 and more", "binary"),
        (b"caf\xe9 noir", "byte 3"),
        (b"\xff\xfeA", "is not UTF-16"),
        (b"x" * (LARGEST + 1), "ONRECORD_LARGEST_FILE"),
    ],
)
def test_what_is_no_text_is_refused_with_file_reason_and_advice(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        text(tmp_path, content)
    assert str(caught.value).startswith(str(tmp_path / "piece.txt"))
    assert ";" in str(caught.value)  # what to do stands after it


def test_a_file_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    assert len(text(tmp_path, b"x" * LARGEST)) == LARGEST


def test_what_is_not_a_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("folder.txt", "pipe.txt"):
        with pytest.raises(ReadError, match="not a file"):
            text_of(tmp_path / name, LARGEST)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name in ("gone.txt", "loop.txt", "never.txt"):
        with pytest.raises(ReadError, match="cannot be opened"):
            text_of(tmp_path / name, LARGEST)


@pytest.mark.parametrize("name", ["sheet.xlsx", "letter", ".txt", "page.PHP"])
def test_a_file_of_another_kind_is_refused_with_advice(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Odd sails.")
    (error,) = read(tmp_path / name, LARGEST)
    assert isinstance(error, ReadError)
    assert "save it as .txt or .md" in str(error)


def test_a_suffix_in_capitals_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "NOTE.TXT").write_text("Odd sails.")
    assert [one.id for one in read(tmp_path / "NOTE.TXT", LARGEST) if not isinstance(one, ReadError)] == ["NOTE"]


def test_a_file_whose_name_is_no_text_is_refused_in_words_that_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Odd sails.")
    (error,) = read(path, LARGEST)
    assert "rename it" in str(error)
    assert str(error).encode()
