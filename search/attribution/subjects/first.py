"""First phrases: what a sentence without a verb of saying is about."""

from collections.abc import Sequence

from search.attribution.lexicon import DETERMINERS, ISSUING, NEVER_SPEAKING, OPENERS, PREPOSITIONS, PRONOUNS
from search.attribution.parsing import Parse
from search.attribution.phrases import Phrase, phrase_beginning, phrase_ending, phrase_within
from search.attribution.subjects.apart import named_by_apposition
from search.attribution.subjects.subject import FIRST
from search.attribution.tokens import Sentence, Token

REACH = 20  # tokens from the start of a sentence in which its subject begins
BEFORE_A_SUBJECT = frozenset({",", "and", "but", "when", "as"})
NO_SUBJECTS = OPENERS - {"former"} - DETERMINERS - frozenset(PRONOUNS)


def issuer(tokens: Sequence[Token]) -> Phrase | None:
    """Who puts something out in a sentence: `On Monday the ministry issued a note`."""
    at = next((i for i, t in enumerate(tokens) if t.lower in ISSUING and t.quotation < 0), 0)
    phrase = phrase_ending(tokens, at) if at else None
    return phrase if phrase and phrase.kind == "organisation" else None


def _may_begin_a_subject(token: Token) -> bool:
    """Whether a word is neither an adverb nor a preposition: "However, ...", "In May, ...", "Citing her, ..."."""
    if token.lower.endswith("ing") or token.lower == "it" or token.lower in PREPOSITIONS:
        return False
    return token.lower not in NO_SUBJECTS


def _of_main_verb(tokens: Sequence[Token], parse: Parse) -> Phrase | None:
    """The subject of the main verb, where a parser found one that can speak."""
    verb = next((t.start for t in tokens if t.start in parse.roots and t.quotation < 0), None)
    phrase = phrase_within(tokens, parse.verbs[verb].places[0]) if verb is not None else None
    if phrase is None or phrase.kind not in FIRST or phrase.head in NEVER_SPEAKING:
        return None
    return named_by_apposition(tokens, phrase)


def first_phrase(sentence: Sentence, until: int | None = None) -> Phrase | None:
    """The subject of a sentence, or of its tokens before `until`, by its place: the first phrase that can speak."""
    tokens = sentence.tokens if until is None else sentence.tokens[:until]
    if sentence.parse and (phrase := _of_main_verb(tokens, sentence.parse)):
        return phrase
    for begin, token in enumerate(tokens[:REACH]):
        starts = begin == 0 or tokens[begin - 1].lower in BEFORE_A_SUBJECT
        if starts and token.quotation < 0 and token.is_word and _may_begin_a_subject(token):
            phrase = phrase_beginning(tokens, begin)
            if phrase and phrase.kind in FIRST and phrase.end < len(tokens):
                return named_by_apposition(tokens, phrase)
    return None
