"""Before the verb: `Lee said`, `Lee and Ortiz said`, `advisers who have met Lee said`."""

from collections.abc import Sequence
from dataclasses import replace

from search.attribution.lexicon import DETERMINERS, PREPOSITIONS, singular
from search.attribution.phrases import Phrase, phrase_ending
from search.attribution.subjects.subject import NAMED, NEVER, Subject
from search.attribution.tokens import Token

REACH = 15  # tokens between "who" and the verb of saying


def standing_before(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee said`, `Lee and Ortiz said`, `Lee, who said`, `advisers who have met Lee said`."""
    phrase = phrase_ending(tokens, left)
    if phrase is None:
        return _before_who(tokens, left)
    if phrase.head in {"that", "which"} and phrase.end - phrase.begin == 1:
        return None
    if phrase.head == "who":
        comma = phrase.begin > 0 and tokens[phrase.begin - 1].text == ","
        antecedent = phrase_ending(tokens, phrase.begin - comma)
        if antecedent is None or (not comma and is_a_crowd(antecedent)):
            return None
        return Subject((antecedent,), "X, who said") if antecedent.kind in NAMED else None
    if phrase.begin and tokens[phrase.begin - 1].lower in PREPOSITIONS:
        return _above(tokens, phrase) or _if_it_speaks(tokens, phrase)
    return _if_it_speaks(tokens, phrase)


def is_a_crowd(phrase: Phrase) -> bool:
    """Whether a relative tells which ones are meant, and reports nothing: "voters who say so"."""
    return phrase.kind != "name" and not phrase.definite and phrase.is_plural


def _if_it_speaks(tokens: Sequence[Token], phrase: Phrase) -> Subject | None:
    if phrase.kind == "other":
        if by_relative := _before_who(tokens, phrase.end):
            return by_relative
        if phrase.head in NEVER or not (
            phrase.definite or singular(phrase.head) != phrase.head or _is_determined(tokens, phrase)
        ):
            return None
    joined = alone_or_joined(tokens, phrase, "X said")
    first = joined.phrases[0]
    if len(joined.phrases) > 1 and first.begin and tokens[first.begin - 1].lower in PREPOSITIONS:
        return _above(tokens, first) or joined  # voters in Asker and Dorrin
    return joined


def _is_determined(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.begin].lower in DETERMINERS


def subject_phrase(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The phrase that ends here, or what it hangs on: "insiders in two states"."""
    phrase = phrase_ending(tokens, end)
    if phrase and phrase.begin and tokens[phrase.begin - 1].lower in PREPOSITIONS and (above := _above(tokens, phrase)):
        return above.phrases[0]
    return phrase


def _above(tokens: Sequence[Token], phrase: Phrase) -> Subject | None:
    """What a phrase hangs on by a preposition, which can be a subject where that itself cannot."""
    end = phrase.end
    while phrase.begin >= 2 and tokens[phrase.begin - 1].lower in PREPOSITIONS:
        before = phrase_ending(tokens, phrase.begin - 1)
        if before is None or before.kind == "pronoun":
            return _before_who(tokens, phrase.begin - 1)
        phrase = replace(before, end=end)
    return _if_it_speaks(tokens, phrase)


def _before_who(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Advisers who have run the numbers say`."""
    who = next((i for i in range(left - 1, max(0, left - REACH), -1) if tokens[i].lower in {"who", "that", "which"}), 0)
    if not who or any(t.text == "," or t.quotation >= 0 for t in tokens[who:left]):
        return None
    phrase = phrase_ending(tokens, who)
    may = phrase and phrase.kind in NAMED and (tokens[who].lower == "who" or phrase.kind == "document")
    return Subject((phrase,), "X who ... said") if phrase and may else None


def alone_or_joined(tokens: Sequence[Token], phrase: Phrase, rule: str) -> Subject:
    """`Lee and Ortiz said` has two subjects."""
    if phrase.kind == "name" and phrase.begin >= 2 and tokens[phrase.begin - 1].lower == "and":
        others: list[Phrase] = []
        begin = phrase.begin
        while (other := phrase_ending(tokens, begin - 1)) and other.kind == "name":
            others.insert(0, other)
            begin = other.begin
            if begin == 0 or tokens[begin - 1].text != ",":  # Lee, Ortiz and Moss said
                break
        if others:
            return Subject((*others, phrase), "X and Y said")
    return Subject((_with_the_one_before(tokens, phrase),), rule)


def _with_the_one_before(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Two unnamed ones as one: "friends and advisers"."""
    if phrase.kind != "role" or phrase.begin < 2 or tokens[phrase.begin - 1].lower != "and":
        return phrase
    first = phrase_ending(tokens, phrase.begin - 1)
    if first is None or first.kind != "role" or (first.begin and tokens[first.begin - 1].lower in PREPOSITIONS):
        return phrase
    return replace(phrase, begin=first.begin, words=f"{first.words} and {phrase.words}", definite=first.definite)
