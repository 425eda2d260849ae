"""The schema: which fields a paragraph has in Whoosh, and how an article becomes documents and comes back."""

from collections.abc import Mapping

import msgspec
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema

from search.model import Article, Paragraph

VERSION = 4  # raise it when the fields or what they hold change: older indexes are then stale

Stored = Mapping[str, str | bytes]  # the stored fields of a document, by name

# Words stand as they are written; where they stand is kept beside the index (postings.py), so here without positions.
SCHEMA = Schema(
    text=TEXT(phrase=False),
    speaker=TEXT(phrase=False),
    title=TEXT(phrase=False),
    outlet=ID(),
    date=NUMERIC(int, bits=32, shift_step=0),
    kind=ID(),
    article=ID(),
    about=STORED(),
    paragraph=STORED(),
    raw=STORED(),
)
ARTICLE, PARAGRAPH = msgspec.json.Decoder(Article), msgspec.json.Decoder(Paragraph)


def stored_article(stored: Stored) -> Article:
    """The article of a stored document, without paragraphs and raw text."""
    return ARTICLE.decode(stored["about"])


def stored_paragraph(stored: Stored) -> Paragraph:
    """The paragraph of a stored document."""
    return PARAGRAPH.decode(stored["paragraph"])
