"""Whatever a folder holds or becomes, a reindex ends in bounds, says so, and loses nothing that it was not told to."""

import os
from pathlib import Path

import pytest
from commands import run
from newsroom import GOOD, files

from search import report as report_module
from search.engines.whoosh import WhooshEngine
from search.keeping import reading_anew
from search.keeping.hashes import hash_of
from search.keeping.job import Job, is_needed
from search.keeping.ledger import Entry, Ledger, ledger_bytes, ledger_of
from search.keeping.planning import Look, Terms, planned
from search.keeping.renewing import renewed
from search.query import Query
from search.report import Report
from search.results import Hit
from search.seen import Seen, seen
from search.sources import found_in
from search.staleness import stale

HUGE = 1 << 40  # bytes, that take no room on the disk
SAID = "{} is why the ferry was late, said Ann Lee.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return files(tmp_path / "news", *((f"{name}.txt", SAID.format(name)) for name in ("a", "b", "shut/c", "shut/d/e")))


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return WhooshEngine(tmp_path / "index")


def job(source: Path, *, largest: int = 10_000, shut: str = "") -> Job:
    """The job of a folder, of which one part cannot be opened."""
    found = found_in([source])
    left = [path for path in found.files if not shut or not path.is_relative_to(source / shut)]
    return Job(left, largest, sources=[source], closed={str(source / shut): "Permission denied"} if shut else {})


def test_the_articles_of_a_folder_that_cannot_be_opened_stay(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    report = renewed(job(source, shut="shut"), engine)
    assert (report.contents.articles, report.files.removed) == (4, 0)
    assert report.failed == [
        f"{source / 'shut'}: this folder cannot be opened (Permission denied); check that you may read it"
    ]
    assert not is_needed(job(source, shut="shut"), engine)
    files(source, ("a.txt", SAID.format("x")))
    assert renewed(job(source), engine).contents.articles == 4
    assert not stale(engine.report())


def test_a_folder_that_is_gone_takes_its_articles_along(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    for name in ("shut/c.txt", "shut/d/e.txt"):
        (source / name).unlink()
    report = renewed(job(source), engine)
    assert (report.contents.articles, report.files.removed, report.failed) == (2, 2, [])


def test_a_file_that_is_a_folder_now_is_a_file_less(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    (source / "a.txt").unlink()
    files(source, ("a.txt/f.txt", SAID.format("f")))
    assert {hit.article.source for hit in _every(renewed(job(source), engine), engine)} == {
        str(source / name) for name in ("a.txt/f.txt", "b.txt", "shut/c.txt", "shut/d/e.txt")
    }


def test_what_is_larger_than_any_article_is_not_read_to_be_refused(source: Path, engine: WhooshEngine) -> None:
    (source / "core.txt").touch()
    os.truncate(source / "core.txt", HUGE)
    report = renewed(job(source), engine)
    assert report.failed == [
        f"{source / 'core.txt'}: 1,099,512 MB is more than an article; split it, or raise ONRECORD_LARGEST_FILE"
    ]
    assert renewed(job(source), engine).done in {"nothing", "noted"}


def test_a_file_that_grows_all_the_time_is_hashed_as_far_as_it_was_seen(tmp_path: Path) -> None:
    files(tmp_path, ("short.txt", "abc"), ("long.txt", "abcdef"))
    short, long = (str(tmp_path / name) for name in ("short.txt", "long.txt"))
    assert hash_of(long, Seen(3, 0), 100) == hash_of(short, seen(short), 100)
    assert hash_of(long, seen(long), 100) != hash_of(short, seen(short), 100)


def test_a_pipe_in_the_place_of_a_file_that_is_not_looked_at_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    path = str(tmp_path / "a.txt")
    last = Ledger(rules="others", entries={path: Entry(3, 0, b"hash", b"key")})
    plan = planned([path], last, Terms("rules", str, 100, since=1))
    assert (plan.again, plan.to_read[path].hash) == ([path], b"")


def test_small_files_go_to_a_process_together(source: Path) -> None:
    looks = [Look(str(path), seen(path), b"", b"") for path in found_in([source]).files]
    batches = list(reading_anew._tasks(looks, 10_000))
    assert [[task.look.path for task in batch] for batch in batches] == [[look.path for look in looks]]


def test_of_very_many_sentences_most_are_counted(
    source: Path, engine: WhooshEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_module, "MOST_TOLD", 2)
    files(source, *((f"{number}.txt", "") for number in range(5)), *((f"{n}.dwg", "") for n in range(2)))
    report = renewed(job(source), engine)
    assert (len(report.failed), report.count("failed"), report.more) == (2, 5, {"failed": 3})
    assert engine.report() == report
    assert renewed(job(source), engine).done == "nothing"
    said = run("reindex", "--source", source, "--index", tmp_path / "index", "--full")
    assert "failed: and 3 more, which are not told one by one" in said.stderr
    assert "5 files failed, 2 were passed over" in said.stdout
    assert "failed: and 3 more" in run("status", "--all", "--index", tmp_path / "index").stdout


@pytest.mark.parametrize("count", [0, 1, 20])
def test_a_ledger_comes_back_as_it_was(count: int) -> None:
    names = [f"news/{number}\udcff.txt" for number in range(count)]
    ledger = Ledger(1, "rules", "here", "they", {name: Entry(n, n, b"h", b"k") for n, name in enumerate(names)})
    assert ledger_of(ledger_bytes(ledger)) == ledger


def test_very_many_sources_that_are_files_are_followed(tmp_path: Path, engine: WhooshEngine) -> None:
    named = [files(tmp_path, (f"{n}.txt", GOOD.replace("May", f"week {n}"))) / f"{n}.txt" for n in range(300)]
    found = found_in(named)
    assert renewed(Job(found.files, 10_000, sources=named), engine).contents.articles == 300
    assert renewed(Job(found.files, 10_000, sources=named), engine).done == "nothing"


def _every(report: Report, engine: WhooshEngine) -> list[Hit]:
    assert report.contents.articles
    return list(engine.every(Query()))
