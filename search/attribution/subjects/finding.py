"""Finding the subject of a verb: by a parser where there is one, else by its place in the sentence."""

from collections.abc import Sequence

from search.attribution.cues import CUES
from search.attribution.lexicon import BEING, LEADING_IN, NEVER_SPEAKING
from search.attribution.parsing import Parse
from search.attribution.phrases import Phrase, phrase_ending, phrase_within
from search.attribution.rules import Rule
from search.attribution.subjects.apart import behind_insertion, named_by_apposition, standing_after
from search.attribution.subjects.before import alone_or_joined, is_a_crowd, standing_before
from search.attribution.subjects.subject import DASHES, NAMED, Subject
from search.attribution.tokens import Sentence, Token
from search.attribution.verbs import Group


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
    joined = before.lower == "and" and len(alone_or_joined(tokens, phrase, "X said").phrases) > 1
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
    within = (phrase_within(tokens, place) for place in found.places)
    told = (phrase for phrase in within if phrase and NEVER_SPEAKING.isdisjoint({phrase.head, phrase.words.lower()}))
    named = (named_by_apposition(tokens, phrase) for phrase in told)
    direct = found.rule in {"X said", "said X"}
    phrases = tuple(phrase for phrase in named if direct or phrase.kind in NAMED)
    if not phrases or _tells_which(tokens, phrases, found.rule):
        return None
    return Subject(phrases, found.rule)


def _tells_which(tokens: Sequence[Token], phrases: Sequence[Phrase], rule: Rule) -> bool:
    """Whether a relative tells which ones are meant, and reports nothing: "the plan that said", "voters who say so"."""
    if rule == "X saying":
        return any(phrase.kind != "name" for phrase in phrases)
    if rule == "X that said":
        return any(phrase.kind != "document" for phrase in phrases)
    end = phrases[0].end
    comma = end < len(tokens) and tokens[end].text == ","
    return rule == "X, who said" and is_a_crowd(phrases[0]) and not comma


def _inherited(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee left the room and said`: the subject is that of the sentence."""
    before = tokens[left - 1].lower if left else ""
    return Subject((), "and said") if before in {"and", "but", ",", "or"} else None


def _of_participle(tokens: Sequence[Token], at: int, left: int) -> Subject | None:
    """`, adding that`; `was quoted as saying`."""
    if left == 0:
        return None
    before = tokens[left - 1]
    if before.lower == "as" and left >= 2 and tokens[left - 2].lower in {"quoted", "cited"}:
        return _quoted(tokens, left - 3)
    if before.text in DASHES or before.quotation >= 0 or before.lower in LEADING_IN:
        return Subject((), ", adding")
    says = before.is_word and CUES[tokens[at].lower].suffices and before.lower not in BEING
    return Subject((), "X ... saying") if says else None


def _quoted(tokens: Sequence[Token], at: int) -> Subject | None:
    """`Lee was quoted as saying`, whose "was" stands at `at`."""
    subject = standing_before(tokens, at) if at > 0 and tokens[at].lower in BEING else None
    return subject and Subject(subject.phrases, "X was quoted as saying")
