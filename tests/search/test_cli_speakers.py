"""`onrecord speakers` says who is one and why, and what an editor may paste into speakers.toml."""

import json
import tomllib
from pathlib import Path

import pytest
from commands import DONE, SOME_FAILED, USAGE, run, sentence
from newsroom import files

ARTICLES = (
    ("a.txt", "The analyst Viktor Hranyuk said that it was late."),
    ("b.txt", "“It was never late,” said the analyst Viktor Hraniuk."),
    ("c.txt", "Bob Quist said that it was early."),
    ("d.txt", "Robert Quist said that it was early."),
)
BROKEN = '[[speaker]]\nnick = "Bob"\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return files(tmp_path / "clippings", *ARTICLES)


def test_it_tells_each_spelling_and_why_it_is_one(source: Path) -> None:
    result = run("speakers", source)
    assert result.exit_code == DONE
    assert "Viktor Hraniuk: 2 statements in 2 articles\n" in result.stdout
    assert "Viktor Hranyuk: 1 statement in 1 article; transcription: Hraniuk ~ Hranyuk; both analyst" in result.stdout


def test_what_it_proposes_can_be_pasted_and_is_then_done(source: Path) -> None:
    said = run("speakers", source).stdout
    pasted = said[said.index("# Bob Quist") :]
    assert tomllib.loads(pasted) == {"speaker": [{"name": "Bob Quist", "also": ["Robert Quist"]}]}
    files(source, ("speakers.toml", pasted))
    again = run("speakers", source).stdout
    assert "Robert Quist: 1 statement in 1 article; speakers.toml: the editor says so" in again
    assert "[[speaker]]" not in again


def test_as_json_each_line_is_one_thing(source: Path) -> None:
    lines = [json.loads(line) for line in run("speakers", source, "--json").stdout.splitlines()]
    assert [next(iter(line)) for line in lines] == ["merged", "proposed"]
    assert [one["spelling"] for one in lines[0]["spellings"]] == ["Viktor Hraniuk", "Viktor Hranyuk"]
    assert tomllib.loads(lines[1]["entry"])


def test_it_tells_what_the_file_parts_and_what_nobody_needs(source: Path) -> None:
    entries = '[[speaker]]\nname = "Viktor Hranyuk"\nnot = ["Viktor Hraniuk"]\n\n[[speaker]]\nname = "Ann Soreby"\n'
    files(source, ("speakers.toml", entries))
    said = run("speakers", source).stdout
    assert f"Viktor Hranyuk and Viktor Hraniuk stay two: {source / 'speakers.toml'}" in said
    assert "nobody is called Ann Soreby (any more)" in said
    assert [next(iter(json.loads(line))) for line in run("speakers", source, "--json").stdout.splitlines()] == [
        "split",
        "proposed",
        "unused",
    ]


def test_without_sources_it_reads_those_of_the_settings(source: Path) -> None:
    assert "Viktor Hraniuk" in run("speakers", ONRECORD_SOURCE=str(source)).stdout


def test_a_file_that_fails_is_named_and_the_rest_is_told(source: Path) -> None:
    result = run("speakers", files(source, ("empty.txt", "")))
    assert result.exit_code == SOME_FAILED
    assert "empty.txt: is empty" in result.stderr
    assert "Viktor Hraniuk" in result.stdout


@pytest.mark.parametrize("command", [("speakers",), ("reindex", "--index", "index", "--source")])
def test_a_file_of_the_editor_that_makes_no_sense_stops_it_with_a_sentence(
    source: Path, command: tuple[str, ...]
) -> None:
    files(source, ("speakers.toml", BROKEN))
    result = run(*command, source)
    assert result.exit_code == USAGE
    assert f"{source / 'speakers.toml'}: speaker 1: nick is no key; use name, also, not" in sentence(result)


def test_a_file_of_the_editor_that_makes_no_sense_leaves_the_index_as_it_was(tmp_path: Path, source: Path) -> None:
    run("reindex", "--source", source, "--index", tmp_path / "index")
    files(source, ("speakers.toml", BROKEN))
    assert run("reindex", "--source", source, "--index", tmp_path / "index").exit_code == USAGE
    assert "1 paragraph," in run("search", "never", "--index", tmp_path / "index").stdout
