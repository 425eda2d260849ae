"""Apart from the verb: a subject behind commas, or after the verb, and the name that an apposition gives to a role."""

from collections.abc import Iterator, Sequence

from search.attribution.cues import CUES
from search.attribution.genders import gender_of_name
from search.attribution.lexicon import FINITE, RELATIONS
from search.attribution.phrases import Phrase, phrase_beginning, phrase_ending
from search.attribution.subjects.before import alone_or_joined, subject_phrase
from search.attribution.subjects.subject import DASHES, NAMED, Subject
from search.attribution.tokens import Token

BETWEEN = frozenset({"also", "then", "later"})  # said later Lee
NEVER_AFTER = frozenset({"him", "her", "it", "i", "who"})  # said it
LONGEST_INSERTION = 25  # tokens between the commas of "Lee, the minister, said"


def named_by_apposition(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The name that an apposition gives to a role: "the head of the agency, Ann Lee" is Ann Lee."""
    if phrase.kind not in {"role", "organisation"} or phrase.end + 1 >= len(tokens) or tokens[phrase.end].text != ",":
        return phrase
    apposition = phrase_beginning(tokens, phrase.end + 1)
    if apposition is None:
        return phrase
    if phrase.kind == "organisation":
        named = apposition.kind in {"name", "organisation"} and not apposition.name.islower()
        return phrase._replace(name=apposition.name, end=apposition.end) if named and phrase.name.islower() else phrase
    alone = len(apposition.name.split()) == 1 and not apposition.role
    if apposition.kind != "name" or (alone and phrase.head not in RELATIONS):
        return phrase
    role = " ".join(t.text for t in tokens[phrase.begin + phrase.definite : phrase.end])
    return Phrase(phrase.begin, apposition.end, phrase.words, "name", apposition.name, role, phrase.head)


def behind_insertion(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee, the finance minister, said`; where the insertion is the name, that: `the minister, Ann Lee, said`."""
    for begin in _openings(tokens, left):
        phrase = _before_apposition(tokens, subject_phrase(tokens, begin))
        if phrase is None:
            return None
        if inner := _inner_name(tokens, begin, left, phrase):
            return alone_or_joined(tokens, inner, "X, in brief, said")
        if phrase.kind in NAMED:
            named = named_by_apposition(tokens, phrase)
            return alone_or_joined(tokens, named, "X, in brief, said") if named.end <= left else None
        if tokens[begin].text != ",":
            return None
    return None


def _openings(tokens: Sequence[Token], left: int) -> Iterator[int]:
    """The marks that may open the insertion which ends before `left`, the nearest first."""
    closing = tokens[left - 1] if left else None
    if closing is None or closing.text not in DASHES | {")"} or closing.quotation >= 0:
        return
    opening = "(" if closing.text == ")" else closing.text
    for at in range(left - 2, max(-1, left - LONGEST_INSERTION), -1):
        opens = tokens[at].text == opening and tokens[at].quotation < 0
        if opens and tokens[at + 1].lower not in FINITE:  # Lee, whose town, Asker, is flooded, said
            yield at


def _before_apposition(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """`Lee, a director of the bank, whose ..., said` is Lee."""
    if phrase and phrase.kind == "role" and phrase.begin > 1 and tokens[phrase.begin - 1].text == ",":
        before = phrase_ending(tokens, phrase.begin - 1)
        return before if before and before.kind == "name" else phrase
    return phrase


def _inner_name(tokens: Sequence[Token], begin: int, left: int, outer: Phrase) -> Phrase | None:
    """The insertion itself where it is a person's full name: `an expert at the Institute of Rivers, Ann Lee, said`."""
    inner = phrase_beginning(tokens, begin + 1)
    if inner is None or inner.kind != "name" or inner.end != left - 1 or not gender_of_name(inner.name):
        return None
    return inner if outer.kind == "other" or (outer.kind == "name" and not gender_of_name(outer.name)) else None


def standing_after(tokens: Sequence[Token], at: int) -> Subject | None:
    """`said Lee`, `said the minister, Ann Lee`."""
    quoted = any(t.quotation >= 0 for t in tokens[max(0, at - 2) : at])
    cue = CUES[tokens[at].lower]
    if cue.takes_person or not (quoted or cue.may_be_inverted):
        return None
    begin = next((i for i in range(at + 1, len(tokens)) if tokens[i].lower not in BETWEEN), len(tokens))
    phrase = phrase_beginning(tokens, begin)
    if phrase is None or phrase.head in NEVER_AFTER:
        return None
    unlisted = phrase.kind == "other" and quoted and tokens[phrase.begin].lower in {"the", "a", "an"}
    begins_a_clause = phrase.end < len(tokens) and tokens[phrase.end].lower in FINITE
    if begins_a_clause or not (phrase.kind in NAMED or unlisted):
        return None
    return Subject((named_by_apposition(tokens, phrase),), "said X")
