"""Formats: the one table of what is read, and by which reader."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from search.errors import ReadError
from search.model import Article
from search.reading.archives import ARCHIVES
from search.reading.decoding import decoded
from search.reading.feeds import articles_of_feed
from search.reading.html import articles_of_html
from search.reading.json_files import articles_of_json
from search.reading.json_lines import articles_of_json_lines
from search.reading.mail import articles_of_mail, articles_of_mbox
from search.reading.markdown import article_of_markdown
from search.reading.plain import article_of_text
from search.reading.rows import articles_of_rows

Outcome = Article | ReadError
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


def optional(module: str, function: str, extra: str) -> Callable[..., Iterator[Outcome]]:
    """A reader in a module of `search.reading` that is imported when first needed, for its libraries may be missing."""

    def read(content: bytes, name: str, **more: str) -> Iterator[Outcome]:
        try:
            reader = getattr(import_module(f"search.reading.{module}"), function)
        except ModuleNotFoundError as error:
            install = f"install what reads it: pip install 'onrecord[{extra}]'"
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
    Format("HTML", (".html", ".htm", ".xhtml"), articles_of_html, takes_url=True),
    Format("a Word document", (".docx",), optional("docx", "articles_of_docx", "documents")),
    Format("an OpenDocument text", (".odt", ".fodt"), optional("odt", "articles_of_odt", "documents")),
    Format("RTF", (".rtf",), optional("rtf", "articles_of_rtf", "documents")),
    Format("a PDF", (".pdf",), optional("pdf", "articles_of_pdf", "documents")),
    Format("an EPUB", (".epub",), optional("epub", "articles_of_epub", "documents")),
    Format("an e-mail", (".eml",), articles_of_mail),
    Format("a mailbox", (".mbox",), articles_of_mbox, many=True),
)
READERS = {suffix: format for format in TABLE for suffix in format.suffixes}
FORMATS = (*READERS, *ARCHIVES)  # all suffixes that are read
