"""The service itself: whether it is well, what completes what is typed, and how programs and browsers may use it."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Response, current_app, jsonify, request

from search.completing import Completer, Completion
from search.completing.begun import LONGEST
from search.errors import QueryError
from search.query import Query
from web.data.blueprint import blueprint
from web.data.openapi import described
from web.pages.blueprint import engine
from web.wording import worded

OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
A_WHILE = 60  # seconds
MEDIA = "application/opensearchdescription+xml"
ANSWERS = {
    "text/html": "/search",
    "application/atom+xml": "/search.atom",
    "application/x-suggestions+json": "/suggestions",
}


@blueprint.get("/healthz")
def health() -> Response:
    """Whether searches can be answered, and from what; 503 if not."""
    contents = engine().contents()
    held = {name: getattr(contents, name) for name in ("articles", "paragraphs", "built", "parser")}
    answer = jsonify({"status": "ok"} | held)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.get("/suggest.json")
def suggest() -> Response:
    """What may complete `q`: speakers, outlets and phrases of the index."""
    return _for_a_while(
        [
            {
                "kind": c.kind,
                "text": c.text,
                "label": worded(c.kind, "completion"),
                "count": c.count,
                "facet": c.facet,
                "value": c.value,
                "url": (Query().toggled(c.facet, c.value) if c.facet else Query(c.text)).address(),
            }
            for c in _completions(_typed())
        ]
    )


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """How a browser searches here from its own search box."""
    base = request.host_url.rstrip("/")
    root = Element("OpenSearchDescription", {"xmlns": OPENSEARCH})
    SubElement(root, "ShortName").text = "On Record"
    SubElement(root, "Description").text = "What people said in the news"
    SubElement(root, "InputEncoding").text = "UTF-8"
    SubElement(root, "Image", {"type": "image/svg+xml", "width": "16", "height": "16"}).text = f"{base}/static/icon.svg"
    for media, path in ANSWERS.items():
        SubElement(root, "Url", {"type": media, "template": f"{base}{path}?q={{searchTerms}}"})
    SubElement(root, "Url", {"type": MEDIA, "rel": "self", "template": f"{base}/opensearch.xml"})
    return Response(tostring(root, encoding="utf-8", xml_declaration=True), mimetype=MEDIA)


@blueprint.get("/suggestions")
def suggestions() -> Response:
    """The same as `/suggest.json` as browsers want it: what was typed, and what completes it."""
    typed = _typed()
    return _for_a_while([typed, [completion.text for completion in _completions(typed)]])


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """All of this, described to programs."""
    return jsonify(described())


def _typed() -> str:
    """What was typed; raises QueryError where it is longer than anything that completes."""
    typed = request.args.get("q", "")
    if len(typed) > LONGEST:
        raise QueryError(
            "“{given}…” is too long for a {part}; {limit} characters is the limit.",
            "q",
            given=typed[:40],
            limit=LONGEST,
        )
    return typed


def _for_a_while(completed: list[Any]) -> Response:
    """What a browser may offer again without asking, for who types takes letters back; what is typed is private."""
    answer = jsonify(completed)
    answer.headers["Cache-Control"] = f"private, max-age={A_WHILE}"
    return answer


def _completions(typed: str) -> tuple[Completion, ...]:
    completer: Completer = current_app.extensions["completer"]
    return completer.completions(typed)
