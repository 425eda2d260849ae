"""OpenAPI: the addresses for programs, described so that programs can read it (OpenAPI 3.1)."""

from collections.abc import Mapping
from typing import Any

from web.data.operations import JSON, OPERATIONS, Operation
from web.data.records import ARTICLES, INDEX, PEOPLE
from web.data.samples import SAMPLES
from web.data.schema import Schema, shape
from web.data.shapes import SEARCHING

LICENCE = {"name": "MIT", "identifier": "MIT"}
VERSION = "1"  # of what is promised here, which grows; what breaks it is another version
ABOUT = (
    "What people said in the news, and who said it. All is read with GET. A parameter that is empty counts as missing, "
    "one that is not described is passed over, and of one that may stand once the first counts. Text is UTF-8."
)
REASONS = {
    "304": "It is still as it was when the program read it (If-None-Match).",
    "400": "A parameter cannot be read, or the search takes too long.",
    "404": "There is no such thing in the index.",
    "503": "The index cannot be searched now.",
}
SHAPES: dict[str, Schema] = {
    name: schema | ({"examples": [SAMPLES[name]]} if name in SAMPLES else {})
    for name, schema in (SEARCHING | ARTICLES | PEOPLE | INDEX).items()
}


def described() -> dict[str, Any]:
    """The description."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "On Record", "version": VERSION, "description": ABOUT, "license": LICENCE},
        "servers": [{"url": "/"}],
        "paths": {path: {"get": _described(operation)} for path, operation in OPERATIONS.items()},
        "components": {"schemas": SHAPES},
    }


def _described(operation: Operation) -> dict[str, Any]:
    return {
        "operationId": operation.name,
        "summary": operation.sentence,
        "parameters": list(operation.parameters),
        "responses": {"200": _answer("The answer.", operation.answers)} | _otherwise(operation),
    }


def _otherwise(operation: Operation) -> dict[str, Any]:
    """What may come instead of the answer."""
    may = {"400": operation.refuses, "404": operation.misses, "503": operation.indexed}
    unchanged = {"304": {"description": REASONS["304"]}} if operation.kept else {}
    errors = {code: _answer(REASONS[code], {JSON: shape("Error")}) for code, comes in may.items() if comes}
    return unchanged | errors


def _answer(sentence: str, bodies: Mapping[str, Schema]) -> dict[str, Any]:
    return {"description": sentence, "content": {media: {"schema": schema} for media, schema in bodies.items()}}
