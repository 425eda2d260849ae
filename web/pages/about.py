"""The pages about the index and the search itself: kept paragraphs, coverage, help."""

from datetime import date

from flask import render_template

from search.citing import FORMS
from search.query import Query
from web.examples import EXAMPLES
from web.keeping import keep
from web.pages.blueprint import blueprint, engine, query
from web.status import status
from web.told import told
from web.translating import N_

HEADINGS = {
    "failed": N_("Could not be read"),
    "refused": N_("Corrections that were not applied"),
    "noted": N_("Noted"),
    "passed_over": N_("Passed over"),
}


@blueprint.get("/kept")
def kept() -> str:
    """The paragraphs that a reader has put aside: to print, to cite, to send on."""
    asked = query()
    found = keep(engine(), asked.kept)
    only = Query(kept=asked.kept)
    return render_template(
        "kept.html",
        query=asked,
        kept=found.kept,
        gone=found.gone,
        forms=FORMS,
        as_file=lambda form: only.address(f"/kept.{form}"),
        without=lambda place: asked.keeping(place).address("/kept"),
    )


@blueprint.get("/status")
def coverage() -> str:
    """What is indexed, how much of each outlet and month, and what the last reindex said."""
    found = status(engine())
    report = found.report
    return render_template(
        "status.html",
        query=Query(),
        contents=found.contents,
        years=found.years(),
        undated=found.undated,
        nameless=found.nameless,
        edition=found.edition,
        report=report,
        newest=date.fromisoformat(report.newest[:10]) if report and report.newest else None,
        headings=HEADINGS,
        told=told(report) if report else (),
    )


@blueprint.get("/help")
def guide() -> str:
    """What a search can say, each example a link."""
    examples = [(words, Query(words).address(), finds) for words, finds in EXAMPLES]
    return render_template("help.html", query=Query(), examples=examples)
