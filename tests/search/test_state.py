"""How an index stands: by outlet and year, what failed, and whether its sources have changed since."""

import json
import math
import os
import time
from pathlib import Path

import pytest
from commands import DONE, SOME_FAILED, run, sentence
from newsroom import GOOD, files

from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.report import Report
from search.sources import why_not
from search.staleness import UNSEEN, Freshness, stale
from search.state import state_of_index

HEADER = "---\noutlet: {}\ndate: {}\n---\nThe tide came in."
WIRE, POST = "Island Wire", "The Tarn Post"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    dated = {"a.md": (WIRE, "2024-05-31"), "b.md": (WIRE, "2023-01-01"), "c.md": (POST, "2024-01-01")}
    named = ((name, HEADER.format(*facts)) for name, facts in dated.items())
    return files(tmp_path / "news", *named, ("d.txt", GOOD), ("empty.txt", ""))


@pytest.fixture
def engine(tmp_path: Path, source: Path) -> WhooshEngine:
    run("reindex", "--source", source, "--index", tmp_path / "index")
    return WhooshEngine(tmp_path / "index")


def report_of(engine: WhooshEngine) -> Report:
    report = engine.report()
    assert report
    return report


def test_articles_are_counted_by_outlet_and_year_and_those_without_either(engine: WhooshEngine) -> None:
    found = state_of_index(engine)
    assert found.years == {WIRE: {"2023": 1, "2024": 1}, POST: {"2024": 1}, "unknown": {"unknown": 1}}
    assert (found.without_outlet, found.without_date, found.all_years) == (1, 1, ("2023", "2024", "unknown"))


def test_status_says_what_the_index_is_and_what_failed(engine: WhooshEngine, source: Path) -> None:
    result = run("status", "--index", engine.generations.folder)
    assert result.exit_code == DONE
    edition = engine.edition()
    for told in (edition.generation, edition.fingerprint, report_of(engine).rules, str(source), WIRE, "4 articles"):
        assert told in result.stdout
    assert f"failed: {source / 'empty.txt'}: is empty; " in result.stdout
    assert "No file of its sources has changed since." in result.stdout


def test_status_as_json_has_all_of_it(engine: WhooshEngine) -> None:
    found = json.loads(run("status", "--json", "--index", engine.generations.folder).stdout)
    assert (found["contents"]["articles"], found["without_date"], found["older"]) == (4, 1, "")
    assert found["outlets"][WIRE] == {"2023": 1, "2024": 1}
    assert len(found["report"]["failed"]) == 1


def test_status_of_no_index_says_what_to_run(tmp_path: Path) -> None:
    result = run("status", "--index", tmp_path / "nowhere")
    assert result.exit_code == SOME_FAILED
    assert sentence(result).endswith("run: onrecord reindex")


@pytest.mark.parametrize("act", ["new", "changed", "removed", "moved", "corrected", "ignored", "older"])
def test_whatever_changes_in_the_sources_makes_the_index_stale(engine: WhooshEngine, source: Path, act: str) -> None:
    acts = {
        "new": lambda: files(source, ("more/new.txt", GOOD)),
        "changed": lambda: files(source, ("d.txt", f"{GOOD} It is late.")),
        "removed": lambda: (source / "d.txt").unlink(),
        "moved": lambda: (source / "d.txt").rename(source / "e.txt"),
        "corrected": lambda: files(source, ("corrections.toml", "")),
        "ignored": lambda: files(source, (".onrecordignore", "d.txt")),
        "older": lambda: os.utime(source / "d.txt", (1, 1)),
    }
    assert stale(report_of(engine)) == ""
    acts[act]()
    assert stale(report_of(engine)).endswith("UTC); run: onrecord reindex")
    run("reindex", "--index", engine.generations.folder)
    assert stale(report_of(engine)) == ""


def test_status_says_which_files_nobody_has_looked_at(engine: WhooshEngine, source: Path) -> None:
    index = engine.generations.folder
    files(source, ("older.txt", f"{GOOD} older"))
    os.utime(source / "older.txt", (1, 1))
    run("reindex", "--since", "1 hour ago", "--index", index)
    told = run("status", "--index", index).stdout
    assert "not looked at (1); to take them in, run: onrecord reindex" in told
    assert "No file of its sources has changed since." not in told
    run("reindex", "--index", index)
    assert "No file of its sources has changed since." in run("status", "--index", index).stdout


def test_a_source_that_is_suddenly_empty_is_told_alike_by_status_a_dry_run_and_a_reindex(
    engine: WhooshEngine, source: Path
) -> None:
    index = engine.generations.folder
    for path in source.iterdir():
        path.unlink()
    refused = run("reindex", "--index", index)
    dry = run("reindex", "--dry-run", "--index", index)
    assert f"{source} held files of articles (5) and has none now" in sentence(refused)
    assert (dry.exit_code, sentence(dry), dry.stdout) == (refused.exit_code, sentence(refused), "")
    assert sentence(refused).removeprefix("Error: ") in run("status", "--index", index).stdout
    assert run("reindex", "--dry-run", "--full", "--index", index).exit_code == DONE


def test_a_page_names_an_empty_source_without_its_folders(engine: WhooshEngine, source: Path) -> None:
    for path in source.iterdir():
        path.unlink()
    freshness = Freshness(engine)
    freshness.look()
    assert freshness.stale().startswith("news held files of articles (5) and has none now")


def test_a_page_says_no_more_that_the_index_is_old_once_there_is_a_new_one(engine: WhooshEngine, source: Path) -> None:
    freshness = Freshness(engine, _next=math.inf)
    files(source, ("new.txt", GOOD))
    freshness.look()
    assert "have changed" in freshness.stale()
    run("reindex", "--index", engine.generations.folder)
    assert freshness.stale() == ""


def test_of_very_many_failures_a_few_are_shown_and_all_to_who_asks(tmp_path: Path, source: Path) -> None:
    index = tmp_path / "index"
    files(source, *((f"lost/{n:03}.txt", "") for n in range(300)))
    told = run("reindex", "--source", source, "--index", index).stderr.splitlines()
    assert len([line for line in told if line.startswith("failed: ")]) == 21
    assert "failed: and 281 more; to see all, run: onrecord status --all" in told
    few, every = (run("status", *more, "--index", index).stdout.splitlines() for more in ((), ("--all",)))
    assert "failed: and 291 more; to see all, run: onrecord status --all" in few
    assert len([line for line in every if line.startswith("failed: ")]) == 301
    assert len(json.loads(run("status", "--json", "--index", index).stdout)["report"]["failed"]) == 301


def test_what_is_noted_of_many_articles_is_one_line(tmp_path: Path, source: Path) -> None:
    index, text = (
        tmp_path / "index",
        "La mer est calme ce soir et le bateau du matin partira demain, dit le maire. " * 4,
    )
    files(source, *((f"{n}.txt", f"{text} {n}") for n in range(4)))
    note = "noted: attribution knows English only; this article is in another language (fr) – 4 times: "
    for told in (run("reindex", "--source", source, "--index", index).stderr, run("status", "--index", index).stdout):
        assert [line.startswith(note) for line in told.splitlines() if line.startswith("noted")] == [True]
    assert run("status", "--all", "--index", index).stdout.count("noted: ") == 4


def test_what_is_no_article_does_not_make_it_stale(engine: WhooshEngine, source: Path) -> None:
    files(source, ("letter.dwg", ""), ("README.md", "About."), (".hidden.txt", GOOD))
    assert stale(report_of(engine)) == ""


def test_a_file_of_a_list_that_is_gone_makes_the_index_stale(tmp_path: Path, source: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    run("reindex", "--source", source / "a.md", "--source", source / "b.md", "--index", tmp_path / "index")
    (source / "b.md").unlink()
    assert "have changed since the index was made" in stale(report_of(engine))


def test_a_source_that_is_gone_is_said_to_the_administrator(engine: WhooshEngine, source: Path) -> None:
    source.rename(source.parent / "elsewhere")
    said = state_of_index(engine).older
    assert said == f"{UNSEEN}: {source}: there is no such file or folder"


def test_a_page_says_of_a_source_that_is_gone_not_where_it_was_and_the_log_does_so_once(
    engine: WhooshEngine, source: Path, caplog: pytest.LogCaptureFixture
) -> None:
    source.rename(source.parent / "elsewhere")
    freshness = Freshness(engine)
    for _ in range(2):
        freshness.look()
    assert freshness.stale() == UNSEEN
    assert "/" not in UNSEEN
    assert [str(source) in record.getMessage() for record in caplog.records] == [True]


def test_files_that_may_be_anything_are_opened_only_where_something_is_new(
    engine: WhooshEngine, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def noted(path: Path) -> str:
        opened.append(path)
        return why_not(path)

    opened: list[Path] = []
    monkeypatch.setattr("search.staleness.why_not", noted)
    freshness = Freshness(engine)
    freshness.look()
    assert opened == []
    files(source, ("quay.jpg", ""))
    for _ in range(3):
        freshness.look()
    assert opened.count(source / "quay.jpg") == 1
    assert freshness.stale() == ""
    files(source, ("quay.jpg", "%PDF-1.7"))
    freshness.look()
    assert "have changed" in freshness.stale()


def test_a_file_of_a_list_that_was_never_there_is_no_news(tmp_path: Path, source: Path) -> None:
    engine, listed = WhooshEngine(tmp_path / "index"), tmp_path / "list"
    listed.write_text(f"{source / 'a.md'}\n{source / 'gone.md'}\n", encoding="utf-8")
    run("reindex", "--sources-from", listed, "--index", tmp_path / "index")
    assert stale(report_of(engine)) == ""


def test_an_index_of_unknown_sources_is_not_called_stale() -> None:
    assert stale(None) == stale(Report()) == ""


def test_a_page_asks_cheaply_and_hears_of_it_soon(engine: WhooshEngine, source: Path) -> None:
    files(source, ("new.txt", GOOD))
    freshness = Freshness(engine)
    deadline = time.monotonic() + 10
    while not freshness.stale() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert "have changed since the index was made" in freshness.stale()
    begun = time.perf_counter()
    assert all(freshness.stale() for _ in range(1000))
    assert time.perf_counter() - begun < 1


def test_without_an_index_nothing_is_stale(tmp_path: Path) -> None:
    for engine in (WhooshEngine(tmp_path / "nowhere"), MemoryEngine()):
        freshness = Freshness(engine)
        freshness.stale()
        time.sleep(0.1)
        assert freshness.stale() == ""
