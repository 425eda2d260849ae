"""Showing: how values become words and marked text in a template. Text is escaped first, then marked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from flask import Flask
from markupsafe import Markup, escape

from search.explanation import resting_on
from search.facets import FACETS
from search.highlight import Snippet, snippet
from search.model import Span, Statement
from search.query import PAGE_LIMIT, SORTS, Query
from search.results import Results

AROUND = 2  # pages named on either side of the current one


def register(app: Flask) -> None:
    """Give an app's templates these words."""
    app.jinja_env.filters.update(counted=counted, day=day, marked=marked, number=lambda n: f"{n:,}")
    app.jinja_env.globals.update(
        FACETS=FACETS,
        PAGE_LIMIT=PAGE_LIMIT,
        SORTS=SORTS,
        chips=chips,
        empty=Query(),
        query_for=lambda speaker: Query(choices=frozenset({("speaker", speaker)})).address(),
        pages=pages_around,
        resting_on=resting_on,
        snippet=snippet,
        snippet_html=snippet_html,
        spoken=spoken,
    )


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "article"), counted(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def day(value: date) -> str:
    """
    >>> day(date(2024, 5, 3))
    '3 May 2024'
    """
    return f"{value.day} {value:%B %Y}"


def marked(text: str, marks: Iterable[Span]) -> Markup:
    """A text as HTML with its marks in <mark>.

    >>> marked("a <b> c", [Span(2, 5)])
    Markup('a <mark>&lt;b&gt;</mark> c')
    """
    return spoken(text, marks, ())


def spoken(text: str, marks: Iterable[Span], statements: Sequence[Statement]) -> Markup:
    """A text as HTML with its marks in <mark> and what is said in <span class="said">, however they overlap."""
    changes: dict[int, Counter[str]] = {0: Counter(), len(text): Counter()}
    for layer, spans in (("mark", marks), ("said", [s.where for s in statements])):
        for span in spans:
            changes.setdefault(span.start, Counter())[layer] += 1
            changes.setdefault(span.end, Counter())[layer] -= 1
    depth = Counter[str]()
    pieces = []
    for start, end in pairwise(sorted(changes)):
        depth.update(changes[start])
        pieces.append(_piece(text[start:end], depth))
    return Markup("").join(pieces)


def snippet_html(piece: Snippet) -> Markup:
    """A snippet as HTML that holds <mark> and nothing else."""
    before, after = "… " if piece.cut_before else "", " …" if piece.cut_after else ""
    return Markup("{}{}{}").format(before, marked(piece.text, piece.marks), after)


def chips(query: Query) -> list[tuple[str, str, str]]:
    """What narrows a query: the facet's heading, the value, and the address without it."""
    chosen = [
        (f.label, f.title(value), query.toggled(f.name, value).address())
        for f in FACETS
        for value in query.values(f.name)
    ]
    days = [(name, day(value), query.without(name).address()) for name, value in query.days().items() if value]
    return chosen + [(f"{name.title()}", words, link) for name, words, link in days]


def pages_around(results: Results) -> list[int | None]:
    """The pages to link to: the first, the last, those around this one; None where some are left out."""
    last = min(results.pages, PAGE_LIMIT)
    here = results.query.page
    named = sorted({1, last, *range(max(1, here - AROUND), min(last, here + AROUND) + 1)})
    out: list[int | None] = [named[0]]
    for before, page in pairwise(named):
        out += [page] if page == before + 1 else [None, page]
    return out


def _piece(text: str, depth: Mapping[str, int]) -> Markup:
    html = escape(text)
    if depth["mark"] > 0:
        html = Markup("<mark>{}</mark>").format(html)
    if depth["said"] > 0:
        html = Markup('<span class="said">{}</span>').format(html)
    return html
