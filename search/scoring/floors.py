"""Floors: the scores that were reached once, in a TOML file; none falls unless somebody asks for it.

[polnear]
at_least = { P = 0.83, R = 0.73 }
at_most = { wrong = 0.08 }
"""

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

Floors = Mapping[str, Mapping[str, float]]  # of a set of gold: its bounds by at_least and at_most
Scores = Mapping[str, float]

CEILINGS = frozenset({"wrong"})  # the less the better
BOUND = re.compile(r"(?P<key>\w+)(?P<between>\s*=\s*)(?P<bound>[\d.]+)")  # F1 = 0.78


def floors_in(path: Path, name: str) -> Floors:
    """The floors of a set of gold, none if the file has none; raises SettingError, which names file and key."""
    try:
        return _floors(path.read_text(encoding="utf-8"), name)
    except FileNotFoundError:
        raise SettingError(f"{path}: there is no such file; --raise makes it") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingError(f"{path} cannot be read ({error}); mend it") from None


def faults(scores: Scores, floors: Floors) -> list[str]:
    """Which scores are below their floor or above their ceiling, and by how much.

    >>> faults({"F1": 0.5}, {"at_least": {"F1": 0.75, "P": 0.5}})
    ['F1: 0.5000 is 0.2500 below 0.75', 'P: has a floor and no score; take it out of the floors']
    """
    low = [(key, bound, bound - scores.get(key, math.nan), "below") for key, bound in _of(floors, "at_least")]
    high = [(key, bound, scores.get(key, math.nan) - bound, "above") for key, bound in _of(floors, "at_most")]
    return [_fault(key, bound, by, side, scores) for key, bound, by, side in low + high if not by <= 0]


def rewrite(path: Path, name: str, scores: Scores, *, up: bool, down: bool) -> None:
    """Write what was reached: `up` where it is better than its floor, `down` where it is worse. Comments stay."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    new = rewritten(text, name, scores, up=up, down=down)
    if new != text:
        _replace(path, new)


def rewritten(text: str, name: str, scores: Scores, *, up: bool, down: bool) -> str:
    """The text of a floors file with its floors moved; raises SettingError if they are not a line each.

    >>> print(rewritten("[a]  # ours\\nat_least = { P = 0.50, R = 0.50 }", "a", {"P": 0.129, "R": 0.669}, up=True, down=False))
    [a]  # ours
    at_least = { P = 0.50, R = 0.66 }
    """
    before = _floors(text, name)
    if not before:
        return text + _table(name, scores) if up else text
    wanted = {kind: {k: _moved(k, b, scores, up, down) for k, b in bounds.items()} for kind, bounds in before.items()}
    new = "".join(_lines(text, name, wanted))
    if _floors(new, name) != wanted:
        raise SettingError(
            f"the floors of {name} are not written as at_least = {{ … }} in one line; change them by hand"
        )
    return new


def _floors(text: str, name: str) -> Floors:
    table = tomllib.loads(text).get(name, {})
    return {kind: {key: float(bound) for key, bound in dict(bounds).items()} for kind, bounds in dict(table).items()}


def _of(floors: Floors, kind: str) -> list[tuple[str, float]]:
    return list(floors.get(kind, {}).items())


def _fault(key: str, bound: float, by: float, side: str, scores: Scores) -> str:
    if key not in scores:
        return f"{key}: has a floor and no score; take it out of the floors"
    return f"{key}: {scores[key]:.4f} is {by:.4f} {side} {bound}"


def _moved(key: str, bound: float, scores: Scores, up: bool, down: bool) -> float:
    """Where a bound belongs."""
    reached = _reached(key, scores[key]) if key in scores else bound
    better = reached < bound if key in CEILINGS else reached > bound
    return reached if (up if better else down) else bound


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
    return f"\n[{name if re.fullmatch(r'[\w-]+', name, re.ASCII) else json.dumps(name)}]\n{''.join(lines)}"


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
