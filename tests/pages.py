"""A page as a test reads it: its tags with their attributes and text, its links, and what is badly nested."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from search.query import Query

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNCLOSED = "option"  # whose end tag may be left out: the next one ends it, or the end of what it stands in


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
    """A page, read; `badly_nested` names the end tags that close nothing, and the tags that are never closed.

    Its links are understood from its address.
    """

    def __init__(self, html: str, address: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.tags: list[Tag] = []
        self.badly_nested: list[str] = []
        self._open: list[Tag] = []
        self.feed(html)
        self.close()
        self.badly_nested += [tag.name for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == UNCLOSED:
            self._end_unclosed()
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        form = next((one.attributes.get("id", "") for one in self._open if one.name == "form"), "")
        self.tags[-1].attributes.setdefault("form", form)
        if tag not in VOID:
            self._open.append(self.tags[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag != UNCLOSED:
            self._end_unclosed()
        if self._open and self._open[-1].name == tag:
            self._open.pop()
        else:
            self.badly_nested.append(f"/{tag}")

    def _end_unclosed(self) -> None:
        if self._open and self._open[-1].name == UNCLOSED:
            self._open.pop()

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
        return self.leads(next(t for t in self.named("a") if words in t.words))

    def leads(self, link: Tag) -> str:
        """Where a link leads."""
        if link.name == "button":
            return self._sent(link)
        return urljoin(self.address, link.attributes["href"])

    def _sent(self, button: Tag) -> str:
        """The address to which a button sends the form that it names, the parameters in their usual order."""
        form = button.attributes["form"]
        action = next(tag.attributes["action"] for tag in self.named("form") if tag.attributes.get("id") == form)
        sent = [t.attributes for t in (*self.named("input"), button) if t.attributes["form"] == form]
        params = MultiDict([(each["name"], each["value"]) for each in sent])
        return Query.from_params(params).address(urljoin(self.address, action).partition("?")[0])

    def links(self) -> list[str]:
        """Where all links lead, each once."""
        return list(dict.fromkeys(self.leads(link) for link in self.named("a")))

    def by_id(self, id: str) -> Tag:
        """The element of this id."""
        return next(t for t in self.tags if t.attributes.get("id") == id)

    def labelled(self, start: str) -> Tag:
        """The link whose label begins so."""
        return next(t for t in self.named("a") if t.attributes.get("aria-label", "").startswith(start))

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Its tags with the names of their attributes: what no text may change."""
        return [(t.name, tuple(t.attributes)) for t in self.tags]


def visit(client: FlaskClient, address: str, code: int = 200) -> Page:
    """The page at an address, which answers with this code."""
    answer = client.get(address)
    assert answer.status_code == code, address
    return Page(answer.text, address)
