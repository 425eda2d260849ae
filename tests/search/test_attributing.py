"""Files become articles with statements in one process or in several, and nobody can tell which."""

import json
from functools import partial
from pathlib import Path

import pytest
from dying import Stumbling, nothing
from newsroom import GOOD, files
from packing import zipped

from search.attributing import PORTION, WORTH_PROCESSES, outcome_of, outcomes, processes_for, spoken
from search.errors import ReadError, SettingError
from search.model import Article
from search.processes import in_order
from search.reading import read

LARGEST = 10_000_000


def corpus(folder: Path) -> tuple[Path, ...]:
    """A file of many articles between files of one, one of them bad."""
    line = json.dumps({"paragraphs": [f"“It is late,” said Ann Lee. {'The tide came in. ' * 50}"]})
    lines = "\n".join([line] * 200 + ["no JSON"] + [line])
    assert len(lines) > 3 * PORTION
    files(folder, ("a.txt", GOOD), ("b.txt", ""), ("c.jsonl", lines), ("d.md", GOOD))
    return tuple(sorted(folder.iterdir()))


def told(found: list[Article | ReadError]) -> list[Article | str]:
    return [one if isinstance(one, Article) else str(one) for one in found]


def test_several_processes_say_what_one_says_and_in_its_order(tmp_path: Path) -> None:
    given = corpus(tmp_path)
    one = told(list(outcomes(given, LARGEST, processes=1, parser="")))
    two = told(list(outcomes(given, LARGEST, processes=2, parser="")))
    assert one == two
    assert len(one) == 1 + 1 + 202 + 1
    assert [index for index, outcome in enumerate(one) if isinstance(outcome, str)] == [1, 202]


def test_articles_that_are_read_already_are_attributed_as_they_are(tmp_path: Path) -> None:
    (article,) = read(files(tmp_path, ("a.txt", GOOD)) / "a.txt", LARGEST)
    (outcome,) = spoken([(article,)], LARGEST, processes=1, parser="")
    assert isinstance(outcome, Article)
    assert [p.speakers for p in outcome.paragraphs] == [(), ("Ann Lee",)]


def test_the_files_of_an_archive_are_read_and_attributed_in_any_number_of_processes(tmp_path: Path) -> None:
    members = {f"{number}/a.txt": GOOD.replace("May", f"May {number}").encode() * 500 for number in range(5)}
    (tmp_path / "clips.zip").write_bytes(zipped({**members, "bad.json": b"{", "logo.png": b"\x89PNG"}))
    one = told(list(outcomes([tmp_path / "clips.zip"], LARGEST, processes=1, parser="")))
    two = told(list(outcomes([tmp_path / "clips.zip"], LARGEST, processes=2, parser="")))
    assert one == two
    assert [isinstance(outcome, Article) for outcome in one] == [True] * 5 + [False, False]


def test_small_corpora_stay_in_one_process(tmp_path: Path) -> None:
    small = files(tmp_path, ("a.txt", GOOD)) / "a.txt"
    large = files(tmp_path, ("b.txt", "x" * WORTH_PROCESSES)) / "b.txt"
    assert processes_for([small, tmp_path / "gone.txt"], 4) == 1
    assert processes_for([small, large], 4) == 4
    assert processes_for([small, large], 1) == 1
    assert processes_for([small, large], 0) >= 1


def press(folder: Path) -> list[Article]:
    """Three articles, the second of which is too much for a stumbling parser."""
    files(folder, ("a.txt", GOOD), ("b.txt", GOOD.replace("harbour", "stone")), ("c.txt", GOOD))
    found = [outcome for path in sorted(folder.iterdir()) for outcome in read(path, LARGEST)]
    return [article for article in found if isinstance(article, Article)]


@pytest.mark.parametrize("error", [IndexError("list index out of range"), RecursionError("too deep"), KeyError("tide")])
def test_an_article_that_cannot_be_attributed_is_a_sentence_and_the_rest_goes_on(
    tmp_path: Path, error: Exception
) -> None:
    first, fault, last = (outcome_of(article, Stumbling(error)) for article in press(tmp_path))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert str(fault) == (
        f"{tmp_path / 'b.txt'}: b: it could not be attributed ({type(error).__name__}: {error}); please report it"
    )


def test_no_process_dies_of_an_article_that_cannot_be_attributed(tmp_path: Path) -> None:
    work = partial(outcome_of, parser=Stumbling(IndexError("list index out of range")))
    found = [outcome for _, outcome in in_order(work, [press(tmp_path)], count=2, ready=nothing)]
    assert [type(outcome) for outcome in found] == [Article, ReadError, Article]
    assert "(IndexError: list index out of range)" in str(found[1])


@pytest.mark.parametrize("processes", [1, 2])
def test_a_parser_that_there_is_not_is_one_sentence(tmp_path: Path, processes: int) -> None:
    given = corpus(tmp_path)
    with pytest.raises(SettingError, match="ONRECORD_PARSER is 'no_such_model'"):
        list(outcomes(given, LARGEST, processes=processes, parser="no_such_model"))
