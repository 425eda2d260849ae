"""What counts as found, as missed, as wrong, and as nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from newsroom import files

from search.model import Article, Evidence, Paragraph, Span, Speaker, Statement
from search.scoring import ALL, ArticleScore, Score, score
from search.scoring.figures import Quoted, Tally
from search.scoring.gold import gold_in
from search.scoring.marks import Gold

TEXT = "“The old ferry is late again,” said Ann Lee. Odd Ruun said it was old. “No,” she said."
QUOTED, TOLD, SHORT = (1, 29), (59, 69), (72, 74)
LEE = {"speaker_span_text": "Ann Lee", "speaker_type": "person_full"}
RUUN = {"speaker_span_text": "Odd Ruun", "speaker_type": "person_full"}
SHE = {"speaker_span_text": "she", "speaker_type": "pronoun", "group": "g"}


def marked(place: tuple[int, int], kind: str = "direct", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "start": place[0], "end": place[1], **more}


def said(place: tuple[int, int], speaker: str | None, kind: Any = "direct") -> Statement:
    who = Speaker(speaker) if speaker else None
    return Statement(Span(*place), TEXT[place[0] : place[1]], kind, who, "said", Evidence("test", "", 1), 1.0)


def scored(folder: Path, statements: list[dict[str, Any]], *found: Statement, **more: Any) -> ArticleScore:
    """A paragraph of these marks, in which these statements are found."""
    paragraphs = [{"n": 1, "text": TEXT, "statements": statements}, *more.get("after", ())]
    (gold,) = gold_in(files(folder, ("g.jsonl", json.dumps({"paragraphs": paragraphs}))) / "g.jsonl", 10_000)
    assert isinstance(gold, Gold)
    texts = [Paragraph(p.number, p.kind, p.text, found if p.number == 1 else ()) for p in gold.article.paragraphs]
    article = gold.article
    return score(Article(article.id, article.title, article.outlet, article.published, paragraphs=tuple(texts)), gold)


def test_a_speaker_is_found_by_the_last_name(tmp_path: Path) -> None:
    one = scored(tmp_path, [marked(QUOTED, **LEE)], said(QUOTED, "Mrs. Lee"))
    assert one.rows[ALL] == Tally(expected=1, found=1, given=1, right=1)
    assert (one.missed, one.wrong) == (0, 0)


def test_a_speaker_who_is_not_found_is_missed_and_a_stranger_is_wrong(tmp_path: Path) -> None:
    one = scored(tmp_path, [marked(QUOTED, **LEE)], said(QUOTED, "Ann Ruun"))
    assert one.rows[ALL] == Tally(expected=1, given=1, wrong=1)
    assert one.rows["direct"] == Tally(expected=1, wrong=1)
    assert one.rows["person"] == Tally(expected=1, wrong=1)


def test_a_speaker_counts_once_in_a_paragraph_and_in_the_row_of_each_kind(tmp_path: Path) -> None:
    one = scored(tmp_path, [marked(QUOTED, **LEE), marked(TOLD, "indirect", **LEE)], said(QUOTED, "Lee"))
    assert one.rows[ALL].expected == 1
    assert (one.rows["direct"], one.rows["indirect"]) == (Tally(1, 1, 0, 1), Tally(1, 1))


def test_who_only_thinks_counts_for_nothing(tmp_path: Path) -> None:
    marks = [marked(TOLD, "indirect", core=False, speech=False, **RUUN)]
    assert scored(tmp_path, marks, said(TOLD, "Odd Ruun", "indirect")).rows[ALL] == Tally(given=1)
    assert scored(tmp_path, marks).rows[ALL] == Tally()


def test_a_pronoun_that_nobody_resolved_excuses_one_stranger(tmp_path: Path) -> None:
    marks = [marked(SHORT, **SHE)]
    assert scored(tmp_path, marks, said(SHORT, "Ann Lee")).wrong == 0
    assert scored(tmp_path, marks, said(SHORT, "Ann Lee"), said(TOLD, "Odd Ruun")).wrong == 1


def test_who_is_named_here_for_words_in_another_paragraph_counts_for_nothing(tmp_path: Path) -> None:
    after = {"n": 2, "text": TEXT, "statements": [marked(QUOTED, speaker_para=1, **LEE)]}
    assert scored(tmp_path, [], said(QUOTED, "Ann Lee"), after=[after]).wrong == 0


def test_a_title_is_not_scored(tmp_path: Path) -> None:
    title = {"n": 2, "text": TEXT, "role": "title", "statements": [marked(QUOTED, **LEE)]}
    one = scored(tmp_path, [], after=[title])
    assert (one.paragraphs, one.missed) == (1, 0)


@pytest.mark.parametrize(
    ("place", "speaker", "expected"),
    [
        ((0, 30), "Ann Lee", Quoted(expected=1, found=1, voiced=1, right=1)),
        ((1, 18), "Ann Lee", Quoted(expected=1, found=1, voiced=1, right=1)),
        ((1, 30), "Odd Ruun", Quoted(expected=1, found=1, voiced=1)),
        ((1, 30), None, Quoted(expected=1, found=1, voiced=1)),
        ((1, 12), "Ann Lee", Quoted(expected=1, voiced=1)),
        ((36, 70), "Odd Ruun", Quoted(expected=1, voiced=1, wrong=1)),
    ],
)
def test_a_quotation_is_found_by_half_its_letters_and_right_by_its_speaker(
    tmp_path: Path, place: tuple[int, int], speaker: str | None, expected: Quoted
) -> None:
    assert scored(tmp_path, [marked(QUOTED, **LEE)], said(place, speaker)).quoted == expected


def test_quotations_of_few_words_count_for_nothing(tmp_path: Path) -> None:
    assert scored(tmp_path, [marked(SHORT, **SHE)], said(SHORT, "Ann Lee")).quoted == Quoted()


def test_the_worst_articles_are_those_with_the_most_mistakes(tmp_path: Path) -> None:
    good = scored(tmp_path, [marked(QUOTED, **LEE)], said(QUOTED, "Ann Lee"))
    bad = scored(tmp_path, [marked(QUOTED, **LEE)])
    worse = scored(tmp_path, [marked(QUOTED, **LEE)], said(QUOTED, "Odd Ruun"))
    assert Score((good, bad, worse)).worst(10) == [worse, bad]
    assert Score((good, bad, worse)).figures["R"] == pytest.approx(1 / 3)
