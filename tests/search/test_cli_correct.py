"""`onrecord correct` writes what an editor says where the next reindex finds it."""

from pathlib import Path

import pytest
from commands import DONE, SOME_FAILED, USAGE, run, sentence
from newsroom import files

from search.corrections import mark
from search.engines.whoosh import WhooshEngine
from search.overlay import NAME
from search.query import Query

SAID = "“The ferry sails again,” said harbour master Ann Lee."
FERRY = f"The last ferry left.\n\n{SAID}\n"


def news(folder: Path) -> Path:
    return files(folder / "news", ("2024/ferry.txt", FERRY), ("2023/ferry.txt", "High water."))


def test_what_is_written_counts_from_the_next_reindex_on(tmp_path: Path) -> None:
    source = news(tmp_path)
    (source / "2023/ferry.txt").unlink()
    told = run("correct", "ferry", 2, "Odd  Ruun", "--was", "Ann Lee", "--note", "called him", "--in", source)
    assert told.exit_code == DONE
    written = (source / NAME).read_text(encoding="utf-8")
    assert written in told.stdout
    assert f'text = "{mark(SAID)}"' in written
    assert told.stdout.strip().endswith(f"run: onrecord reindex --source {source}")
    assert run("reindex", "--source", source, "--index", tmp_path / "index").exit_code == DONE
    article = WhooshEngine(tmp_path / "index").article("ferry")
    assert article
    (statement,) = article.paragraphs[1].statements
    assert statement.speaker
    assert (statement.speaker.name, statement.evidence.words) == ("Odd Ruun", "called him")


def test_the_folder_is_that_of_the_setting_where_none_is_named(tmp_path: Path) -> None:
    source = news(tmp_path)
    assert run("correct", "ferry", 1, "", ONRECORD_SOURCE=str(source)).exit_code == DONE
    assert 'speaker = ""' in (source / NAME).read_text(encoding="utf-8")


def test_of_two_files_of_one_name_each_has_the_id_of_its_page(tmp_path: Path) -> None:
    source = news(tmp_path)
    run("reindex", "--source", source, "--index", tmp_path / "index")
    (later,) = {article for article in _ids(tmp_path / "index") if article != "ferry"}
    assert run("correct", later, 2, "Odd Ruun", "--words", "sails again", "--in", source).exit_code == DONE
    assert run("reindex", "--source", source, "--index", tmp_path / "index", "--quiet").stderr == ""


def _ids(index: Path) -> set[str]:
    return {hit.article.id for hit in WhooshEngine(index).search(Query()).hits}


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        (["boat", "1", "Lee"], SOME_FAILED, "there is no article boat"),
        (["ferry", "9", "Lee"], USAGE, "ferry ends with ¶1; "),
        (["ferry", "0", "Lee"], USAGE, "0 is not in the range"),
        (["ferry", "1", "Lee", "--words", "the bridge"], USAGE, "does not hold “the bridge”"),
        (["ferry", "1", "Lee", "--was", "Cy Berg"], USAGE, "ferry ¶1: there is no such statement by “Cy Berg”"),
        (["ferry", "1", "Ann \x1b[31mLee"], USAGE, "'SPEAKER': it holds U+001B, which nobody can see; take it out"),
        (["ferry", "1", "Lee", "--was", "\u202eeeL"], USAGE, "'--was': it holds U+202E, which nobody can see; "),
        (["ferry", "1", "Lee" * 100], USAGE, "'SPEAKER': it is longer than 200 characters; shorten it"),
        (["ferry", "1", "Lee", "--note", "so " * 400], USAGE, "'--note': it is longer than 1,000 characters; "),
    ],
)
def test_what_is_not_there_cannot_be_corrected(tmp_path: Path, words: list[str], code: int, reason: str) -> None:
    source = news(tmp_path)
    result = run("correct", *words, "--in", source)
    assert result.exit_code == code
    assert reason in sentence(result)
    assert not (source / NAME).exists()


def test_whom_nobody_there_is_called_cannot_be_corrected_and_who_speaks_is_said(tmp_path: Path) -> None:
    source = files(tmp_path / "news", ("ferry.txt", FERRY))
    result = run("correct", "ferry", 2, "Odd Ruun", "--was", "Cy Berg", "--in", source)
    assert result.exit_code == USAGE
    assert "ferry ¶2: there is no such statement by “Cy Berg”, here speaks Ann Lee; " in sentence(result)
    assert not (source / NAME).exists()


def test_a_speaker_can_be_named_as_the_index_shows_him(tmp_path: Path) -> None:
    shown = "The analyst Elena Marchuck said that it was late."
    own = "The analyst Yelena Marchuk said that it was early."
    source = files(tmp_path / "news", ("ferry.txt", own), ("a.txt", shown), ("b.txt", shown))
    given = ("--source", source, "--index", tmp_path / "index")
    run("reindex", *given)
    assert "Elena Marchuck ·" in run("search", "early", "--index", tmp_path / "index").stdout
    assert run("correct", "ferry", 1, "Ann Lee", "--was", "Elena Marchuck", "--in", source).exit_code == DONE
    assert run("reindex", "--quiet", *given).stderr == ""
    assert "Ann Lee ·" in run("search", "early", "--index", tmp_path / "index").stdout


def test_nothing_is_added_to_a_file_that_makes_no_sense(tmp_path: Path) -> None:
    source = files(news(tmp_path), (NAME, "[[correction"))
    result = run("correct", "ferry", 1, "Lee", "--in", source)
    assert (result.exit_code, str(source / NAME) in sentence(result)) == (USAGE, True)
    assert (source / NAME).read_text(encoding="utf-8") == "[[correction"
