"""Answers: results and articles as plain data, the same for the JSON pages and for the commands."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from search.highlight import Snippet, snippet
from search.model import Article, Statement
from search.results import FACET_LIMIT, FacetValue, Hit, Results

Data = dict[str, Any]


def results_data(results: Results, show: Callable[[Snippet], str] = lambda piece: piece.text) -> Data:
    """What `/search.json` says; `show` makes a snippet a string."""
    return {
        "total": results.total,
        "page": results.query.page,
        "pages": results.pages,
        "hits": [_hit(hit, results, show) for hit in results.hits],
        "facets": {
            name: [_value(name, v, results) for v in values[:FACET_LIMIT]] for name, values in results.facets.items()
        },
        "months": dict(results.months),
        "notes": list(results.notes),
    }


def article_data(article: Article) -> Data:
    """What `onrecord attribute` writes of an article: who says what, by offsets in each paragraph's text."""
    return {
        "id": article.id,
        "outlet": article.outlet.value,
        "published": article.published.value.isoformat() if article.published.value else None,
        "paragraphs": [
            {"n": p.number, "speakers": list(p.speakers), "statements": [_statement(s) for s in p.statements]}
            for p in article.paragraphs
        ],
    }


def address(article: str, number: int) -> str:
    """Where a paragraph stands on the page of its article.

    >>> address("news/Day 9", 12)
    '/article/news/Day%209#p12'
    """
    return f"/article/{quote(article)}#p{number}"


def snippet_of(hit: Hit, results: Results) -> Snippet:
    """The piece of a hit to show."""
    paragraph, tree = hit.paragraph, results.query.tree
    return snippet(paragraph.text, tree, deadline=results.deadline, statements=[s.where for s in paragraph.statements])


def _hit(hit: Hit, results: Results, show: Callable[[Snippet], str]) -> Data:
    article, paragraph = hit.article, hit.paragraph
    return {
        "id": f"{article.id}#p{paragraph.number}",
        "article": article.id,
        "number": paragraph.number,
        "kind": paragraph.kind,
        "text": paragraph.text,
        "snippet": show(snippet_of(hit, results)),
        "speakers": list(paragraph.speakers),
        "outlet": article.outlet.value,
        "published": article.published.value.isoformat() if article.published.value else None,
        "title": article.title.value,
        "url": article.url or None,
        "href": address(article.id, paragraph.number),
    }


def _value(facet: str, value: FacetValue, results: Results) -> Data:
    return {
        "value": value.value,
        "label": value.label,
        "count": value.count,
        "selected": value.selected,
        "toggle_url": results.query.toggled(facet, value.value).address("/search.json"),
    }


def _statement(statement: Statement) -> Data:
    evidence = statement.evidence
    return {
        "start": statement.where.start,
        "end": statement.where.end,
        "speaker": statement.speaker.name if statement.speaker else None,
        "kind": statement.kind,
        "cue": statement.cue,
        "act": statement.act or None,
        "day": statement.day.isoformat() if statement.day else None,
        "venue": statement.venue or None,
        "evidence": {
            "rule": evidence.rule,
            "words": evidence.words,
            "paragraph": evidence.paragraph,
            "confidence": statement.confidence,
        },
    }
