"""Begun: what somebody has typed so far, as words of which the last may go on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.engine import Engine
from search.query import Query
from search.results import Hit
from search.text import STOPWORDS, terms
from search.tree import Prefix

LONGEST = 100  # characters; longer than any name, and than any phrase that is offered
TYPED = 6  # words; who has typed more needs no help
WITHIN_WORD = "'’ʼ."  # marks that may stand within a word, and after its beginning
LEAST_LETTERS = 2  # of a word that is but begun: with one, anything might be meant
LIKELY = 8  # words that the last may become, and that are looked for behind those before it
PAGES = 3  # of hits, in all


@dataclass(frozen=True, slots=True)
class Begun:
    """The words that were typed, as text is folded; the last one is `whole` where something is typed behind it."""

    words: tuple[str, ...]
    whole: bool = False

    @classmethod
    def of(cls, typed: str) -> "Begun":
        """What is typed; no words where they are too many, or none.

        >>> Begun.of("storm bri"), Begun.of("Storm ")
        (Begun(words=('storm', 'bri'), whole=False), Begun(words=('storm',), whole=True))
        """
        found = list(terms(typed)) if len(typed) <= LONGEST else []
        if not 0 < len(found) <= TYPED:
            return cls(())
        return cls(tuple(term.exact for term in found), bool(typed[found[-1].where.end :].strip(WITHIN_WORD)))

    def likely(self, engine: Engine) -> dict[str, int]:
        """The words that the last may become, the most frequent first; {} where it is whole, or too short to tell."""
        if self.whole or len(self.words[-1]) < LEAST_LETTERS:
            return {}
        often = engine.frequencies(Prefix(self.words[-1]))
        return {word: count for word, count in often.items() if word not in STOPWORDS}

    def hits(self, engine: Engine, likely: Iterable[str]) -> tuple[Hit, ...]:
        """The best paragraphs that have what is typed, or most of it: three pages at most, each paragraph once."""
        found = self._hits(engine, list(likely))
        return tuple({(hit.article.id, hit.paragraph.number): hit for hit in found}.values())

    def _hits(self, engine: Engine, likely: Sequence[str]) -> Iterator[Hit]:
        for words, pages in self._asked(likely):
            for page in range(1, pages + 1):
                results = engine.search(Query(words, page=page))
                yield from results.hits
                if page >= results.pages:
                    break

    def _asked(self, likely: Sequence[str]) -> Iterator[tuple[str, int]]:
        """The words to search for, and how many pages of what they find to read."""
        *full, last = self.words
        if self.whole:
            yield _phrase(self.words), PAGES
        elif not full:
            words = likely[:PAGES]
            yield from ((_phrase([word]), PAGES // len(words)) for word in words)
        else:
            if len(full) == 1 or not STOPWORDS.issuperset(full):  # which stand together nearly everywhere
                yield _phrase(full), PAGES - 1
            if some := [w for w in dict.fromkeys((last, *likely[:LIKELY])) if not STOPWORDS.issuperset((*full, w))]:
                yield " OR ".join(_phrase([*full, word]) for word in some), 1


def _phrase(words: Iterable[str]) -> str:
    return f'"{" ".join(words)}"'
