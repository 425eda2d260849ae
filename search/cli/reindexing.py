"""The command that makes the index."""

import sys
from pathlib import Path

import click

from search.cli.group import SOME_FAILED, onrecord
from search.cli.lines import complain
from search.cli.options import distinct_files, engine_for, index_option, settings_with
from search.identity.decided import decided_in
from search.overlay import corrections_of
from search.pipeline import reindex as build
from search.report import Report
from search.settings import MOST_PROCESSES, Settings


@onrecord.command()
@click.option(
    "--source", "sources", multiple=True, type=click.Path(path_type=Path), help="A folder of articles, or a file."
)
@index_option
@click.option(
    "--processes", type=click.IntRange(0, MOST_PROCESSES), help="How many to attribute in. [default: one a core]"
)
@click.option("--quiet", is_flag=True, help="Say only what failed.")
def reindex(sources: tuple[Path, ...], index: Path | None, processes: int | None, quiet: bool) -> None:
    """Read all articles and make them the index.

    The page answers from the old index until the new one is whole. Exit code 0: done; 1: some files failed; 2: usage;
    3: another reindex is at work.
    """
    settings = settings_with(index=index, processes=processes)
    given = sources or (settings.source,)
    found = distinct_files(given)
    decided, corrections = decided_in(given), corrections_of(given)
    own = settings.index.resolve() if (settings.index / "generations").is_dir() else None
    files = tuple(path for path in found if own not in path.absolute().parents)  # an index may stand in its source
    bar = click.progressbar(
        length=len(files), label="Reading", file=sys.stderr, hidden=quiet or not sys.stderr.isatty()
    )
    with bar:
        report = build(
            files,
            engine_for(settings),
            largest=settings.largest_file,
            processes=settings.processes,
            parser=settings.parser,
            decided=decided,
            corrections=corrections,
        )
    _tell(report, settings, quiet=quiet)
    if report.failed:
        sys.exit(SOME_FAILED)


def _tell(report: Report, settings: Settings, *, quiet: bool) -> None:
    complain("failed", report.failed)
    complain("not corrected", report.refused)
    if quiet:
        return
    complain("noted", report.noted)
    complain("passed over", report.passed_over)
    held = report.contents
    helped = f", with the parser {held.parser}" if held.parser else ""
    click.echo(
        f"{settings.index} holds {held.articles:,} articles, {held.paragraphs:,} paragraphs,"
        f" {held.statements:,} statements by {held.speakers:,} speakers{helped};"
        f" {len(report.failed):,} files failed, {len(report.passed_over):,} were passed over."
    )
