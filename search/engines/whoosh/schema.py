"""The schema: which fields a paragraph has in Whoosh, and how an article becomes documents and comes back."""

from collections.abc import Iterable
from dataclasses import replace

import msgspec
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema

from search.matching import searched
from search.model import Article, Paragraph
from search.text import terms

VERSION = 2  # raise it when the fields or what they hold change: older indexes are then stale

# Words are looked for in these, and weigh so much; each stands a second time as written, beside its stems.
WEIGHTS = {"text": 1.0, "speaker": 1.0, "title": 0.5}
GAP = "|"  # stands between two speakers, so that no phrase runs from one name into the next; no word is a bar


def exact(field: str) -> str:
    """The name of the field that holds the words of another as written."""
    return f"{field}_exact"


# Values come as lists of terms, so the stock TEXT's own analyser is never asked, and the pickled schema names no class
# of ours.
SCHEMA = Schema(
    **{name: TEXT() for field in WEIGHTS for name in (field, exact(field))},
    outlet=ID(),
    date=NUMERIC(int, bits=32, shift_step=0),
    kind=ID(),
    article=ID(),
    number=NUMERIC(int, bits=32, shift_step=0),
    about=STORED(),
    paragraph=STORED(),
    raw=STORED(),
)


def documents(article: Article) -> Iterable[dict[str, object]]:
    """The Whoosh documents of an article, one a paragraph; its raw text stands with the first."""
    about = msgspec.json.encode(replace(article, paragraphs=(), raw=""))
    for first, paragraph in zip([True] + [False] * len(article.paragraphs), article.paragraphs, strict=False):
        yield {
            **_text_fields(article, paragraph),
            "outlet": article.outlet.value,
            "date": article.published.value.toordinal() if article.published.value else None,
            "kind": paragraph.kind,
            "article": article.id,
            "number": paragraph.number,
            "about": about,
            "paragraph": msgspec.json.encode(paragraph),
            "raw": article.raw if first else None,
        }


def stored_article(stored: dict[str, bytes]) -> Article:
    """The article of a stored document, without paragraphs and raw text."""
    return msgspec.json.decode(stored["about"], type=Article)


def stored_paragraph(stored: dict[str, bytes]) -> Paragraph:
    """The paragraph of a stored document."""
    return msgspec.json.decode(stored["paragraph"], type=Paragraph)


def _text_fields(article: Article, paragraph: Paragraph) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for field, texts in searched(article, paragraph).items():
        analysed = [list(terms(text)) for text in texts]
        fields[field] = _joined([term.stem for term in text] for text in analysed)
        fields[exact(field)] = _joined([term.exact for term in text] for text in analysed)
    return {field: words for field, words in fields.items() if words}


def _joined(texts: Iterable[list[str]]) -> list[str]:
    """
    >>> _joined([["ann", "lee"], ["ortiz"]])
    ['ann', 'lee', '|', 'ortiz']
    """
    return [word for text in texts for word in (GAP, *text)][1:]
