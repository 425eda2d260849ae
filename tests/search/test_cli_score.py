"""The command that scores: its table, its data, its floors, and one clear sentence for whatever goes wrong."""

import json
from pathlib import Path

import pytest
from commands import DONE, SOME_FAILED, USAGE, run, sentence
from newsroom import GOOD, files

NAMED = {"file": "a.txt", "paragraphs": [{"n": 1, "must": []}, {"n": 2, "must": [["Ann Lee"], ["Odd Ruun"]]}]}
WORDS = "“The ferry sails again,” said Ann Lee."
STATED = {
    "id": "ferry",
    "paragraphs": [
        {
            "n": 1,
            "text": WORDS,
            "statements": [
                {"kind": "direct", "start": 0, "end": 24, "speaker_span_text": "Lee", "speaker_type": "person_surname"}
            ],
        }
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return files(tmp_path, ("a.txt", GOOD), ("ours_gold.jsonl", json.dumps(NAMED))) / "ours_gold.jsonl"


def test_the_table_shows_precision_and_recall_by_kind_and_by_speaker(tmp_path: Path) -> None:
    result = run("score", files(tmp_path, ("ours.jsonl", json.dumps(STATED))) / "ours.jsonl")
    assert result.exit_code == DONE
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["all", "1.000", "1.000", "1"] in lines
    assert ["direct", "1.000", "1.000", "1"] in lines
    assert ["person", "1.000", "1.000", "1"] in lines
    assert ["span_and_speaker_R", "1.000"] in lines
    assert "the worst articles" not in result.stdout


def test_the_worst_articles_are_named(gold: Path) -> None:
    assert "   1 missed    0 wrong  a\n" in run("score", gold).stdout
    assert "wrong  a\n" not in run("score", gold, "--worst", 0).stdout


def test_the_same_can_be_had_as_data(gold: Path) -> None:
    found = json.loads(run("score", gold, "--json").stdout)
    assert (found["gold"], found["articles"], found["paragraphs"]) == ("ours", 1, 2)
    assert found["figures"] == {"found": 0.5, "wrong": 0.0}
    assert found["by"]["all"] == {"precision": 1.0, "recall": 0.5, "of": 2}
    assert found["worst"] == [{"id": "a", "missed": 1, "wrong": 0}]


def test_a_score_below_its_floor_is_a_sentence_and_exit_code_1(gold: Path, tmp_path: Path) -> None:
    floors = files(tmp_path, ("floors.toml", "[ours]\nat_least = { found = 0.75 }\n")) / "floors.toml"
    result = run("score", gold, "--floors", floors)
    assert result.exit_code == SOME_FAILED
    assert result.stderr == "ours: found: 0.5000 is 0.2500 below 0.75\n"


@pytest.mark.parametrize("raised", [(), ("--raise",)])
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[ours]\nat_leest = { found = 0.75 }", "ours.at_leest is not known; write at_least"),
        ("[ours]\nfound = 0.75", "ours.found is not known; write at_least or at_most"),
        ('[ours]\nat_least = { found = "a" }', "ours.at_least.found is no number; write one, such as 0.75"),
        ("[ours]\nat_least = { found = true }", "ours.at_least.found is no number; write one, such as 0.75"),
        ("[ours]\nat_least = 0.75", "ours.at_least is no section; write scores with their bounds"),
        ("ours = 0.75", "ours is no section"),
        (f"[ours]\nat_least = {'[' * 5_000}", "it is nested too deep"),
        ("[ours", "it is no TOML"),
    ],
)
def test_a_slip_in_the_floors_turns_none_off(
    gold: Path, tmp_path: Path, text: str, fault: str, raised: tuple[str, ...]
) -> None:
    floors = files(tmp_path, ("floors.toml", text)) / "floors.toml"
    result = run("score", gold, "--floors", floors, *raised)
    assert result.exit_code == USAGE
    assert sentence(result).startswith(f"Error: {floors}: {fault}")
    assert floors.read_text(encoding="utf-8") == text


def test_no_floor_falls_without_a_flag(gold: Path, tmp_path: Path) -> None:
    floors = files(tmp_path, ("floors.toml", "[ours]\nat_least = { found = 0.75 }\n")) / "floors.toml"
    assert run("score", gold, "--floors", floors, "--raise").exit_code == SOME_FAILED
    assert "0.75" in floors.read_text(encoding="utf-8")
    assert run("score", gold, "--floors", floors, "--lower").exit_code == DONE
    assert "found = 0.50" in floors.read_text(encoding="utf-8")


def test_raising_writes_floors_where_there_are_none(gold: Path, tmp_path: Path) -> None:
    floors = files(tmp_path, ("floors.toml", "# Ours.\n")) / "floors.toml"
    assert "has no floors for it; --raise writes them" in sentence(run("score", gold, "--floors", floors))
    assert run("score", gold, "--floors", floors, "--raise").exit_code == DONE
    written = "# Ours.\n\n[ours]\nat_least = { found = 0.50 }\nat_most = { wrong = 0.00 }\n"
    assert floors.read_text(encoding="utf-8") == written


def test_an_article_that_fails_is_a_sentence_and_the_rest_is_scored(gold: Path) -> None:
    gold.write_text(f"{json.dumps(NAMED)}\nno JSON\n", encoding="utf-8")
    result = run("score", gold)
    assert result.exit_code == SOME_FAILED
    assert sentence(result).startswith(f"failed: {gold}: line 2: JSON is malformed")
    assert "ours: 1 article," in result.stdout


def test_the_scores_of_a_part_move_no_floor(gold: Path, tmp_path: Path) -> None:
    gold.write_text(f"{json.dumps(NAMED)}\nno JSON\n", encoding="utf-8")
    floors = files(tmp_path, ("floors.toml", "[ours]\nat_least = { found = 0.10 }\n")) / "floors.toml"
    result = run("score", gold, "--floors", floors, "--raise")
    assert sentence(result) == "failed: the floors were not moved, for these are the scores of a part"
    assert "found = 0.10" in floors.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("gone.jsonl",), "gone.jsonl: there is no such file"),
        (("ours_gold.jsonl", "--raise"), "--raise and --lower need the file of floors"),
        (("ours_gold.jsonl", "--worst", "-1"), "--worst"),
        (("ours_gold.jsonl", "--floors", "gone.toml"), "gone.toml: there is no such file; --raise makes it"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(
    gold: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], reason: str
) -> None:
    monkeypatch.chdir(gold.parent)
    result = run("score", *words)
    assert result.exit_code == USAGE
    assert reason in sentence(result)


def test_gold_of_which_nothing_can_be_scored_is_an_error(tmp_path: Path) -> None:
    result = run("score", files(tmp_path, ("ours.jsonl", "{}")) / "ours.jsonl")
    assert result.exit_code == SOME_FAILED
    assert sentence(result).endswith("no article could be scored")
