"""An index that lost a piece, or a bit, says so and is built anew; a killed build and a full disk change nothing."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import builds_without_end
import pytest
from conftest import ROOT
from examples import article, paragraph

from search.engines.whoosh import WhooshEngine
from search.errors import BrokenIndex, IndexUnusable
from search.query import PAGE_SIZE, Query

SHIP = (article("ship", paragraph("The ship sails."), paragraph("It is late.")),)
PIECES = ["manifest.json", "_MAIN_1.toc", "columns", "aliases.json"]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    WhooshEngine(tmp_path / "index").build(SHIP)
    return tmp_path / "index"


def generation(folder: Path) -> Path:
    return folder / "generations" / (folder / "current").read_text(encoding="ascii")


def pieces(folder: Path) -> list[Path]:
    """The files of an index that hold anything."""
    return [path for path in generation(folder).iterdir() if path.stat().st_size]


def total(folder: Path) -> int:
    return WhooshEngine(folder).search(Query()).total


def with_a_bit_turned(content: bytes, bit: int) -> bytes:
    turned = bytearray(content)
    turned[bit // 8] ^= 1 << bit % 8
    return bytes(turned)


@pytest.mark.parametrize("piece", PIECES)
def test_an_index_that_lacks_a_piece_is_broken_and_says_what_to_run(built: Path, piece: str) -> None:
    (generation(built) / piece).unlink()
    with pytest.raises(BrokenIndex, match="run: onrecord reindex"):
        total(built)
    WhooshEngine(built).build(SHIP)
    assert total(built) == 2


def test_every_file_of_an_index_is_watched_for_a_bit_turned(built: Path) -> None:
    for path in pieces(built):
        content = path.read_bytes()
        for bit in (0, len(content) * 4, len(content) * 8 - 1):
            path.write_bytes(with_a_bit_turned(content, bit))
            with pytest.raises(IndexUnusable, match="run: onrecord reindex"):
                total(built)
        path.write_bytes(content)
    assert total(built) == 2


def test_every_file_of_an_index_is_watched_for_a_missing_end(built: Path) -> None:
    for path in pieces(built):
        content = path.read_bytes()
        for length in (0, len(content) // 2, len(content) - 1):
            path.write_bytes(content[:length])
            with pytest.raises(BrokenIndex, match="run: onrecord reindex"):
                total(built)
        path.write_bytes(content)


@pytest.mark.parametrize("name", ["manifest.json", "../../current"])
def test_no_bit_of_what_describes_an_index_leads_to_a_traceback_or_a_wrong_answer(built: Path, name: str) -> None:
    path = (generation(built) / name).resolve()
    content = path.read_bytes()
    for bit in range(0, len(content) * 8, 3):
        path.write_bytes(with_a_bit_turned(content, bit))
        with suppress(IndexUnusable):
            assert total(built) == 2
    path.write_bytes(content)
    assert total(built) == 2


@pytest.mark.parametrize("pointer", [b"", b"\xff\xfe", b"..", b"/etc", b"20240531T120000000000Z-abcdef", b"x" * 5000])
def test_a_pointer_to_nowhere_is_a_broken_index_that_the_next_build_mends(built: Path, pointer: bytes) -> None:
    (built / "current").write_bytes(pointer)
    with pytest.raises(BrokenIndex, match="run: onrecord reindex"):
        total(built)
    WhooshEngine(built).build(SHIP)
    assert total(built) == 2


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """What a full disk is to a process: a write that fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 10, 130, 1_000, 8_000])
def test_a_full_disk_is_said_and_changes_nothing(built: Path, size: int) -> None:
    large = [article(f"a{n}", paragraph(f"Ship {n} sails."), raw="sea " * 100) for n in range(200)]
    before = {path: path.read_bytes() for path in generation(built).iterdir()}
    with no_file_larger_than(size), pytest.raises(OSError, match="File too large"):
        WhooshEngine(built).build(large)
    assert {path: path.read_bytes() for path in generation(built).iterdir()} == before
    assert [path.name for path in (built / "generations").iterdir()] == [generation(built).name]
    assert total(built) == 2
    WhooshEngine(built).build(large)
    assert total(built) == 200


def killed_after(seconds: float, folder: Path, first: int) -> int:
    """Build without end, kill it so long after its first build; the number of the last round that it finished."""
    command = [sys.executable, builds_without_end.__file__, str(folder), str(first)]
    environment = {"PYTHONPATH": os.pathsep.join([*os.environ.get("PYTHONPATH", "").split(os.pathsep), str(ROOT)])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        lines = [process.stdout.readline()]
        time.sleep(seconds)
        process.kill()
        lines += process.stdout.readlines()
    return int(lines[-1])


def test_a_killed_build_leaves_the_last_finished_one_and_the_next_one_sweeps(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    finished = 0
    for kill in range(10):
        finished = killed_after(kill * 0.017, folder, finished + 1)
        reader = WhooshEngine(folder)
        found = {
            number: reader.search(Query(f'"round {number}"')).total for number in range(finished - 1, finished + 3)
        }
        full = {number for number, count in found.items() if count}
        assert full <= {finished, finished + 1}  # a round may be current before it says so
        assert [found[number] for number in full] == [builds_without_end.ARTICLES]
        assert reader.search(Query()).total == 2 * builds_without_end.ARTICLES
        assert len(reader.search(Query()).hits) == PAGE_SIZE
    WhooshEngine(folder).build(SHIP)
    assert total(folder) == 2
    left = list((folder / "generations").iterdir())
    assert len(left) == 2
    assert all((path / "manifest.json").is_file() for path in left)
    assert {path.name for path in folder.iterdir()} <= {"current", "generations", "lock"}


def ask_for_ten_seconds(engine: WhooshEngine) -> None:
    for _ in range(1000):
        engine.search(Query("ship"))
        time.sleep(0.01)


def test_a_large_file_is_read_whole_after_the_first_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.engines.whoosh.engine.CHECKED_AFTER", 0.0)
    engine = WhooshEngine(tmp_path / "index")
    engine.build([article("a", paragraph("The ship sails."), raw=os.urandom(2_000_000).hex())])
    stored = next(generation(tmp_path / "index").glob("*._stored.col"))
    stored.write_bytes(with_a_bit_turned(stored.read_bytes(), 8_000_000))
    assert engine.search(Query("ship")).total == 1
    with pytest.raises(BrokenIndex, match="damaged; run: onrecord reindex"):
        ask_for_ten_seconds(engine)
