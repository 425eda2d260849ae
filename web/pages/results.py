"""The pages of results: the front page, a search, all values of a facet."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from flask import abort, render_template, request

from search.facets import FACETS, Facet
from search.query import Query
from search.results import Hit, Results
from search.suggesting import suggestion
from search.suggesting.relaxing import relaxed
from search.turns import TURN
from web.browsing import browse
from web.found import FEW, find
from web.links import outlet_path, speaker_path
from web.names import named
from web.pages.blueprint import blueprint, engine, query
from web.translating import gettext

RECENT = 6  # statements on the front page
MOST = 12  # values of a facet there
BROWSED: Mapping[str, Callable[[str], str]] = {
    "speaker": speaker_path,
    "outlet": outlet_path,
    "date": lambda year: Query(f"date:{year}").address(),
}


@blueprint.get("/")
def home() -> str:
    """The front page: the search box, what is indexed, who is heard most."""
    found = find(engine(), Query(sort="newest"), path="/search")
    return render_template(
        "home.html",
        query=Query(),
        found=found,
        contents=engine().contents(),
        heard=list(islice(_first_of_each_article(found.results), RECENT)),
        browsed=[(facet, named(found.results.facets[facet.name], MOST)) for facet in FACETS if facet.name in BROWSED],
        way=lambda facet, value: BROWSED[facet.name](value),
    )


def _first_of_each_article(newest: Results) -> Iterator[Hit]:
    """The newest articles' first statements, from this page of results and the next few."""
    seen: set[str] = set()
    for page in range(1, RECENT + 1):
        results = newest if page == 1 else engine().search(newest.query.on_page(page))
        for hit in results.hits:
            if hit.paragraph.speakers and hit.article.id not in seen:
                seen.add(hit.article.id)
                yield hit


@blueprint.get("/search")
def search() -> str:
    """One page of results, with facets."""
    asked = query()
    with TURN:
        found = find(engine(), asked)
        few, none = found.results.total < FEW, not found.results.total
        return render_template(
            "search.html",
            found=found,
            query=found.query,
            results=found.results,
            meant=suggestion(found.query, engine(), found.results.deadline) if few else None,
            relaxed=relaxed(found.query, engine(), found.results.deadline) if none else (),
        )


@blueprint.get("/facet/<name>")
def facet(name: str) -> str:
    """All values of a facet, to choose from, leave out, or look for."""
    asked = query()
    with TURN:
        browsed = browse(engine(), facet_or_404(name), asked, request.args)
        return render_template("facet.html", browsed=browsed, query=asked)


def facet_or_404(name: str) -> Facet:
    """The facet of this name; a page that says so if there is none."""
    return next((f for f in FACETS if f.name == name), None) or abort(
        404, gettext("There is no facet “%(name)s”.", name=name[:40])
    )
