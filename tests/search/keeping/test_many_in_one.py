"""Files that hold many articles, and articles that lie in many files, are followed like all others."""

from pathlib import Path

import pytest
from newsroom import GOOD, files
from packing import zipped

from search.engines.memory import MemoryEngine
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.report import Report
from search.sources import found_in

STORY = (
    "The ferry will not sail before spring, the harbour board said on Friday, and nobody on the quay believed that it"
    " would sail then. “We have heard that before,” said Ann Lee, who sells tickets for it."
)
PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return files(tmp_path / "news", ("a.txt", STORY), ("z.txt", GOOD))


def packed(source: Path, **texts: str) -> Path:
    """An archive among the sources: a file for each name and text, and a picture."""
    members = {f"{name}.txt": text.encode() for name, text in texts.items()}
    (source / "clips.zip").write_bytes(zipped(members | {"quay.png": PICTURE}))
    return source


def again(source: Path, engine: MemoryEngine, processes: int = 1) -> Report:
    return renewed(Job(found_in([source]).files, 100_000, processes=processes, sources=[source]), engine)


def changed(report: Report) -> tuple[str, int, int]:
    return report.done, report.files.articles_changed, report.files.articles_removed


def lying_in(engine: MemoryEngine, source: Path) -> dict[str, list[str]]:
    """Each article and the files in which it lies, as paths in the source."""
    return {
        id: [str(Path(path).relative_to(source)) for path in (one.source, *one.sources)]
        for id, one in engine.articles.items()
    }


def test_an_article_whose_copy_comes_or_goes_is_indexed_again(source: Path) -> None:
    engine = MemoryEngine()
    again(source, engine)
    files(source, ("copies/b.txt", STORY))
    assert changed(again(source, engine)) == ("updated", 1, 0)
    assert lying_in(engine, source) == {"a": ["a.txt", "copies/b.txt"], "z": ["z.txt"]}
    assert changed(again(source, engine)) == ("nothing", 0, 0)
    (source / "copies" / "b.txt").unlink()
    assert changed(again(source, engine)) == ("updated", 1, 0)
    assert lying_in(engine, source) == {"a": ["a.txt"], "z": ["z.txt"]}


def test_where_the_first_file_goes_its_copy_takes_the_place(source: Path) -> None:
    engine = MemoryEngine()
    again(files(source, ("copies/b.txt", STORY)), engine)
    (source / "a.txt").unlink()
    assert changed(again(source, engine)) == ("updated", 1, 1)
    assert lying_in(engine, source) == {"b": ["copies/b.txt"], "z": ["z.txt"]}


def test_of_an_archive_only_what_is_in_it_differently_is_indexed_again(source: Path) -> None:
    engine = MemoryEngine()
    again(packed(source, one=GOOD.replace("ferry", "barge"), two=GOOD.replace("ferry", "tug")), engine)
    assert lying_in(engine, source)["one"] == ["clips.zip!/one.txt"]
    packed(source, one=GOOD.replace("ferry", "barge"), three=GOOD.replace("ferry", "raft"))
    report = again(source, engine)
    assert (report.files.changed, changed(report)) == (1, ("updated", 1, 1))
    assert lying_in(engine, source).keys() == {"a", "z", "one", "three"}


def test_a_copy_in_an_archive_is_one_too(source: Path) -> None:
    engine = MemoryEngine()
    report = again(packed(source, copy=STORY), engine)
    assert lying_in(engine, source)["a"] == ["a.txt", "clips.zip!/copy.txt"]
    assert report.noted == [
        f"{source}/clips.zip!/copy.txt: is the article a again, which is kept once, with all its sources"
    ]


def test_what_is_no_article_in_an_archive_is_passed_over_each_time_and_no_failure(source: Path) -> None:
    engine = MemoryEngine()
    first, second = again(packed(source, one=GOOD), engine), again(source, engine)
    assert (first.done, second.done) == ("built", "nothing")
    assert first.passed_over == second.passed_over
    assert (len(first.passed_over), first.failed, second.failed) == (1, [], [])


def test_an_archive_is_the_same_in_several_processes(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.attributing.WORTH_PROCESSES", 0)
    packed(source, **{f"n{n}": GOOD.replace("ferry", f"ferry {n}") for n in range(40)}, copy=STORY)
    alone, together = MemoryEngine(), MemoryEngine()
    again(source, alone)
    again(source, together, processes=2)
    assert together.articles == alone.articles
    assert len(alone.articles) == 42
