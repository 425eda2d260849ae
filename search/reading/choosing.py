"""Choosing: a document is read as what it holds, whatever it is called; what comes of that has no end that hurts."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace

from search.errors import ReadError
from search.model import Article
from search.reading.archives.document import Document
from search.reading.formats import READERS, Format, Outcome
from search.reading.sniffing import sniffed, zipped

MOST_FAULTS = 100  # in one file; what more there are is counted and not told one by one
HOPELESS = 10  # faults for each article
MOST_ARTICLES = 200_000  # in one file, as in one archive: of the default size, texts of a hundred letters


def articles_of(document: Document) -> Iterator[Outcome]:
    """The articles of a document, and an error for each that cannot be read; raises nothing."""
    try:
        format, note = _format_of(document)
        notes = (note,) if note else ()
        placed = (_placed(one, document, notes) for one in _read(document, format))
        yield from told(placed, document.name)
    except ReadError as error:
        yield error
    except (MemoryError, GeneratorExit):
        raise
    except Exception as error:  # what a library stumbles over must not cost all other files
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        yield ReadError(f"{document.name}: is damaged or beyond its reader ({what}); open it and save it anew")


def _read(document: Document, format: Format) -> Iterator[Outcome]:
    more = {"url": document.url} if format.takes_url and document.url else {}
    return format.reader(document.content, document.name, **more)


def told(outcomes: Iterator[Outcome], name: str) -> Iterator[Outcome]:
    """The outcomes, but not without end: of very many faults most are counted, and mere faults are not read on."""
    faults = articles = 0
    for one in outcomes:
        faults, articles = faults + isinstance(one, ReadError), articles + isinstance(one, Article)
        if articles > MOST_ARTICLES:
            yield ReadError(f"{name}: holds more than {MOST_ARTICLES:,} articles, and the rest was not read; split it")
            return
        if isinstance(one, Article) or faults <= MOST_FAULTS:
            yield one
        if faults > HOPELESS * (MOST_FAULTS + articles):
            yield ReadError(
                f"{name}: of what it holds hardly anything is an article, and the rest was not read; mend it"
            )
            return
    if faults > MOST_FAULTS:
        yield ReadError(f"{name}: {faults - MOST_FAULTS:,} more of its articles cannot be read; mend it")


def _placed(one: Outcome, document: Document, notes: tuple[str, ...]) -> Outcome:
    """The article with what its archive and its look tell of it."""
    if isinstance(one, ReadError) or (not notes and (one.url or not document.url)):
        return one
    return replace(one, url=one.url or document.url, notes=(*notes, *one.notes))


def _format_of(document: Document) -> tuple[Format, str]:
    """The format of a document, and a sentence where its name says something else; raises ReadError for an unknown."""
    looks, says = kind_of(document.content), READERS.get(document.ending)
    format = READERS.get(looks)
    if format is None or says is format or (says and says.like == looks):
        if says is None:
            kind = document.ending or "file without a suffix"
            raise ReadError(f"{document.name}: a {kind} is not read; save it as .txt or .md")
        return says, ""
    return format, f"it is {format.name}, whatever {document.ending} says, and was read as such" if says else ""


def kind_of(content: bytes) -> str:
    """What a document is by its content, as a suffix; "" where that does not tell."""
    try:
        kind = sniffed(content)
        return zipped(content) if kind == ".zip" else kind
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError):
        return ""  # a damaged zip is what it is called
