"""Helped: outlets whose pages need help, each a file in outlets/: what to drop, where text and day stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lxml import html
from lxml.etree import XPath, XPathSyntaxError
from lxml.html import HtmlElement

from search.model import Fact
from search.reading.html.addresses import address_of, host_of
from search.reading.html.moments import moment_of
from search.reading.html.page import Page
from search.reading.html.zones import local_day
from search.reading.normalising import line_of
from search.tables import Table

KEYS = frozenset({"name", "domains", "drop", "body", "date"})
FOLDER = Path(__file__).parents[1] / "outlets"


@dataclass(frozen=True, slots=True)
class Help:
    """What is known of an outlet's pages; `file` is where it is written."""

    file: str
    name: str
    domains: tuple[str, ...]
    drop: tuple[XPath, ...] = ()
    body: tuple[XPath, ...] = ()
    date: tuple[XPath, ...] = ()


def help_in(path: Path) -> Help:
    """The help that a file gives; raises SettingError, which names the file and the key."""
    table = Table(path)
    name, domains = table.text("name"), tuple(domain.lower() for domain in table.entries("domains"))
    drop, body, date = (_selectors(table, key) for key in ("drop", "body", "date"))
    if strange := sorted(set(table.names()) - KEYS):
        raise table.unknown((strange[0],), KEYS)
    return Help(path.name, name, domains, drop, body, date)


def _selectors(table: Table, key: str) -> tuple[XPath, ...]:
    """The selectors of a key, none where the file has no such key."""
    return tuple(_selector(table, key, written) for written in table.entries(key)) if key in table.names() else ()


def _selector(table: Table, key: str, written: str) -> XPath:
    try:
        return XPath(written)
    except XPathSyntaxError as error:
        raise table.fault((key,), f"holds {written}, which is no XPath expression ({error})") from None


HELPS = tuple(help_in(path) for path in sorted(FOLDER.glob("*.toml")))


def help_for(page: Page) -> Help | None:
    """The help for a page, by the host of its address."""
    hosts = [host for address in (page.given, address_of(page)) if (host := host_of(address))]
    return next((h for h in HELPS if any(_belongs(host, domain) for host in hosts for domain in h.domains)), None)


def helped(page: Page, help: Help) -> Page:
    """The page without what is to be dropped, and with nothing but its text where that is known."""
    for element in _found(page.tree, help.drop):
        if element.getparent() is not None:
            element.drop_tree()
    bodies = list(_found(page.tree, help.body))
    if not bodies:
        return page
    tree = html.document_fromstring("<article></article>")
    for article in tree.iter("article"):
        article.extend(bodies)
    return replace(page, tree=tree)


def day_by(page: Page, help: Help) -> Fact[date]:
    """The day that stands where the outlet's pages have it."""
    for element in _found(page.tree, help.date):
        text = line_of(element.get("datetime") or element.get("content") or element.text_content())
        if moment := moment_of(text):
            return Fact(local_day(moment, address_of(page), page.markup), "stated", text)
    return Fact()


def _belongs(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _found(tree: HtmlElement, selectors: tuple[XPath, ...]) -> Iterator[HtmlElement]:
    for selector in selectors:
        found = selector(tree)
        yield from (each for each in (found if isinstance(found, list) else ()) if isinstance(each, HtmlElement))
