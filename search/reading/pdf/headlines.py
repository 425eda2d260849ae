"""Headlines: the largest letters of a PDF's first page are its title."""

from collections.abc import Sequence

from search.model import Fact, Paragraph
from search.reading.mastheads import NAME_ALONE
from search.reading.normalising import line_of
from search.reading.pdf.paragraphs import Piece

FEWEST_WORDS = 3  # of a title
NEARLY = 0.6  # of the largest letters: a headline of more words in such ones is the title rather than a paper's name


def largest(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], page: str) -> Fact[str]:
    """The heading of a page in the largest letters, a longer one before the name of a paper, which is short."""
    shown = [p for p in pieces if p.kind == "heading" and len(p.text.split()) >= FEWEST_WORDS and p.text[:20] in page]
    headings = [piece for piece in shown if not NAME_ALONE.fullmatch(piece.text)] or shown
    if not headings:
        return Fact()
    height = max(piece.height for piece in headings)
    longer = [p for p in headings if len(p.text.split()) > FEWEST_WORDS and p.height >= NEARLY * height]
    text = line_of(max(longer or headings, key=lambda piece: piece.height).text)
    return Fact(text, "inferred", text, next((p.number for p in paragraphs if p.text == text), None))
