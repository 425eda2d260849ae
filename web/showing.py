"""Showing: how values become words and marked text in a template. Text is escaped first, then marked."""

from collections.abc import Iterable
from itertools import pairwise

from flask import Flask
from markupsafe import Markup, escape

from search.explanation import resting_on
from search.facets import FACETS
from search.highlight import Snippet, matches, snippet, words_for
from search.model import Paragraph, Span
from search.query import PAGE_LIMIT, SORTS, Query
from search.results import Results
from search.tree import Tree
from web import links
from web.chips import chips
from web.drawing import drawn
from web.found import Found
from web.reading import original
from web.rows import rows
from web.wording import language_name, relaxing

PIECES = {  # how a piece of a text is printed, by whether it is said and whether it is marked
    (False, False): "%s",
    (False, True): "<mark>%s</mark>",
    (True, False): '<span class="said">%s</span>',
    (True, True): '<span class="said"><mark>%s</mark></span>',
}
AROUND = 2  # pages named on either side of the current one


def register(app: Flask) -> None:
    """Give an app's templates these words."""
    filters = (faulty, language_name, marked, read_out, relaxing, sought, whole)
    app.jinja_env.filters.update({each.__name__: each for each in filters})
    app.jinja_env.globals.update(
        FACETS=FACETS,
        PAGE_LIMIT=PAGE_LIMIT,
        SORTS=SORTS,
        anchor=links.anchor,
        article_path=links.article_path,
        chips=chips,
        drawn=drawn,
        everything=Query(),
        hidden=links.hidden,
        kept_path=links.kept_path,
        original=original,
        outlet_path=links.outlet_path,
        pages=pages_around,
        place_of=links.place_of,
        result_path=links.result_path,
        resting_on=resting_on,
        rows=rows,
        shown=shown,
        speaker_path=links.speaker_path,
        spoken=spoken,
    )


def marked(text: str, marks: Iterable[Span]) -> Markup:
    """A text as HTML with its marks in <mark>.

    >>> marked("a <b> c", [Span(2, 5)])
    Markup('a <mark>&lt;b&gt;</mark> c')
    """
    return spoken(text, marks, ())


def shown(paragraph: Paragraph, tree: Tree, results: Results) -> Markup:
    """The piece of a paragraph that answers a query, what is said set apart in <span class="said">."""
    said = [s.where for s in paragraph.statements]
    piece = snippet(paragraph.text, tree, deadline=results.deadline, statements=said)
    html = spoken(piece.text, piece.marks, [_within(where, piece) for where in said])
    return _framed(html, piece)


def whole(paragraph: Paragraph, found: Found) -> Markup:
    """A paragraph whole, as `shown` shows a piece of it."""
    return read_out(paragraph, matches(paragraph.text, found.tree, [s.where for s in paragraph.statements]))


def sought(text: str, tree: Tree, field: str) -> Markup:
    """A title, or a name, with what a query looks for in such a field marked."""
    marks = matches(text, words_for(tree, field))
    return marked(text, marks) if marks else escape(text)


def read_out(paragraph: Paragraph, marks: Iterable[Span]) -> Markup:
    """A paragraph whole, with these marks, what is said set apart."""
    return spoken(paragraph.text, marks, [s.where for s in paragraph.statements])


def faulty(words: str, part: str) -> Markup:
    """The words of a query with the part at fault marked, where it stands last."""
    at = words.rfind(part)
    return marked(words, [Span(at, at + len(part))])


def snippet_html(piece: Snippet) -> Markup:
    """A snippet as HTML that holds <mark> and nothing else."""
    return _framed(marked(piece.text, piece.marks), piece)


def spoken(text: str, marks: Iterable[Span], said: Iterable[Span]) -> Markup:
    """A text as HTML with its marks in <mark> and what is said in <span class="said">, however they overlap."""
    changes: dict[int, list[int]] = {0: [0, 0], len(text): [0, 0]}
    for layer, spans in enumerate((marks, said)):
        for span in spans:
            if span.start < span.end:
                changes.setdefault(span.start, [0, 0])[layer] += 1
                changes.setdefault(span.end, [0, 0])[layer] -= 1
    marked, quoted, pieces = 0, 0, []
    for start, end in pairwise(sorted(changes)):
        more_marked, more_quoted = changes[start]
        marked, quoted = marked + more_marked, quoted + more_quoted
        pieces.append(PIECES[quoted > 0, marked > 0] % escape(text[start:end]))
    return Markup("".join(pieces))  # noqa: S704  # each piece was escaped


def pages_around(results: Results) -> list[int | None]:
    """The pages to link to: the first, the last, those around this one; None where some are left out."""
    last = min(results.pages, PAGE_LIMIT)
    here = results.query.page
    named = sorted({1, last, *range(max(1, here - AROUND), min(last, here + AROUND) + 1)})
    out: list[int | None] = [named[0]]
    for before, page in pairwise(named):
        out += [page] if page == before + 1 else [None, page]
    return out


def _within(where: Span, piece: Snippet) -> Span:
    """Where in a snippet a span of the paragraph stands; a part of it, or nothing, if the snippet has no more."""
    end = len(piece.text)
    return Span(min(max(where.start - piece.start, 0), end), min(max(where.end - piece.start, 0), end))


def _framed(html: Markup, piece: Snippet) -> Markup:
    if not (piece.cut_before or piece.cut_after):
        return html
    return ("… " if piece.cut_before else "") + html + (" …" if piece.cut_after else "")
