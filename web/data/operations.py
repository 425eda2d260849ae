"""Operations: the addresses for programs, one line each: what is asked, and in which form the answer comes."""

from collections.abc import Mapping
from dataclasses import dataclass

from search.citing import FORMS
from search.completing import LIMIT
from web.data import asked
from web.data.asked import Parameter
from web.data.schema import TEXT, Schema, listed, shape
from web.feed import MEDIA as ATOM

JSON = "application/json"
OPENSEARCH = "application/opensearchdescription+xml"
CSL = "application/vnd.citationstyles.csl+json"
OBJECT: Schema = {"type": "object"}


@dataclass(frozen=True, slots=True)
class Operation:
    """An address: its name, a sentence on it, its parameters, its answers by media type.

    `indexed` where it needs the index, `limited` where only so many are answered at once, `kept` where a program may
    keep the answer and ask later whether it still holds.
    """

    name: str
    sentence: str
    answers: Mapping[str, Schema]
    parameters: tuple[Parameter, ...] = ()
    indexed: bool = True
    kept: bool = True

    @property
    def refuses(self) -> bool:
        """Whether a parameter may be one that cannot be read."""
        return any(parameter["in"] == "query" for parameter in self.parameters)

    @property
    def misses(self) -> bool:
        """Whether its path may name what is not there."""
        return any(parameter["in"] == "path" for parameter in self.parameters)


def _json(name: str) -> dict[str, Schema]:
    return {JSON: shape(name)}


REFERENCES: dict[str, Schema] = {form.media: TEXT for form in FORMS} | {CSL: listed(OBJECT)}
# What was typed, then what completes it: `prefixItems` says so, but schemathesis takes it for a list of an older kind
COMPLETED: Schema = listed({"anyOf": [TEXT, listed(TEXT)]}, minItems=2, maxItems=2)

OPERATIONS: Mapping[str, Operation] = {
    "/search.json": Operation("search", "A page of results, with facets.", _json("Search"), asked.SEARCH),
    "/search.atom": Operation("feed", "The newest paragraphs of a search, as Atom 1.0.", {ATOM: TEXT}, asked.MATCHING),
    "/search.csv": Operation(
        "table",
        "All paragraphs of a search, a row a statement; 503 while others are being written.",
        {"text/csv": TEXT},
        (*asked.MATCHING, asked.SORT),
        kept=False,
    ),
    "/facet/{name}.json": Operation(
        "facet", "All values of a facet, a page at a time.", _json("Facet"), (asked.FACET, *asked.BROWSE)
    ),
    "/article/{id}.json": Operation(
        "article", "An article as it was read, with who says what and why.", _json("Article"), (asked.ARTICLE,)
    ),
    "/speaker/{name}.json": Operation(
        "speaker", "Who a speaker is, and what that one said.", _json("Speaker"), (asked.SPEAKER, *asked.SEARCH)
    ),
    "/outlet/{name}.json": Operation(
        "outlet", "What of an outlet is indexed, and what stands in it.", _json("Outlet"), (asked.OUTLET, *asked.SEARCH)
    ),
    "/kept.json": Operation("kept", "These paragraphs, each with its references.", _json("Kept"), (asked.KEEP,)),
    "/kept.{form}": Operation("references", "References to these paragraphs.", REFERENCES, (asked.FORM, asked.KEEP)),
    "/suggest.json": Operation(
        "suggest",
        "What may complete what was typed, from the index.",
        {JSON: listed(shape("Completion"), maxItems=LIMIT)},
        (asked.TYPED,),
    ),
    "/suggestions": Operation("suggestions", "The same as browsers want it.", {JSON: COMPLETED}, (asked.TYPED,)),
    "/status.json": Operation("index_status", "What is indexed, and what the last reindex said.", _json("Status")),
    "/healthz": Operation("health", "Whether searches can be answered, and from what.", _json("Health"), kept=False),
    "/opensearch.xml": Operation(
        "opensearch", "How a browser searches here from its own box.", {OPENSEARCH: TEXT}, indexed=False
    ),
    "/openapi.json": Operation("openapi", "This document.", {JSON: OBJECT}, indexed=False),
}
