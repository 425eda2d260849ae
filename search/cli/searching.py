"""The command that searches the index, with the page's own parameters."""

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from search.answer import results_data, snippet_of
from search.cli.group import onrecord
from search.cli.lines import printable
from search.cli.options import engine_for, index_option, settings_with
from search.facets import FACETS, SPEAKERS
from search.query import SORTS, Query
from search.results import Results
from search.sentences import number_of
from search.suggesting import Suggestion, suggestion

FEW = 5  # paragraphs; who finds fewer may have meant another word


@dataclass(frozen=True, slots=True)
class Given:
    """What a command line gives, as the parameters of an address: those said once, and those said several times."""

    one: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]

    def get(self, name: str, /) -> str | None:
        return self.one.get(name)

    def getlist(self, name: str, /) -> list[str]:
        return list(self.several.get(name, ()))


def facet_options(command: Callable[..., object]) -> Callable[..., object]:
    """One option a facet, each to be repeated; the command gets them together, as `chosen`."""

    @functools.wraps(command)
    def with_chosen(**given: Any) -> object:
        chosen = {facet.name: given.pop(facet.name) for facet in FACETS}
        return command(**given, chosen=chosen)

    for facet in reversed(FACETS):
        text = f"{facet.label}; may be repeated."
        with_chosen = click.option(f"--{facet.name}", multiple=True, help=text)(with_chosen)
    return with_chosen


@onrecord.command()
@click.argument("words", nargs=-1)
@facet_options
@click.option("--from", "from", default="", help="From this day, as 2024-05-31.")
@click.option("--to", default="", help="To this day.")
@click.option("--sort", type=click.Choice(SORTS), default=SORTS[0])
@click.option("--page", default="1", metavar="NUMBER")
@click.option("--json", "as_json", is_flag=True, help="The data of /search.json.")
@index_option
def search(
    words: tuple[str, ...], as_json: bool, index: Path | None, *, chosen: dict[str, tuple[str, ...]], **said_once: str
) -> None:
    """Search the index for WORDS. Quotation marks that are meant must reach the program: '"at present"'."""
    query = Query.from_params(Given({"q": " ".join(words), **said_once}, chosen))
    engine = engine_for(settings_with(index=index))
    results = engine.search(query)
    if as_json:
        click.echo(json.dumps(results_data(results), ensure_ascii=False))
    else:
        meant = suggestion(query, engine, results.deadline) if results.total < FEW else None
        click.echo(printable(_readable(results, meant)))


def _readable(results: Results, meant: Suggestion | None) -> str:
    page = f"page {results.query.page:,} of {results.pages:,}"
    lines = [f"{number_of(results.total, 'paragraph')}, {page}", *results.notes]
    lines += [f"Did you mean {meant.query.words} ({number_of(meant.total, 'paragraph')})?"] if meant else []
    for hit in results.hits:
        who = ", ".join(map(SPEAKERS.title, SPEAKERS.values(hit.article, hit.paragraph)))
        facts = (hit.article.outlet.value or "unknown outlet", str(hit.article.published.value or "unknown date"))
        lines += ["", f"{who} · {' · '.join(facts)} · {hit.article.id} ¶{hit.paragraph.number}"]
        lines += [f"  {snippet_of(hit, results).text}"]
    return "\n".join(lines)
