"""The group of all commands: what is wrong ends one in a sentence and an exit code, never in a traceback."""

import errno
import json
from collections.abc import Iterator
from contextlib import contextmanager

import click

from search.cli.lines import printable
from search.errors import LockedIndex, OnRecordError, QueryError, SettingError

SOME_FAILED, USAGE, LOCKED = 1, 2, 3  # exit codes
FULL = {errno.ENOSPC, errno.EDQUOT}


class Failure(click.ClickException):
    """An error that ends a command, with its exit code."""

    def __init__(self, error: object, code: int) -> None:
        super().__init__(printable(str(error)))
        self.exit_code = code  # type: ignore[misc]  # click reads it from the instance


class Command(click.Command):
    """A command whose errors are one sentence each and never a traceback; asked for JSON, it says them as such, too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _as_data(asked="--json" in args):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        with _as_data(asked=bool(ctx.params.get("as_json"))):
            return self._invoke(ctx)

    def _invoke(self, ctx: click.Context) -> object:
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
            raise Failure(f"{refused(error)}; nothing was changed.", SOME_FAILED) from None


def refused(error: OSError) -> str:
    """What the system has refused, as the beginning of a sentence.

    >>> refused(OSError(errno.ENOSPC, "No space left on device"))
    'There is no space left on the disk, make room and try again'
    """
    if error.errno in FULL:
        return "There is no space left on the disk, make room and try again"
    what = f"{error.filename} cannot be used" if error.filename else "The system has refused something"
    return f"{what} ({error.strerror or error})"


@contextmanager
def _as_data(*, asked: bool) -> Iterator[None]:
    """An error that ends a command as an object on standard output, where a program asked for data."""
    try:
        yield
    except click.ClickException as error:
        if asked:
            click.echo(json.dumps({"error": error.format_message()}))
        raise


class Group(click.Group):
    """A group of such commands."""

    command_class = Command


@click.group(cls=Group)
@click.version_option(package_name="onrecord")
def onrecord() -> None:
    """A search engine for what people said in the news."""
