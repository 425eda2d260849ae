"""People: the names of authors, taken apart as references want them."""

from dataclasses import dataclass

from search.attribution.lexicon import PARTICLES
from search.attribution.organisations import is_organisation

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Author:
    """A name as it was written, and its parts; an organisation's, or a single word, has no parts."""

    name: str
    given: str = ""
    particle: str = ""
    family: str = ""
    suffix: str = ""

    @property
    def inverted(self) -> str:
        """The family's name first; with no parts the name itself."""
        family = f"{self.particle} {self.family}".strip()
        return ", ".join(filter(None, [family, self.given, self.suffix])) or self.name


def author_of(name: str) -> Author:
    """
    >>> author_of("Ludwig van der Berg Jr.").inverted, author_of("Berg, Ann").given, author_of("Dario Al Hasani").family
    ('van der Berg, Ludwig, Jr.', 'Ann', 'Al Hasani')
    >>> author_of("By the Harbour News Agency").inverted, author_of("Ann Lee and Bo Ek").inverted
    ('the Harbour News Agency', 'Ann Lee and Bo Ek')
    """
    name = name.removeprefix("By ").removeprefix("by ")
    if is_organisation(name) or {"and", "&"} & set(name.casefold().split()):
        return Author(name)
    last, comma, first = name.partition(", ")
    if comma and first.casefold() not in SUFFIXES:
        return _parted(f"{first} {last}", first.replace(",", " ").split(), last.split(), "")
    words = name.replace(",", " ").split()
    suffix = words.pop() if len(words) > 2 and words[-1].casefold() in SUFFIXES else ""
    at = next((n for n, word in enumerate(words[:-1]) if n and word.casefold() in PARTICLES), len(words) - 1)
    return _parted(name, words[:at], words[at:], suffix)


def _parted(name: str, given: list[str], family: list[str], suffix: str) -> Author:
    """An author; the particles in small letters stand apart, for some sort a name without them."""
    if not given or not family:
        return Author(name)
    small = next((n for n, word in enumerate(family) if word not in PARTICLES or n == len(family) - 1), 0)
    return Author(name, " ".join(given), " ".join(family[:small]), " ".join(family[small:]), suffix)
