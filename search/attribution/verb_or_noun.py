"""Verb or noun: whether a word such as "report" or "claims" is a verb where it stands."""

from collections.abc import Sequence

from search.attribution.cues import Cue
from search.attribution.lexicon import BEFORE_BASE, DETERMINERS, FINITE, PREPOSITIONS, STANDING_ALONE
from search.attribution.phrases import Phrase
from search.attribution.tokens import Sentence, Token
from search.attribution.verbs import is_between

NEVER_A_SUBJECT = ((DETERMINERS - STANDING_ALONE) | PREPOSITIONS) - {"to"}
LONGEST_PAIR = 8  # tokens of "Ann Lee and Maria Ortiz"


def is_noun(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a form that may be a noun is one: "the report says", "his claims", "in reply"."""
    tokens = sentence.tokens
    if sentence.parse and tokens[at].start in sentence.parse.verbs:
        return False
    if sentence.parse and tokens[at].start in sentence.parse.nouns and tokens[max(0, at - 1)].lower != "to":
        return True
    if cue.form == "participle" or cue.lemma in {"say", "tell"} or at == 0:
        return cue.form == "base" and at == 0
    before = tokens[at - 1]
    if cue.form in {"base", "present"} and at + 1 < len(tokens) and tokens[at + 1].lower in FINITE:
        return True
    if cue.form == "past":
        return before.lower in {"the", "a", "an"}
    if before.lower in NEVER_A_SUBJECT or before.is_possessive or before.lower in {"and", "or"}:
        return True
    return cue.form == "base" and not _may_be_plural(tokens, at)


def _may_be_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before a base form is a plural, or a word that asks for one: "experts say", "did not say"."""
    last = at - 1
    while last > 0 and is_between(tokens, last):
        last -= 1
    word = tokens[last].lower
    if word in BEFORE_BASE | STANDING_ALONE or word.endswith(("s", "n't", "n’t")) or word[0].isdigit():
        return True
    pair = tokens[max(0, last - LONGEST_PAIR) : last]
    return tokens[last].is_name_like and any(t.lower == "and" for t in pair)


def agrees(cue: Cue, phrase: Phrase) -> bool:
    """Whether subject and verb agree in number; where they do not, the verb is a noun: "the Lee report", "states"."""
    if cue.form == "base":
        return phrase.kind != "name" or phrase.name.endswith("s")
    plural = phrase.is_plural or phrase.head in STANDING_ALONE - {"one", "another"}
    return cue.form != "present" or phrase.kind != "role" or not plural
