"""Before the verb: `Lee said`, `Lee and Ortiz said`, `advisers who have met Lee said`."""

from collections.abc import Sequence

from search.attribution.lexicon import DETERMINERS, NEVER_SPEAKING, PREPOSITIONS
from search.attribution.nouns import singular
from search.attribution.phrases import Phrase, phrase_ending
from search.attribution.rules import Rule
from search.attribution.subjects.subject import NAMED, Subject
from search.attribution.tokens import Token

RELATIVES = frozenset({"who", "that", "which"})
REACH = 15  # tokens between "who" and the verb of saying


def standing_before(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee said`, `Lee and Ortiz said`, `Lee, who said`, `advisers who have met Lee said`."""
    phrase = phrase_ending(tokens, left)
    if phrase is None:
        return _before_who(tokens, left)
    if phrase.head in {"that", "which"} and phrase.end - phrase.begin == 1:
        return None
    if phrase.head == "who":
        return _antecedent(tokens, phrase.begin)
    above = _above(tokens, phrase) if _hangs(tokens, phrase) else None
    return above or _if_it_speaks(tokens, phrase)


def _antecedent(tokens: Sequence[Token], who: int) -> Subject | None:
    """`Lee, who said`; `the man who said`, but not `voters who say so`."""
    comma = who > 0 and tokens[who - 1].text == ","
    phrase = phrase_ending(tokens, who - comma)
    if phrase is None or phrase.kind not in NAMED or (not comma and is_a_crowd(phrase)):
        return None
    return Subject((phrase,), "X, who said")


def _hangs(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a preposition stands before a phrase: "in two states"."""
    return phrase.begin > 0 and tokens[phrase.begin - 1].lower in PREPOSITIONS


def is_a_crowd(phrase: Phrase) -> bool:
    """Whether a relative tells which ones are meant, and reports nothing: "voters who say so"."""
    return phrase.kind != "name" and not phrase.definite and phrase.is_plural


def _if_it_speaks(tokens: Sequence[Token], phrase: Phrase) -> Subject | None:
    """The phrase as subject, with what is joined to it; a thing only if it may stand for people: "the survey"."""
    if phrase.kind == "other":
        if by_relative := _before_who(tokens, phrase.end):
            return by_relative
        if not _may_stand_for_people(tokens, phrase):
            return None
    joined = alone_or_joined(tokens, phrase, "X said")
    if len(joined.phrases) > 1 and _hangs(tokens, joined.phrases[0]):
        return _above(tokens, joined.phrases[0]) or joined  # voters in Asker and Dorrin
    return joined


def _may_stand_for_people(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase of no known kind is a noun phrase at least, by its article or plural."""
    determined = phrase.definite or tokens[phrase.begin].lower in DETERMINERS
    return phrase.head not in NEVER_SPEAKING and (determined or singular(phrase.head) != phrase.head)


def subject_phrase(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The phrase that ends here, or what it hangs on: "insiders in two states"."""
    phrase = phrase_ending(tokens, end)
    above = _above(tokens, phrase) if phrase and _hangs(tokens, phrase) else None
    return above.phrases[0] if above else phrase


def _above(tokens: Sequence[Token], phrase: Phrase) -> Subject | None:
    """What a phrase hangs on by a preposition, which can be a subject where that itself cannot."""
    end = phrase.end
    while phrase.begin >= 2 and tokens[phrase.begin - 1].lower in PREPOSITIONS:
        before = phrase_ending(tokens, phrase.begin - 1)
        if before is None or before.kind == "pronoun":
            return _before_who(tokens, phrase.begin - 1)
        phrase = before._replace(end=end)
    return _if_it_speaks(tokens, phrase)


def _before_who(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Advisers who have run the numbers say`."""
    who = next((i for i in range(left - 1, max(0, left - REACH), -1) if tokens[i].lower in RELATIVES), 0)
    if not who or any(t.text == "," or t.quotation >= 0 for t in tokens[who:left]):
        return None
    phrase = phrase_ending(tokens, who)
    speaking = NAMED if tokens[who].lower == "who" else {"document"}
    return Subject((phrase,), "X who ... said") if phrase and phrase.kind in speaking else None


def alone_or_joined(tokens: Sequence[Token], phrase: Phrase, rule: Rule) -> Subject:
    """`Lee and Ortiz said` has two subjects."""
    if phrase.begin < 2 or tokens[phrase.begin - 1].lower != "and":
        return Subject((phrase,), rule)
    if phrase.kind == "name" and (others := _names_before(tokens, phrase.begin - 1)):
        return Subject((*others, phrase), "X and Y said")
    return Subject((_with_the_one_before(tokens, phrase),), rule)


def _names_before(tokens: Sequence[Token], end: int) -> list[Phrase]:
    """The names before "and": `Lee, Ortiz and Moss said`."""
    names: list[Phrase] = []
    while (name := phrase_ending(tokens, end)) and name.kind == "name":
        names.insert(0, name)
        if name.begin == 0 or tokens[name.begin - 1].text != ",":
            break
        end = name.begin - 1
    return names


def _with_the_one_before(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Two unnamed ones that "and" joins as one: "friends and advisers"."""
    first = phrase_ending(tokens, phrase.begin - 1) if phrase.kind == "role" else None
    if first is None or first.kind != "role" or _hangs(tokens, first):
        return phrase
    return phrase._replace(begin=first.begin, words=f"{first.words} and {phrase.words}", definite=first.definite)
