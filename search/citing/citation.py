"""A citation: what is cited, and the words for it that every form needs. Each is one line, "" where it is not known."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from search.citing.people import Author, author_of
from search.model import Article, Fact, Paragraph, Statement

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
OUTER_MARKS = re.compile(r"""\A(?:“([^“”]*)”|"([^"]*)")\Z""")
KEY = 40  # characters of the article's id in a key, which people type
UNKNOWN_SPEAKER = "Unknown speaker"


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph, or a statement in it, as it was read on the day `accessed`."""

    article: Article
    paragraph: Paragraph
    accessed: date
    statement: Statement | None = None

    @property
    def title(self) -> str:
        return line(self.article.title.value or "")

    @property
    def outlet(self) -> str:
        return line(self.article.outlet.value or "")

    @property
    def day(self) -> date | None:
        return self.article.published.value

    @property
    def url(self) -> str:
        return line(self.article.url)

    @property
    def authors(self) -> tuple[Author, ...]:
        return tuple(author_of(name) for name in map(line, self.article.authors) if name)

    @property
    def words(self) -> str:
        """What was said, without the marks around it and the comma before "said"; of a paragraph, its text."""
        words = line(self.statement.text if self.statement else self.paragraph.text)
        return OUTER_MARKS.sub(r"\1\2", words.rstrip(" ,") if self.statement else words)

    @property
    def speaker(self) -> str:
        """Who said it and what he was then: "Tomas Drewe, Transport Minister"; "" for a paragraph."""
        if not self.statement:
            return ""
        if not (speaker := self.statement.speaker):
            return UNKNOWN_SPEAKER
        named = [line(speaker.name), line(speaker.role)]
        return capital(", ".join(filter(None, named)))

    @property
    def inferred(self) -> tuple[str, ...]:
        """What of the reference nobody stated: "date inferred"."""
        article = self.article
        facts: dict[str, Fact[str] | Fact[date]] = {
            "outlet": article.outlet,
            "date": article.published,
            "title": article.title,
        }
        return tuple(f"{name} inferred" for name, fact in facts.items() if fact.basis == "inferred" and fact.value)

    @property
    def key(self) -> str:
        """A name for the reference: letters, digits and hyphens; the same for the same words, and of no others."""
        said = self.statement
        what = (said.where.start, said.where.end, said.speaker.name if said.speaker else "") if said else ()
        mark = sha256(repr((self.article.id, self.paragraph.number, *what)).encode("utf-8", "replace")).hexdigest()[:8]
        plain = unicodedata.normalize("NFKD", self.article.id).encode("ascii", "ignore").decode().lower()
        name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[-KEY:].strip("-")
        return "-".join(filter(None, [name or "article", f"p{self.paragraph.number}", mark]))


def line(text: str) -> str:
    """A text in one line, without what no file can hold."""
    return " ".join(UNWRITABLE.sub("", text).split())


def capital(text: str) -> str:
    """
    >>> capital("a spokesman")
    'A spokesman'
    """
    return text[:1].upper() + text[1:]
