"""The commands: what an administrator types. `serve` stands in web.serve, above this floor."""

import functools
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from search.answer import article_data, results_data
from search.engine import Engine
from search.engines.whoosh import WhooshEngine
from search.errors import LockedIndex, OnRecordError, QueryError, SettingError
from search.explanation import explained
from search.facets import FACETS
from search.highlight import snippet
from search.model import Article
from search.pipeline import Report, attributed, files_in
from search.pipeline import reindex as build
from search.query import SORTS, Query
from search.results import Results
from search.settings import Settings

SOME_FAILED, USAGE, LOCKED = 1, 2, 3  # exit codes

F = TypeVar("F", bound=Callable[..., object])


class Failure(click.ClickException):
    """An error that ends a command, with its exit code."""

    def __init__(self, error: object, code: int) -> None:
        super().__init__(str(error))
        self.exit_code = code  # type: ignore[misc]  # click reads it from the instance


class Command(click.Command):
    """A command whose errors are one sentence each and never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # who read the output has enough; click ends in silence
        except LockedIndex as error:
            raise Failure(error, LOCKED) from None
        except QueryError as error:
            raise Failure(f"{error} Try: {error.repaired}" if error.repaired else error, USAGE) from None
        except SettingError as error:
            raise Failure(error, USAGE) from None
        except OnRecordError as error:
            raise Failure(error, SOME_FAILED) from None
        except OSError as error:
            raise Failure(
                f"{error.filename or 'The disk'}: {error.strerror}; nothing was changed.", SOME_FAILED
            ) from None


class Group(click.Group):
    """A group of such commands."""

    command_class = Command


@click.group(cls=Group)
@click.version_option(package_name="onrecord")
def onrecord() -> None:
    """A search engine for what people said in the news."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a command line gives, as the parameters of an address: those said once, and those said several times."""

    one: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]

    def get(self, name: str, /) -> str | None:
        return self.one.get(name)

    def getlist(self, name: str, /) -> list[str]:
        return list(self.several.get(name, ()))


def index_option(command: F) -> F:
    """The option that names the index folder."""
    text = "The folder of the index. [default: index, or ONRECORD_INDEX]"
    return click.option("--index", type=click.Path(path_type=Path), help=text)(command)


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


def settings_with(**given: Any) -> Settings:
    """The environment's settings with what the command line gives."""
    return replace(Settings.from_environment(os.environ), **{k: v for k, v in given.items() if v is not None})


@onrecord.command()
@click.option(
    "--source", "sources", multiple=True, type=click.Path(path_type=Path), help="A folder of articles, or a file."
)
@index_option
@click.option("--quiet", is_flag=True, help="Say only what failed.")
def reindex(sources: tuple[Path, ...], index: Path | None, quiet: bool) -> None:
    """Read all articles and make them the index.

    The page answers from the old index until the new one is whole. Exit code 0: done; 1: some files failed; 2: usage;
    3: another reindex is at work.
    """
    settings = settings_with(index=index)
    found = _distinct_files(sources or (settings.source,), "; name your articles with --source DIR")
    own = settings.index.resolve() if (settings.index / "generations").is_dir() else None
    files = tuple(path for path in found if own not in path.absolute().parents)  # an index may stand in its source
    bar = click.progressbar(
        length=len(files), label="Reading", file=sys.stderr, hidden=quiet or not sys.stderr.isatty()
    )
    with bar:
        report = build(files, engine_for(settings), largest=settings.largest_file, on_file=lambda path: bar.update(1))
    _tell(report, settings, quiet=quiet)
    if report.failed:
        sys.exit(SOME_FAILED)


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
    results = engine_for(settings_with(index=index)).search(query)
    click.echo(json.dumps(results_data(results), ensure_ascii=False) if as_json else _readable(results))


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
    _each_article(paths, explained)


def engine_for(settings: Settings) -> Engine:
    """The engine that the settings ask for."""
    return WhooshEngine(settings.index)


def _each_article(paths: Iterable[Path], written: Callable[[Article], str]) -> None:
    failed = False
    for article in attributed(_distinct_files(paths), settings_with().largest_file):
        if isinstance(article, Article):
            click.echo(written(article))
        else:
            click.echo(printable(str(article)), err=True)
            failed = True
    if failed:
        sys.exit(SOME_FAILED)


def _distinct_files(sources: Iterable[Path], advice: str = "") -> tuple[Path, ...]:
    """The files of all sources, each once; a usage error for a source that is not there."""
    try:
        # realpath, for it lets a link to itself stand where Path.resolve raises
        return tuple({os.path.realpath(path): path for source in sources for path in files_in(source)}.values())
    except OnRecordError as error:
        raise Failure(f"{error}{advice}", USAGE) from None


def printable(sentence: str) -> str:
    """A sentence without what a terminal would obey: names of files may hold line ends and escapes."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in sentence)


def _tell(report: Report, settings: Settings, *, quiet: bool) -> None:
    _list("failed", report.failed)
    if quiet:
        return
    _list("noted", report.noted)
    _list("passed over", report.passed_over)
    held = report.contents
    click.echo(
        f"{settings.index} holds {held.articles:,} articles, {held.paragraphs:,} paragraphs,"
        f" {held.statements:,} statements by {held.speakers:,} speakers;"
        f" {len(report.failed):,} files failed, {len(report.passed_over):,} were passed over."
    )


def _list(label: str, sentences: Iterable[str]) -> None:
    """Each sentence in a line of its own, whatever it holds."""
    for sentence in sentences:
        click.echo(printable(f"{label}: {sentence}".replace("\n", "�")), err=True)


def _readable(results: Results) -> str:
    lines = [f"{results.total:,} paragraphs, page {results.query.page:,} of {results.pages:,}"]
    for hit in results.hits:
        who = ", ".join(hit.paragraph.speakers) or ("unknown speaker" if hit.paragraph.statements else "nobody speaks")
        facts = (hit.article.outlet.value or "unknown outlet", str(hit.article.published.value or "unknown date"))
        lines += ["", f"{who} · {' · '.join(facts)} · {hit.article.id} ¶{hit.paragraph.number}"]
        lines += [f"  {snippet(hit.paragraph.text, results.query.tree).text}"]
    return "\n".join(lines)
