"""Folders of articles become the index; what cannot be read is said, and the rest goes on."""

from pathlib import Path

import pytest
from listening import Listening
from newsroom import GOOD, files
from packing import zipped

from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.errors import OnRecordError, ReadError
from search.pipeline import attributed, files_in, reindex
from search.query import Query
from search.report import Report

LARGEST = 1_000
BAD = {
    "empty.txt": b"",
    "blank.md": b" \n\t\n",
    "binary.txt": b"\x7fELF\0\0\0\1",
    "latin.txt": "Größe".encode("latin-1"),
    "large.txt": b"tide " * LARGEST,
    "header.md": b"---\ntitle: Nothing else\n---\n",
    "line.jsonl": b'{"paragraphs": [{"text": "It is late."}]}\nno JSON\n',
}


def indexed(source: Path, engine: MemoryEngine | WhooshEngine) -> Report:
    return reindex(files_in(source), engine, largest=LARGEST)


def test_the_articles_of_a_folder_and_of_those_in_it_are_indexed_with_their_speakers(tmp_path: Path) -> None:
    line = '{"paragraphs": [{"text": "It is late."}]}'
    source = files(tmp_path, ("a.txt", GOOD), ("2024/05/b.md", GOOD), ("c.jsonl", line))
    engine = MemoryEngine()
    report = indexed(source, engine)
    assert set(engine.articles) == {"a", "b", "c-1"}
    assert engine.search(Query(choices=frozenset({("speaker", "Ann Lee")}))).total == 2
    assert (report.contents.articles, report.failed, report.passed_over) == (3, [], [])


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    source = files(tmp_path, *((f"{year}/report.txt", f"Tide of {year}.") for year in (2021, 2022, 2023)))
    engine = MemoryEngine()
    assert indexed(source, engine).contents.articles == 3
    assert [article.raw for article in engine.articles.values()] == [f"Tide of {year}." for year in (2021, 2022, 2023)]
    assert engine.article("report")


def test_the_ids_of_files_of_one_name_stay_from_one_reindex_to_the_next(tmp_path: Path) -> None:
    source = files(tmp_path, ("a/report.txt", "One."), ("b/report.txt", "Two."))
    first, second = MemoryEngine(), MemoryEngine()
    indexed(source, first)
    indexed(source, second)
    assert list(first.articles) == list(second.articles)


@pytest.mark.parametrize("name", BAD)
def test_one_bad_file_leaves_the_rest_and_is_named_with_what_to_do(tmp_path: Path, name: str) -> None:
    files(tmp_path, ("good.txt", GOOD))
    (tmp_path / name).write_bytes(BAD[name])
    engine = WhooshEngine(tmp_path / ".index")
    (failure,) = indexed(tmp_path, engine).failed
    assert failure.startswith(f"{tmp_path / name}: ")
    assert "; " in failure
    assert "\n" not in failure
    assert engine.article("good")


def test_a_file_that_cannot_be_opened_is_one_bad_file(tmp_path: Path) -> None:
    files(tmp_path, ("good.txt", GOOD))
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    report = indexed(tmp_path, MemoryEngine())
    assert report.contents.articles == 1
    assert [f"{tmp_path / 'gone.txt'}: cannot be opened" in failure for failure in report.failed] == [True]


def test_what_made_no_sense_in_a_file_that_was_read_is_noted(tmp_path: Path) -> None:
    source = files(tmp_path, ("a.md", f"---\ndate: someday\n---\n{GOOD}"))
    (note,) = indexed(source, MemoryEngine()).noted
    assert note.startswith(f"{tmp_path / 'a.md'}: date “someday” makes no sense")


@pytest.mark.parametrize("name", ["README.md", "Readme", "LICENSE.txt", "CHANGELOG.md", ".draft.txt", ".git/a.txt"])
def test_what_is_about_the_folder_is_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    source = files(tmp_path, ("good.txt", GOOD), (name, GOOD))
    assert tuple(files_in(source)) == (tmp_path / "good.txt",)


@pytest.mark.parametrize("name", ["plan.dwg", "page.php", "noted"])
def test_an_unknown_suffix_is_passed_over_and_named(tmp_path: Path, name: str) -> None:
    report = indexed(files(tmp_path, ("good.txt", GOOD), (name, GOOD)), MemoryEngine())
    assert report.failed == []
    assert [str(tmp_path / name) in sentence for sentence in report.passed_over] == [True]


@pytest.mark.parametrize("name", ["README.md", "plan.dwg"])
def test_a_folder_without_articles_leaves_the_index_as_it_was_and_says_so(tmp_path: Path, name: str) -> None:
    engine = WhooshEngine(tmp_path / "index")
    indexed(files(tmp_path / "full", ("good.txt", GOOD)), engine)
    with pytest.raises(OnRecordError, match="the index is left as it was"):
        indexed(files(tmp_path / "hollow", (name, GOOD)), engine)
    assert engine.search(Query("ferry")).total == 1


def test_the_files_of_an_archive_are_indexed_and_what_else_it_holds_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "clips.zip").write_bytes(zipped({"a.txt": GOOD.encode(), "empty.txt": b"", "logo.png": b"\x89PNG"}))
    engine = MemoryEngine()
    report = indexed(tmp_path, engine)
    assert [article.source for article in engine.articles.values()] == [f"{tmp_path}/clips.zip!/a.txt"]
    assert [failure.partition(": ")[0] for failure in report.failed] == [f"{tmp_path}/clips.zip!/empty.txt"]
    assert report.passed_over == [f"{tmp_path}/clips.zip: 1 file in it is no article and was not read (1 .png)"]


def test_a_foreign_article_is_found_by_its_words_and_says_nothing(tmp_path: Path) -> None:
    story = "Die Brücke bleibt bis März gesperrt, sagte der Bürgermeister Jörg Müßig am Freitag. " * 5
    engine = MemoryEngine()
    indexed(files(tmp_path, ("a.txt", story)), engine)
    (hit,) = engine.search(Query("Brücke")).hits
    assert hit.paragraph.speakers == ()
    assert hit.article.notes == ("attribution knows English only; this article is in another language (de)",)
    assert engine.search(Query(choices=frozenset({("speaker", "unsupported")}))).total == 1
    assert engine.search(Query(choices=frozenset({("speaker", "nobody")}))).total == 0


def test_where_no_file_could_be_read_each_is_named(tmp_path: Path) -> None:
    with pytest.raises(OnRecordError) as caught:
        indexed(files(tmp_path, ("a.txt", ""), ("b.txt", " ")), MemoryEngine())
    assert all(str(tmp_path / name) in str(caught.value) for name in ("a.txt", "b.txt"))


def test_a_source_may_be_one_file_and_must_be_there(tmp_path: Path) -> None:
    source = files(tmp_path, ("good.txt", GOOD))
    assert tuple(files_in(source / "good.txt")) == (source / "good.txt",)
    with pytest.raises(ReadError, match="no such file or folder"):
        files_in(source / "elsewhere")


def test_whoever_waits_hears_of_each_file(tmp_path: Path) -> None:
    heard = Listening()
    found = files_in(files(tmp_path, ("a.txt", GOOD), ("b.txt", ""), ("c.dwg", "")))
    reindex(found, MemoryEngine(), largest=LARGEST, progress=heard)
    stages = ["Looking 2 files", "2 done", "Reading 2 files", "2 done", "Indexing 1 articles", "1 done"]
    assert heard.said == stages


def test_a_file_that_is_no_article_comes_out_as_an_error_among_the_articles(tmp_path: Path) -> None:
    found = files_in(files(tmp_path, ("a.txt", GOOD), ("b.txt", ""), ("c.txt", GOOD)))
    assert [isinstance(one, ReadError) for one in attributed(found, LARGEST)] == [False, True, False]


def test_an_article_of_nothing_but_a_heading_is_indexed(tmp_path: Path) -> None:
    assert indexed(files(tmp_path, ("a.txt", "Harbour news")), MemoryEngine()).contents.paragraphs == 1
