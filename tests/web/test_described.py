"""The description and the app are one: each route for programs stands in it, and no answer says more or less."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from conftest import ROOT
from flask.testing import FlaskClient
from newsroom import files
from schemathesis.openapi.checks import JsonSchemaError

from search.engines.whoosh import WhooshEngine
from search.facets import FACETS
from search.parameters import NOT
from search.pipeline import files_in, reindex
from search.query import SORTS, VIEWS, Query
from web import create_app
from web.data.openapi import described
from web.data.samples import SAMPLES

DOCUMENT = described()
PATHS = DOCUMENT["paths"]
SHAPES = DOCUMENT["components"]["schemas"]
SCHEMA = schemathesis.openapi.from_dict(deepcopy(DOCUMENT))
DAY = date(2024, 5, 31)
ARTICLE = "2023-04-12-brenholm-bridge-closed"
TABLE = "---\noutlet: Table\ndate: 2024-05-31\n---\n“The tolls fall,” said Ann Lee on Monday in an interview with CNN."
ANSWERS = {
    "/search.json?q=bridge": "/search.json",
    "/search.json?q=bridge&view=articles": "/search.json",
    "/search.json?q=bridge&view=speakers": "/search.json",
    "/search.json?q=brigde": "/search.json",
    "/search.json?q=bridge&speaker=Zed&date=1850": "/search.json",
    "/search.json?from=2023-04-01&to=2023-04-30": "/search.json",
    "/search.json?q=b%C3%A9zz*&not-speaker=nobody&page=500": "/search.json",
    "/search.json?q=(": "/search.json",
    "/facet/speaker.json?find=l": "/facet/{name}.json",
    "/facet/colour.json": "/facet/{name}.json",
    f"/article/{ARTICLE}.json": "/article/{id}.json",
    "/article/table.json": "/article/{id}.json",
    "/article/nowhere.json": "/article/{id}.json",
    "/speaker/Ann%20Lee.json?view=speakers": "/speaker/{name}.json",
    "/speaker/unknown.json?view=articles": "/speaker/{name}.json",
    "/speaker/Zed.json": "/speaker/{name}.json",
    "/outlet/Table.json": "/outlet/{name}.json",
    f"/kept.json?keep={ARTICLE}~2&keep=nowhere~1": "/kept.json",
    "/kept.json?keep=x": "/kept.json",
    f"/kept.csl?keep={ARTICLE}~2": "/kept.{form}",
    "/kept.pdf": "/kept.{form}",
    "/suggest.json?q=br": "/suggest.json",
    "/suggestions?q=br": "/suggestions",
    f"/suggestions?q={'x' * 101}": "/suggestions",
    "/status.json": "/status.json",
    "/healthz": "/healthz",
    "/openapi.json": "/openapi.json",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The app over the sample corpus, and an article that says when and where it was said."""
    folder: Path = tmp_path_factory.mktemp("press")
    engine = WhooshEngine(folder / "index")
    reindex([*files_in(ROOT / "seeds"), *files_in(files(folder / "more", ("table.md", TABLE)))], engine, largest=10**6)
    return create_app(engine=engine).test_client()


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """All objects that a part of the document describes."""
    within = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    yield from (part,) if isinstance(part, dict) and isinstance(part.get("properties"), dict) else ()
    for each in within:
        yield from objects(each)


def names(path: str) -> set[str]:
    return {parameter["name"] for parameter in PATHS[path]["get"]["parameters"]}


def test_each_route_for_programs_stands_in_the_document_and_the_other_way_round(client: FlaskClient) -> None:
    rules = [rule for rule in client.application.url_map.iter_rules() if rule.endpoint.startswith("data.")]
    assert {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule) for rule in rules} == set(PATHS)
    assert {rule.endpoint for rule in rules} == {f"data.{PATHS[path]['get']['operationId']}" for path in PATHS}


def test_a_path_names_the_parameters_that_are_part_of_it() -> None:
    for path, methods in PATHS.items():
        named = {p["name"] for p in methods["get"]["parameters"] if p["in"] == "path"}
        assert set(re.findall(r"{(\w+)}", path)) == named


def test_each_facet_is_a_parameter_of_each_search_twice_and_a_part_of_its_answer() -> None:
    facets = {before + facet.name for facet in FACETS for before in ("", NOT)}
    for path in ("/search.json", "/search.atom", "/search.csv", "/facet/{name}.json", "/speaker/{name}.json"):
        assert facets <= names(path)
    assert list(SHAPES["Search"]["properties"]["facets"]["properties"]) == [facet.name for facet in FACETS]


def test_each_parameter_that_an_address_may_hold_stands_in_the_document() -> None:
    chosen = {before + facet.name for facet in FACETS for before in ("", NOT)}
    asked = Query("x", frozenset(), frozenset(), DAY, DAY, SORTS[1], VIEWS[1], 2, ("a~1",), ("a~1",))
    assert chosen | {name for name, _ in asked.params()} == names("/search.json")


def test_no_object_of_the_document_may_have_a_key_that_it_does_not_name() -> None:
    found = list(objects(SHAPES))
    assert len(found) > 20
    assert [each for each in found if each["additionalProperties"] is not False] == []
    assert [each for each in found if not set(each["required"]) <= set(each["properties"])] == []


def test_each_shape_is_part_of_an_answer() -> None:
    used = set(re.findall(r"#/components/schemas/(\w+)", str(DOCUMENT)))
    assert used == set(SHAPES)


def test_the_document_is_one_of_openapi() -> None:
    SCHEMA.validate()


@pytest.mark.parametrize(("address", "path"), ANSWERS.items())
def test_an_answer_has_what_the_document_says_and_nothing_else(client: FlaskClient, address: str, path: str) -> None:
    answer = client.get(address)
    assert str(answer.status_code) in PATHS[path]["get"]["responses"]
    SCHEMA[path]["GET"].validate_response(answer)


@pytest.mark.parametrize("shape", SAMPLES)
def test_a_sample_is_what_its_shape_says(client: FlaskClient, shape: str) -> None:
    health = deepcopy(DOCUMENT)
    bodies = health["paths"]["/healthz"]["get"]["responses"]["200"]["content"]
    bodies["application/json"]["schema"] = {"$ref": f"#/components/schemas/{shape}"}
    answer = client.get("/healthz")
    answer.set_data(json.dumps(SAMPLES[shape]))
    schemathesis.openapi.from_dict(health)["/healthz"]["GET"].validate_response(answer)


def test_what_is_rare_is_among_the_answers(client: FlaskClient) -> None:
    def found(address: str) -> Any:
        return client.get(address).get_json()

    assert any(hit["more"] for hit in found("/search.json?q=bridge&view=articles")["hits"])
    assert found("/search.json?q=bridge&view=speakers")["speakers"]
    assert found("/search.json?q=brigde")["did_you_mean"]
    assert found("/search.json?q=bridge&speaker=Zed&date=1850")["relaxed"]
    assert found("/search.json?from=2023-04-01&to=2023-04-30")["days"]
    assert found("/speaker/unknown.json?view=articles")["kind"] is None
    assert found(f"/kept.json?keep={ARTICLE}~2&keep=nowhere~1")["gone"] == ["nowhere~1"]
    (statement,) = found("/article/table.json")["paragraphs"][0]["statements"]
    assert (statement["day"], statement["venue"]) == ("2024-05-27", "interview with CNN")
    assert found("/suggest.json?q=br")


def test_a_key_that_no_shape_names_is_noticed(client: FlaskClient) -> None:
    answer = client.get("/search.json?q=bridge")
    answer.set_data(answer.text.replace('"snippet":', '"colour": "red", "snippet":', 1))
    with pytest.raises(JsonSchemaError, match="colour"):
        SCHEMA["/search.json"]["GET"].validate_response(answer)
