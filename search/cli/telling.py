"""Telling: what came of a reindex, or would come of it, in words and as data."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import click

from search.cli.lines import complain, printable
from search.cli.showing_progress import duration
from search.keeping.plan import Plan
from search.report import Files, Kind, Report
from search.sentences import number_of
from search.settings import Settings

SHOWN = 20  # sentences of each kind
LISTED = 200  # files of each kind
ONCE: tuple[Kind, ...] = ("noted", "passed_over")  # kinds of which what is said of many files is said once
LABELS: Mapping[Kind, str] = {
    "failed": "failed",
    "refused": "not corrected",
    "noted": "noted",
    "passed_over": "passed over",
}
DID = {
    "built": "Made from the ground",
    "updated": "Brought up to date",
    "noted": "Found to be up to date, and noted how the files are now",
    "nothing": "Nothing had changed",
}


def tell(report: Report, settings: Settings, *, quiet: bool, as_json: bool, when: str = "") -> None:
    """Say what came of it; if that is to be quiet, only what failed. `when` stands before each line."""
    if as_json:
        click.echo(json.dumps({"index": str(settings.index), **asdict(report)}, ensure_ascii=False))
        return
    if quiet and report.done == "nothing":
        return  # all of it was said before
    for kind in ("failed", "refused"):
        complain(LABELS[kind], in_short(report, kind), when)
    if quiet:
        return
    for kind in ONCE:
        complain(LABELS[kind], in_short(report, kind), when)
    click.echo(f"{when}{held(report, settings)}\n{when}{_done(report)}")


def in_short(report: Report, kind: Kind, most: int = SHOWN) -> Iterator[str]:
    """The sentences of a kind: each of the first ones, or once what is said of many; and how many more there are."""
    once = kind in ONCE
    lines = [gist.sentence for gist in report.gist.get(kind, ())] if once else report.sentences[kind]
    yield from lines[:most]
    if len(lines) > most:
        left = (len(lines) if once else report.count(kind)) - most
        yield f"and {left:,} more; to see all, run: onrecord status --all"
    elif not once:
        yield from not_told(report, kind)


def not_told(report: Report, kind: Kind) -> Iterator[str]:
    """How many sentences of a kind there are beside those that are told."""
    if left := report.more.get(kind):
        yield f"and {left:,} more, which are not told one by one"


def tell_that_nothing_is(settings: Settings, *, quiet: bool, as_json: bool) -> None:
    """Say that nothing is to be done."""
    if as_json:
        click.echo(json.dumps({"index": str(settings.index), "done": "nothing"}))
    elif not quiet:
        click.echo(printable(f"{settings.index} is up to date."))


def held(report: Report, settings: Settings) -> str:
    """What the index holds, and how many files it could not take in."""
    contents = report.contents
    failed, passed_over = number_of(report.count("failed"), "file"), report.count("passed_over")
    were = "was" if passed_over == 1 else "were"
    helped = f", with the parser {contents.parser}" if contents.parser else ""
    return printable(
        f"{settings.index} holds {number_of(contents.articles, 'article')},"
        f" {number_of(contents.paragraphs, 'paragraph')}, {number_of(contents.statements, 'statement')}"
        f" by {number_of(contents.speakers, 'speaker')}{helped}; {failed} failed, {passed_over:,} {were} passed over."
    )


def _done(report: Report) -> str:
    files = report.files
    articles = f"{number_of(files.articles_changed, 'article')} written, {files.articles_removed:,} removed"
    return f"{DID[report.done]} in {duration(report.seconds)}: {counted(files)}; {articles}."


def counted(files: Files) -> str:
    """What became of the files, those numbers left out that are 0 for most."""
    often = f"{files.changed:,} changed, {files.moved:,} moved, {files.removed:,} removed"
    seldom = {"read again": files.again, "not looked at": files.left, "ignored": files.ignored}
    few = [f"{count:,} {what}" for what, count in seldom.items() if count]
    return ", ".join([f"{number_of(files.new, 'file')} new", often, *few, f"{files.unchanged:,} unchanged"])


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
    for label, paths in (named | {"moved": [f"{old} to {new}" for old, new in plan.moved]}).items():
        yield from (f"{label}: {path}" for path in paths[:LISTED])
        if len(paths) > LISTED:
            yield f"{label}: and {len(paths) - LISTED:,} more; to see all, add --json"


def _data(plan: Plan, files: Files) -> dict[str, Any]:
    paths = {"new": plan.new, "changed": plan.changed, "again": plan.again, "removed": plan.removed}
    return {"files": asdict(files), **paths, "moved": [list(pair) for pair in plan.moved]}
