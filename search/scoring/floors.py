"""Floors: the scores that were reached once, in a TOML file; none falls unless somebody asks for it.

[polnear]
at_least = { P = 0.83, R = 0.73 }
at_most = { wrong = 0.08 }
"""

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from search.errors import SettingError

Floors = Mapping[str, Mapping[str, float]]  # of a set of gold: its bounds by at_least and at_most
Scores = Mapping[str, float]


def floors_in(path: Path, name: str) -> Floors:
    """The floors of a set of gold, none if the file has none; raises SettingError, which names file and key."""
    try:
        return floors_of(path.read_text(encoding="utf-8"), name)
    except FileNotFoundError:
        raise SettingError(f"{path}: there is no such file; --raise makes it") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingError(f"{path} cannot be read ({error}); mend it") from None


def faults(scores: Scores, floors: Floors) -> list[str]:
    """Which scores are below their floor or above their ceiling, and by how much.

    >>> faults({"F1": 0.5}, {"at_least": {"F1": 0.75, "P": 0.5}})
    ['F1: 0.5000 is 0.2500 below 0.75', 'P: has a floor and no score; take it out of the floors']
    """
    low = [(key, bound, bound - scores.get(key, math.nan), "below") for key, bound in _of(floors, "at_least")]
    high = [(key, bound, scores.get(key, math.nan) - bound, "above") for key, bound in _of(floors, "at_most")]
    return [_fault(key, bound, by, side, scores) for key, bound, by, side in low + high if not by <= 0]


def floors_of(text: str, name: str) -> Floors:
    """The floors of a set of gold in the text of a floors file."""
    return msgspec.convert(tomllib.loads(text).get(name, {}), type=dict[str, dict[str, float]])


def _of(floors: Floors, kind: str) -> list[tuple[str, float]]:
    return list(floors.get(kind, {}).items())


def _fault(key: str, bound: float, by: float, side: str, scores: Scores) -> str:
    if key not in scores:
        return f"{key}: has a floor and no score; take it out of the floors"
    return f"{key}: {scores[key]:.4f} is {by:.4f} {side} {bound}"
