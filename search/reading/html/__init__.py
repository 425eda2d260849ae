"""HTML: a page becomes an article: its main text, and what it states of itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from search.errors import ReadError
from search.model import Article, Fact, Paragraph
from search.reading.assembling import article, id_of
from search.reading.header import Header
from search.reading.html.addresses import address_of
from search.reading.html.authors import authors_of
from search.reading.html.dating import published
from search.reading.html.helped import day_by, help_for, helped
from search.reading.html.languages import language_of
from search.reading.html.naming import key_of
from search.reading.html.page import Page, page_of
from search.reading.html.paragraphs import paragraphs_in
from search.reading.html.parsing import parsed
from search.reading.html.sites import outlet_of
from search.reading.html.titles import title_of


def articles_of_html(content: bytes, name: str, url: str = "") -> Iterator[Article | ReadError]:
    """The one article of a page, or what is wrong with it; `url` is where the page was found, if that is known."""
    try:
        yield _article(page_of(*parsed(content, name), url), name)
    except ReadError as error:
        yield error


def _article(page: Page, name: str) -> Article:
    """The article of a page; raises ReadError where it has neither text nor a headline with a day."""
    help = help_for(page)
    outlet = Fact(help.name, "stated", help.file) if help else outlet_of(page)
    title = title_of(page, outlet.value or "")
    known: Fact[date] = day_by(page, help) if help else Fact()
    text = paragraphs_in(helped(page, help) if help else page, title.value or "", outlet.value or "")
    language = language_of(page, text)
    day = known if known.value else published(page, _headline(title, outlet), language.value or "")
    paragraphs = text or _title_alone(title, day)
    if not paragraphs:
        raise ReadError(f"{name}: shows no article; remove it, or save its text as .txt")
    header = Header(
        title=title,
        outlet=outlet,
        published=day,
        url=address_of(page),
        authors=authors_of(page, outlet.value or ""),
        language=language,
        notes=() if text else ("the page shows no text; its headline alone was read",),
    )
    whole = article(id_of(name), header, paragraphs, path=name, raw=_as_read(header, paragraphs))
    return replace(whole, published=day)  # a page that shows no day of its own tells in its text of others


def _headline(title: Fact[str], outlet: Fact[str]) -> str:
    """The title of an article; "" on a front page, of which it is the outlet's name."""
    is_front = outlet.basis == "stated" and key_of(title.value or "") == key_of(outlet.value or "")
    return "" if is_front else title.value or ""


def _title_alone(title: Fact[str], day: Fact[date]) -> tuple[Paragraph, ...]:
    """The headline of a page of pictures as its one paragraph; none where no day says that the page is an article's."""
    return (Paragraph(1, "heading", title.value),) if title.value and day.value else ()


def _as_read(header: Header, paragraphs: tuple[Paragraph, ...]) -> str:
    """What was read of a page, as text: its title, outlet, day and address, and its paragraphs."""
    facts = (header.title.value, header.outlet.value, header.published.value, header.url)
    return "\n".join(str(fact) for fact in facts if fact) + "\n\n" + "\n\n".join(p.text for p in paragraphs) + "\n"
