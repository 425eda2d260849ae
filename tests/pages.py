"""A page as a test reads it: its tags with their attributes and text, its links, and what is badly nested."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(slots=True)
class Tag:
    """An element: its name, its attributes, all the text within it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def words(self) -> str:
        """The text as it is read: with single spaces."""
        return " ".join(self.text.split())

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Page(HTMLParser):
    """A page, read; `badly_nested` names the end tags that close nothing, and the tags that are never closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.badly_nested: list[str] = []
        self._open: list[Tag] = []
        self.feed(html)
        self.close()
        self.badly_nested += [tag.name for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(self.tags[-1])

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].name == tag:
            self._open.pop()
        else:
            self.badly_nested.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            tag.text += data

    def named(self, name: str, within: str = "") -> list[Tag]:
        """The elements of this name, or only those of a class."""
        return [t for t in self.tags if t.name == name and (not within or within in t.classes)]

    def of_class(self, name: str) -> list[Tag]:
        return [t for t in self.tags if name in t.classes]

    def href(self, words: str) -> str:
        """Where the first link with these words in it leads."""
        return next(t.attributes["href"] for t in self.named("a") if words in t.words)

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Its tags with the names of their attributes: what no text may change."""
        return [(t.name, tuple(t.attributes)) for t in self.tags]
