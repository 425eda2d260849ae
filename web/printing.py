"""Printing: how templates become HTML: what makes them easy to read is left out as they are compiled."""

import re

from jinja2.ext import Extension

INDENTATION = re.compile(r"^[ \t]+(?=[<{])", re.MULTILINE)


class Unindented(Extension):
    """Templates without the spaces before their tags: nobody sees them, and a page has hundreds."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """A template as it is compiled."""
        return INDENTATION.sub("", source)
