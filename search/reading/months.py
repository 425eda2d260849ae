"""Months: their names in the languages of the world, as Babel knows them."""

import unicodedata
from functools import cache

from babel import Locale

LANGUAGES = (
    "en de fr es pt it nl sv da nb nn fi is pl cs sk hu ro bg ru uk be sr sr_Latn hr bs sl mk sq el tr ar ar_LB ar_MA"
    " he fa hi bn ta te mr gu ne ur id ms vi th my km ko ja zh lt lv et ka hy az kk uz ca gl eu ga cy sw af fil"
).split()
LEAST = 3  # letters: what is shorter is a word of its own in some language, or a letter of an abbreviation


def month_of(word: str, language: str = "") -> int:
    """The number of the month that a word names, 0 for another word; a name of two months is what the language says.

    >>> month_of("Août"), month_of("sept."), month_of("listopada", "hr"), month_of("listopada", "pl"), month_of("Tarn")
    (8, 9, 10, 11, 0)
    """
    found = next((names for part in word.split("/") if (names := _names().get(_bare(part)))), {})
    numbers = set(found.values())
    return found.get(language) or (numbers.pop() if len(numbers) == 1 else 0)


@cache
def _names() -> dict[str, dict[str, int]]:
    """For each name of a month, which month it is in which language."""
    names: dict[str, dict[str, int]] = {"sept": {"en": 9}}
    for written in LANGUAGES:
        language = written.partition("_")[0]
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(written).months[use][width].items():
                    if len(key := _bare(name)) >= LEAST:
                        names.setdefault(key, {})[language] = number
    return names


def _bare(word: str) -> str:
    """A word without capitals, accents and the point of an abbreviation, which many leave out."""
    plain = unicodedata.normalize("NFKD", word.strip(".,'’"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
