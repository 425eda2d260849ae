"""Each file under cases/ is a short text and who speaks in it; its name is the sentence that it stands for.

text = three quotation marks, paragraphs parted by blank lines
published = 2024-03-06      # the day on which it appeared (optional)
nobody = [2]                # in these paragraphs nobody speaks
unknown = [3]               # somebody speaks here, and the text does not tell who
[[says]]
paragraph = 1
speaker = "Ann Lee"
or = ["Lee"]                # other names that are as right (optional)
words = "We sail at dawn"   # a piece of what the speaker says there (optional)
without = "and wept"        # a piece of the paragraph that is no part of those words (optional)
kind = "unnamed"            # what kind of speaker it is (optional)
act = "denied"              # what the cue makes of the words (optional)
said_as = "mixed"           # whether the words are direct, indirect or mixed (optional)
day = 2024-03-05            # when they were spoken; "" if the text does not tell (optional)
venue = "rally in Dorle"    # and where; "" if the text does not tell (optional)
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from search.attribution import attribute
from search.model import Article, Fact, Paragraph, Speaker, Statement
from search.reading.plain import article_of_text

FOLDER = Path(__file__).parent
FILES = sorted((FOLDER / "cases").glob("*.toml"))
# a_name_in_the_list - why it fails today
KEYS = {"kind", "act", "said_as", "day", "venue"}  # what a case may ask of a statement besides its words
NOT_YET = dict(line.split(" - ", 1) for line in (FOLDER / "not_yet.txt").read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class Says:
    """One who should speak in a paragraph: the names that are right, and what is asked of the words and of the rest."""

    paragraph: int
    names: tuple[str, ...]
    words: str
    without: str
    asked: Mapping[str, str | date]

    def is_said_in(self, statement: Statement) -> bool:
        """Whether this statement is the one."""
        speaker = statement.speaker
        return bool(
            speaker
            and plain(speaker.name) in map(plain, self.names)
            and self.words in statement.text
            and not (self.without and self.without in statement.text)
            and self.asked.items() <= told(statement, speaker).items()
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A text and who speaks in it."""

    text: str
    published: date | None
    says: tuple[Says, ...]
    nobody: frozenset[int]
    unknown: frozenset[int]

    def right(self, paragraph: int) -> frozenset[str]:
        """The names that are right in a paragraph."""
        return frozenset(plain(name) for one in self.says if one.paragraph == paragraph for name in one.names)


def plain(name: str) -> str:
    """A name as it is compared: without regard to case, to an article before it and to the shape of an apostrophe."""
    return re.sub(r"^(the|an?) ", "", name.casefold().replace("’", "'"))


def told(statement: Statement, speaker: Speaker) -> dict[str, str | date]:
    """What may be asked of a statement besides its words, by the keys of a case."""
    return {
        "kind": speaker.kind,
        "act": statement.act,
        "said_as": statement.kind,
        "day": statement.day or "",
        "venue": statement.venue,
    }


def says_of(one: dict[str, Any]) -> Says:
    """An entry [[says]]; raises KeyError where it lacks paragraph or speaker."""
    names = (one.pop("speaker"), *one.pop("or", ()))
    return Says(one.pop("paragraph"), names, one.pop("words", ""), one.pop("without", ""), one)


def read(path: Path) -> Case:
    """The case of a file; raises KeyError where it names no text, TypeError for a key that is none."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Case(
        text=table.pop("text"),
        published=table.pop("published", None),
        says=tuple(map(says_of, table.pop("says", ()))),
        nobody=frozenset(table.pop("nobody", ())),
        unknown=frozenset(table.pop("unknown", ())),
        **table,
    )


def article(case: Case) -> Article:
    """The article that a case's text is."""
    (one,) = article_of_text(case.text, "case.txt")
    assert isinstance(one, Article)
    return replace(one, published=Fact(case.published, "stated")) if case.published else one


def faults(case: Case, attributed: Article) -> Iterator[str]:
    """What is wrong with who speaks, one sentence a fault."""
    by_number = {paragraph.number: paragraph for paragraph in attributed.paragraphs}
    for says in case.says:
        if not any(map(says.is_said_in, by_number[says.paragraph].statements)):
            yield f"¶{says.paragraph}: {says.names[0]} should say “{says.words}”, not “{says.without}”, {says.asked}"
    for paragraph in attributed.paragraphs:
        yield from (f"¶{paragraph.number}: {text}" for text in too_much(case, paragraph))


def too_much(case: Case, paragraph: Paragraph) -> Iterator[str]:
    """Who speaks in a paragraph and should not, and whether somebody unknown fails to."""
    named = [s for s in paragraph.statements if s.speaker]
    right = case.right(paragraph.number)
    yield from (f"{s.speaker.name} says “{s.text}”" for s in named if s.speaker and plain(s.speaker.name) not in right)
    if paragraph.number in case.nobody:
        yield from (f"nobody says “{s.text}”" for s in paragraph.statements if not s.speaker)
    if paragraph.number in case.unknown and not paragraph.statements:
        yield "somebody unknown should speak"


def param(path: Path) -> object:
    """The file as a parameter; one on the list of those to come must fail, so that a mended one is taken off it."""
    reason = NOT_YET.get(path.stem)
    return pytest.param(path, id=path.stem, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


@pytest.mark.parametrize("path", [param(path) for path in FILES])
def test_in_a_case(path: Path) -> None:
    case = read(path)
    assert list(faults(case, attribute(article(case)))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_marks_every_paragraph_and_quotes_its_own_text(path: Path) -> None:
    case = read(path)
    texts = {paragraph.number: paragraph.text for paragraph in article(case).paragraphs}
    speaking = frozenset(one.paragraph for one in case.says)
    assert speaking | case.nobody | case.unknown == frozenset(texts)
    assert not speaking & (case.nobody | case.unknown)
    quoted = [(piece, texts[one.paragraph]) for one in case.says for piece in (one.words, one.without)]
    assert [piece for piece, text in quoted if piece not in text] == []
    assert {key for one in case.says for key in one.asked} <= KEYS


def test_only_cases_that_are_there_may_still_fail() -> None:
    assert NOT_YET.keys() <= {path.stem for path in FILES}
