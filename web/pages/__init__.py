"""The pages, one module for each few of a kind; importing them hangs them on the blueprint."""

from web.pages import about, articles, people, results
from web.pages.blueprint import blueprint

__all__ = ["about", "articles", "blueprint", "people", "results"]
