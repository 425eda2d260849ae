"""Matching: what a query means for one paragraph, in plain Python. The memory engine is this and a loop."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from search.expansion import fits
from search.facets import FACETS, Facet
from search.model import Article, Paragraph
from search.query import Query
from search.text import Term, terms
from search.tree import And, Everything, Expanded, Fuzzy, Leaf, Most, Near, Not, Or, Prefix, Terms, Tree, enough


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


def matches(tree: Tree, texts: Collection[Sequence[Term]]) -> bool:
    """Whether a query's tree holds for the texts of a paragraph, each given as its terms."""
    match tree:
        case Everything():
            return True
        case Not(part):
            return not matches(part, texts)
        case And(parts):
            return all(matches(part, texts) for part in parts)
        case Or(parts):
            return any(matches(part, texts) for part in parts)
        case Most(parts):
            return sum(matches(part, texts) for part in parts) >= enough(len(parts))
        case _:
            return any(True for text in texts for _ in places(tree, text))


def places(wanted: Leaf, text: Sequence[Term]) -> Iterator[range]:
    """Where in a text this stands, as the positions of its words; of a Near, each part that is near the other."""
    match wanted:
        case Terms():
            return _side_by_side(wanted, text)
        case Near():
            return _near(wanted, text)
        case Expanded(words):
            return (range(i, i + 1) for i, term in enumerate(text) if term.exact in words)
        case Prefix() | Fuzzy():
            fit = fits(wanted)
            return (range(i, i + 1) for i, term in enumerate(text) if fit(term.exact))


def _side_by_side(wanted: Terms, text: Sequence[Term]) -> Iterator[range]:
    words = [t.exact if wanted.exact else t.stem for t in text]
    length = len(wanted.terms)
    starts = range(len(words) - length + 1)
    return (range(i, i + length) for i in starts if tuple(words[i : i + length]) == wanted.terms)


def _near(wanted: Near, text: Sequence[Term]) -> Iterator[range]:
    first, second = (list(_side_by_side(part, text)) for part in wanted.parts)
    return chain(near_one(first, second, wanted.within), near_one(second, first, wanted.within))


def near_one(places: Iterable[range], others: Sequence[range], within: int) -> Iterator[range]:
    """Those of the places that have one of the others, all in order, apart from them and with few words between."""
    starts = [other.start for other in others]
    length = len(others[0]) if others else 0
    for place in places:
        before = place.start - length
        if _one_between(starts, place.stop, place.stop + within) or _one_between(starts, before - within, before):
            yield place


def _one_between(numbers: Sequence[int], least: int, most: int) -> bool:
    at = bisect_left(numbers, least)
    return at < len(numbers) and numbers[at] <= most


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
    """The terms of each text of a paragraph, by field."""
    return {field: [list(terms(text)) for text in texts] for field, texts in searched(article, paragraph).items()}
