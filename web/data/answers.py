"""Answers: each page as JSON, at the page's address with `.json` behind its path."""

from dataclasses import replace
from itertools import islice
from typing import Any

from flask import Response, abort, current_app, jsonify, request

from search.answer import article_page_data, facet_data, hit_data, results_data
from search.parameters import places_in
from search.profile import LOOKED_AT, profile
from search.query import Query
from search.results import Results
from search.staleness import Freshness
from search.suggesting import suggestion
from search.suggesting.relaxing import relaxed
from search.turns import TURN
from web.browsing import browse
from web.data.blueprint import blueprint
from web.found import FEW, heard
from web.keeping import keep
from web.pages.blueprint import article_or_404, engine, query
from web.pages.results import facet_or_404
from web.showing import snippet_html
from web.status import status


@blueprint.get("/search.json")
def search() -> Response:
    """What `/search` says; each snippet is HTML that holds <mark> and nothing else."""
    asked = query()
    with TURN:
        results = engine().search(asked)
        return jsonify(_results(results) | _help(results))


@blueprint.get("/facet/<name>.json")
def facet(name: str) -> Response:
    """What `/facet/NAME` says: a page of the values of a facet."""
    asked, facet = query(), facet_or_404(name)
    with TURN:
        found = browse(engine(), facet, asked, request.args)
        return jsonify(
            {
                "facet": facet.name,
                "label": facet.label,
                "total": found.total,
                "page": found.page,
                "pages": found.pages,
                "values": [facet_data(facet.name, v, asked) for v in found.values],
            }
        )


@blueprint.get("/article/<path:id>.json")
def article(id: str) -> Response:
    """What `/article/ID` says: all paragraphs, with who says what in them and why."""
    return jsonify(article_page_data(article_or_404(id)))


@blueprint.get("/speaker/<path:name>.json")
def speaker(name: str) -> Response:
    """What `/speaker/NAME` says: who that is, and what that one said."""
    with TURN:
        results = _all_of("speaker", name)
        who = profile(results.query.values("speaker")[0], islice(engine().every(_whole(results)), LOOKED_AT))
        roles = [{"name": r.name, "count": r.count, "first": _day(r.first), "last": _day(r.last)} for r in who.roles]
        about = {"name": who.name, "kind": who.kind or None, "roles": roles, "spellings": list(who.spellings)}
        return jsonify(about | _results(results))


@blueprint.get("/outlet/<path:name>.json")
def outlet(name: str) -> Response:
    """What `/outlet/NAME` says: how many articles each month has, and what stands in them."""
    with TURN:
        results = _all_of("outlet", name)
        covered = {each.month: each.articles for each in engine().coverage() if each.outlet == name}
        return jsonify({"name": name, "coverage": covered} | _results(results))


@blueprint.get("/kept.json")
def kept() -> Response:
    """What `/kept` says: the paragraphs that `keep` names, each with its references."""
    found = keep(engine(), places_in(request.args, "keep"))
    paragraphs = [hit_data(k.article, k.paragraph) | {"references": dict(k.references)} for k in found.kept]
    return jsonify({"paragraphs": paragraphs, "gone": list(found.gone)})


@blueprint.get("/status.json")
def index_status() -> Response:
    """What `/status` says: what is indexed, how many articles of each outlet and month, the last report."""
    freshness: Freshness = current_app.extensions["freshness"]
    return jsonify({"older": freshness.stale()} | status(engine()).data())


def _results(results: Results) -> dict[str, Any]:
    """Results as data; those by speaker, too, where these are asked for."""
    by_speaker = [
        {"name": h.name, "count": h.count, "per_1000_articles": round(h.rate, 3)} for h in heard(engine(), results)
    ]
    found = results_data(results, show=snippet_html)
    return found | ({"speakers": by_speaker} if results.query.view == "speakers" else {})


def _help(results: Results) -> dict[str, Any]:
    """Another spelling where little was found, and what would be found with less asked for where nothing was."""
    meant = suggestion(results.query, engine(), results.deadline) if results.total < FEW else None
    less = relaxed(results.query, engine(), results.deadline) if not results.total else ()
    return {
        "did_you_mean": {"words": meant.query.words, "total": meant.total, "url": _address(meant.query)}
        if meant
        else None,
        "relaxed": [{"dropped": r.dropped, "total": r.total, "url": _address(r.query)} for r in less],
    }


def _all_of(facet: str, name: str) -> Results:
    """What a speaker says, or an outlet has; 404 where there is none."""
    scope = frozenset({(facet, name)})
    asked = query().free_of(facet)
    results = engine().search(replace(asked, choices=asked.choices | scope))
    if len(results.query.values(facet)) != 1 or not engine().search(_whole(results)).total:
        abort(404, f"There is no {facet} “{name[:100]}” in the index, or there are several.")
    return results


def _whole(results: Results) -> Query:
    """All that a speaker says, the newest first."""
    named = frozenset(c for c in results.query.choices if c[0] in {"speaker", "outlet"})
    return Query(choices=named, sort="newest")


def _address(query: Query) -> str:
    return query.address("/search.json")


def _day(value: object) -> str | None:
    return str(value) if value else None
