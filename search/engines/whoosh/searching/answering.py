"""Answering: from a query to results: found, narrowed by what is chosen, counted by facet, the page in order."""

from search.deadline import Deadline
from search.engines.whoosh.searching.execution import Execution
from search.engines.whoosh.searching.expanding import bounded
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
    query = query.renamed(columns.aliases) if query.choices else query
    narrowed = Narrowed.by(query, execution.found(tree), generation, deadline)
    return Results(
        query,
        total=len(narrowed.ids()),
        hits=Hits(page_of(narrowed.hits(), query, columns).tolist(), generation.hit),
        facets={facet.name: narrowed.counted(facet.name) for facet in FACETS},
        months=narrowed.months(),
        notes=notes,
        deadline=deadline,
    )
