"""Floors rise to what was reached, fall only if somebody says so, and keep what else stands in their file."""

from pathlib import Path

import pytest

from search.errors import SettingError
from search.scoring.floors import faults, floors_in
from search.scoring.moving import rewrite

FLOORS = """# Ours.
[a]  # the first: F1 = 0.10
at_least = { F1 = 0.50, R = 0.785 } # hard won: F1 = 0.40
at_most = { wrong = 0.10 }

[b]
at_least = { F1 = 0.50 }
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "floors.toml").write_text(FLOORS, encoding="utf-8")
    return tmp_path / "floors.toml"


def moved(path: Path, *, up: bool = False, down: bool = False, name: str = "a", **scores: float) -> str:
    rewrite(path, name, scores, up=up, down=down)
    return path.read_text(encoding="utf-8")


def test_a_better_score_raises_its_floor_and_nothing_else(path: Path) -> None:
    expected = FLOORS.replace("{ F1 = 0.50, R", "{ F1 = 0.61, R").replace("wrong = 0.10", "wrong = 0.07")
    assert moved(path, up=True, F1=0.6199, R=0.789, wrong=0.0612) == expected


def test_a_worse_score_lowers_nothing_unless_it_is_asked_for(path: Path) -> None:
    assert moved(path, up=True, F1=0.4, R=0.7, wrong=0.2) == FLOORS
    lowered = moved(path, down=True, F1=0.4, R=0.9, wrong=0.2)
    assert lowered == FLOORS.replace("{ F1 = 0.50, R", "{ F1 = 0.40, R").replace("wrong = 0.10", "wrong = 0.20")


def test_a_set_without_floors_gets_them(path: Path) -> None:
    table = '\n["c d"]\nat_least = { F1 = 0.33 }\nat_most = { wrong = 0.34 }\n'
    assert moved(path, up=True, name="c d", F1=0.333, wrong=0.333) == FLOORS + table
    assert moved(path, down=True, name="e", F1=0.333) == FLOORS + table
    assert floors_in(path, "c d") == {"at_least": {"F1": 0.33}, "at_most": {"wrong": 0.34}}


def test_a_file_that_is_not_there_is_made_by_raising_and_missed_otherwise(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no such file; --raise makes it"):
        floors_in(tmp_path / "floors.toml", "a")
    assert "F1 = 0.50" in moved(tmp_path / "floors.toml", up=True, F1=0.5)


def test_a_file_is_replaced_at_once_with_its_mode_and_through_a_link(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    (tmp_path / "link.toml").symlink_to(path)
    moved(tmp_path / "link.toml", up=True, F1=0.9)
    assert (tmp_path / "link.toml").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["floors.toml", "link.toml"]


@pytest.mark.parametrize("text", ["[a", "a = 3", "[a]\nat_least = 3", '[a]\nat_least = { F1 = "high" }'])
def test_floors_that_make_no_sense_are_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=r"floors\.toml: "):
        floors_in(tmp_path / "floors.toml", "a")
    with pytest.raises(SettingError, match=r"floors\.toml: "):
        moved(tmp_path / "floors.toml", up=True, F1=0.9)


def test_floors_in_another_form_are_left_to_hands(tmp_path: Path) -> None:
    (tmp_path / "floors.toml").write_text("[a.at_least]\nF1 = 0.50\n", encoding="utf-8")
    with pytest.raises(SettingError, match="by hand"):
        moved(tmp_path / "floors.toml", up=True, F1=0.9)


def test_a_floor_without_a_score_is_a_fault() -> None:
    assert faults({}, {"at_most": {"wrong": 0.1}}) == ["wrong: has a floor and no score; take it out of the floors"]
