"""Names: what two ways of naming one speaker have in common."""

import re
from pathlib import Path

from search.tables import Table

_words = Table(Path(__file__).parent / "words.toml")
PRONOUNS, WITH_PRONOUNS = _words.words("pronouns"), _words.words("with_pronouns")
MODIFIERS, OFFICES, SUFFIXES = (_words.words(name) for name in ("modifiers", "offices", "suffixes"))
_words.refuse_others()

WORD = re.compile(r"[^\W_]+(?:[-.&'’][^\W_]+)*")  # al-Qa’abi, U.S, AT&T
PART = re.compile(rf"(?P<word>{WORD.pattern})|(?P<end>[,;:(\[—–]|(?<=\s)-(?=\s))")
POSSESSIVE = re.compile(r"['’]s?$")
FEWEST_IN_OFFICE = 3  # words in capitals: a place, a given name, a surname


def full_name(name: str) -> str:
    """A name as it is compared with names that are acceptable: case and a leading "the" do not count.

    >>> full_name("The Pentagon")
    'pentagon'
    """
    return name.casefold().removeprefix("the ").strip()


def last_name(phrase: str) -> str:
    """The last name of a person, the head noun of anyone else, in small letters; "" for a pronoun.

    >>> last_name("Ann Lee, a baker"), last_name("a spokesman for the port"), last_name("Harbour Ministry’s")
    ('lee', 'spokesman', 'ministry')
    >>> last_name("Secretary of State Ann Lee"), last_name("Odd Ruun Jr."), last_name("they all")
    ('lee', 'ruun', '')
    """
    if is_pronoun(phrase):
        return ""
    words = [word for word in _naming(phrase.strip()) if word.casefold() not in SUFFIXES]
    return POSSESSIVE.sub("", words[-1]).casefold() if words else ""


def is_pronoun(phrase: str) -> bool:
    """
    >>> is_pronoun("She"), is_pronoun("they both"), is_pronoun("her mother")
    (True, True, False)
    """
    words = WORD.findall(phrase.casefold())
    return 1 <= len(words) <= 2 and words[0] in PRONOUNS and all(w in PRONOUNS | WITH_PRONOUNS for w in words[1:])


def alike(name: str, acceptable: str) -> bool:
    """Whether two compared names are one: equal, or one ends with a space and the other.

    >>> alike("ann lee", "lee"), alike("lee", "ann lee"), alike("keelee", "lee")
    (True, True, False)
    """
    return name == acceptable or name.endswith(f" {acceptable}") or acceptable.endswith(f" {name}")


def _naming(phrase: str) -> list[str]:
    """The words of a phrase up to what says more of the speaker."""
    words: list[str] = []
    for part in PART.finditer(phrase):
        if words and (part["end"] or part["word"].casefold() in MODIFIERS):
            return _in_office(words, phrase[part.start() :]) or words
        words += [part["word"]] if part["word"] else []
    return words


def _in_office(words: list[str], rest: str) -> list[str]:
    """The name that follows an office; none where the words before "of" are no office."""
    following = WORD.findall(re.split(r"[,;:(\[—–]", rest)[0])
    named = following[2:] if following[1:2] == ["the"] else following[1:]
    if words[-1].casefold() in OFFICES and following[:1] == ["of"] and len(named) >= FEWEST_IN_OFFICE:
        return named if all(word[0].isupper() for word in named) else []
    return []
