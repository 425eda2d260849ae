"""The command with which an editor says who speaks."""

from pathlib import Path

import click

from search.cli.group import USAGE, Failure, onrecord
from search.cli.lines import printable
from search.cli.options import settings_with
from search.corrections import Correction, mark, place_of
from search.model import Article
from search.overlay import NAME, append, folder_of
from search.pipeline import article_of


@onrecord.command()
@click.argument("article")
@click.argument("paragraph", type=click.IntRange(min=1))
@click.argument("speaker")
@click.option("--was", metavar="NAME", help="Only what this speaker was given; '' for an unknown one.")
@click.option("--words", default="", help="Only the statement of these words; it is made if there is none.")
@click.option("--note", default="", help="How you know.")
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
    text = _text(article_of(article, settings.source, settings.largest_file), paragraph)
    if words and not place_of(words, text):
        raise Failure(f"{article} ¶{paragraph} does not hold “{words}”; copy the words from it", USAGE)
    file = str(folder_of(settings.source) / NAME)
    name = " ".join(speaker.split())
    said = Correction(file, 0, article, paragraph, name, was=was, words=words, mark=mark(text), note=note)
    click.echo(printable(f"{file}:\n\n{append(said)}\nTo see it, run: onrecord reindex"))


def _text(article: Article, number: int) -> str:
    """The text of a paragraph; a usage error where there is none."""
    text = next((p.text for p in article.paragraphs if p.number == number), None)
    if text is None:
        raise Failure(f"{article.id} ends with ¶{len(article.paragraphs)}; name a paragraph of it", USAGE)
    return text
