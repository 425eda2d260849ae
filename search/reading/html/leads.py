"""Leads: what belongs above the text that was found: a standfirst, first paragraphs in a box of their own."""

from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from search.reading.html.blocks import Block
from search.reading.html.marked import standfirst_of
from search.reading.html.page import Page
from search.reading.html.spacing import squeezed
from search.reading.normalising import line_of, normalised

BEGINNING = 20  # letters by which a text is known again
LEAST = 3  # paragraphs of one class, by which the class is the text's
WIDTH = 80  # characters of a lead


def with_leads(page: Page, blocks: list[Block]) -> list[Block]:
    """The blocks with what belongs above them."""
    have = squeezed("".join(block.text for block in blocks))
    first = [Block("text", text) for text in _first_paragraphs(page.tree, have)] if blocks else []
    known = have + squeezed("".join(block.text for block in first))
    standfirst = standfirst_of(page)
    return [*([Block("text", standfirst)] if standfirst and not _has(known, standfirst) else []), *first, *blocks]


def _first_paragraphs(tree: HtmlElement, have: str) -> Iterator[str]:
    """The paragraphs above the first one that was found which have the class of most that were."""
    paragraphs = [(p, text) for p in tree.iter("p") if len(text := line_of(p.text_content())) >= WIDTH]
    found = [_has(have, text) for _, text in paragraphs]
    classes = Counter(p.get("class") or "" for (p, _), is_found in zip(paragraphs, found, strict=True) if is_found)
    name, count = classes.most_common(1)[0] if classes else ("", 0)
    if not name or count < LEAST or 2 * count < classes.total():
        return
    for p, text in paragraphs[: found.index(True)]:
        linked = sum(len(line_of(link.text_content())) for link in p.iter("a"))
        if p.get("class") == name and 2 * linked < len(text):
            yield text


def _has(letters: str, text: str) -> bool:
    """Whether a text stands among letters without spaces, by its beginning or its end."""
    bare = squeezed(normalised(text))
    return bare[:BEGINNING] in letters or bare[-BEGINNING:] in letters
