"""The pages, one module for each few of a kind; importing them hangs them on the blueprint."""

from web.pages import articles, people, results
from web.pages.blueprint import blueprint

__all__ = ["articles", "blueprint", "people", "results"]
