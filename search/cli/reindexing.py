"""The command that makes the index, and keeps it up to date."""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, BinaryIO

import click

from search.cli.following import follow
from search.cli.given import job_for, listed, sources_for
from search.cli.group import SOME_FAILED, USAGE, Failure, onrecord
from search.cli.how import How
from search.cli.lines import printable, the_time
from search.cli.options import engine_for, index_option, settings_with
from search.cli.showing_progress import MODES, shown_on
from search.cli.since import Since
from search.cli.stopping import Stopped, stoppable
from search.cli.telling import tell, tell_plan, tell_that_nothing_is
from search.engine import Engine
from search.errors import IndexUnusable
from search.keeping.job import Job, is_needed, plan_of
from search.keeping.renewing import renewed
from search.paths import names_of
from search.report import Report
from search.seen import seen, state_of
from search.sentences import number_of
from search.settings import MOST_PROCESSES, Settings
from search.sources import found_in


@onrecord.command()
@click.option(
    "--source", "sources", multiple=True, type=click.Path(path_type=Path), help="A folder of articles, or a file."
)
@click.option(
    "--sources-from", type=click.File("rb"), metavar="FILE", help="Sources by a list, one a line; - is stdin."
)
@index_option
@click.option(
    "--processes", type=click.IntRange(0, MOST_PROCESSES), help="How many to attribute in. [default: one a core]"
)
@click.option("--full", is_flag=True, help="Read all files again and make the index from the ground.")
@click.option("--if-needed", is_flag=True, help="Do nothing where the index is up to date; for every start.")
@click.option("--since", type=Since(), help="Look only at files changed since 2024-05-01, or “2 weeks ago”.")
@click.option("--dry-run", is_flag=True, help="Say which files have changed, and do nothing.")
@click.option("--watch", is_flag=True, help="Follow the sources until Ctrl-C.")
@click.option("--rollback", is_flag=True, help="Answer from the generation before; once more, from the later one.")
@click.option("--quiet", is_flag=True, help="Say only what failed.")
@click.option("--json", "as_json", is_flag=True, help="Say what came of it as one JSON object.")
@click.option("--progress", type=click.Choice(MODES), default=MODES[0], help="How to show how far it is.")
def reindex(
    sources: tuple[Path, ...], sources_from: BinaryIO | None, index: Path | None, processes: int | None, **how: Any
) -> None:
    """Make the articles of the sources the index; what has not changed is not done again.

    Without sources, those that the index had are read. The page answers from the old index until the new one is whole.
    Exit code 0: done, and a watch that was ended; 1: some files failed; 2: usage; 3: another reindex is at work;
    129, 130, 143: stopped by a signal.
    """
    told = How(**how)
    if told.fault:
        raise Failure(f"{told.fault} make no sense together; leave one out", USAGE)
    settings = settings_with(index=index, processes=processes)
    try:
        with stoppable():
            _reindex(
                (*sources, *(listed(sources_from) if sources_from else ())), settings, told, sources_from is not None
            )
    except Stopped as stop:
        rest = "is no longer followed" if told.watch else "is as it was; the next reindex goes on from here"
        now = the_time() if told.watch else ""
        click.echo(now + printable(f"Stopped by {stop.name}: {settings.index} {rest}."), err=True)
        sys.exit(0 if told.watch else stop.code)  # to be stopped is how a watch ends


def _reindex(named: tuple[Path, ...], settings: Settings, how: How, of_a_list: bool) -> None:
    engine = engine_for(settings)
    if how.rollback:
        return _roll_back(engine, settings, how)
    sources = sources_for(named, settings, engine)
    if how.watch:
        follow(lambda: _state(sources), lambda: _renew(_job(sources, settings, how, of_a_list), engine, settings, how))
        return None
    job = _job(sources, settings, how, of_a_list)
    if how.dry_run:
        plan = plan_of(job, engine)
        return tell_plan(plan, replace(plan.files, ignored=job.ignored), settings, as_json=how.as_json)
    if how.if_needed and not is_needed(job, engine):
        return tell_that_nothing_is(settings, quiet=how.quiet, as_json=how.as_json)
    if _renew(job, engine, settings, how).failed:
        sys.exit(SOME_FAILED)
    return None


def _job(sources: Sequence[Path], settings: Settings, how: How, of_a_list: bool) -> Job:
    return job_for(sources, settings, full=how.full, since=how.since or 0, of_a_list=of_a_list)


def _renew(job: Job, engine: Engine, settings: Settings, how: How) -> Report:
    when = the_time if how.watch else str
    progress = shown_on(sys.stderr, how.progress, quiet=how.quiet, when=when)
    report = renewed(job, engine, progress)
    tell(report, settings, quiet=how.quiet, as_json=how.as_json, when=when())
    return report


def _state(sources: Sequence[Path]) -> str:
    return state_of(((name, seen(name)) for name in names_of(found_in(sources).files)), sources)


def _roll_back(engine: Engine, settings: Settings, how: How) -> None:
    left = ""
    with suppress(IndexUnusable):  # which is a reason to go back
        left = engine.edition().generation
    contents = engine.rollback()
    if how.as_json:
        now = {"index": str(settings.index), "done": "rolled back", "generation": engine.edition().generation}
        click.echo(json.dumps(now | {"before": left, "contents": asdict(contents)}))
    elif not how.quiet:
        click.echo(
            f"{settings.index} answers from generation {engine.edition().generation} again, built {contents.built}:"
            f" {number_of(contents.articles, 'article')}. {_forward(left)}"
        )


def _forward(left: str) -> str:
    if left:
        return f"--rollback once more returns to {left}."
    return "The one that could not answer is left; the next reindex makes another."
