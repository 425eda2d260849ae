"""Entries: what a hit says in a feed."""

from urllib.parse import urlsplit

from search.answer import address
from search.landing import landing
from search.results import Hit
from web.feed import Entry, id_of, moment

LONGEST_TITLE = 80  # characters of a paragraph that stands for a title


def entry_of(hit: Hit, base: str, built: str, content: str = "") -> Entry:
    """A hit as an entry: `base` is the address of the site, `built` when the index was, `content` its words as HTML."""
    article, paragraph = hit.article, hit.paragraph
    return Entry(
        id=id_of(urlsplit(base).hostname or "", article.id, paragraph.number),
        title=_title(hit),
        updated=moment(article.published.value, built),
        published=moment(article.published.value, built) if article.published.value else None,
        authors=paragraph.speakers or tuple(filter(None, [article.outlet.value])),
        link=base.rstrip("/") + address(article.id, paragraph.number),
        original=landing(article.url, paragraph.text),
        summary=paragraph.text,
        content=content,
    )


def _title(hit: Hit) -> str:
    """Who speaks, and the title: "Ann Lee, Odd Ruun: Harbour talk"; without a title the paragraph's first words."""
    who = ", ".join(hit.paragraph.speakers)
    text = " ".join((hit.article.title.value or hit.paragraph.text).split())
    short = text if hit.article.title.value or len(text) <= LONGEST_TITLE else f"{text[:LONGEST_TITLE].rstrip()}…"
    return ": ".join(filter(None, [who, short]))
