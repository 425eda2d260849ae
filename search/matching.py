"""Matching: what a query means for one paragraph, in plain Python. The memory engine is this and a loop."""

from collections.abc import Iterable, Iterator, Sequence

from search.facets import FACETS, Facet
from search.model import Article, Paragraph
from search.query import Query
from search.text import Term, terms
from search.tree import And, Everything, Not, Or, Terms, Tree


def searched(article: Article, paragraph: Paragraph) -> dict[str, tuple[str, ...]]:
    """The texts of a paragraph in which words are looked for, by field.

    The title counts as words of the first paragraph, so that an article is found once by its headline.
    """
    first = paragraph.number == article.paragraphs[0].number
    title = (article.title.value,) if article.title.value and first else ()
    own = (name for voice in paragraph.voices for name in (voice.own_name, *voice.also))  # any spelling finds a speaker
    names = tuple(dict.fromkeys((*paragraph.speakers, *own)))
    return {"text": (paragraph.text,), "speaker": names, "title": title}


def matches(tree: Tree, texts: Iterable[Sequence[Term]]) -> bool:
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
        case Terms():
            return any(True for text in texts for _ in places(tree, text))


def places(wanted: Terms, text: Sequence[Term]) -> Iterator[int]:
    """Where in a text these terms stand side by side: the positions of the first of them."""
    words = [t.exact if wanted.exact else t.stem for t in text]
    length = len(wanted.terms)
    return (i for i in range(len(words) - length + 1) if tuple(words[i : i + length]) == wanted.terms)


def chosen(query: Query, article: Article, paragraph: Paragraph, but: Facet | None = None) -> bool:
    """Whether a paragraph has one of the chosen values of each facet, leaving one facet out of account."""
    return all(
        set(query.values(facet.name)) & set(facet.values(article, paragraph))
        for facet in FACETS
        if facet is not but and query.values(facet.name)
    )


def in_range(query: Query, article: Article) -> bool:
    """Whether an article was published within the days asked for; one without a date only where none are asked for."""
    if not (query.since or query.until):
        return True
    day = article.published.value
    return bool(day and (not query.since or query.since <= day) and (not query.until or day <= query.until))


def terms_by_field(article: Article, paragraph: Paragraph) -> list[list[Term]]:
    """The terms of each text of a paragraph."""
    return [list(terms(text)) for texts in searched(article, paragraph).values() for text in texts]
