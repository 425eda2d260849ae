"""Labels: the few words of a clause that name a venue: a noun with what belongs to it, a run of names, an outlet."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from search.tables import Table

LONGEST = 60  # characters of a label
REACH = 6  # words between "in" and its noun: "in her first State of the Union address"
LONGEST_PHRASE = 7  # words
PLAIN_WORDS = 3  # of them in small letters: "a local newspaper"

TABLE = Table(Path(__file__).parent / "occasions.toml")
ENDS, DETERMINERS, NOISE, AMOUNTS, ADJECTIVES = (
    TABLE.words("words", name) for name in ("ends", "determiners", "noise", "amounts", "adjectives")
)
NO_MODIFIERS = ENDS | DETERMINERS
TAILS = {word: TABLE.words("venues", "tails", word) for word in TABLE.section("venues", "tails")}
BARE = TABLE.words("venues", "bare")
OUTLET_NOUNS = TABLE.words("media", "nouns")
JOINING = frozenset({"of", "the", "and", "&", "for"})  # within names: State of the Union
PARTICIPLE = re.compile(r"[a-z]\w+(?:ed|ing|ly)")  # after a noun these begin another phrase: "a letter urging"

Words = Sequence[str]


def names(*kinds: str) -> tuple[str, ...]:
    """The names of these kinds of media, long ones first."""
    return tuple(sorted((name for kind in kinds for name in TABLE.entries("media", kind)), key=len, reverse=True))


def names_of(*kinds: str) -> re.Pattern[str]:
    """What matches such a name where it begins: without its article, as group 1."""
    return re.compile(rf"(?:[Tt]he )?({'|'.join(map(re.escape, names(*kinds)))})(?![\w-])")


BROADCASTER, OUTLET = names_of("broadcasters"), names_of("broadcasters", "outlets")


def noun_phrase(words: Words, at: int, nouns: frozenset[str], *, articled: bool = False) -> str:
    """The noun of these that the phrase here ends in, with the words before it that tell more and what belongs to it.

    A plural and a noun such as "court" need no article or the like, unless it is said that they do.

    >>> noun_phrase("a rare telephone interview with the Tarn Post last week".split(), 0, frozenset({"interview"}))
    'telephone interview with the Tarn Post'
    """
    begin = _begin(words, at)
    for n in range(begin, min(begin + REACH, len(words))):
        if _is_one_of(words[n], nouns) and _ends(words, n):
            told = [word for word in words[begin : n + 1] if word.lower() not in NOISE]
            whole = begin > at or words[n].lower() in BARE or (words[n].endswith("s") and not articled)
            return shortened(" ".join(told), _tail(words, n)) if whole else ""
        if words[n].lower() in NO_MODIFIERS or not words[n][0].isalnum():
            break
    return ""


def phrase(words: Words, at: int) -> str:
    """The phrase that begins here: `the minister`, `CBS's Face the Nation`, `a local newspaper`."""
    first = at + (at < len(words) and words[at].lower() in DETERMINERS)
    end, plain = first, 0
    while end < min(len(words), first + LONGEST_PHRASE) and (taken := _taken(words, end, first)):
        plain += words[end].islower()
        if plain > PLAIN_WORDS:
            break
        end += taken
    return bare(" ".join([w.lower() for w in words[at:first]] + list(words[first:end]))) if end > first else ""


def outlet(words: Words, at: int) -> str:
    """The outlet that is named here, without its article: `Reuters`, `the Tarn Post`; or ""."""
    articled = at < len(words) and words[at].lower() == "the"
    capitals = takewhile(lambda word: word[0].isupper(), words[at + articled : at + LONGEST_PHRASE])
    name = [bare(word) for word in capitals]
    known = OUTLET.match(" ".join(words[at : at + 4]))
    begin = len(known[1].split()) if known else 0
    end = next((n for n, word in enumerate(name, 1) if n > begin and word.lower() in OUTLET_NOUNS), 0)
    if known and end != begin + 1:
        return known[1]
    return " ".join(name[:end]) if end > 1 or (end and articled) else ""


def shortened(label: str, tail: str) -> str:
    """A label with its tail, without it where that is too long, "" where it is too long still."""
    return next((text for text in (label + tail, label) if len(text) <= LONGEST), "")


def _begin(words: Words, at: int) -> int:
    """Where a phrase's telling words begin: after "the", "one of his", "a series of"."""
    for n in range(at, min(at + 4, len(words))):
        counts = words[n].lower() in AMOUNTS and n + 1 < len(words) and words[n + 1].lower() == "of"
        of = words[n].lower() == "of" and n > at
        if not (counts or of or words[n].lower() in DETERMINERS):
            return n
    return at


def _ends(words: Words, noun: int) -> bool:
    """Whether a noun phrase may end with this noun: not before "order" in "court order", "Center" in "Court Center"."""
    after = words[noun + 1] if noun + 1 < len(words) else ""
    if after[:1].isupper():
        return words[noun].islower()
    if not after[:1].islower() or after in ENDS:
        return True
    return bool(PARTICIPLE.fullmatch(after)) and after not in ADJECTIVES


def _tail(words: Words, noun: int) -> str:
    """` with CNN`, ` to the minister`, ` in Ohio`: what belongs to a noun."""
    joint = words[noun + 1].lower() if noun + 1 < len(words) else ""
    belongs = _is_one_of(words[noun], TAILS.get(joint, frozenset())) and phrase(words, noun + 2)
    return f" {joint} {belongs}" if belongs else ""


def _taken(words: Words, at: int, first: int) -> int:
    """How many words from here go on a phrase: a word of it, or what joins two names; 0 ends it."""
    word = words[at]
    if at > first and word in JOINING and words[at - 1][0].isupper():
        beyond = next(_names_after(words, at), 0)
        if beyond:
            return beyond - at
    if word[0].isupper():
        return int(at > first or word.lower() not in ENDS)  # ABC's This Week
    return int(word[0].isalpha() and word not in ENDS and (word in ADJECTIVES or not PARTICIPLE.fullmatch(word)))


def _names_after(words: Words, at: int) -> Iterator[int]:
    """Where a name begins after one or two joining words."""
    for n in (at + 1, at + 2):
        if n < len(words) and words[n][0].isupper():
            yield n
        if n >= len(words) or words[n] not in JOINING:
            return


def _is_one_of(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of these nouns, in singular or plural."""
    lower = word.lower()
    return lower in nouns or (lower.endswith("s") and (lower[:-1] in nouns or lower.removesuffix("es") in nouns))


def bare(words: str) -> str:
    """Words without the "'s" at their end."""
    return re.sub("['’]s?$", "", words)
