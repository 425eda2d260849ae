"""The addresses for programs do what their description says, whatever is asked: schemathesis asks, over WSGI."""

from pathlib import Path
from tempfile import TemporaryDirectory

import schemathesis
from newsroom import PRESS
from schemathesis.config import SchemathesisConfig
from strategies import query_words

from search.engines.whoosh import WhooshEngine
from search.errors import QueryError
from search.language import parse
from search.language.repair import LENGTH_LIMIT
from search.settings import Settings
from web import create_app
from web.data.asked import QUERY

FOLDER = TemporaryDirectory()  # the tests are made from the document, so the app must be there before they are
INDEX = Path(FOLDER.name) / "index"
PATIENCE = 60  # seconds for a search, however busy the machine is
WhooshEngine(INDEX).build(PRESS)
CONFIG = {
    "generation": {"deterministic": True, "max-examples": 15},
    "phases": {"stateful": {"enabled": False}},
}


def readable(words: str) -> bool:
    """Whether a query can be read, or is refused for its length, of which the document tells."""
    try:
        parse(words)
    except QueryError:
        return len(words) > LENGTH_LIMIT
    return True


@schemathesis.hook
def filter_case(context: schemathesis.HookContext, case: schemathesis.Case) -> bool:
    """Words that cannot be read, days the wrong way round, and page 10.0 are refused; JSON Schema cannot tell."""
    asked = case.query or {}
    in_order = not ("" < str(asked.get("to") or "") < str(asked.get("from") or ""))
    in_figures = not any(isinstance(asked.get(name), float) for name in ("at", "page"))
    return in_order and in_figures and readable(str(asked.get("q") or ""))


schemathesis.openapi.format(QUERY, query_words)
schema = schemathesis.openapi.from_wsgi(
    "/openapi.json",
    create_app(Settings(index=INDEX, deadline=PATIENCE)),
    config=SchemathesisConfig.from_dict(CONFIG),
)


@schema.parametrize()
def test_an_answer_is_what_the_document_promises(case: schemathesis.Case) -> None:
    case.call_and_validate()
