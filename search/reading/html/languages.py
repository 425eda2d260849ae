"""Languages: what a page states, unless its text plainly is in another; many pages state that of their template."""

from collections.abc import Iterator

from search.model import Fact, Paragraph
from search.reading.html.page import Page
from search.reading.tongues import inferred_language, language_code

ENOUGH = 150  # letters, by which a language is told better than by what a template states
NEAR = (
    "hr sr bs sh",
    "da no nb nn",
    "id ms jv",
    "es gl ca pt",
    "cs sk",
    "uk ru be",
    "bg mk",
    "hi mr ne",
    "fa ur ps",
    "nl af",
    "az tr",
)
ALIKE = tuple(frozenset(group.split()) for group in NEAR)  # so near that what is stated has the last word


def language_of(page: Page, paragraphs: tuple[Paragraph, ...]) -> Fact[str]:
    """The stated language that the text is in, else the text's, else the stated one."""
    stated = [(where, code) for where, text in _stated(page) if (code := language_code(text.replace("_", "-")))]
    told = inferred_language(paragraphs)
    for where, code in stated:
        if told.value is None or code == told.value or any({code, told.value} <= group for group in ALIKE):
            return Fact(code, "stated", where)
    letters = sum(sum(map(str.isalpha, paragraph.text)) for paragraph in paragraphs)
    if stated and letters < ENOUGH:
        return Fact(stated[0][1], "stated", stated[0][0])
    return told


def _stated(page: Page) -> Iterator[tuple[str, str]]:
    for root in page.tree.iter("html"):
        for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
            if text := root.get(name):
                yield "html lang", text.strip("'\" ")
    yield from (("inLanguage", text) for node in page.nodes if isinstance(text := node.get("inLanguage"), str))
    yield from (("og:locale", text) for text in page.stated("language"))
