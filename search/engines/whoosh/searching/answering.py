"""Answering: from a query to results: found, narrowed by what is chosen, counted by facet, the page in order."""

from dataclasses import replace

from search.deadline import Deadline
from search.engines.whoosh.searching.execution import Execution
from search.engines.whoosh.searching.expanding import bounded
from search.engines.whoosh.searching.folding import folded
from search.engines.whoosh.searching.hits import Hits
from search.engines.whoosh.searching.narrowing import Narrowed
from search.engines.whoosh.searching.opened import Opened
from search.engines.whoosh.searching.ordering import page_of
from search.facets import FACETS
from search.query import Query
from search.results import Results


def answered(query: Query, generation: Opened, deadline: Deadline) -> Results:
    """The results of a query; raises QueryError, also where the deadline is past."""
    columns, execution = generation.columns, Execution(generation.view, generation.columns, deadline)
    tree, notes = bounded(query.tree, execution.leaves)
    query = query.renamed(columns.aliases) if query.choices or query.excluded else query
    narrowed = Narrowed.by(query, execution.found(tree), generation, deadline)
    return Results(
        query,
        total=len(narrowed.ids()),
        articles=narrowed.articles(),
        hits=_page(narrowed, query, generation),
        facets={facet.name: narrowed.counted(facet.name) for facet in FACETS},
        months=narrowed.months(),
        days=narrowed.days(),
        notes=notes,
        deadline=deadline,
    )


def every_hit(query: Query, generation: Opened, deadline: Deadline) -> Hits:
    """All hits of a query, in its order; raises QueryError, also where the deadline is past."""
    execution = Execution(generation.view, generation.columns, deadline)
    tree, _ = bounded(query.tree, execution.leaves)
    query = query.renamed(generation.columns.aliases)
    hits = Narrowed.by(query, execution.found(tree), generation, deadline).hits()
    everything = slice(0, len(hits.ids))
    return Hits(page_of(hits, query, generation.columns, everything).tolist(), generation.hit, kept=False)


def _page(narrowed: Narrowed, query: Query, generation: Opened) -> Hits:
    """The hits of a query's page, folded by article if that is asked for."""
    hits, columns = narrowed.hits(), generation.columns
    if query.view != "articles":
        return Hits(page_of(hits, query, columns, query.window).tolist(), generation.hit)
    articles = folded(hits, query, columns)
    page = page_of(articles.hits, query, columns, query.window).tolist()
    return Hits(page, lambda document: replace(generation.hit(document), more=articles.more(document)))
