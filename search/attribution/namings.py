"""Namings: reports without a verb of saying: "according to Lee", "Lee's claim that", "Lee is sure that"."""

from collections.abc import Sequence

from search.attribution.clauses import FEWEST, clause_of, rest
from search.attribution.cues import REPORTS_BY_NOUN, STATES, VIEWS
from search.attribution.lexicon import BEING, OWNERS, PREPOSITIONS
from search.attribution.phrases import Phrase, phrase_beginning, phrase_ending
from search.attribution.report import Report
from search.attribution.rules import Rule
from search.attribution.subjects import NAMED, Subject, named_by_apposition
from search.attribution.tokens import Sentence, Token
from search.model import Span

NAMING = STATES.union(VIEWS, {"according", "words"}, REPORTS_BY_NOUN)
LONGEST_NAMING = 4  # tokens between an owner and the noun: "Lee's latest sharp warning"


def naming(sentence: Sentence, at: int) -> Report | None:
    """The report that a noun, an adjective or a preposition at `at` makes; None if it makes none."""
    tokens = sentence.tokens
    word = tokens[at].lower
    if word == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
        return _according(tokens, at, "according to")
    if word == "words" and [t.lower for t in tokens[max(0, at - 2) : at + 2]] == ["in", "the", "words", "of"]:
        return _according(tokens, at, "in the words of")
    if word in VIEWS and at > 1:
        return _in_view(tokens, at)
    if word in STATES and at > 0 and tokens[at - 1].lower in BEING:
        return _state(tokens, at)
    if word in REPORTS_BY_NOUN:
        return _owned(tokens, at) or _by_author(tokens, at)
    return None


def _according(tokens: Sequence[Token], at: int, words: str) -> Report | None:
    """`according to Lee`; `in the words of Lee`."""
    phrase = phrase_beginning(tokens, at + 2)
    if phrase is None:
        return None
    phrase = _joined(tokens, named_by_apposition(tokens, phrase))
    subject = Subject((phrase,), "according to X")
    return Report(at, words, subject, rest(tokens, at, phrase), act="said")


def _joined(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Two unnamed ones as one: "according to friends and advisers"."""
    if phrase.kind != "role" or phrase.end >= len(tokens) or tokens[phrase.end].lower != "and":
        return phrase
    second = phrase_beginning(tokens, phrase.end + 1)
    if second is None or second.kind != "role":
        return phrase
    return second._replace(begin=phrase.begin, words=f"{phrase.words} and {second.words}", definite=phrase.definite)


def _in_view(tokens: Sequence[Token], at: int) -> Report | None:
    """`in Lee's view`; `by her account`."""
    owner = at - 1
    if not (tokens[owner].is_possessive or tokens[owner].lower in OWNERS):
        return None
    phrase = _owner(tokens, owner)
    if phrase is None or phrase.begin == 0 or tokens[phrase.begin - 1].lower not in {"in", "by"}:
        return None
    ends = phrase._replace(end=at + 1)
    return Report(at, tokens[at].text, Subject((phrase,), "in X’s view"), rest(tokens, phrase.begin - 1, ends), "said")


def _state(tokens: Sequence[Token], at: int) -> Report | None:
    """`Lee is sure that`; `..., the analyst is sure.`"""
    trailing = at + 1 >= len(tokens) or tokens[at + 1].text in {".", ","}
    if not trailing and tokens[at + 1].lower != "that":
        return None
    phrase = phrase_ending(tokens, at - 1)
    if phrase is None or phrase.kind not in NAMED:
        return None
    subject = Subject((phrase,), "X is sure")
    words = f"{tokens[at - 1].text} {tokens[at].text}"
    return Report(at, words, subject, clause_of(tokens, at, subject), act="said")


def _owned(tokens: Sequence[Token], at: int) -> Report | None:
    """`Lee's claim that the ship was lost`; `his call for a vote`."""
    if not _leads_to_words(tokens, at):
        return None
    for owner in range(at - 1, max(-1, at - 2 - LONGEST_NAMING), -1):
        token = tokens[owner]
        if token.quotation >= 0 or not token.is_word or token.lower in PREPOSITIONS:
            return None
        if token.is_possessive or token.lower in OWNERS:
            phrase = _owner(tokens, owner)
            return _of_noun(tokens, at, phrase, "X’s claim that") if phrase else None
    return None


def _owner(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Whose the noun is, by the word at `at`: `Lee’s`, `his`."""
    if pronoun := OWNERS.get(tokens[at].lower):
        return Phrase(at, at + 1, tokens[at].text, "pronoun", head=pronoun)
    phrase = phrase_ending(tokens, at + 1, owning=True)
    return phrase if phrase and phrase.kind in NAMED else None


def _by_author(tokens: Sequence[Token], at: int) -> Report | None:
    """`a claim by Lee that the ship was lost`; `the statement from the ministry that`."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower not in {"by", "from"}:
        return None
    phrase = phrase_beginning(tokens, at + 2)
    if phrase is None or phrase.kind not in NAMED or not _leads_to_words(tokens, phrase.end - 1):
        return None
    return _of_noun(tokens, at, phrase, "a claim by X that")


def _leads_to_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether what was said follows: `claim that`, `promise to`."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return after in {"that", ":"} or (after == "to" and REPORTS_BY_NOUN.get(tokens[at].lower) == "promised")


def _of_noun(tokens: Sequence[Token], at: int, phrase: Phrase, rule: Rule) -> Report | None:
    """The report of a noun such as "claim", whose words follow it and whoever is named there."""
    begin = max(at + 1, phrase.end)
    while begin < len(tokens) and tokens[begin].lower in {"that", ":"}:
        begin += 1
    if len([t for t in tokens[begin:] if t.is_word]) < FEWEST:
        return None
    clause = Span(tokens[begin].start, tokens[-1].end)
    act = REPORTS_BY_NOUN[tokens[at].lower]
    return Report(at, tokens[at].text, Subject((phrase,), rule), clause, act=act)
