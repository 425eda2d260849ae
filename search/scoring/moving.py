"""Moving floors: scores that were reached are written into the floors file, line by line, so that comments stay."""

import json
import math
import os
import re
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from search.errors import SettingError
from search.scoring.floors import Floors, Scores, floors_in, floors_of

CEILINGS = frozenset({"wrong"})  # the less the better
BOUND = re.compile(r"(?P<key>\w+)(?P<between>\s*=\s*)(?P<bound>[\d.]+)")  # F1 = 0.78
BARE = re.compile(r"[A-Za-z0-9_-]+")  # what may be a heading without marks around it


def rewrite(path: Path, name: str, scores: Scores, *, up: bool, down: bool) -> None:
    """Write what was reached: `up` where it is better than its floor, `down` where it is worse. Comments stay."""
    text = ""
    if path.exists():
        floors_in(path, name)  # says what is wrong in the file, and where
        text = path.read_text(encoding="utf-8")
    new = rewritten(text, name, scores, up=up, down=down)
    if new != text:
        _replace(path, new)


def rewritten(text: str, name: str, scores: Scores, *, up: bool, down: bool) -> str:
    """The text of a floors file with its floors moved; raises SettingError if they are not a line each.

    >>> floors = "[a] # ours\\nat_least = { P = 0.50, R = 0.50 }"
    >>> print(rewritten(floors, "a", {"P": 0.129, "R": 0.669}, up=True, down=False))
    [a] # ours
    at_least = { P = 0.50, R = 0.66 }
    """
    before = floors_of(text, name)
    if not before:
        return text + _table(name, scores) if up else text
    wanted = {kind: {k: _moved(k, b, scores, up, down) for k, b in bounds.items()} for kind, bounds in before.items()}
    new = "".join(_lines(text, name, wanted))
    if floors_of(new, name) != wanted:
        raise SettingError(
            f"the floors of {name} are not written as at_least = {{ … }} in one line; change them by hand"
        )
    return new


def _moved(key: str, bound: float, scores: Scores, up: bool, down: bool) -> float:
    """Where a bound belongs."""
    score, sign = scores.get(key, bound), -1 if key in CEILINGS else 1
    reached = _reached(key, score)
    better, worse = reached * sign > bound * sign, score * sign < bound * sign
    return reached if (better and up) or (worse and down) else bound


def _reached(key: str, score: float) -> float:
    """A score in two decimals, so that it just keeps its floor.

    >>> _reached("F1", 0.7899), _reached("F1", 0.29), _reached("wrong", 0.0701)
    (0.78, 0.29, 0.08)
    """
    hundredths = round(score * 100, 6)  # 0.29 * 100 is a little less than 29
    return (math.ceil(hundredths) if key in CEILINGS else math.floor(hundredths)) / 100


def _table(name: str, scores: Scores) -> str:
    """A table of all scores, for a set that has none."""
    bounds = {key: f"{key} = {_reached(key, score):.2f}" for key, score in scores.items()}
    least = [bound for key, bound in bounds.items() if key not in CEILINGS]
    most = [bound for key, bound in bounds.items() if key in CEILINGS]
    lines = [
        f"{kind} = {{ {', '.join(found)} }}\n" for kind, found in (("at_least", least), ("at_most", most)) if found
    ]
    heading = name if BARE.fullmatch(name) else json.dumps(name)
    return f"\n[{heading}]\n{''.join(lines)}"


def _lines(text: str, name: str, wanted: Floors) -> list[str]:
    """The lines of a file, those of one table with other bounds."""
    lines, inside = text.splitlines(keepends=True), False
    for number, line in enumerate(lines):
        if line.lstrip().startswith("["):
            inside = _opens(line, name)
        kind = line.partition("=")[0].strip()
        if inside and kind in wanted:
            lines[number] = _with_bounds(line, wanted[kind])
    return lines


def _with_bounds(line: str, wanted: Mapping[str, float]) -> str:
    def bound(found: re.Match[str]) -> str:
        key, old = found["key"], found["bound"]
        same = key not in wanted or float(old) == wanted[key]
        return found[0] if same else f"{key}{found['between']}{wanted[key]:.2f}"

    given, mark, comment = line.partition("#")
    return BOUND.sub(bound, given) + mark + comment


def _opens(line: str, name: str) -> bool:
    """Whether a line opens the table of this name."""
    try:
        table: dict[str, Any] = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return table == {name: {}}


def _replace(path: Path, text: str) -> None:
    """Write a file aside and put it in its place at once."""
    place = path.resolve()  # a link stays a link
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        with aside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, aside)
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)
