"""The addresses for programs do what their description says, whatever is asked: schemathesis asks, over WSGI."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from newsroom import client_over
from schemathesis.config import SchemathesisConfig
from strategies import readable

from web.data.asked import QUERY

CONFIG = {
    "generation": {"deterministic": True, "max-examples": 25},
    "phases": {"stateful": {"enabled": False}},
}
schemathesis.openapi.format(QUERY, readable)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the app of a small index says of itself."""
    app = client_over(tmp_path_factory.mktemp("press") / "index").application
    return schemathesis.openapi.from_wsgi("/openapi.json", app, config=SchemathesisConfig.from_dict(CONFIG))


schema = schemathesis.pytest.from_fixture("document")


@schema.parametrize()
def test_an_answer_is_what_the_document_promises(case: schemathesis.Case) -> None:
    case.call_and_validate()
