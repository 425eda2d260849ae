"""The command that says how the index stands."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from search.cli.group import onrecord
from search.cli.lines import printable
from search.cli.options import engine_for, index_option, settings_with
from search.cli.telling import LABELS, held, in_short, not_told
from search.keeping.kept import WHOLE, whole
from search.report import Report
from search.sentences import number_of
from search.settings import Settings
from search.state import State, state_of_index

SHOWN = 10  # sentences of each kind


@onrecord.command()
@click.option("--all", "every", is_flag=True, help="Every sentence on files, each in a line.")
@click.option("--json", "as_json", is_flag=True, help="All of it as one JSON object.")
@index_option
def status(every: bool, as_json: bool, index: Path | None) -> None:
    """Say what the index holds by outlet and year, when and by what it was made, what failed, and whether it is old."""
    settings = settings_with(index=index)
    engine = engine_for(settings)
    found = state_of_index(engine)
    if every or as_json:
        found = replace(found, report=whole(found.report, engine.paper(WHOLE)))
    if as_json:
        click.echo(json.dumps(_data(found, settings), ensure_ascii=False))
        return
    for line in (*_lines(found, settings), *(_all if every else _few)(found.report)):
        click.echo(printable(line))


def _lines(found: State, settings: Settings) -> Iterator[str]:
    yield held(found.report if found.report.finished else Report(found.contents), settings)
    edition, rules = found.edition, found.report.rules or "unknown"
    yield f"Generation {edition.generation}, built {found.contents.built}; to go back to: {edition.before or 'none'}."
    yield f"Fingerprint {edition.fingerprint}, rules {rules}."
    if found.report.sources:
        yield f"Made of {', '.join(found.report.sources[:SHOWN])}; looked at {found.report.finished or 'at no time'}."
    yield found.older or "No file of its sources has changed since."
    has = "has" if found.without_outlet == 1 else "have"
    yield f"{number_of(found.without_outlet, 'article')} {has} no outlet, {found.without_date:,} no date."
    yield from ("", *_table(found))


def _table(found: State) -> Iterator[str]:
    """The articles of each outlet by year."""
    years = found.all_years
    width = max(map(len, ("outlet", *found.years)))
    yield "  ".join(["outlet".ljust(width), *(year.rjust(7) for year in years), "    all"])
    for outlet, counts in found.years.items():
        yield _row(outlet.ljust(width), [*(counts.get(year, 0) for year in years), sum(counts.values())])


def _row(name: str, counts: list[int]) -> str:
    return "  ".join([name, *(f"{count:7,}" for count in counts)])


def _few(report: Report) -> Iterator[str]:
    """What is to be said of files, of each kind only some."""
    yield from (f"{label}: {one}" for kind, label in LABELS.items() for one in in_short(report, kind, SHOWN))


def _all(report: Report) -> Iterator[str]:
    """Every sentence that was kept."""
    for kind, found in report.sentences.items():
        yield from (f"{LABELS[kind]}: {one}" for one in (*found, *not_told(report, kind)))


def _data(found: State, settings: Settings) -> dict[str, Any]:
    return {
        "index": str(settings.index),
        **asdict(found.edition),
        "contents": asdict(found.contents),
        "older": found.older,
        "without_outlet": found.without_outlet,
        "without_date": found.without_date,
        "outlets": {outlet: dict(years) for outlet, years in found.years.items()},
        "report": asdict(found.report),
    }
