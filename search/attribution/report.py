"""A report: somebody said something, by the words of one sentence."""

from dataclasses import dataclass

from search.attribution.subjects import Subject
from search.model import Span


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody said something: the cue's place and words, who by the sentence, the words said outside quotation marks.

    `act` is what the cue makes of the words. `previous`: they are those of the sentence before: "This was said by Lee".
    """

    at: int
    words: str
    subject: Subject
    clause: Span | None
    act: str = ""
    previous: bool = False
