"""The group of all commands: what is wrong ends one in a sentence and an exit code, never in a traceback."""

import click

from search.cli.lines import printable
from search.errors import LockedIndex, OnRecordError, QueryError, SettingError

SOME_FAILED, USAGE, LOCKED = 1, 2, 3  # exit codes


class Failure(click.ClickException):
    """An error that ends a command, with its exit code."""

    def __init__(self, error: object, code: int) -> None:
        super().__init__(printable(str(error)))
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
