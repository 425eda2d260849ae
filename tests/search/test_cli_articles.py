"""The commands that show what On Record makes of articles, and those that every command obeys."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from commands import DONE, SOME_FAILED, USAGE, run, sentence
from conftest import ROOT
from newsroom import GOOD, files

STATEMENT = {"start", "end", "speaker", "kind", "cue", "act", "day", "venue", "evidence"}
BAD = {
    "empty.txt": (b"", "is empty; remove it"),
    "binary.txt": (b"PK\x03\x04\0\0", "binary data, not text; remove it"),
    "latin.txt": ("Größe".encode("latin-1"), "is not UTF-8 text (byte 2); save it as UTF-8"),
    "large.txt": (b"tide " * 5_000, "more than an article; split it"),
    "plan.dwg": (b"Tide", "a .dwg is not read; save it as .txt or .md"),
    "line.jsonl": (b"{}", "line 1 is no article"),
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    header = "---\ntitle: Ferries\noutlet: The Tarn Post\ndate: 2024-05-31\n---\n"
    return files(tmp_path / "clippings", ("a.md", f"{header}{GOOD}"), ("b.txt", "The tide came in."))


@pytest.mark.parametrize("option", [(), ("--json",)])
def test_attribute_writes_one_article_a_line_in_the_documented_shape(source: Path, option: tuple[str, ...]) -> None:
    result = run("attribute", *option, source)
    one, other = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == DONE
    assert list(one) == ["id", "outlet", "published", "supported", "paragraphs"]
    assert (one["id"], one["outlet"], one["published"]) == ("a", "The Tarn Post", "2024-05-31")
    assert (other["id"], other["outlet"], other["published"]) == ("b", None, None)
    assert [list(paragraph) for paragraph in one["paragraphs"]] == [["n", "speakers", "statements"]] * 2
    (statement,) = one["paragraphs"][1]["statements"]
    assert set(statement) == STATEMENT
    assert (statement["speaker"], statement["cue"], statement["kind"]) == ("Ann Lee", "said", "direct")


def test_of_a_language_that_is_not_supported_both_say_so(tmp_path: Path) -> None:
    story = "Die Brücke bleibt bis März gesperrt, sagte der Bürgermeister Jörg Müßig am Freitag. " * 5
    source = files(tmp_path, ("a.txt", story))
    assert json.loads(run("attribute", source).stdout)["supported"] is False
    assert "¶1 language not supported" in run("explain", source).stdout


def test_the_offsets_of_a_statement_are_places_in_its_paragraph(source: Path) -> None:
    paragraphs = GOOD.strip().split("\n\n")
    written = json.loads(run("attribute", source / "a.md").stdout)["paragraphs"]
    found = [paragraphs[p["n"] - 1][s["start"] : s["end"]] for p in written for s in p["statements"]]
    assert [words.strip("“”,") for words in found] == ["The ferry sails again"]


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["attribute", "explain"])
def test_a_bad_file_is_one_sentence_and_the_rest_goes_on(source: Path, command: str, name: str) -> None:
    content, reason = BAD[name]
    (source / name).write_bytes(content)
    result = run(command, source, ONRECORD_LARGEST_FILE="20000")
    assert result.exit_code == SOME_FAILED
    assert len(result.stderr.strip().splitlines()) == 1
    assert sentence(result).startswith(f"{source / name}: ")
    assert reason in sentence(result)
    assert run(command, source / "a.md").stdout in result.stdout


@pytest.mark.parametrize("command", ["attribute", "explain"])
def test_a_path_that_is_not_there_or_not_given_is_a_usage_error(tmp_path: Path, command: str) -> None:
    assert run(command).exit_code == USAGE
    result = run(command, tmp_path / "nowhere.txt")
    assert result.exit_code == USAGE
    assert "nowhere.txt: there is no such" in sentence(result)


def test_what_attribute_writes_can_be_scored(shared: Path, tmp_path: Path) -> None:
    gold = shared / "attribution" / "gum_wikinews.jsonl"
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(run("attribute", gold).stdout, encoding="utf-8")
    scorer = [sys.executable, str(shared / "attribution" / "score_attribution.py"), str(gold), str(predicted), "--json"]
    scores = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    assert scores["articles"] == len(predicted.read_text(encoding="utf-8").splitlines())
    assert scores["F1"] > 0.5


def test_explain_names_the_speaker_the_rule_and_where_outlet_and_day_come_from(source: Path) -> None:
    result = run("explain", source / "a.md")
    assert result.exit_code == DONE
    assert result.stdout.startswith("a: Ferries\n  outlet The Tarn Post (stated)\n  published 2024-05-31 (stated)\n")
    assert "¶1 nobody speaks" in result.stdout
    assert "Ann Lee [direct, " in result.stdout
    assert "by “" in result.stdout


def test_nothing_that_a_text_holds_reaches_the_terminal_as_an_order(tmp_path: Path) -> None:
    said = "“The ferry\xa0sails\x9b31m\u202e,” said harbour master Ann Lee."
    source = files(tmp_path / "clippings", ("a.txt", f"---\ntitle: \u202eTides\n---\n{said}\n"))
    run("reindex", "--source", source, "--index", tmp_path / "index")
    for told in (run("explain", source), run("search", "ferry", "--index", tmp_path / "index")):
        assert told.exit_code == DONE
        assert "sails 31m" in told.stdout
        assert not {"\x9b", "\u202e"} & set(told.output)


@pytest.mark.parametrize("command", ["reindex", "serve", "search", "attribute", "explain", "score"])
def test_every_command_says_what_it_is_for(command: str) -> None:
    assert command in run("--help").stdout
    assert run(command, "--help").stdout.startswith(f"Usage: onrecord {command}")
    assert run(command, "--no-such-option").exit_code == USAGE


def test_a_command_that_there_is_not_is_a_usage_error() -> None:
    assert run("publish").exit_code == USAGE


@pytest.mark.parametrize("command", ["reindex", "search", "serve", "attribute ."])
def test_a_setting_that_makes_no_sense_is_a_usage_error(command: str) -> None:
    result = run(*command.split(), ONRECORD_PORT="eighty")
    assert result.exit_code == USAGE
    assert sentence(result).startswith("Error: ONRECORD_PORT is 'eighty'")


@pytest.mark.parametrize("where", [("--port", "0"), ("--port", "70000"), ("--host", "no host")])
def test_an_address_that_cannot_be_listened_on_is_a_usage_error(where: tuple[str, str]) -> None:
    result = run("serve", *where)
    assert result.exit_code == USAGE
    assert sentence(result).startswith("Error: ")


def test_a_port_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", taken.getsockname()[1])
    assert result.exit_code == USAGE
    assert "cannot be listened on" in sentence(result)
    assert "--port" in sentence(result)


def under_flask(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flask", "--app", "web", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_same_commands_stand_under_flask_and_fail_as_clearly(tmp_path: Path) -> None:
    listed = under_flask("--help").stdout
    assert all(f"\n  {command} " in listed for command in ("reindex", "serve", "search", "attribute", "score"))
    failed = under_flask("search", "tide", "--index", str(tmp_path))
    assert failed.returncode == SOME_FAILED
    assert failed.stderr == f"Error: There is no index in {tmp_path}; run: onrecord reindex\n"


def test_a_reader_who_leaves_early_is_no_error(source: Path) -> None:
    many = files(source, *((f"c{n}.txt", GOOD * 50) for n in range(30)))
    command = [sys.executable, "-c", "from web.serve import onrecord; onrecord()", "attribute", str(many)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
