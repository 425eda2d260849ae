"""Naming: from what a site calls itself in its markup to the name that a reader would write."""

import re
import unicodedata

from search.reading.normalising import line_of

PARTED = re.compile(r"\s+[-–—|·•»«:]{1,2}\s+|\s*[|｜•]\s*|\s::\s|\s[-–—|·]\s?$")
LEGAL = re.compile(r",?\s+(?:LLC|Ltd\.?|Inc\.?|GmbH|plc|S\.?p\.?A\.?|L\.?P\.?)$|[©®™]+|^(?:https?://|@|/)|/$")
DOMAIN = re.compile(
    r"(?i)(?:www\.)?(?P<core>[\w-]+(?:\.[\w-]+)*?)(?P<suffix>(?:\.(?:com?|net|org|ne|or|gov|ac))?\.[a-z]{2,12})"
)
GENERIC = frozenset("news blog online press media tv radio home live info net web portal".split())
LONGEST, MOST_WORDS = 45, 8  # a letter of Chinese or Japanese counts twice
SHORT = 4  # letters: "noz" is NOZ, "novinky" is Novinky


def names_in(text: str) -> tuple[str, ...]:
    """The parts of a text that may be a name: "The Guardian - Home", "Il Mattino.it | News".

    >>> names_in("Tarn Wire - Tarn, Velin | @tarn"), names_in("https://www.tarn.example")
    (('Tarn Wire', 'Tarn, Velin', 'tarn'), ('www.tarn.example',))
    """
    parts = (LEGAL.sub("", line_of(part)).strip(" -–—|·,:;") for part in PARTED.split(line_of(text)))
    return tuple(part for part in parts if _bearable(part))


def _bearable(name: str) -> bool:
    length = sum(2 if letter > "\u2e80" else 1 for letter in name)
    return length <= LONGEST and len(name.split()) <= MOST_WORDS and any(map(str.isalpha, name))


def key_of(name: str) -> str:
    """A name without what sites write one way or another: the article, accents, marks, spaces, the domain's end.

    >>> key_of("The Détroit News"), key_of("detroitnews.com")
    ('detroitnews', 'detroitnews')
    """
    found = DOMAIN.fullmatch(name)
    plain = unicodedata.normalize("NFKD", found["core"] if found else re.sub(r"^(?i:the)\s+", "", name))
    return "".join(re.findall(r"[^\W_]+", plain)).casefold()


def is_domain(name: str) -> bool:
    """Whether a name is that of a host and no more."""
    return bool(DOMAIN.fullmatch(name))


def best_form(forms: list[str]) -> str:
    """Of several ways to write a name, the one for a reader.

    >>> best_form(["detroitnews", "DETROIT NEWS", "Detroit News", "The Detroit News"]), best_form(["noz.de"])
    ('The Detroit News', 'NOZ')
    """
    return as_name(max(forms, key=lambda f: (not is_domain(f), not f.islower(), _mixed(f), f.startswith("The "))))


def as_name(written: str) -> str:
    """A name without ".com", and with a capital where it is that of a host in small letters.

    >>> as_name("WHNT.com"), as_name("Novinky.cz"), as_name("sudinfo.be"), as_name("news.am"), as_name("mirror")
    ('WHNT', 'Novinky.cz', 'Sudinfo', 'News.am', 'Mirror')
    """
    found = DOMAIN.fullmatch(written)
    if not found:
        return written if not written.isascii() or not written.islower() or " " in written else _capital(written)
    core = found["core"].rpartition(".")[2]
    if core.lower() in GENERIC:
        return _capital(f"{core}{found['suffix']}")
    if written.islower() or found["suffix"].lower() == ".com":
        return (core.upper() if len(core) <= SHORT else _capital(core)) if core.islower() else core
    return written.removeprefix("www.")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _mixed(name: str) -> bool:
    return len(key_of(name)) <= SHORT or not name.isupper()
