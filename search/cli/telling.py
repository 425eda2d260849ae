"""Telling: what came of a reindex, or would come of it, in words and as data."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click

from search.cli.lines import complain, printable
from search.cli.showing_progress import duration
from search.keeping.planning import Plan
from search.report import Files, Report
from search.settings import Settings

DID = {
    "built": "Made from the ground",
    "updated": "Brought up to date",
    "noted": "Found to be up to date, and noted how the files are now",
    "nothing": "Nothing had changed",
}


def tell(report: Report, settings: Settings, *, quiet: bool, as_json: bool) -> None:
    """Say what came of it; if that is to be quiet, only what failed."""
    if as_json:
        click.echo(json.dumps({"index": str(settings.index), **asdict(report)}, ensure_ascii=False))
        return
    complain("failed", report.all_of("failed"))
    complain("not corrected", report.all_of("refused"))
    if quiet:
        return
    complain("noted", report.all_of("noted"))
    complain("passed over", report.all_of("passed_over"))
    click.echo(f"{held(report, settings)}\n{_done(report)}")


def tell_that_nothing_is(settings: Settings, *, quiet: bool, as_json: bool) -> None:
    """Say that nothing is to be done."""
    if as_json:
        click.echo(json.dumps({"index": str(settings.index), "done": "nothing"}))
    elif not quiet:
        click.echo(printable(f"{settings.index} is up to date."))


def held(report: Report, settings: Settings) -> str:
    """What the index holds, and how many files it could not take in."""
    contents = report.contents
    helped = f", with the parser {contents.parser}" if contents.parser else ""
    return printable(
        f"{settings.index} holds {contents.articles:,} articles, {contents.paragraphs:,} paragraphs,"
        f" {contents.statements:,} statements by {contents.speakers:,} speakers{helped};"
        f" {report.count('failed'):,} files failed, {report.count('passed_over'):,} were passed over."
    )


def _done(report: Report) -> str:
    files = report.files
    articles = f"{files.articles_changed:,} articles written, {files.articles_removed:,} removed"
    return f"{DID[report.done]} in {duration(report.seconds)}: {counted(files)}; {articles}."


def counted(files: Files) -> str:
    """What became of the files, those numbers left out that are 0 for most."""
    often = f"{files.new:,} files new, {files.changed:,} changed, {files.moved:,} moved, {files.removed:,} removed"
    seldom = {"read again": files.again, "not looked at": files.left, "ignored": files.ignored}
    return ", ".join(
        [often, *(f"{count:,} {what}" for what, count in seldom.items() if count), f"{files.unchanged:,} as they were"]
    )


def tell_plan(plan: Plan, files: Files, settings: Settings, *, as_json: bool) -> None:
    """Say what a reindex would do."""
    if as_json:
        click.echo(json.dumps({"index": str(settings.index), "done": "planned", **_data(plan, files)}))
        return
    for line in _lines(plan):
        click.echo(printable(line))
    click.echo(f"{settings.index} is left as it is. A reindex would find {counted(files)}.")


def _lines(plan: Plan) -> Iterator[str]:
    named = {"new": plan.new, "changed": plan.changed, "read again": plan.again, "removed": plan.removed}
    yield from (f"{label}: {path}" for label, paths in named.items() for path in paths)
    yield from (f"moved: {old} to {new}" for old, new in plan.moved)


def _data(plan: Plan, files: Files) -> dict[str, Any]:
    paths = {"new": plan.new, "changed": plan.changed, "again": plan.again, "removed": plan.removed}
    return {"files": asdict(files), **paths, "moved": [list(pair) for pair in plan.moved]}
