"""The commands that show what On Record makes of articles, without an index."""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import click

from search.amending import amended, own
from search.answer import article_data
from search.cli.group import SOME_FAILED, onrecord
from search.cli.lines import complain, printable
from search.cli.options import distinct_files, settings_with
from search.explanation import explained
from search.model import Article
from search.overlay import corrections_of
from search.pipeline import attributed


@onrecord.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="JSON Lines; the one form there is, so this may be left out.")
def attribute(paths: tuple[Path, ...], as_json: bool) -> None:
    """Write who says what in the articles of PATHS: one article a line, as JSON."""
    _each_article(paths, lambda article: json.dumps(article_data(article), ensure_ascii=False))


@onrecord.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def explain(paths: tuple[Path, ...]) -> None:
    """Show each statement in the articles of PATHS, and the rule that found it."""
    _each_article(paths, lambda article: printable(explained(article)))


def _each_article(paths: Iterable[Path], written: Callable[[Article], str]) -> None:
    failed = False
    given = settings_with()
    files, corrections = distinct_files(paths), corrections_of(paths)
    with closing(attributed(files, given.largest_file, processes=given.processes, parser=given.parser)) as found:
        for article in found:
            if isinstance(article, Article):
                done = amended(article, own(article, corrections))
                complain("not corrected", done.refused)
                click.echo(written(done.article))
            else:
                click.echo(printable(str(article)), err=True)
                failed = True
    if failed:
        sys.exit(SOME_FAILED)
