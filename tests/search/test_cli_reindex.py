"""The options of reindex: what each does, says and leaves alone."""

import errno
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from commands import DONE, SOME_FAILED, USAGE, run, sentence
from newsroom import GOOD, files, grow_stale, manifest_of

from search.cli.showing_progress import Stage, shown_on
from search.cli.since import since
from search.engines.whoosh import WhooshEngine
from web.serve import onrecord

NOW = datetime(2024, 5, 15, 12)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return files(tmp_path / "news", *((f"{name}.txt", f"{GOOD} {name}") for name in "abcd"))


@pytest.fixture
def index(tmp_path: Path, source: Path) -> Path:
    run("reindex", "--source", source, "--index", tmp_path / "index")
    return tmp_path / "index"


def data(*words: object) -> dict[str, Any]:
    """What a reindex says as JSON."""
    found: dict[str, Any] = json.loads(run("reindex", "--json", *words).stdout)
    return found


def listed(content: bytes, *words: object) -> Any:
    """What a reindex does that is given a list of sources."""
    return CliRunner().invoke(onrecord, ["reindex", "--sources-from", "-", *map(str, words)], input=content)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_without_sources_those_are_read_that_the_index_had(source: Path, index: Path) -> None:
    files(source, ("new.txt", GOOD))
    assert data("--index", index)["files"]["new"] == 1


def test_a_source_given_by_a_relative_path_keeps_its_files_names(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data("--source", "news", "--index", "index")
    assert data("--index", "index")["done"] == "nothing"
    monkeypatch.chdir(source)
    assert data("--index", "../index")["contents"]["articles"] == 4


def test_without_an_index_and_sources_it_says_what_to_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("reindex", "--quiet")
    assert result.exit_code == USAGE
    assert f"There is no index in {tmp_path / 'index'} from which" in sentence(result)
    assert "no folder seeds here; give the index that you mean with --index DIR, or" in sentence(result)


def test_if_needed_does_nothing_where_nothing_is_to_be_done(source: Path, index: Path) -> None:
    before = tree(index)
    result = run("reindex", "--if-needed", "--index", index)
    assert (result.exit_code, result.stdout) == (DONE, f"{index} is up to date.\n")
    assert run("reindex", "--if-needed", "--quiet", "--index", index).output == ""
    assert tree(index) == before


@pytest.mark.parametrize("act", ["new file", "another version", "no index"])
def test_if_needed_does_what_is_needed(tmp_path: Path, source: Path, index: Path, act: str) -> None:
    acts = {
        "new file": lambda: files(source, ("new.txt", GOOD)),
        "another version": lambda: grow_stale(index),
        "no index": lambda: index.rename(tmp_path / "elsewhere"),
    }
    acts[act]()
    assert run("reindex", "--if-needed", "--source", source, "--index", index).exit_code == DONE
    assert WhooshEngine(index).contents().articles >= 4
    assert "is up to date" in run("reindex", "--if-needed", "--index", index).stdout


def test_files_that_failed_before_fail_the_next_reindex_too_but_not_one_that_is_not_needed(
    source: Path, index: Path
) -> None:
    files(source, ("empty.txt", ""))
    assert run("reindex", "--index", index).exit_code == SOME_FAILED
    assert run("reindex", "--index", index).exit_code == SOME_FAILED
    assert run("reindex", "--if-needed", "--index", index).exit_code == DONE


def test_a_dry_run_says_what_would_be_done_and_touches_nothing(source: Path, index: Path) -> None:
    files(source, ("new.txt", "The tide came in."), ("a.txt", "The tide went out."), (".onrecordignore", "d.txt"))
    (source / "b.txt").rename(source / "moved.txt")
    before = tree(index)
    result = run("reindex", "--dry-run", "--index", index)
    assert f"new: {source / 'new.txt'}\nchanged: {source / 'a.txt'}\nremoved: {source / 'd.txt'}\n" in result.stdout
    assert f"moved: {source / 'b.txt'} to {source / 'moved.txt'}\n" in result.stdout
    assert "1 file new, 1 changed, 1 moved, 1 removed, 1 ignored, 1 unchanged" in result.stdout
    assert data("--dry-run", "--index", index)["changed"] == [str(source / "a.txt")]
    assert tree(index) == before


def test_a_dry_run_lists_so_many_files_and_says_how_many_more(source: Path, index: Path) -> None:
    files(source, *((f"more/{n:03}.txt", f"{GOOD} {n}") for n in range(203)))
    lines = run("reindex", "--dry-run", "--index", index).stdout.splitlines()
    assert lines[199].startswith("new: ")
    assert lines[200] == "new: and 3 more; to see all, add --json"
    assert len(data("--dry-run", "--index", index)["new"]) == 203


def test_what_failed_before_is_not_said_again_in_quiet_where_nothing_has_changed(source: Path, index: Path) -> None:
    files(source, ("empty.txt", ""))
    first, second = (run("reindex", "--quiet", "--index", index) for _ in range(2))
    assert [result.exit_code for result in (first, second)] == [SOME_FAILED, SOME_FAILED]
    assert "empty.txt: is empty" in first.stderr
    assert second.output == ""
    assert "empty.txt: is empty" in run("reindex", "--index", index).stderr


def test_a_dry_run_without_an_index_makes_none(tmp_path: Path, source: Path) -> None:
    assert data("--dry-run", "--source", source, "--index", tmp_path / "none")["files"]["new"] == 4
    assert not (tmp_path / "none").exists()


def test_a_link_to_a_folder_is_passed_over_and_said_unless_it_is_ignored(
    tmp_path: Path, source: Path, index: Path
) -> None:
    files(tmp_path / "attic", ("old.txt", GOOD))
    (source / "older").symlink_to(tmp_path / "attic")
    found = data("--index", index)
    assert (found["failed"], found["contents"]["articles"]) == ([], 4)
    said = f"{source / 'older'}: is a link to a folder, which is not followed; give the folder as a source"
    assert found["passed_over"] == [said]
    files(source, (".onrecordignore", "older/"))
    assert data("--index", index)["passed_over"] == []


def test_a_full_reindex_reads_all_and_ends_in_the_same(index: Path) -> None:
    before = WhooshEngine(index).contents()
    found = data("--full", "--index", index)
    assert (found["done"], found["files"]["new"]) == ("built", 4)
    assert found["contents"] | {"built": ""} == {**found["contents"], "built": "", "articles": before.articles}


def test_a_rollback_says_from_which_generation_the_index_answers(source: Path, index: Path) -> None:
    first = WhooshEngine(index).edition().generation
    files(source, ("new.txt", GOOD))
    run("reindex", "--index", index)
    second = WhooshEngine(index).edition().generation
    result = run("reindex", "--rollback", "--index", index)
    assert f"answers from generation {first} again" in result.stdout
    assert f"--rollback once more returns to {second}." in result.stdout
    assert data("--rollback", "--index", index)["generation"] == second


def test_a_rollback_leads_away_from_an_index_that_is_broken(source: Path, index: Path) -> None:
    files(source, ("new.txt", GOOD))
    run("reindex", "--index", index)
    manifest_of(index).write_text("{", encoding="utf-8")
    assert run("search", "ferry", "--index", index).exit_code == SOME_FAILED
    assert "The one that could not answer is left" in run("reindex", "--rollback", "--index", index).stdout
    assert WhooshEngine(index).contents().articles == 4
    assert data("--index", index)["contents"]["articles"] == 5


def test_a_rollback_to_nothing_is_one_sentence(index: Path) -> None:
    result = run("reindex", "--rollback", "--index", index)
    assert result.exit_code == SOME_FAILED
    assert "keeps no generation to go back to" in sentence(result)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\0"])
def test_sources_may_come_as_a_list(tmp_path: Path, source: Path, end: bytes) -> None:
    more = files(tmp_path / "more news", ("e.txt", GOOD))
    content = end.join([os.fsencode(source / "a.txt"), os.fsencode(more), b""])
    result = listed(content, "--index", tmp_path / "index")
    assert result.exit_code == DONE
    assert "2 articles" in result.stdout


def test_a_path_of_a_list_that_is_gone_is_one_bad_file(tmp_path: Path, source: Path) -> None:
    result = listed(f"{source}\n{source / 'gone.txt'}\n".encode(), "--index", tmp_path / "index")
    assert result.exit_code == SOME_FAILED
    assert f"failed: {source / 'gone.txt'}: cannot be opened" in result.stderr
    assert "4 articles" in result.stdout


def test_a_file_of_the_list_that_the_index_had_may_be_gone_but_no_folder(tmp_path: Path, source: Path) -> None:
    more = files(tmp_path / "more", ("e.txt", GOOD))
    listed(f"{source / 'a.txt'}\n{source / 'b.txt'}\n{more}\n".encode(), "--index", tmp_path / "index")
    (source / "a.txt").unlink()
    found = data("--index", tmp_path / "index")
    assert (found["failed"], found["files"]["removed"], found["contents"]["articles"]) == ([], 1, 2)
    more.rename(tmp_path / "elsewhere")
    for result in (
        run("reindex", "--index", tmp_path / "index"),
        listed(str(more).encode(), "--index", tmp_path / "i"),
    ):
        assert result.exit_code == USAGE
        assert "there is no such file or folder" in sentence(result)


def test_an_empty_list_is_a_usage_error_and_not_an_empty_index(index: Path) -> None:
    assert listed(b"\n\n", "--index", index).exit_code == USAGE
    assert WhooshEngine(index).contents().articles == 4


def test_json_says_what_came_of_it_and_why_not(source: Path, index: Path) -> None:
    files(source, ("empty.txt", ""), ("letter.dwg", ""))
    result = run("reindex", "--json", "--index", index)
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (SOME_FAILED, "")
    assert found["failed"] == [f"{source / 'empty.txt'}: is empty; remove it or give it a text"]
    assert len(found["passed_over"]) == 1
    assert (found["index"], found["done"], found["contents"]["articles"]) == (str(index), "noted", 4)


@pytest.mark.parametrize("wrong", [("--source", "nowhere"), ("--since", "soon"), ("--full", "--if-needed")])
def test_an_error_is_an_object_as_well_where_json_is_asked_for(index: Path, wrong: tuple[str, str]) -> None:
    result = run("reindex", "--json", *wrong, "--index", index)
    assert result.exit_code == USAGE
    assert json.loads(result.stdout)["error"] in result.stderr
    assert run("reindex", *wrong, "--index", index).stdout == ""


def test_a_full_disk_is_said_in_a_sentence(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("search.cli.reindexing.renewed", full)
    result = run("reindex", "--index", index)
    assert (result.exit_code, sentence(result)) == (
        SOME_FAILED,
        "Error: There is no space left on the disk, make room and try again; nothing was changed.",
    )


def test_progress_as_json_is_a_line_for_each_stage(tmp_path: Path, source: Path) -> None:
    result = run("reindex", "--progress", "json", "--source", source, "--index", tmp_path / "index")
    stages = [json.loads(line) for line in result.stderr.splitlines()]
    assert [(s["stage"], s["done"], s["total"]) for s in stages] == [
        ("looking", 4, 4),
        ("reading", 4, 4),
        ("indexing", 4, 4),
    ]


def test_a_bar_shows_the_rate_and_the_time_left_and_goes_away(capsys: pytest.CaptureFixture[str]) -> None:
    stage = Stage("Reading", 200, "files")
    stage.done, stage.begun = 50, stage.begun - 10
    assert stage.bar.startswith("[#####---------------] Reading: 50 of 200 files, 5 a second, 30 s left")
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        assert type(shown_on(nowhere, "auto", quiet=True)).__name__ == "Silent"
    bar = shown_on(__import__("sys").stdout, "bar", quiet=False)
    bar.begin("Reading", 2, "files")
    bar.end()
    assert capsys.readouterr().out.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2024-05-01", datetime(2024, 5, 1)),
        ("2024-05-01T18:30", datetime(2024, 5, 1, 18, 30)),
        ("2 weeks ago", datetime(2024, 5, 1, 12)),
        ("1 day", datetime(2024, 5, 14, 12)),
        ("an hour ago", datetime(2024, 5, 15, 11)),
        ("Yesterday", datetime(2024, 5, 14)),
    ],
)
def test_a_time_may_be_a_day_or_how_long_ago(words: str, meant: datetime) -> None:
    assert since(words, NOW) == meant


@pytest.mark.parametrize("words", ["soon", "", "2024-13-01", "-1 days ago", "999999 years ago", "weeks ago"])
def test_what_is_no_time_is_a_usage_error(source: Path, index: Path, words: str) -> None:
    result = run("reindex", "--since", words, "--source", source, "--index", index)
    assert result.exit_code == USAGE
    assert "write 2024-05-01, 2024-05-01T18:00 or 2 weeks ago" in sentence(result)


def test_since_leaves_older_files_alone(source: Path, index: Path) -> None:
    files(source, ("new.txt", GOOD), ("older.txt", GOOD))
    (source / "a.txt").unlink()
    os.utime(source / "older.txt", (1, 1))
    counts = data("--since", "1 hour ago", "--index", index)["files"]
    assert (counts["new"], counts["left"], counts["removed"], counts["unchanged"]) == (1, 1, 0, 4)


@pytest.mark.parametrize(
    "together",
    [
        ("--full", "--if-needed"),
        ("--full", "--since=today"),
        ("--watch", "--dry-run"),
        ("--watch", "--full"),
        ("--rollback", "--full"),
        ("--rollback", "--dry-run"),
    ],
)
def test_options_that_make_no_sense_together_are_a_usage_error(index: Path, together: tuple[str, str]) -> None:
    result = run("reindex", *together, "--index", index)
    assert result.exit_code == USAGE
    assert "make no sense together; leave one out" in sentence(result)
