"""OpenAPI: the pages for programs, described."""

from typing import Any


def described() -> dict[str, Any]:
    """The description."""
    return {"openapi": "3.1.0", "info": {"title": "On Record", "version": "1"}, "paths": {}}
