"""An editor's corrections survive a reindex; what does not fit is in its report, and a wrong file leaves the index."""

from pathlib import Path

import pytest
from commands import DONE, USAGE, run, sentence
from newsroom import files

from search.corrections import mark
from search.engines.whoosh import WhooshEngine
from search.overlay import NAME, corrections_of
from search.pipeline import files_in, reindex
from search.report import Report

FERRY = "The last ferry left.\n\n“The ferry sails again,” said harbour master Ann Lee.\n"
SAID = "“The ferry sails again,” said harbour master Ann Lee."
BLOCK = '[[correction]]\narticle = "ferry"\nparagraph = 2\nspeaker = "Odd Ruun"\n'
MARKED = f'{BLOCK}text = "{mark(SAID)}"\n'


def source_of(folder: Path, corrections: str, ferry: str = FERRY) -> Path:
    return files(folder / "news", ("2024/ferry.txt", ferry), ("tide.txt", "High water."), (NAME, corrections))


def indexed(source: Path) -> Report:
    engine = WhooshEngine(source.parent / "index")
    return reindex(files_in(source), engine, largest=100_000, corrections=corrections_of([source]))


def speakers(source: Path) -> list[tuple[str, ...]]:
    article = WhooshEngine(source.parent / "index").article("ferry")
    assert article
    return [paragraph.speakers for paragraph in article.paragraphs]


def test_a_correction_survives_every_reindex(tmp_path: Path) -> None:
    source = source_of(tmp_path, MARKED)
    for _ in range(2):
        report = indexed(source)
        assert (report.failed, report.passed_over, report.noted, report.refused) == ([], [], [], [])
        assert speakers(source) == [(), ("Odd Ruun",)]
    (tmp_path / "news/2024/later.txt").write_text("“No,” said Bob Berg.", encoding="utf-8")
    indexed(source)
    assert speakers(source) == [(), ("Odd Ruun",)]


def test_a_changed_paragraph_is_reported_and_not_corrected(tmp_path: Path) -> None:
    source = source_of(tmp_path, MARKED)
    indexed(source)
    changed = FERRY.replace("again", "no more")
    (source / "2024/ferry.txt").write_text(changed, encoding="utf-8")
    (refused,) = indexed(source).refused
    assert refused.startswith(f"{source / NAME}, correction 1 (ferry ¶2): the paragraph has changed; ")
    assert speakers(source) == [(), ("Ann Lee",)]


def test_a_paragraph_that_has_moved_is_reported_with_its_new_number(tmp_path: Path) -> None:
    source = source_of(tmp_path, MARKED, f"It is late.\n\n{FERRY}")
    (refused,) = indexed(source).refused
    assert "so write paragraph = 3" in refused
    assert speakers(source) == [(), (), ("Ann Lee",)]


def test_an_article_that_is_not_there_is_reported(tmp_path: Path) -> None:
    source = source_of(tmp_path, MARKED.replace("ferry", "boat"))
    (refused,) = indexed(source).refused
    assert refused.startswith(f"{source / NAME}, correction 1 (boat ¶2): no such article was read; ")


def test_a_correction_without_a_mark_is_applied_and_noted(tmp_path: Path) -> None:
    source = source_of(tmp_path, BLOCK)
    (note,) = indexed(source).noted
    assert f'add text = "{mark(SAID)}"' in note
    assert speakers(source) == [(), ("Odd Ruun",)]


def test_corrections_are_of_the_articles_of_their_folder_only(tmp_path: Path) -> None:
    source = source_of(tmp_path, "")
    files(tmp_path / "news" / "2024", (NAME, MARKED))
    report = indexed(source)  # its corrections are those of `news`
    assert speakers(source) == [(), ("Ann Lee",)]
    (line,) = report.passed_over
    assert line.startswith(f"{source / '2024' / NAME}: not read")
    assert line.endswith(f"reindex --source {source / '2024'}")


@pytest.mark.parametrize("wrong", ["[[correction", BLOCK + "speeker = 1", BLOCK.replace("2", "'2'")])
def test_a_wrong_file_leaves_the_index_as_it_was(tmp_path: Path, wrong: str) -> None:
    source = source_of(tmp_path, MARKED)
    given = ("--source", source, "--index", tmp_path / "index")
    assert run("reindex", *given).exit_code == DONE
    (source / NAME).write_text(wrong, encoding="utf-8")
    result = run("reindex", *given)
    assert result.exit_code == USAGE
    assert str(source / NAME) in sentence(result)
    assert speakers(source) == [(), ("Odd Ruun",)]


def test_what_is_not_corrected_is_said_also_by_a_quiet_reindex(tmp_path: Path) -> None:
    source = source_of(tmp_path, MARKED.replace("paragraph = 2", "paragraph = 9"))
    result = run("reindex", "--quiet", "--source", source, "--index", tmp_path / "index")
    assert result.exit_code == DONE
    assert sentence(result).startswith("not corrected: ")
    assert "the article ends with ¶2; " in sentence(result)


@pytest.mark.parametrize("path", [".", "2024/ferry.txt"])
def test_attribute_and_explain_show_corrections(tmp_path: Path, path: str) -> None:
    source = source_of(tmp_path, MARKED)
    assert '"speakers": ["Odd Ruun"]' in run("attribute", source / path).stdout
    assert "an editor's correction" in run("explain", source / path).stdout
