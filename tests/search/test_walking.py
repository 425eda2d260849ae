"""A folder is walked however deep it is, whatever lies in it; what cannot be opened is said and costs nothing else."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from newsroom import GOOD, files

from search.errors import ReadError
from search.paths import places
from search.reading import is_read, read
from search.sources import files_in, found_in
from search.walking import walked

DEEP = 1_200  # folders in one another: more than Python's calls
TOO_LONG = 17  # names of 250 letters, which together no system opens
NAME = "n" * 250


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    folders = [tmp_path / "deep"]
    folders += [folders[0] / ("d/" * n) for n in range(1, DEEP)]
    for folder in folders:
        folder.mkdir()
    (folders[-1] / "a.txt").write_text(GOOD, encoding="utf-8")
    yield folders[0]
    (folders[-1] / "a.txt").unlink()
    for folder in reversed(folders):  # what removes whole trees calls itself
        folder.rmdir()


def test_a_folder_may_be_deeper_than_calls_can_be(deep: Path) -> None:
    assert [path.name for path in files_in(deep)] == ["a.txt"]


def test_a_folder_that_cannot_be_opened_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    files(tmp_path, ("a.txt", GOOD))
    with ExitStack() as opened:
        at = os.open(tmp_path, os.O_RDONLY)
        for _ in range(TOO_LONG):
            opened.callback(os.close, at)
            os.mkdir(NAME, dir_fd=at)
            at = os.open(NAME, os.O_RDONLY, dir_fd=at)
        opened.callback(os.close, at)
        found = found_in([tmp_path])
    ((folder, reason),) = found.closed.items()
    assert folder.startswith(str(tmp_path / NAME))
    assert reason == "File name too long"
    assert list(found.files) == [tmp_path / "a.txt"]


def test_files_stand_in_the_order_of_their_folders(tmp_path: Path) -> None:
    files(tmp_path, *((name, GOOD) for name in ("a/z.txt", "a.txt", "a!.txt", "a/b/c.txt", "B.txt", "a-b/c.txt")))
    found = list(files_in(tmp_path))
    assert found == sorted(found)
    assert places(map(str, reversed(found)), [tmp_path]) == list(map(str, found))
    assert places(map(str, found), [tmp_path / "a", tmp_path])[:2] == list(map(str, files_in(tmp_path / "a")))


def test_links_are_followed_to_files_only_and_a_file_is_read_once(tmp_path: Path) -> None:
    source = files(tmp_path / "news", ("a.txt", GOOD), ("b/c.txt", GOOD))
    files(tmp_path / "elsewhere", ("d.txt", GOOD))
    for name, place in {
        "b/up": "..",
        "self.txt": "self.txt",
        "again.txt": "a.txt",
        "out.txt": "../elsewhere/d.txt",
    }.items():
        (source / name).symlink_to(place)
    (source / "folder").symlink_to(tmp_path / "elsewhere")
    assert [path.name for path in files_in(source)] == ["a.txt", "again.txt", "c.txt", "out.txt", "self.txt"]
    assert [path.name for path in found_in([source, tmp_path]).files] == ["a.txt", "c.txt", "out.txt", "self.txt"]


def test_a_folder_that_goes_while_it_is_looked_for_is_none(tmp_path: Path) -> None:
    walk = walked(str(tmp_path / "gone"))
    assert (walk.files, walk.closed) == ([], {})


@pytest.mark.parametrize("name", ["pipe.txt", "pipe"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    (error,) = read(tmp_path / name, 10_000)
    assert str(error) == f"{tmp_path / name}: is a folder, a pipe or a device, not a file; save its text as .txt"
    assert not is_read(tmp_path / "pipe")
    with pytest.raises(ReadError, match="is a pipe or a device"):
        files_in(tmp_path / name)


def test_a_folder_in_the_place_of_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    (error,) = read(tmp_path / "a.txt", 10_000)
    assert "is a folder, a pipe or a device" in str(error)


def test_what_the_kernel_makes_up_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/proc/self/environ")
    (error,) = read(tmp_path / "a.txt", 10_000)
    assert isinstance(error, ReadError)
    assert str(error).startswith(f"{tmp_path / 'a.txt'}: ")
