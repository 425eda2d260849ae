"""Spacing: the spaces of a page as they stand in its markup, for what cleans a page up loses some around links."""

from itertools import accumulate

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from search.reading.normalising import normalised

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)
SILENT = frozenset({"script", "style", "noscript", "template"})
LEAST = 12  # letters: what is shorter may stand in several places


class Spacing:
    """The text of a page, with and without its spaces."""

    def __init__(self, tree: HtmlElement) -> None:
        self._text = " ".join(normalised("".join(_pieces(tree))).split())
        words = self._text.split(" ")
        self._bare = "".join(words)
        self._gaps = frozenset(accumulate(map(len, words)))  # places in the bare text before which a space stands

    def restored(self, line: str) -> str:
        """A line with the spaces that it has on the page, itself if the page does not have it."""
        bare = "".join(line.split())
        start = self._bare.find(bare) if len(bare) >= LEAST else -1
        if start < 0:
            return line
        return "".join(f" {letter}" if n and start + n in self._gaps else letter for n, letter in enumerate(bare))


def _pieces(tree: HtmlElement) -> list[str]:
    """The texts of a page in order, with a space where a block begins or ends."""
    found: list[str] = []
    silent = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        edge = "" if element.tag in INLINE else " "
        if event == "start":
            silent += element.tag in SILENT
            found += [edge, "" if silent else element.text or ""]
        else:
            silent -= element.tag in SILENT
            found += [edge, "" if silent else element.tail or ""]
    return found


def squeezed(text: str) -> str:
    """A text without spaces.

    >>> squeezed("a  b\\nc")
    'abc'
    """
    return "".join(text.split())
