"""Errors: each one is a sentence for a person that says what is wrong, where, and what to do."""

from search.sentences import Sentence


class OnRecordError(Exception):
    """The root of all errors that On Record raises on purpose; its text is shown as it stands."""


class QueryError(OnRecordError):
    """A query that cannot be read: `part` is the words at fault, `repaired` a query that can be read, or "".

    The message is a sentence, or the template of one, in which `{part}` and the names of the values are places.

    >>> str(QueryError("{part} reaches too far; NEAR/{limit} is the limit.", "NEAR/99", limit=50))
    'NEAR/99 reaches too far; NEAR/50 is the limit.'
    """

    def __init__(self, message: str, part: str = "", repaired: str = "", **values: object) -> None:
        self.sentence = message if isinstance(message, Sentence) else Sentence(message, part=part, **values)
        super().__init__(str(self.sentence))
        self.part = part
        self.repaired = repaired


class ReadError(OnRecordError):
    """A file that cannot be read as articles."""


class PassedOver(ReadError):
    """What is no article and was not read as one, in one sentence; no failure."""


class PassingError(ReadError):
    """A file that could not be read this time, for a reason that may be gone the next."""


class SettingError(OnRecordError):
    """A setting, or a data file of the program, that makes no sense."""


class IndexUnusable(OnRecordError):
    """The index cannot be searched as it stands."""


class MissingIndex(IndexUnusable):
    """There is no index yet."""


class StaleIndex(IndexUnusable):
    """The index was built by another version of the schema or the analyser."""


class BrokenIndex(IndexUnusable):
    """The index is half-written or damaged."""


class ForeignIndex(IndexUnusable):
    """The folder holds something that On Record did not make."""


class LockedIndex(OnRecordError):
    """Another process is building this index."""
