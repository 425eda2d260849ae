"""Schema: short ways to write JSON Schema, in which nothing may be missing and nothing may be added."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "integer", "minimum": 1}
DAY: Schema = {"type": "string", "format": "date"}


def told(schema: Schema, sentence: str) -> Schema:
    """The same, with a sentence on what it means."""
    return schema | {"description": sentence}


def record(sentence: str, fields: Mapping[str, Schema], optional: Collection[str] = ()) -> Schema:
    """An object of exactly these fields, of which only some may be missing."""
    required = [name for name in fields if name not in optional]
    return {
        "type": "object",
        "description": sentence,
        "properties": dict(fields),
        "required": required,
        "additionalProperties": False,
    }


def listed(each: Schema, **limits: int) -> Schema:
    """An array."""
    return {"type": "array", "items": each, **limits}


def counted_by(names: str) -> Schema:
    """An object of counts, by names of this pattern."""
    return {"type": "object", "propertyNames": {"pattern": names}, "additionalProperties": COUNT}


def one_of(values: Iterable[str]) -> Schema:
    """One of these words."""
    return TEXT | {"enum": list(values)}


def maybe(schema: Schema) -> Schema:
    """The same, or null where the world has none.

    >>> maybe({"type": "string"}), maybe({"type": "string", "enum": ["said"]})
    ({'type': ['string', 'null']}, {'type': ['string', 'null'], 'enum': ['said', None]})
    """
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    words = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [schema["type"], "null"]} | words


def shape(name: str) -> Schema:
    """A reference to one of the shapes of the document."""
    return {"$ref": f"#/components/schemas/{name}"}
