"""A watch does the work once for each change, says what is wrong once, and tries again."""

import re
from collections.abc import Callable, Iterator

import pytest

from search.cli.following import AGAIN, LOOKED, follow
from search.errors import LockedIndex, OnRecordError

TIME = r"[0-2]\d:[0-5]\d:[0-5]\d"


class Enough(BaseException):
    """The looks that a test wants have been had."""


def watched(states: list[str], work: Callable[[], object]) -> list[float]:
    """The pauses of a watch that sees these states, of which "" cannot be looked at."""
    pauses: list[float] = []
    seen: Iterator[str] = iter(states)

    def state() -> str:
        found = next(seen, None)
        if found is None:
            raise Enough
        if not found:
            raise OnRecordError("news: there is no such folder")
        return found

    with pytest.raises(Enough):
        follow(state, work, pauses.append)
    return pauses


def test_the_work_is_done_at_once_and_again_when_a_change_has_come_to_rest() -> None:
    done: list[str] = []
    watched(["a", "a", "b", "c", "c", "c"], lambda: done.append("done"))
    assert len(done) == 2


def test_what_is_wrong_for_long_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    done: list[str] = []
    watched(["a", "", "", "", "a", "", "a"], lambda: done.append("done"))
    assert len(done) == 1
    assert re.fullmatch(rf"({TIME} not done: news: there is no such folder\n){{2}}", capsys.readouterr().err)


def test_work_that_could_not_be_done_is_tried_again_after_a_while(capsys: pytest.CaptureFixture[str]) -> None:
    holders = ["somebody", "somebody", ""]

    def work() -> None:
        if holder := holders.pop(0):
            raise LockedIndex(f"{holder} is writing")

    pauses = watched(["a"] * 5, work)
    assert holders == []
    assert [round(pause) for pause in pauses] == [AGAIN, AGAIN, LOOKED, LOOKED, LOOKED]
    assert re.fullmatch(rf"{TIME} not done: somebody is writing\n", capsys.readouterr().err)
