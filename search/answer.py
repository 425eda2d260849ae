"""Answers: results and articles as plain data, the same for the JSON pages and for the commands."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from search.explanation import resting_on
from search.highlight import Snippet, snippet
from search.landing import landing
from search.model import Article, Fact, Paragraph, Statement
from search.query import Query
from search.results import FACET_LIMIT, FacetValue, Hit, Results

Data = dict[str, Any]


def results_data(results: Results, show: Callable[[Snippet], str] = lambda piece: piece.text) -> Data:
    """What `/search.json` says; `show` makes a snippet a string."""
    return {
        "total": results.total,
        "articles": results.articles,
        "page": results.query.page,
        "pages": results.pages,
        "hits": [_hit(hit, results, show) for hit in results.hits],
        "facets": {
            name: [facet_data(name, v, results.query) for v in values[:FACET_LIMIT]]
            for name, values in results.facets.items()
        },
        "months": dict(results.months),
        "days": dict(results.days),
        "notes": list(results.notes),
    }


def article_data(article: Article) -> Data:
    """What `onrecord attribute` writes of an article: who says what, by offsets in each paragraph's text."""
    return {
        "id": article.id,
        "outlet": article.outlet.value,
        "published": article.published.value.isoformat() if article.published.value else None,
        "supported": article.supported,
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


def article_page_data(article: Article) -> Data:
    """What the page of an article says: all that is known of it, each fact with what it rests on."""
    facts: dict[str, Fact[Any]] = {n: getattr(article, n) for n in ("title", "outlet", "published", "language")}
    return {
        "id": article.id,
        **{name: _plain(fact.value) for name, fact in facts.items()},
        "basis": {name: resting_on(fact) for name, fact in facts.items()},
        "authors": list(article.authors),
        "url": article.url or None,
        "source": article.source,
        "notes": list(article.notes),
        "supported": article.supported,
        "paragraphs": [_paragraph(article, paragraph) for paragraph in article.paragraphs],
    }


def hit_data(article: Article, paragraph: Paragraph) -> Data:
    """A paragraph that was found."""
    return {
        "id": f"{article.id}#p{paragraph.number}",
        "article": article.id,
        "number": paragraph.number,
        "kind": paragraph.kind,
        "text": paragraph.text,
        "speakers": list(paragraph.speakers),
        "outlet": article.outlet.value,
        "published": _plain(article.published.value),
        "title": article.title.value,
        "language": article.language.value,
        "url": article.url or None,
        "landing": landing(article.url, paragraph.text) or None,
        "href": address(article.id, paragraph.number),
    }


def facet_data(facet: str, value: FacetValue, query: Query) -> Data:
    """A value of a facet, with the addresses that choose it and leave it out, or no longer."""
    return {
        "value": value.value,
        "label": value.label,
        "count": value.count,
        "selected": value.selected,
        "excluded": value.excluded,
        "toggle_url": query.toggled(facet, value.value).address("/search.json"),
        "exclude_url": query.excluding(facet, value.value).address("/search.json"),
    }


def _hit(hit: Hit, results: Results, show: Callable[[Snippet], str]) -> Data:
    more = {"more": hit.more} if results.query.view == "articles" else {}
    return hit_data(hit.article, hit.paragraph) | {"snippet": show(snippet_of(hit, results))} | more


def _paragraph(article: Article, paragraph: Paragraph) -> Data:
    return {
        "number": paragraph.number,
        "kind": paragraph.kind,
        "text": paragraph.text,
        "speakers": list(paragraph.speakers),
        "statements": [_statement(s) for s in paragraph.statements],
        "landing": landing(article.url, paragraph.text) or None,
    }


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


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
