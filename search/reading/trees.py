"""Trees: what is asked of a tree of XML; namespaces are left out of account, for each format has one of its own."""

from collections.abc import Iterator
from typing import Any


def tag(element: Any) -> str:
    """The name of an element without its namespace, "" for what is none, such as an entity."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any) -> Iterator[Any]:
    """The elements within an element."""
    return (child for child in element if isinstance(child.tag, str))


def named(element: Any, name: str) -> Iterator[Any]:
    """All elements of a name, however deep, in order."""
    yield from element.iter("{*}" + name)


def attribute(element: Any, name: str) -> str:
    """The value of an attribute, "" if there is none; the first of those of one name."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def text_in(element: Any) -> str:
    """All text of an element."""
    return "".join(element.itertext())
