"""Mail: a message, or each of a mailbox, becomes an article, and so does each message that one encloses."""

from collections.abc import Iterator
from email.message import Message
from pathlib import PurePath

from search.errors import ReadError
from search.model import Article, Fact
from search.reading.assembling import article, id_of, written
from search.reading.composing import Block, judged
from search.reading.header import Header, web_address
from search.reading.kinds import numbered
from search.reading.mail.forwarded import with_forwarded, without_prefix
from search.reading.mail.letters import blocks_of_passage
from search.reading.mail.messages import header, message_of, messages_in
from search.reading.mail.parts import Parts, parts_of
from search.reading.mail.senders import outlet_and_authors, sent_on
from search.reading.tongues import language_code

DEEPEST = 5  # messages within messages
SHOWN = 5  # names of attachments in a note


def articles_of_mail(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The articles of a file that holds one message."""
    try:
        yield from _articles(message_of(content, name), name, name, id_of(name), 0)
    except ReadError as error:
        yield error


def articles_of_mbox(content: bytes, name: str) -> Iterator[Article | ReadError]:
    """The articles of a mailbox; a message that cannot be read is an error of its own."""
    number = 0
    for number, message in enumerate(messages_in(content), 1):
        what = f"{name}: message {number}"
        try:
            yield from _articles(message_of(message, what), name, what, f"{id_of(name)}-{number}", 0)
        except ReadError as error:
            yield error
    if not number:
        yield ReadError(f"{name}: is no mailbox, for no message begins in it; give it the suffix that it needs")


def _articles(message: Message, name: str, what: str, id: str, depth: int) -> Iterator[Article | ReadError]:
    """The message as an article if it has a text, and those it encloses."""
    parts = parts_of(message)
    enclosed = parts.enclosed if depth < DEEPEST else []
    try:
        yield _article(message, parts, name, what, id)
    except ReadError as error:
        if not enclosed:
            yield error
    for number, inner in enumerate(enclosed, 1):
        yield from _articles(inner, name, f"{what}: enclosed message {number}", f"{id}-{number}", depth + 1)


def _article(message: Message, parts: Parts, name: str, what: str, id: str) -> Article:
    paragraphs = numbered(judged(_blocks(parts, name), what))
    if not paragraphs:
        raise ReadError(f"{what}: has no text; remove it or give it a text")
    stated, paragraphs = with_forwarded(_header(message, parts), paragraphs, header(message, "subject"))
    return article(id, stated, paragraphs, path=name, raw=written(paragraphs))


def _blocks(parts: Parts, name: str) -> Iterator[Block]:
    return (block for passage in parts.passages for block in blocks_of_passage(passage, name))


def _header(message: Message, parts: Parts) -> Header:
    outlet, authors = outlet_and_authors(header(message, "from"))
    day, title = sent_on(header(message, "date")), without_prefix(header(message, "subject"))
    language = language_code(header(message, "content-language").partition(",")[0])
    return Header(
        title=Fact(title, "stated") if title else Fact(),
        outlet=outlet,
        published=Fact(day, "stated") if day else Fact(),
        url=web_address(header(message, "archived-at").strip("<> ")) or "",
        authors=authors,
        language=Fact(language, "stated") if language else Fact(),
        notes=tuple(_notes(parts.attached)),
    )


def _notes(attached: list[str]) -> Iterator[str]:
    if attached:
        names = ", ".join(PurePath(name).name for name in attached[:SHOWN]) + (", …" if len(attached) > SHOWN else "")
        yield f"what is attached was not read ({names}); save an article that is among it as a file of its own"
