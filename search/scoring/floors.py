"""Floors: the scores that were reached once, in a TOML file; none falls unless somebody asks for it.

[polnear]
at_least = { P = 0.83, R = 0.73 }
at_most = { wrong = 0.08 }
"""

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from search.errors import SettingError
from search.tables import nearest

Floors = Mapping[str, Mapping[str, float]]  # of a set of gold: its bounds by at_least and at_most
Scores = Mapping[str, float]

BOUNDS = ("at_least", "at_most")


def floors_in(path: Path, name: str) -> Floors:
    """The floors of a set of gold, none if the file has none; raises SettingError, which names file and key."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SettingError(f"{path}: there is no such file; --raise makes it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} cannot be read ({error}); mend it") from None
    try:
        return floors_of(text, name)
    except SettingError as error:
        raise SettingError(f"{path}: {error}") from None


def faults(scores: Scores, floors: Floors) -> list[str]:
    """Which scores are below their floor or above their ceiling, and by how much.

    >>> faults({"F1": 0.5}, {"at_least": {"F1": 0.75, "P": 0.5}})
    ['F1: 0.5000 is 0.2500 below 0.75', 'P: has a floor and no score; take it out of the floors']
    """
    low = [(key, bound, bound - scores.get(key, math.nan), "below") for key, bound in _of(floors, "at_least")]
    high = [(key, bound, scores.get(key, math.nan) - bound, "above") for key, bound in _of(floors, "at_most")]
    return [_fault(key, bound, by, side, scores) for key, bound, by, side in low + high if not by <= 0]


def floors_of(text: str, name: str) -> Floors:
    """The floors of a set of gold in the text of a floors file; raises SettingError, which names the key.

    >>> floors_of("[a]\\nat_most = { wrong = 0.08 }", "a")
    {'at_most': {'wrong': 0.08}}
    """
    try:
        table = tomllib.loads(text).get(name, {})
    except RecursionError:
        raise SettingError("it is nested too deep; mend it") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"it is no TOML ({error}); mend it") from None
    return {kind: _bounds(bounds, name, kind) for kind, bounds in _section(table, name).items()}


def _bounds(given: Any, name: str, kind: str) -> dict[str, float]:
    """The bounds of one kind, each a number."""
    if kind not in BOUNDS:
        raise SettingError(f"{name}.{kind} is not known; write {nearest(kind, BOUNDS) or ' or '.join(BOUNDS)}")
    for key, bound in _section(given, f"{name}.{kind}").items():
        if type(bound) not in {int, float}:
            raise SettingError(f"{name}.{kind}.{key} is no number; write one, such as 0.75")
    return {key: float(bound) for key, bound in given.items()}


def _section(value: Any, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingError(f"{key} is no section; write scores with their bounds, such as {{ P = 0.75 }}")
    return value


def _of(floors: Floors, kind: str) -> list[tuple[str, float]]:
    return list(floors.get(kind, {}).items())


def _fault(key: str, bound: float, by: float, side: str, scores: Scores) -> str:
    if key not in scores:
        return f"{key}: has a floor and no score; take it out of the floors"
    return f"{key}: {scores[key]:.4f} is {by:.4f} {side} {bound}"
