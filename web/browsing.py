"""Browsing: all values of a facet, those among them that hold what is looked for, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from search.engine import Engine
from search.errors import QueryError
from search.facets import Facet
from search.parameters import Params
from search.query import Query
from search.results import FacetValue
from search.text import terms
from web.links import Links

ON_A_PAGE = 100  # values
LONGEST = 100  # characters of what is looked for
LAST_PAGE = 999_999  # more than any index has


@dataclass(frozen=True, slots=True)
class Browsed:
    """A page of a facet's values: those in whose label every word of `find` begins a word, in order."""

    facet: Facet
    query: Query
    links: Links
    find: str
    page: int
    pages: int
    total: int
    values: Sequence[FacetValue]

    def at(self, page: int) -> str:
        """The address of another page of the same."""
        own = urlencode([(n, v) for n, v in (("find", self.find), ("at", str(page))) if v])
        params = urlencode(self.query.params())
        return "?" + "&".join(filter(None, (params, own)))


def browse(engine: Engine, facet: Facet, query: Query, params: Params) -> Browsed:
    """The values that a query leaves of a facet, as `find` and `at` (the page) of an address ask; raises QueryError."""
    find, at = (params.get("find") or "").strip(), _page(params.get("at") or "1")
    if len(find) > LONGEST:
        raise QueryError(
            "“{given}…” is too long for a {part}; {limit} characters is the limit.",
            "find",
            given=find[:40],
            limit=LONGEST,
        )
    results = engine.search(query)
    wanted = [term.exact for term in terms(find)]
    values = [v for v in results.facets[facet.name] if _holds(v.label, wanted)]
    shown = values[(at - 1) * ON_A_PAGE : at * ON_A_PAGE]
    pages = max(1, -(-len(values) // ON_A_PAGE))
    return Browsed(facet, query, Links(query, "/search"), find, at, pages, len(values), shown)


def _holds(label: str, wanted: Sequence[str]) -> bool:
    words = [term.exact for term in terms(label)] if wanted else []
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _page(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) < 7 and 0 < int(given) <= LAST_PAGE):
        raise QueryError("“{given}” is no page; “{part}” is a number from 1.", "at", given=given[:40])
    return int(given)
