"""Exports: results as a feed and as a table, kept paragraphs as references."""

from datetime import UTC, datetime
from itertools import islice

from flask import Response, abort, request
from markupsafe import Markup

from search.citing import cite, form_of
from search.highlight import matches
from search.parameters import places_in
from search.query import PAGE_SIZE, Query
from search.results import Hit
from search.spreadsheet import spreadsheet
from search.turns import TURN
from web.data.blueprint import blueprint
from web.data.writing import written
from web.entries import entry_of
from web.feed import MEDIA, Feed, atom, id_of_search, moment
from web.keeping import keep
from web.pages.blueprint import engine, query
from web.showing import read_out

NAME = "on-record"  # of the files that are saved


@blueprint.get("/search.atom")
def feed() -> Response:
    """The newest paragraphs of a search, as Atom 1.0."""
    asked = query().sorted_by("newest").viewed("paragraphs")
    built = engine().contents().built
    with TURN:
        hits = list(islice(engine().every(asked), PAGE_SIZE))
    page, own = (asked.address(request.host_url.rstrip("/") + path) for path in ("/search", "/search.atom"))
    entries = [entry_of(hit, request.host_url, built, content=_content(hit, asked)) for hit in hits]
    updated = max((each.updated for each in entries), default=moment(None, built))
    title = f"On Record: {asked.words or 'all paragraphs'}"
    whole = Feed(id_of_search(request.host, asked.address()), title, own, page, updated, entries)
    return Response(atom(whole), mimetype=MEDIA)


@blueprint.get("/search.csv")
def table() -> Response:
    """All paragraphs of a search, a row a statement, sent as they are read."""
    asked = query()
    with TURN:
        hits = engine().every(asked)
    answer = written(spreadsheet((hits[n] for n in range(len(hits))), request.host_url), "text/csv")
    answer.headers.update(_saved("csv"))
    return answer


@blueprint.get("/kept.<form>")
def references(form: str) -> Response:
    """The paragraphs that `keep` names, as references: text, chicago, bibtex, csl or ris."""
    wanted = form_of(form) or abort(404, f"References come as text, chicago, bibtex, csl and ris, not as {form[:40]}.")
    today = datetime.now(UTC).date()
    citations = [c for k in keep(engine(), places_in(request.args, "keep"), today).kept for c in k.citations]
    return Response(cite(citations, wanted), mimetype=wanted.media, headers=_saved(wanted.suffix.lstrip(".")))


def _content(hit: Hit, asked: Query) -> str:
    """The words of a hit as HTML: the paragraph, in which what was looked for is marked."""
    paragraph = hit.paragraph
    marks = matches(paragraph.text, asked.tree, [s.where for s in paragraph.statements])
    return Markup("<p>{}</p>").format(read_out(paragraph, marks))


def _saved(suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{NAME}.{suffix}"'}
