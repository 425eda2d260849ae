"""Sentences: what is said to a person, in English, keeping what it was made of for a page in another language."""

import re
from collections.abc import Mapping

PLACE = re.compile(r"\{(\w+)\}")


class Sentence(str):
    """A text in English that remembers its template and what was put into it; a translation fills another template.

    >>> said = Sentence("“{typed}” stands for {count} words", typed="anti*", count=1234)
    >>> said, said.template
    ('“anti*” stands for 1,234 words', '“{typed}” stands for {count} words')
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, **values: object) -> "Sentence":
        said = super().__new__(cls, filled(template, {name: _english(value) for name, value in values.items()}))
        said.template, said.values = template, values
        return said


def number_of(count: int, thing: str) -> str:
    """How many there are of a thing, whose word takes an s where they are several.

    >>> number_of(1, "article"), number_of(1234, "article")
    ('1 article', '1,234 articles')
    """
    return f"{count:,} {thing}{'s' * (count != 1)}"


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its values in the places of their names; braces that name none stay as they are.

    >>> filled("{part} stands alone, {not}", {"part": "{not}"})
    '{not} stands alone, {not}'
    """
    return PLACE.sub(lambda place: values.get(place[1], place[0]), template)


def _english(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
