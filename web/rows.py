"""Rows: the values of a facet as HTML, for a page has fifty of them. Words are escaped first, then put into the row."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from markupsafe import Markup, escape

from search.facets import Facet
from search.results import FacetValue
from web.figures import number
from web.links import Links
from web.translating import gettext
from web.wording import title

PLACE = "\x00"  # in a message that is looked up once for all rows, where the value's words go
VALUE = '<a class="value" href="%s"><bdi>%s</bdi>%s <span class="count">%s</span></a>'
STATE = '<span class="unseen">, %s</span>'
LINK = '<a class="not" href="%s" aria-label="%s">%s</a>'
BUTTON = '<button class="not" form="out" name="not-%s" value="%s" aria-label="%s">−</button>'  # of `leaving_out`


def rows(facet: Facet, values: Iterable[FacetValue], links: Links) -> Markup:
    """These values of a facet, each with a link that chooses it, and a way to leave it out.

    Of a value that is chosen, or left out already, that is a link, for its address loses a value. Of all others it is a
    button of one form that all rows share: fifty more links would be a tenth of the page.
    """
    return Markup("\n".join(_rows(facet, values, links)))  # noqa: S704  # whatever is put in was escaped


def _rows(facet: Facet, values: Iterable[FacetValue], links: Links) -> Iterator[str]:
    leave_out = str(escape(gettext("Leave out %(value)s", value=PLACE)))
    for v in values:
        if v.selected or v.excluded:
            yield _chosen(facet, v, links)
        else:
            words = _escaped(title(v.value, facet))
            value = VALUE % (_escaped(links.toggled(facet.name, v.value)), words, "", number(v.count))
            button = BUTTON % (facet.name, _escaped(v.value), leave_out.replace(PLACE, words))
            yield f"<li>{value}{button}</li>"


def _chosen(facet: Facet, v: FacetValue, links: Links) -> str:
    """A value that is chosen, or left out."""
    words = title(v.value, facet)
    state = STATE % escape(gettext("chosen") if v.selected else gettext("left out"))
    value = VALUE % (_escaped(links.toggled(facet.name, v.value)), _escaped(words), state, number(v.count))
    label = gettext("Leave out %(value)s", value=words)
    if v.excluded:
        label = gettext("No longer leave out %(value)s", value=words)
    link = LINK % (_escaped(links.excluding(facet.name, v.value)), _escaped(label), "+" if v.excluded else "−")
    return f'<li class="{"on" if v.selected else "off"}">{value}{link}</li>'


@lru_cache(maxsize=20_000)
def _escaped(text: str) -> str:
    return str(escape(text))
