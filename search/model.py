"""The model: an article, its paragraphs, and the statements that people make in them. Values only."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

ParagraphKind = Literal["body", "heading", "caption", "footnote", "embed", "boilerplate"]
StatementKind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organisation", "unnamed"]
Basis = Literal["stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: offsets in characters, the end not included."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """
        >>> Span(0, 2).of("said")
        'sa'
        """
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A thing known of an article: stated in its header, inferred from its text, or unknown (`value` is None).

    An inferred one rests on `words` in paragraph number `paragraph` (None where it rests on the file itself).
    """

    value: T | None = None
    basis: Basis = "unknown"
    words: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the canonical name, what kind of speaker, the role given, and the forms the text used.

    `also` are the names by which other articles call the same one.
    """

    name: str
    kind: SpeakerKind = "person"
    role: str = ""
    forms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def own_name(self) -> str:
        """The first form, by which the article itself calls a speaker with a name."""
        return self.forms[0] if self.forms and self.kind != "unnamed" else self.name


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why this speaker: the rule's name, the words it rests on, and the paragraph in which the speaker was named."""

    rule: str
    words: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Statement:
    """Words reported in a paragraph: their place, the cue ("said", "according to"), the speaker, None if unknown.

    `act` is what the cue makes of the words (said, denied …; "" where nothing reports them); `day` and `venue`
    are when and where they were spoken, as far as the text says so: "on January 15", "in an interview with CNN".
    """

    where: Span
    text: str
    kind: StatementKind
    speaker: Speaker | None
    cue: str
    evidence: Evidence
    confidence: float
    act: str = ""
    day: date | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The unit of search: its number in the article from 1, its kind, its text and what is said in it."""

    number: int
    kind: ParagraphKind
    text: str
    statements: tuple[Statement, ...] = ()

    @property
    def voices(self) -> tuple[Speaker, ...]:
        """Those who speak here, each once, in the order of their words."""
        return tuple({s.speaker.name: s.speaker for s in self.statements if s.speaker}.values())

    @property
    def speakers(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(speaker.name for speaker in self.voices)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read: `source` is the path of its file, `raw` the text of that file.

    `language` is a code of ISO 639-1, such as "en". `notes` are sentences about what was wrong with the file and did
    not stop it from being read. `sources` are the other files that hold the same article. `supported`: whether
    attribution knows the language; in another one there may be statements that nobody has looked for.
    """

    id: str
    title: Fact[str]
    outlet: Fact[str]
    published: Fact[date]
    paragraphs: tuple[Paragraph, ...]
    url: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    raw: str = ""
    notes: tuple[str, ...] = ()
    language: Fact[str] = Fact()
    sources: tuple[str, ...] = ()
    supported: bool = True
