"""Formats: the one table of what is read, and by which reader; chosen by what a file holds as well as by its name."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from search.errors import ReadError
from search.model import Article
from search.reading.archives import ARCHIVES
from search.reading.archives.document import Document
from search.reading.decoding import decoded
from search.reading.feeds import articles_of_feed
from search.reading.json_files import articles_of_json
from search.reading.json_lines import articles_of_json_lines
from search.reading.markdown import article_of_markdown
from search.reading.plain import article_of_text
from search.reading.rows import articles_of_rows
from search.reading.sniffing import sniffed, zipped

Outcome = Article | ReadError
MOST_FAULTS = 100  # in one file; what more there are is counted and not told one by one
HOPELESS = 10  # faults for each article
Reader = Callable[[bytes, str], Iterator[Outcome]]  # of content and name


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is called, its suffixes, the first of which `sniffing.py` gives, and its reader.

    `many`: one file of it holds many articles; `like`: what its content may look like besides; `takes_url`: its reader
    wants to know where a document was found.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: Callable[..., Iterator[Outcome]]  # a Reader, which may take a `url` besides
    many: bool = False
    like: str = ""
    takes_url: bool = False


def text(reader: Callable[[str, str], Iterator[Outcome]]) -> Reader:
    """A reader of text as a reader of bytes; the articles note an encoding that was not stated."""

    def read(content: bytes, name: str) -> Iterator[Outcome]:
        found = decoded(content, name)
        for one in reader(found.text, name):
            yield replace(one, notes=(*found.notes, *one.notes)) if isinstance(one, Article) else one

    return read


def optional(module: str, function: str, extra: str = "") -> Callable[..., Iterator[Outcome]]:
    """A reader in a module of `search.reading` that is imported when first needed, for its libraries may be missing."""

    def read(content: bytes, name: str, **more: str) -> Iterator[Outcome]:
        try:
            reader = getattr(import_module(f"search.reading.{module}"), function)
        except ModuleNotFoundError as error:
            install = f"install what reads it: pip install 'onrecord{extra and f'[{extra}]'}'"
            yield ReadError(f"{name}: cannot be read without {error.name}; {install}")
        else:
            yield from reader(content, name, **more)

    return read


# A whole new format is a module and a line here.
TABLE = (
    Format("plain text", (".txt", ".text"), text(article_of_text)),
    Format("Markdown", (".md", ".markdown"), text(article_of_markdown)),
    Format("JSON Lines", (".jsonl", ".ndjson"), text(articles_of_json_lines), many=True, like=".json"),
    Format("JSON", (".json",), text(articles_of_json), many=True),
    Format("a table", (".csv", ".tsv"), text(articles_of_rows), many=True),
    Format("a feed", (".xml", ".rss", ".atom", ".rdf"), articles_of_feed, many=True),
    Format("HTML", (".html", ".htm", ".xhtml"), optional("html", "articles_of_html"), takes_url=True),
    Format("a Word document", (".docx",), optional("docx", "articles_of_docx", "documents")),
    Format("an OpenDocument text", (".odt",), optional("odt", "articles_of_odt", "documents")),
    Format("RTF", (".rtf",), optional("rtf", "articles_of_rtf", "documents")),
    Format("a PDF", (".pdf",), optional("pdf", "articles_of_pdf", "documents")),
    Format("an EPUB", (".epub",), optional("epub", "articles_of_epub", "documents"), many=True),
    Format("an e-mail", (".eml",), optional("mail", "articles_of_mail", "documents")),
    Format("a mailbox", (".mbox",), optional("mail", "articles_of_mbox", "documents"), many=True),
)
READERS = {suffix: format for format in TABLE for suffix in format.suffixes}
FORMATS = (*READERS, *ARCHIVES)  # all suffixes that are read


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
