"""Fragments: a piece of HTML from a feed or a JSON field becomes paragraphs."""

import html
import re
from collections.abc import Iterator

from search.model import ParagraphKind
from search.reading.kinds import cut, kind_of, pieces
from search.reading.markup import SILENT, plain_text

TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*+>")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
BREAK = re.compile(r"(?:<br\b[^<>]*>\s*){2,}", re.IGNORECASE)
ONE_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
# Elements that begin and end a paragraph, and the kind that some of them give it.
BLOCKS: dict[str, ParagraphKind | None] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dd", "dt"), "body"),
    **dict.fromkeys("p div ul ol dl blockquote pre section article header footer aside main hr".split()),
    **dict.fromkeys("table tr td th figure body html head title form address".split()),
}
SET_AS_ONE = re.compile(r"(?i)<(?:b|strong|u|big|font|span)\b")
# A browser's tree of hostile markup takes its time: what has more characters or tags only loses its tags.
LONGEST_PIECE = 2_000
MOST_TAGS = 50


def paragraphs_of_html(markup: str) -> Iterator[tuple[ParagraphKind, str]]:
    """The kind and text of each paragraph of a piece of HTML, or of plain text that stands in its place.

    >>> list(paragraphs_of_html("<h2>Tolls</h2><p>They <b>fall</b> &amp; rise.<br>So she said.</p>"))
    [('heading', 'Tolls'), ('body', 'They fall & rise.\\nSo she said.')]
    """
    for tag, piece in _blocks(BREAK.sub("<p>", SILENT.sub("", markup))):
        for part in pieces(ONE_BREAK.sub("\n", piece)) if "<br" in piece.lower() else pieces(piece):
            text = "\n".join(" ".join(line.split()) for line in _text(part).split("\n")).strip()
            for words in cut(text):
                if words:
                    yield BLOCKS.get(tag) or _kind_in(tag, part, words), words


def _kind_in(tag: str, markup: str, words: str) -> ParagraphKind:
    """The kind of the words of a block that tells none: what stands in a <p> is a heading only if it is set as one."""
    kind = kind_of(words)
    return "body" if kind == "heading" and tag == "p" and not SET_AS_ONE.match(markup.lstrip()) else kind


def _blocks(markup: str) -> Iterator[tuple[str, str]]:
    """The markup between the tags of blocks, each with the name of the tag that opens it, "" behind one that closes."""
    start, name = 0, ""
    for tag in TAG.finditer(markup):
        if (found := tag[1].lower()) in BLOCKS:
            yield name, markup[start : tag.start()]
            start, name = tag.end(), "" if tag[0].startswith("</") else found
    yield name, markup[start:]


def _text(markup: str) -> str:
    """The words of markup within one paragraph."""
    if "<" not in markup and "&" not in markup:
        return markup
    if len(markup) <= LONGEST_PIECE and markup.count("<") <= MOST_TAGS:
        return plain_text(markup)
    return html.unescape(TAG.sub("", COMMENT.sub("", markup)))
