"""Matching: what a query means for one paragraph, in plain Python. The memory engine is this and a loop."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from search.facets import FACETS, Facet
from search.model import Article, Paragraph
from search.query import Query
from search.ranking import WEIGHTS
from search.spoken import spoken
from search.standing import places
from search.text import Term, terms
from search.tree import And, Articles, Dated, Everything, Fielded, In, Most, Not, Or, Tree, Valued, enough

Texts = Sequence[Sequence[Term]]


@dataclass(frozen=True, slots=True)
class Known:
    """What fields are asked for: a paragraph's texts by field, its values by facet, its day, all of its article."""

    texts: Mapping[str, Texts] = field(default_factory=dict)
    values: Mapping[str, Texts] = field(default_factory=dict)
    day: date | None = None
    article: Sequence["Known"] = ()

    @property
    def everywhere(self) -> list[Sequence[Term]]:
        """The texts in which words of no field are looked for."""
        return [text for field in WEIGHTS for text in self.texts[field]]


NOTHING = Known()


def searched(article: Article, paragraph: Paragraph) -> dict[str, tuple[str, ...]]:
    """The texts of a paragraph in which words are looked for, by field.

    The title counts as words of the first paragraph, so that an article is found once by its headline; there it is
    text and title both, for alone in a field of its own a word of it would weigh too little.
    """
    first = paragraph.number == article.paragraphs[0].number
    title = (article.title.value,) if article.title.value and first else ()
    own = (name for voice in paragraph.voices for name in (voice.own_name, *voice.also))  # any spelling finds a speaker
    names = tuple(dict.fromkeys((*paragraph.speakers, *own)))
    return {"text": (paragraph.text, *title), "speaker": names, "title": title}


def matches(tree: Tree, texts: Collection[Sequence[Term]], known: Known = NOTHING) -> bool:
    """Whether a query's tree holds for the texts of a paragraph, each given as its terms, and what else is known."""
    match tree:
        case Everything():
            return True
        case Not(part):
            return not matches(part, texts, known)
        case And(parts):
            return all(matches(part, texts, known) for part in parts)
        case Or(parts):
            return any(matches(part, texts, known) for part in parts)
        case Most(parts):
            return sum(matches(part, texts, known) for part in parts) >= enough(len(parts))
        case In() | Articles() | Valued() | Dated():
            return _holds(tree, known)
        case _:
            return any(True for text in texts for _ in places(tree, text))


def _holds(tree: Fielded, known: Known) -> bool:
    match tree:
        case In(name, part):
            return any(True for text in known.texts.get(name, ()) for _ in places(part, text))
        case Articles(part):
            return any(_holds(part, each) for each in known.article)
        case Valued(facet, part):
            return any(True for text in known.values.get(facet, ()) for _ in places(part, text))
        case Dated(since, until):
            return known.day is not None and (since or known.day) <= known.day <= (until or known.day)


def chosen(query: Query, article: Article, paragraph: Paragraph, but: Facet | None = None) -> bool:
    """Whether a paragraph has a chosen value of each facet and no excluded one, leaving one facet out of account."""
    return all(_fits(query, f, set(f.values(article, paragraph))) for f in FACETS if f is not but)


def _fits(query: Query, facet: Facet, having: set[str]) -> bool:
    chosen, unwanted = query.values(facet.name), query.unwanted(facet.name)
    return (not chosen or not having.isdisjoint(chosen)) and having.isdisjoint(unwanted)


def in_range(query: Query, article: Article) -> bool:
    """Whether an article was published within the days asked for; one without a date only where none are asked for."""
    if not (query.since or query.until):
        return True
    day = article.published.value
    return bool(day and (not query.since or query.since <= day) and (not query.until or day <= query.until))


def terms_by_field(article: Article, paragraph: Paragraph) -> dict[str, list[list[Term]]]:
    """The terms of each text of a paragraph, by field; what each one says is a text of "said"."""
    found = {field: [list(terms(text)) for text in texts] for field, texts in searched(article, paragraph).items()}
    words, said = found["text"][0], spoken(paragraph.text, (s.where for s in paragraph.statements))
    return {**found, "said": [words[each.start : each.stop] for each in said]}


def known_of(held: Iterable[tuple[Article, Paragraph]]) -> Iterator[Known]:
    """What is known of paragraphs, of which those of an article come one after the other."""
    for _, pairs in groupby(held, key=lambda pair: pair[0].id):
        known: list[Known] = []
        known += [_known(*pair, known) for pair in pairs]
        yield from known


def _known(article: Article, paragraph: Paragraph, all_of_article: Sequence[Known]) -> Known:
    values = {facet.name: [list(terms(v)) for v in facet.values(article, paragraph)] for facet in FACETS}
    return Known(terms_by_field(article, paragraph), values, article.published.value, all_of_article)
