"""Begun: what somebody has typed so far, as words of which the last may go on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from search.engine import Engine
from search.query import Query
from search.results import Hit
from search.text import STOPWORDS, terms
from search.tree import Prefix

LONGEST = 100  # characters; longer than any name, and than any phrase that is offered
TYPED = 6  # words; who has typed more needs no help
WITHIN_WORD = "'’ʼ."  # marks that may stand within a word, and after its beginning
OPENABLE = 3  # letters that may stand before *
WORDS = 3  # that one is the beginning of, and whose paragraphs are read
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
        """The words that the last may become, the most frequent first; {} where those before it tell more."""
        if self.whole or not STOPWORDS.issuperset(self.words[:-1]):
            return {}
        often = engine.frequencies(Prefix(self.words[-1]))
        return {word: count for word, count in often.items() if word not in STOPWORDS}

    def hits(self, engine: Engine, likely: Iterable[str]) -> Iterator[Hit]:
        """The best paragraphs that have what is typed, or most of it: a few pages of them."""
        queries = [Query(words) for words in self._queries(list(islice(likely, WORDS)))]
        for query in queries:
            for page in range(1, max(1, PAGES // len(queries)) + 1):
                results = engine.search(query.on_page(page))
                yield from results.hits
                if page >= results.pages:
                    break

    def _queries(self, likely: Sequence[str]) -> list[str]:
        *full, last = self.words
        if self.whole:
            return [f'"{" ".join(self.words)}"']
        if len(full) == 1 and full[0] in STOPWORDS:  # by itself, too, for it may go on in rarer words
            return [f'"{full[0]}"', *(f'"{full[0]} {word}"' for word in likely[: WORDS - 1])]
        if STOPWORDS.issuperset(full):
            return [f'"{" ".join((*full, word))}"' for word in likely]
        return [f'"{" ".join(full)}" {last}*' if len(last) >= OPENABLE else f'"{" ".join(full)}"']
