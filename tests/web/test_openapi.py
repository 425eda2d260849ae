"""The addresses for programs do what their description says, whatever is asked: schemathesis asks, over WSGI."""

from pathlib import Path
from tempfile import TemporaryDirectory

import schemathesis
from newsroom import PRESS
from schemathesis.config import SchemathesisConfig
from strategies import query_words

from search.engines.whoosh import WhooshEngine
from search.settings import Settings
from web import create_app
from web.data.asked import QUERY

FOLDER = TemporaryDirectory()  # the tests are made from the document, so the app must be there before they are
INDEX = Path(FOLDER.name) / "index"
PATIENCE = 60  # seconds for a search, however busy the machine is
WhooshEngine(INDEX).build(PRESS)
CONFIG = {
    "generation": {"deterministic": True, "max-examples": 25},
    "phases": {"stateful": {"enabled": False}},
}


@schemathesis.hook
def filter_case(context: schemathesis.HookContext, case: schemathesis.Case) -> bool:
    """Days the wrong way round are refused; JSON Schema has no word for that."""
    asked = case.query or {}
    return not ("" < str(asked.get("to") or "") < str(asked.get("from") or ""))


schemathesis.openapi.format(QUERY, query_words)
schema = schemathesis.openapi.from_wsgi(
    "/openapi.json",
    create_app(Settings(index=INDEX, deadline=PATIENCE)),
    config=SchemathesisConfig.from_dict(CONFIG),
)


@schema.parametrize()
def test_an_answer_is_what_the_document_promises(case: schemathesis.Case) -> None:
    case.call_and_validate()
