"""The command with which an editor says who speaks."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from search.amending import unmet
from search.attributing import outcomes_of
from search.blocks import LIMITS
from search.cli.group import USAGE, Failure, onrecord
from search.cli.lines import printable
from search.cli.options import settings_with
from search.corrections import Correction, mark, place_of
from search.editorial import fault
from search.model import Article, Paragraph
from search.overlay import NAME, append, folder_of
from search.pipeline import article_of
from search.settings import Settings

Given = TypeVar("Given", str, str | None)


def _fit(key: str) -> Callable[[click.Context, click.Parameter, Given], Given]:
    """A usage error for what may not stand in the file under this key."""

    def given(ctx: click.Context, param: click.Parameter, value: Given) -> Given:
        if problem := fault(value or "", LIMITS.get(key)):
            raise click.BadParameter(f"it {problem}")
        return value

    return given


@onrecord.command()
@click.argument("article")
@click.argument("paragraph", type=click.IntRange(min=1))
@click.argument("speaker", callback=_fit("speaker"))
@click.option(
    "--was", metavar="NAME", callback=_fit("was"), help="Only what this speaker was given; '' for an unknown one."
)
@click.option(
    "--words",
    default="",
    callback=_fit("words"),
    help="Only the statement of these words; it is made if there is none.",
)
@click.option("--note", default="", callback=_fit("note"), help="How you know.")
@click.option(
    "--in", "source", type=click.Path(path_type=Path), help="The articles' folder. [default: ONRECORD_SOURCE]"
)
def correct(
    article: str, paragraph: int, speaker: str, *, was: str | None, words: str, note: str, source: Path | None
) -> None:
    """Say that SPEAKER speaks in PARAGRAPH of ARTICLE, whose id stands in its page's address; '' says that nobody does.

    It is written to corrections.toml in the folder and counts from the next reindex on, for as long as the paragraph
    has its text.
    """
    settings = settings_with(source=source)
    known = article_of(article, settings.source, settings.largest_file)
    text = _paragraph(known, paragraph).text
    if words and not place_of(words, text):
        raise Failure(f"{article} ¶{paragraph} does not hold “{words}”; copy the words from it", USAGE)
    folder = folder_of(settings.source)
    file, name = str(folder / NAME), " ".join(speaker.split())
    said = Correction(file, 0, article, paragraph, name, was=was, words=words, mark=mark(text), note=note)
    if was is not None and (problem := unmet(said, _paragraph(_attributed(known, settings), paragraph))):
        raise Failure(f"{article} ¶{paragraph}: {problem}; name who is to be corrected with --was", USAGE)
    run = f"onrecord reindex --source {shlex.quote(str(folder))}"
    click.echo(printable(f"{file}:\n\n{append(said)}\nTo see it, run: {run}"))


def _attributed(article: Article, settings: Settings) -> Article:
    """The article with its statements by the rules."""
    (outcome,) = outcomes_of(article, largest=settings.largest_file, parser=settings.parser)
    if not isinstance(outcome, Article):
        raise outcome
    return outcome


def _paragraph(article: Article, number: int) -> Paragraph:
    """A paragraph of the article; a usage error where there is none."""
    found = next((p for p in article.paragraphs if p.number == number), None)
    if found is None:
        raise Failure(f"{article.id} ends with ¶{len(article.paragraphs)}; name a paragraph of it", USAGE)
    return found
