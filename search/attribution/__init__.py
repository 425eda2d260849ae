"""Attribution: who says what in an article. `attribute` is the one verb.

From the words to the speaker: quotations → tokens → reports (a verb of saying and its subject) → statements, whose
speakers the memory of the article resolves. The words that the rules rest on are data: the .toml files in this folder.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import repeat, zip_longest

from search.attribution.english import NOTE, foreign_language
from search.attribution.interviews import interview_in
from search.attribution.memory import Memory
from search.attribution.parsing import Parser
from search.attribution.prepared import Prepared, prepared
from search.attribution.register import Register
from search.attribution.statements import Attributor
from search.attribution.turns import Turns
from search.collecting import uncollected
from search.model import Article

SPEAKING_KINDS = frozenset({"body", "embed"})
MOST_TOKENS = 1_000_000  # words and marks of one article: a book of 2,500 pages; each takes 300 bytes, and time
LONG = f"it is longer than attribution reaches, so what follows its first {MOST_TOKENS:,} words is nobody's; split it"


def attribute(article: Article, parser: Parser | None = None) -> Article:
    """The article with the statements of its paragraphs, each with its speaker and the evidence for it.

    One in another language than English gets none, and a note that says so.
    """
    if language := foreign_language(article):
        return replace(article, supported=False, notes=(*article.notes, NOTE.format(language)))
    with uncollected():  # there are very many tokens and no circles
        return _attributed(article, parser)


def _attributed(article: Article, parser: Parser | None) -> Article:
    """The article with its statements."""
    paragraphs = [p for p in article.paragraphs if p.kind in SPEAKING_KINDS | {"caption"}]
    parses = parser.parses([p.text for p in paragraphs]) if parser else repeat(None)
    texts = list(_bearable(prepared(paragraph, parse) for paragraph, parse in zip(paragraphs, parses, strict=False)))
    register = Register()
    register.add((m, t.paragraph.number) for t in texts for mentions in t.mentions for m in mentions)
    memory = Memory(register)
    turns = Turns(memory, interview_in(article, texts, register))
    attributor = Attributor(memory, turns, article.published.value)
    statements = {
        t.paragraph.number: attributor.statements(t, after)
        for t, after in zip_longest(texts, texts[1:])
        if t.paragraph.kind in SPEAKING_KINDS
    }
    return replace(
        article,
        paragraphs=tuple(replace(p, statements=statements.get(p.number, ())) for p in article.paragraphs),
        notes=article.notes if len(texts) == len(paragraphs) else (*article.notes, LONG),
    )


def _bearable(texts: Iterable[Prepared]) -> Iterator[Prepared]:
    """The texts, up to as many words as can be held at once."""
    left = MOST_TOKENS
    for text in texts:
        yield text
        left -= sum(len(sentence.tokens) for sentence in text.sentences)
        if left < 0:
            return
