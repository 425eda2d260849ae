"""Finding the subject of a verb: by a parser where there is one, else by its place in the sentence."""

from collections.abc import Sequence

from search.attribution.cues import CUES
from search.attribution.lexicon import BEING
from search.attribution.parsing import Parse
from search.attribution.phrases import Phrase, phrase_ending, phrase_within
from search.attribution.subjects.apart import behind_insertion, named_by_apposition, standing_after
from search.attribution.subjects.before import alone_or_joined, is_a_crowd, standing_before
from search.attribution.subjects.subject import DASHES, NAMED, NEVER, Subject
from search.attribution.tokens import Sentence, Token
from search.attribution.verbs import Group

LEADING_IN = frozenset("by while after before in upon for on".split())  # "by saying", "before adding"


def subject_of(sentence: Sentence, group: Group) -> Subject | None:
    """The subject of a verb; without phrases in "and added"; None if the verb reports nothing."""
    tokens, at, left = sentence.tokens, group.at, group.begin
    if sentence.parse and not _is_plain(tokens, group) and (subject := _parsed(tokens, at, sentence.parse)):
        return _behind_role(tokens, left, subject) or subject
    if CUES[tokens[at].lower].form == "participle" and not (left < at and tokens[left].lower in BEING):
        return _of_participle(tokens, at, left)
    follows_words = left == 0 or not tokens[left - 1].is_word or tokens[left - 1].quotation >= 0
    if follows_words:
        return behind_insertion(tokens, left) or standing_after(tokens, at) or _inherited(tokens, left)
    if tokens[left - 1].lower in {"as", "so", "thus"} and (subject := standing_after(tokens, at)):
        return subject
    return standing_before(tokens, left) or _inherited(tokens, left)


def _is_plain(tokens: Sequence[Token], group: Group) -> bool:
    """Whether the places of the words leave no doubt: `..., he told her`; `..., said Lee`; `Lee and Ortiz said`."""
    left = group.begin
    if left and (tokens[left - 1].text in DASHES or tokens[left - 1].quotation >= 0):
        after = standing_after(tokens, group.at)
        return after is not None and after.phrases[0].kind in {"name", "pronoun"}
    phrase = phrase_ending(tokens, left)
    if phrase is None or phrase.kind not in {"name", "pronoun", "role"} or phrase.begin == 0 or phrase.head == "who":
        return False
    before = tokens[phrase.begin - 1]
    joined = before.lower == "and" and len(alone_or_joined(tokens, phrase, "").phrases) > 1
    return joined or before.text == "," or before.quotation >= 0


def _behind_role(tokens: Sequence[Token], left: int, subject: Subject) -> Subject | None:
    """The name to which what a parser took for the subject is the apposition: "Ann Lee, then mayor, said"."""
    if subject.phrases[0].kind == "name" or left == 0 or tokens[left - 1].text != ",":
        return None
    outer = behind_insertion(tokens, left)
    named = outer and outer.phrases[0].kind == "name" and outer.phrases[0].begin < subject.phrases[0].begin
    return outer if named else None


def _parsed(tokens: Sequence[Token], at: int, parse: Parse) -> Subject | None:
    """The subject that a parser found, if it is one that can speak."""
    found = parse.verbs.get(tokens[at].start)
    if found is None:
        return None
    phrases = (phrase_within(tokens, place) for place in found.places)
    told = [phrase for phrase in phrases if phrase and NEVER.isdisjoint({phrase.head, phrase.words.lower()})]
    named = tuple(named_by_apposition(tokens, phrase) for phrase in told)
    if found.rule not in {"X said", "said X"}:
        named = tuple(phrase for phrase in named if phrase.kind in NAMED)
    if found.rule == "X that said" and not all(phrase.kind == "document" for phrase in named):
        return None
    if found.rule == "X, who said" and named and is_a_crowd(named[0]) and not _is_followed_by_comma(tokens, named[0]):
        return None
    return Subject(named, found.rule) if named else None


def _is_followed_by_comma(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.end < len(tokens) and tokens[phrase.end].text == ","


def _inherited(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee left the room and said`: the subject is that of the sentence."""
    before = tokens[left - 1].lower if left else ""
    return Subject((), "and said") if before in {"and", "but", ",", "or"} else None


def _of_participle(tokens: Sequence[Token], at: int, left: int) -> Subject | None:
    """`, adding that`; `was quoted as saying`."""
    before = tokens[left - 1] if left else None
    if before and before.lower == "as" and left >= 2 and tokens[left - 2].lower in {"quoted", "cited"}:
        subject = standing_before(tokens, left - 3) if left >= 4 and tokens[left - 3].lower in BEING else None
        return subject and Subject(subject.phrases, "X was quoted as saying")
    if before and (before.text in DASHES or before.quotation >= 0 or before.lower in LEADING_IN):
        return Subject((), ", adding")
    if before and before.is_word and CUES[tokens[at].lower].suffices and before.lower not in BEING:
        return Subject((), "X ... saying")
    return None
