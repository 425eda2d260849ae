"""The pages of a speaker and of an outlet: who that is, and all statements, with a search box of their own."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from flask import abort, redirect, render_template
from werkzeug.wrappers import Response

from search.facets import UNKNOWN
from search.profile import LOOKED_AT, profile
from search.query import Query
from search.results import FacetValue
from search.text import terms
from search.turns import TURN
from web.found import Found, find
from web.links import outlet_path, speaker_path
from web.names import named
from web.pages.blueprint import blueprint, engine, query
from web.translating import gettext

LOOKED_FOR = 10  # words of a name; a query takes no more than a few dozen
BESIDE = 12  # others who are heard in the same articles


@blueprint.get("/speaker/<path:name>")
def speaker(name: str) -> str | Response:
    """A speaker: roles, spellings, who else is in the same articles, and all statements."""
    asked = query()
    with TURN:
        found = _all_of("speaker", name, asked)
        if isinstance(found, Response):
            return found
        everything = engine().every(Query(choices=found.scope, sort="newest"))
        who = profile(name, islice(everything, LOOKED_AT))
        return render_template(
            "speaker.html",
            found=found,
            query=found.query,
            results=found.results,
            who=who,
            beside=_beside(name),
            outlets=named(engine().search(Query(choices=found.scope)).facets["outlet"], BESIDE),
            total=len(everything),
        )


@blueprint.get("/outlet/<path:name>")
def outlet(name: str) -> str | Response:
    """An outlet: what of it is indexed, who is heard in it, and all its paragraphs."""
    asked = query()
    with TURN:
        found = _all_of("outlet", name, asked)
        if isinstance(found, Response):
            return found
        covered = [each for each in engine().coverage() if each.outlet == name]
        months = sorted(each.month for each in covered if each.month != UNKNOWN)
        everything = engine().search(Query(choices=found.scope))
        return render_template(
            "outlet.html",
            found=found,
            query=found.query,
            results=found.results,
            name=name,
            total=everything.total,
            articles=sum(each.articles for each in covered),
            first=_month(months[:1]),
            last=_month(months[-1:]),
            speakers=named(everything.facets["speaker"], BESIDE),
        )


def _beside(name: str) -> list[FacetValue]:
    """Who else is heard in the articles in which this one is; nobody where the name has no words to look for."""
    words = " ".join(term.exact for term in islice(terms(name), LOOKED_FOR))
    values = engine().search(Query(words=f'with:"{words}"')).facets["speaker"] if words else ()
    return [v for v in named(values, BESIDE + 1) if v.value != name][:BESIDE]


def _month(names: Sequence[str]) -> date | None:
    return date.fromisoformat(f"{names[0]}-01") if names else None


def _all_of(facet: str, name: str, asked: Query) -> Found | Response:
    """What a speaker or an outlet says; a way to the right page for another spelling; a page that says so for none."""
    scope = frozenset({(facet, name)})
    found = find(engine(), asked.free_of(facet), scope)
    meant = found.results.query.values(facet)
    if meant != (name,):
        return redirect(Query(choices=found.results.query.choices).address() if meant[1:] else _page(facet, meant[0]))
    if not found.results.total and not engine().search(Query(choices=scope)).total:
        abort(404, gettext("There is no “%(name)s” in the index.", name=name[:100]))
    return found


def _page(facet: str, name: str) -> str:
    return {"speaker": speaker_path, "outlet": outlet_path}[facet](name)
