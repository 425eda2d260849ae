"""Amending: an article as an editor's corrections leave it, and what is to be said of those that do not fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from search.attribution.quotations import quotations
from search.corrections import Correction, Corrections, mark, place_of
from search.model import Article, Evidence, Paragraph, Span, Speaker, Statement, StatementKind

RULE = "an editor's correction"


@dataclass(frozen=True, slots=True)
class Amended:
    """An article with its corrections; sentences on those that were not applied, and on those nobody can verify."""

    article: Article
    refused: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


def own(article: Article, corrections: Corrections) -> tuple[Correction, ...]:
    """Those of the corrections that are about this article."""
    return tuple(c for c in corrections.get(article.id, ()) if c.is_of(article))


def amended(article: Article, corrections: Sequence[Correction]) -> Amended:
    """The article with these corrections, all of them its own.

    A statement is corrected once: by the more exact of two corrections, and of two alike by the later. So a second time
    changes nothing.
    """
    if not corrections:
        return Amended(article)
    paragraphs = {p.number: p for p in article.paragraphs}
    speakers = {voice.name: voice for p in article.paragraphs for voice in p.voices}
    refused = [f"{c.where}: {problem}" for c in corrections if (problem := _misplaced(c, paragraphs))]
    noted = []
    for correction in _in_order(c for c in corrections if not _misplaced(c, paragraphs)):
        paragraph = paragraphs[correction.paragraph]
        if problem := unmet(correction, paragraph):
            refused.append(f"{correction.where}: {problem}; mend it or remove the block")
            continue
        statements = _statements(paragraph, correction, _speaker(correction, speakers))
        paragraphs[paragraph.number] = replace(paragraph, statements=statements)
        if not correction.mark:
            add = f'add text = "{mark(paragraph.text)}"'
            noted.append(f"{correction.where}: applied, but nobody can tell whether the paragraph has changed; {add}")
    return Amended(replace(article, paragraphs=tuple(paragraphs.values())), tuple(refused), tuple(noted))


def _in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that count, the more exact first; of two of the same words the later."""
    latest = {(c.paragraph, c.was, c.words): c for c in corrections}
    return sorted(latest.values(), key=lambda c: (-c.exactness, -c.block))


def _misplaced(correction: Correction, paragraphs: Mapping[int, Paragraph]) -> str:
    """Why a correction is of no paragraph as the article is now, and what to do; "" where it is of one."""
    there = paragraphs.get(correction.paragraph)
    if there and correction.mark in {"", mark(there.text)}:
        return ""
    problem = "the paragraph has changed" if there else f"the article ends with ¶{max(paragraphs, default=0)}"
    now = [p.number for p in paragraphs.values() if correction.mark == mark(p.text)]
    if now:
        return f"{problem}; its text is that of ¶{now[0]} now, so write paragraph = {now[0]}"
    return f"{problem}; read it again, remove this block and, if it is still wrong, run: onrecord correct"


def unmet(correction: Correction, paragraph: Paragraph) -> str:
    """Why a correction means nothing in its paragraph; "" where it means something."""
    if correction.words and not place_of(correction.words, paragraph.text):
        return f"the words “{correction.words}” do not stand in the paragraph"
    if correction.was is None or correction.meant(paragraph.statements):
        return ""
    by = f"by “{correction.was}”" if correction.was else "by an unknown speaker"
    voices = ", ".join(paragraph.speakers) or "nobody who is known"
    return f"there is no such statement {by}, here speaks {voices}"


def _statements(paragraph: Paragraph, correction: Correction, speaker: Speaker | None) -> tuple[Statement, ...]:
    """The paragraph's statements after a correction that means something in it."""
    evidence = Evidence(RULE, correction.note, paragraph.number)
    meant = correction.meant(paragraph.statements)
    rules = [s for s in meant if s.evidence.rule != RULE]  # what an editor has said stays
    kept = [s for s in paragraph.statements if s not in rules]
    if correction.speaker == "":
        return tuple(kept)
    new = [replace(s, speaker=speaker, evidence=evidence, confidence=1.0) for s in rules]
    if not meant:
        new = _whole(paragraph, correction.words, speaker, evidence)
    return tuple(sorted(dict.fromkeys(kept + new), key=lambda s: (s.where.start, s.where.end)))


def _whole(paragraph: Paragraph, words: str, speaker: Speaker | None, evidence: Evidence) -> list[Statement]:
    """A statement of these words, or of the whole paragraph; none where that is empty."""
    text = paragraph.text
    where = place_of(words, text) if words else Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    if where is None or where.start >= where.end:
        return []
    return [Statement(where, where.of(text), _kind(text, where), speaker, "", evidence, 1.0)]


def _kind(text: str, where: Span) -> StatementKind:
    """Direct where all words stand between quotation marks, indirect where none does."""
    quoted = {at for q in quotations(text) for at in range(q.inner.start, q.inner.end)}
    letters = {at for at in range(where.start, where.end) if text[at].isalnum()}
    return "direct" if letters and letters <= quoted else "mixed" if letters & quoted else "indirect"


def _speaker(correction: Correction, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """The correction's speaker: the one of this name in the article, or a new one."""
    if not correction.speaker:
        return None
    known = speakers.get(correction.speaker) or Speaker(correction.speaker, forms=(correction.speaker,))
    return replace(known, kind=correction.kind or known.kind, role=correction.role or known.role)
