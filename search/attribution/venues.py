"""Venues: where words were spoken or written, as the clause that reports them calls it: "interview with CNN"."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from search.attribution.cues import CUES
from search.attribution.labels import BARE, BROADCASTER, TABLE, names, names_of, noun_phrase, outlet, phrase, shortened
from search.attribution.tokens import TOKEN

ELSEWHERE = TABLE.words("words", "elsewhere")
NOUNS, AFTER, POSTED = (TABLE.words("venues", name) for name in ("nouns", "after", "posted"))
TOLD, SPOKE, WROTE, TURNED, LISTENERS = (
    TABLE.words("listeners", name) for name in ("told", "spoke", "wrote", "turned", "nouns")
)
NETWORK = names_of("networks")
SAYING = TOLD | SPOKE | {word for word, cue in CUES.items() if cue.form != "base"}
NAMED = {name.lower().split()[-1] for name in names("broadcasters", "networks")}
# A clause that names a venue holds one of these.
TELLING = frozenset(
    word + ending for word in NOUNS | POSTED | TOLD | SPOKE | WROTE | NAMED | {"at"} for ending in ("", "s", "es")
)
NOUNS_AFTER = {**dict.fromkeys(AFTER, NOUNS), "on": POSTED, "by": BARE}
ONTO = frozenset({"on", "via"})
NEAR = 3  # words from "on" to a medium: "on his personal Facebook page"
MARKS = re.compile("[“”„«»\"]|''|``")

Words = Sequence[str]


def venue_in(text: str) -> str:
    """The venue that a clause without its days names, without its article and such words; "" where it names none.

    >>> venue_in("Lee told reporters in Geneva"), venue_in("she said in a recent interview with the Post, in part")
    ('reporters in Geneva', 'interview with the Post')
    """
    words = TOKEN.findall(MARKS.sub(" ", text))
    held, listener = _first(words, _held), _first(words, _listener)
    if held.endswith("interview") and listener[:1].isupper():
        return shortened(held, f" with {listener}")
    return held or listener or _first(words, _place)


def is_elsewhere(outward: Iterable[str], telling: frozenset[str] = ELSEWHERE) -> bool:
    """Whether one of these stands before the nearest mark or verb of saying; `outward` are words, the nearest first."""
    part = takewhile(lambda word: word[0].isalnum() and word.lower() not in SAYING, outward)
    return any(word.lower() in telling for word in part)


def _first(words: Words, find: Callable[[Words, int], str]) -> str:
    """What is found first after a verb of saying, or else first."""
    said = next((at for at, word in enumerate(words) if word.lower() in SAYING), 0)
    for at in (*range(said, len(words) - 1), *range(said)):
        if (venue := find(words, at)) and not is_elsewhere(reversed(words[:at])):
            return venue
    return ""


def _held(words: Words, at: int) -> str:
    """`in a letter to the minister`, `during a debate`, `on her website`, `on Twitter`, `wrote in the Post`."""
    first, before = words[at].lower(), words[at - 1].lower() if at else ""
    if first in ONTO and (medium := _medium(words, at + 1, NEAR)):
        return medium
    if first == "on" and BROADCASTER.match(" ".join(words[at + 1 : at + 5])):
        return shortened(re.sub("^the ", "", phrase(words, at + 1)), "")
    if first == "to" and before in TURNED:
        return _medium(words, at + 1, 1)
    if first == "in" and before in WROTE and (paper := outlet(words, at + 1)):
        return paper
    nouns = NOUNS_AFTER.get(first)
    return noun_phrase(words, at + 1, nouns, articled=first == "on") if nouns else ""


def _medium(words: Words, at: int, reach: int) -> str:
    """`Twitter`, `his Facebook account`."""
    found = (NETWORK.match(" ".join(words[begin : begin + 2])) for begin in range(at, min(at + reach, len(words))))
    return next((network[1] for network in found if network), "")


def _listener(words: Words, at: int) -> str:
    """`told reporters in Geneva`, `speaking to the Times`, `testified before the committee`."""
    first, second = words[at].lower(), words[at + 1].lower()
    if first not in TOLD and not (first in SPOKE and second in {"to", "with", "before"}):
        return ""
    begin = at + 1 + (first in SPOKE)
    return outlet(words, begin) or noun_phrase(words, begin, LISTENERS)


def _place(words: Words, at: int) -> str:
    """`said at the White House`: whoever is "at" a name elsewhere in a sentence may only work there."""
    if words[at].lower() not in SAYING or words[at + 1].lower() != "at":
        return ""
    name = re.sub("^(?:the|a|an) ", "", phrase(words, at + 2))
    return shortened(name, "") if name[:1].isupper() else ""
