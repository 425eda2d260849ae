"""Senders: which outlet a message is from, who wrote it, and when."""

import re
from datetime import date
from email.utils import parseaddr, parsedate_to_datetime

from search.days import day_of
from search.model import Fact
from search.reading.header import outlet_name
from search.reading.mail.messages import FAULTS
from search.reading.normalising import line_of
from search.reading.properties import EARLIEST

# Ann Lee at The Courier; Ann Lee | The Courier; Ann Lee from The Courier
PERSON_OF = re.compile(
    r"(?P<person>[^\W\d_][\w.’'-]+(?: [^\W\d_][\w.’'-]*){1,3})"
    r"(?: (?:at|from|of|via|bei|von|de) |, | [|–—-] )(?P<of>\S.*)"
)
HOSTS = re.compile(
    r"(?i)^(?:(?:e?mail|news(?:letters?)?|info|m|e|em|mailer|send|lists?|updates?|reply|bounces?|www)\d*\.)+"
)
NO_READER = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com yahoo.com gmx.de gmx.net web.de icloud.com".split()
)


def outlet_and_authors(written: str) -> tuple[Fact[str], tuple[str, ...]]:
    """The outlet and the authors that the name of a sender gives.

    >>> outlet_and_authors('"Ann Lee at The Courier" <ann@courier.example>')[0].value
    'The Courier'
    """
    name, address = _name_and_address(written)
    found = PERSON_OF.fullmatch(name)
    if found and outlet_name(found["of"]):
        return Fact(found["of"], "stated"), (found["person"],)
    if name and "@" not in name and outlet_name(name):
        return Fact(name, "stated"), ()
    host = HOSTS.sub("", address.rpartition("@")[2].lower())
    if host and "." in host and host not in NO_READER and outlet_name(host):
        return Fact(host, "inferred", f"From: {address}"), ()
    return Fact(), ()


def _name_and_address(written: str) -> tuple[str, str]:
    try:
        name, address = parseaddr(written)
    except FAULTS:
        return "", ""
    return line_of(name.strip("\"' ")), address


def sent_on(written: str) -> date | None:
    """The day that a header names, where the sender was; None for none, and for clocks that were never set."""
    try:
        day = parsedate_to_datetime(written).date()
    except (*FAULTS, OverflowError):
        return day_of(written)
    return day if day >= EARLIEST else None
