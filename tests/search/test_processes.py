"""Work in several processes is as if it were done in one, and none of them outlives it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT
from dying import endless, never, nothing, tenfold

from search.errors import OnRecordError
from search.processes import AHEAD, in_order


def results(*batches: tuple[int, ...], count: int = 2) -> list[tuple[int, int | None]]:
    return list(in_order(tenfold, batches, count=count, ready=nothing))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return b"Z" not in Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2]


def workers_in(folder: Path, count: int) -> list[int]:
    """The processes that have said in this folder that they are at work, once there are so many."""
    deadline = time.monotonic() + 60
    while len(found := [int(path.name) for path in folder.iterdir()]) < count:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def test_results_come_in_the_order_of_what_was_given() -> None:
    batches = [tuple(range(n, n + 3)) for n in range(100, 200, 3)]
    assert results(*batches) == [(n, n * 10) for batch in batches for n in batch]
    assert results() == []


def test_a_process_that_dies_costs_what_it_died_of_and_nothing_else() -> None:
    assert results((11, 12, 13, 14), (15,), (13,), (16,)) == [
        (11, 110),
        (12, 120),
        (13, None),
        (14, 140),
        (15, 150),
        (13, None),
        (16, 160),
    ]


def test_what_is_not_ready_says_why() -> None:
    with pytest.raises(OnRecordError, match="there is no such model"):
        list(in_order(tenfold, [(1,)], count=2, ready=never))


def test_no_more_is_taken_than_keeps_all_busy() -> None:
    taken: list[int] = []

    def batches() -> Iterator[tuple[int]]:
        for number in range(100, 200):
            taken.append(number)
            yield (number,)

    with closing(in_order(tenfold, batches(), count=2, ready=nothing)) as found:
        next(found)
        assert len(taken) == 2 * AHEAD


def test_who_stops_early_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_TEST_FOLDER", str(tmp_path))

    def batches() -> Iterator[tuple[int]]:
        yield (1,)
        yield (2,)
        workers_in(tmp_path, 2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(in_order(endless, batches(), count=2, ready=nothing))
    assert [alive(worker) for worker in workers_in(tmp_path, 2)] == [False, False]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_processes_that_are_left_alone_before_they_are_ready_end_in_silence(tmp_path: Path, sent: int) -> None:
    environment = {**os.environ, "ONRECORD_TEST_FOLDER": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tests" / "dying.py"), "late"]
    first = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    workers = workers_in(tmp_path, 2)
    first.send_signal(sent)
    assert first.communicate(timeout=30)[1] == ""  # it ends when the last process has closed it
    assert [alive(worker) for worker in workers] == [False, False]


def test_ctrl_c_ends_all_processes_in_silence(tmp_path: Path) -> None:
    environment = {**os.environ, "ONRECORD_TEST_FOLDER": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tests" / "dying.py")]
    group = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)
    workers = workers_in(tmp_path, 2)
    os.killpg(group.pid, signal.SIGINT)
    assert group.communicate(timeout=30)[1] == ""
    assert group.returncode == 130
    assert [alive(worker) for worker in workers] == [False, False]
