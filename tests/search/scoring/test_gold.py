"""Gold is read in both forms, and what is wrong in it is said with file, line, key and what to do."""

import json
from pathlib import Path

import pytest
from newsroom import GOOD, files

from search.errors import ReadError
from search.scoring.gold import gold_in
from search.scoring.marks import Expected, Gold

LARGEST = 100_000
PARAGRAPH = {"n": 2, "must": [["Ann Lee", "the harbour master"]], "may": [["the port"]]}
NAMED = {"file": "a.txt", "paragraphs": [PARAGRAPH]}
STATED = {"paragraphs": [{"n": 1, "text": "It is late.", "statements": [{"kind": "indirect", "start": 0, "end": 5}]}]}


def gold(folder: Path, *lines: object, name: str = "gold.jsonl") -> list[Gold | ReadError]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(gold_in(files(folder, ("a.txt", GOOD), (name, text)) / name, LARGEST))


def test_marks_by_name_find_their_text_beside_them(tmp_path: Path) -> None:
    (one,) = gold(tmp_path, NAMED)
    assert isinstance(one, Gold)
    assert one.article.id == "a"
    assert one.marks[2].expected == (Expected(frozenset({"ann lee", "harbour master"})),)
    assert one.marks[2].neutral == {"port"}


def test_marks_by_name_may_name_an_id_and_their_texts_stand_elsewhere(tmp_path: Path) -> None:
    texts = files(tmp_path / "texts", ("b.md", GOOD))
    marks = files(tmp_path, ("gold.json", json.dumps({"id": "b", "paragraphs": [PARAGRAPH]}, indent=1))) / "gold.json"
    (one,) = gold_in(marks, LARGEST, texts)
    assert isinstance(one, Gold)
    assert one.article.source == str(texts / "b.md")


def test_marks_by_statement_hold_their_text(tmp_path: Path) -> None:
    (one,) = gold(tmp_path, STATED)
    assert isinstance(one, Gold)
    assert one.article.paragraphs[0].text == "It is late."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("no JSON", "JSON is malformed"),
        ([1], "Expected `object`"),
        ({"file": "a.txt"}, "`paragraphs`"),
        ({"paragraphs": [{"n": 1, "text": "Late."}]}, "`statements`"),
        (
            {"paragraphs": [{"n": 1, "text": "Late.", "statements": [{"kind": "loud"}]}]},
            "`paragraphs[0].statements[0]",
        ),
        (
            {"paragraphs": [{"n": 1, "text": "Late.", "statements": [{"kind": "direct", "start": 0, "end": 9}]}]},
            "`end` 9",
        ),
        ({"paragraphs": [{"n": "one", "must": []}], "file": "a.txt"}, "`paragraphs[0].n"),
        ({"paragraphs": [{"n": 1, "must": [["Lee"], []]}], "file": "a.txt"}, "`paragraphs[0].must[1]`"),
        ({"paragraphs": [{"n": 1, "must": [[" "]]}], "file": "a.txt"}, "`paragraphs[0].must[0][0]`"),
        ('{"paragraphs": [{"n": 1, "may": ' + "[" * 9_999 + "]" * 9_999 + "}]}", "it is nested too deep"),
        ({"paragraphs": [{"n": 9, "must": []}], "file": "a.txt"}, "`n` is 9"),
        ({"paragraphs": [{"n": 1, "must": []}]}, "`file` is missing"),
        ({"paragraphs": [{"n": 1, "must": []}], "file": "gone.txt"}, "name the folder of the texts with --texts"),
        ({"paragraphs": [{"n": 1, "must": []}], "file": "empty.txt"}, "is empty"),
        ({"paragraphs": [{"n": 1, "must": []}], "file": "\x00"}, "there is no"),
    ],
)
def test_one_bad_line_is_a_sentence_and_the_rest_goes_on(tmp_path: Path, line: object, reason: str) -> None:
    files(tmp_path, ("empty.txt", ""))
    first, fault, last = gold(tmp_path, NAMED, line, NAMED)
    assert isinstance(first, Gold)
    assert isinstance(last, Gold)
    assert str(fault).startswith(f"{tmp_path / 'gold.jsonl'}: line 2")
    assert reason in str(fault)
    assert str(fault).endswith(("mend or remove that article", "mend or remove that line"))


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        list(gold_in(tmp_path / "gone.jsonl", LARGEST))
