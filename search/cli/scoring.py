"""The command that scores attribution against articles marked by hand."""

import json
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import click

from search.attributing import portions_of, processes_for, spoken
from search.cli.group import SOME_FAILED, USAGE, Failure, onrecord
from search.cli.lines import complain
from search.cli.options import settings_with
from search.errors import ReadError
from search.model import Article
from search.scoring import Score, score
from search.scoring.floors import faults, floors_in
from search.scoring.gold import gold_in
from search.scoring.marks import Gold
from search.scoring.moving import rewrite
from search.scoring.telling import data, table
from search.settings import Settings


@onrecord.command("score")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--texts", type=click.Path(path_type=Path), help="The folder of the texts, where GOLD names them only.")
@click.option("--worst", type=click.IntRange(0), default=10, metavar="N", help="How many bad articles to name.")
@click.option("--floors", type=click.Path(path_type=Path), help="A file of scores that must be reached.")
@click.option("--raise", "up", is_flag=True, help="Write better scores into the floors.")
@click.option("--lower", "down", is_flag=True, help="Write worse scores into the floors.")
@click.option("--json", "as_json", is_flag=True, help="The same as data.")
def score_command(
    gold: Path, texts: Path | None, worst: int, floors: Path | None, up: bool, down: bool, as_json: bool
) -> None:
    """Score who is found speaking against GOLD, a file of articles marked by hand.

    Exit code 0: done; 1: an article failed, or a score is below its floor; 2: usage.
    """
    if (up or down) and not floors:
        raise Failure("--raise and --lower need the file of floors: --floors FILE", USAGE)
    if not gold.is_file():
        raise Failure(f"{gold}: there is no such file; name a file of marked articles", USAGE)
    settings = settings_with()
    found, failed = _scored(gold, texts, settings)
    if failed and (up or down):
        up = down = False
        failed.append("the floors were not moved, for these are the scores of a part")
    complain("failed", failed)
    if not found.articles:
        raise Failure(f"{gold}: no article could be scored", SOME_FAILED)
    name = gold.stem.removesuffix("_gold") + ("_parsed" if settings.parser else "")
    click.echo(json.dumps(data(name, found, worst), ensure_ascii=False) if as_json else table(name, found, worst))
    below = _below(floors, name, found.figures, up=up, down=down) if floors else []
    complain(name, below)
    if failed or below:
        sys.exit(SOME_FAILED)


def _scored(gold: Path, texts: Path | None, settings: Settings) -> tuple[Score, list[str]]:
    """The score of all articles that can be read, and what is wrong with the others."""
    given = list(gold_in(gold, settings.largest_file, texts))
    marked = [one for one in given if isinstance(one, Gold)]
    failed = [str(one) for one in given if isinstance(one, ReadError)]
    scores = []
    portions = portions_of(one.article for one in marked)
    count = processes_for([gold], settings.processes)
    with closing(spoken(portions, settings.largest_file, processes=count, parser=settings.parser)) as outcomes:
        for one, outcome in zip(marked, outcomes, strict=True):
            if isinstance(outcome, Article):
                scores.append(score(outcome, one))
            else:
                failed.append(str(outcome))
    return Score(tuple(scores)), failed


def _below(path: Path, name: str, figures: Mapping[str, float], *, up: bool, down: bool) -> list[str]:
    """Which scores are below their floors, after these were moved as far as was asked."""
    if up or down:
        rewrite(path, name, figures, up=up, down=down)
    floors = floors_in(path, name)
    return faults(figures, floors) if floors else [f"{path} has no floors for it; --raise writes them"]
