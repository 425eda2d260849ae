"""Shapes: what the answers for programs are made of. An answer has all that its shape names, and nothing else."""

from typing import get_args

from search.completing import KINDS, NAMED
from search.facets import FACETS
from search.model import ParagraphKind
from search.query import DAYS_LIMIT, PAGE_LIMIT, PAGE_SIZE
from search.results import FACET_LIMIT
from search.suggesting.relaxing import SEARCHES, Dropped
from web.browsing import ON_A_PAGE
from web.data.schema import (
    COUNT,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    Schema,
    counted_by,
    listed,
    maybe,
    one_of,
    record,
    shape,
    told,
)

MONTH = r"^\d{4}-\d{2}$"
MONTH_OR_UNKNOWN = r"^(\d{4}-\d{2}|unknown)$"
A_DAY = r"^\d{4}-\d{2}-\d{2}$"

HIT = {
    "id": told(TEXT, "The article's id, “#p” and the paragraph's number."),
    "article": told(TEXT, "The article's id."),
    "number": told(NUMBER, "Which paragraph of the article it is."),
    "kind": one_of(get_args(ParagraphKind)),
    "text": TEXT,
    "speakers": told(listed(TEXT), "Who speaks in it, each once."),
    "outlet": maybe(TEXT),
    "published": maybe(DAY),
    "title": maybe(TEXT),
    "language": told(maybe(TEXT), "A code of ISO 639-1."),
    "url": told(maybe(TEXT), "Where the article was published."),
    "landing": told(maybe(TEXT), "The same address, at which a browser opens it at these words."),
    "href": told(TEXT, "The paragraph on the article's page here."),
}
FOUND = HIT | {
    "snippet": told(TEXT, "The piece to show, as HTML that holds <mark> and nothing else."),
    "more": told(COUNT, "Further hits in the same article; only where `view` is articles."),
}
RESULTS = {
    "total": told(COUNT, "Paragraphs, counted and not estimated."),
    "articles": told(COUNT, "Articles in which they stand."),
    "page": NUMBER | {"maximum": PAGE_LIMIT},
    "pages": NUMBER,
    "hits": listed(shape("Hit"), maxItems=PAGE_SIZE),
    "facets": record(
        "The values of each facet, its own choices left out of account.",
        {facet.name: listed(shape("FacetValue"), maxItems=FACET_LIMIT) for facet in FACETS},
    ),
    "months": told(counted_by(MONTH), "Paragraphs of each month, whatever days are asked for."),
    "days": told(counted_by(A_DAY), f"Paragraphs of each day, where at most {DAYS_LIMIT} are asked for."),
    "notes": told(listed(TEXT), "Sentences on what was searched where that is not all that was asked for."),
    "speakers": told(listed(shape("Heard")), "Who says it most; only where `view` is speakers."),
}
HELP = {
    "did_you_mean": told(maybe(shape("Meant")), "Another spelling, where little was found."),
    "relaxed": told(listed(shape("Relaxed"), maxItems=SEARCHES), "What finds something where nothing was found."),
}
ADDRESS = told(TEXT, "The address of that search, as data.")

SEARCHING: dict[str, Schema] = {
    "Search": record("A page of results.", RESULTS | HELP, {"speakers"}),
    "Hit": record("A paragraph that was found.", FOUND, {"more"}),
    "FacetValue": record(
        "A value of a facet.",
        {
            "value": TEXT,
            "label": told(TEXT, "What a person reads for it."),
            "count": told(COUNT, "Paragraphs that have it."),
            "selected": FLAG,
            "excluded": FLAG,
            "toggle_url": told(TEXT, "The address that chooses it, or no longer."),
            "exclude_url": told(TEXT, "The address that leaves it out, or no longer."),
        },
    ),
    "Heard": record(
        "A speaker among those who say what was looked for.",
        {"name": TEXT, "count": COUNT, "per_1000_articles": {"type": "number", "minimum": 0}},
    ),
    "Meant": record("The same search in another spelling.", {"words": TEXT, "total": NUMBER, "url": ADDRESS}),
    "Relaxed": record(
        "A search that asks for less.",
        {"dropped": told(one_of(get_args(Dropped)), "What it no longer asks for."), "total": NUMBER, "url": ADDRESS},
    ),
    "Facet": record(
        "A page of the values of a facet.",
        {
            "facet": one_of(facet.name for facet in FACETS),
            "label": TEXT,
            "total": told(COUNT, "Values."),
            "page": NUMBER,
            "pages": NUMBER,
            "values": listed(shape("FacetValue"), maxItems=ON_A_PAGE),
        },
    ),
    "Completion": record(
        "What may complete what was typed.",
        {
            "kind": one_of(KINDS),
            "text": TEXT,
            "label": told(TEXT, "The kind, in the language that the request prefers."),
            "count": told(COUNT, "Paragraphs that have it; of a phrase, of those that were read."),
            "facet": told(one_of(("", *NAMED)), "What to choose; empty for a phrase."),
            "value": TEXT,
            "url": told(TEXT, "The page of that search."),
        },
    ),
}
