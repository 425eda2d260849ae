"""Subjects: who a verb of saying belongs to, by its place in the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search.attribution.cues import CUES
from search.attribution.lexicon import (
    BEING,
    DETERMINERS,
    FINITE,
    ISSUING,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    gender_of_name,
    singular,
)
from search.attribution.parsing import Parse
from search.attribution.phrases import Phrase, phrase_beginning, phrase_ending, phrase_within
from search.attribution.tokens import Sentence, Token
from search.attribution.verbs import Group

NAMED = frozenset({"name", "pronoun", "role", "organisation", "document"})  # kinds of phrases that plainly may speak
FIRST = NAMED - {"document"}
NEVER = frozenset(
    "us them me you this that these those which what there week month year day night nobody none one no-one no".split()
)
LEADING_IN = frozenset("by while after before in upon for on".split())  # "by saying", "before adding"
DASHES = frozenset({",", "—", "–", "-", "--"})
REACH = 15  # tokens between "who" and the verb of saying
LONGEST_INSERTION = 25  # tokens between the commas of "Lee, the minister, said"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks by the sentence: the phrases (several in "Lee and Ortiz said") and the rule that found them."""

    phrases: tuple[Phrase, ...]
    rule: str


def subject_of(sentence: Sentence, group: Group) -> Subject | None:
    """The subject of a verb; without phrases in "and added"; None if the verb reports nothing."""
    tokens, at, left = sentence.tokens, group.at, group.begin
    if sentence.parse and not _is_plain(tokens, group) and (subject := _parsed(tokens, at, sentence.parse)):
        return subject
    if CUES[tokens[at].lower].form == "participle" and not (left < at and tokens[left].lower in BEING):
        return _of_participle(tokens, at, left)
    follows_words = left == 0 or not tokens[left - 1].is_word or tokens[left - 1].quotation >= 0
    if follows_words:
        return _inserted(tokens, left) or _inverted(tokens, at) or _inherited(tokens, left)
    if tokens[left - 1].lower in {"as", "so", "thus"} and (subject := _inverted(tokens, at)):
        return subject
    return _before(tokens, left) or _inherited(tokens, left)


def _is_plain(tokens: Sequence[Token], group: Group) -> bool:
    """Whether the places of the words leave no doubt: `..., he told her`; `..., said Lee`; `Lee and Ortiz said`."""
    left = group.begin
    if left and (tokens[left - 1].text in DASHES or tokens[left - 1].quotation >= 0):
        after = _inverted(tokens, group.at)
        return after is not None and after.phrases[0].kind in {"name", "pronoun"}
    phrase = phrase_ending(tokens, left)
    if phrase is None or phrase.kind not in {"name", "pronoun"} or phrase.begin == 0 or phrase.head == "who":
        return False
    before = tokens[phrase.begin - 1]
    joined = before.lower == "and" and len(_alone_or_joined(tokens, phrase, "").phrases) > 1
    return joined or before.text == "," or before.quotation >= 0


def _parsed(tokens: Sequence[Token], at: int, parse: Parse) -> Subject | None:
    """The subject that a parser found, if it is one that can speak."""
    found = parse.verbs.get(tokens[at].start)
    if found is None:
        return None
    phrases = (phrase_within(tokens, place) for place in found.places)
    named = tuple(named_by_apposition(tokens, phrase) for phrase in phrases if phrase and phrase.head not in NEVER)
    if found.rule != "X said" and found.rule != "said X":
        named = tuple(phrase for phrase in named if phrase.kind in NAMED)
    if found.rule == "X that said" and not all(phrase.kind == "document" for phrase in named):
        return None
    if found.rule == "X, who said" and named and _is_a_crowd(named[0]) and tokens[named[0].end].text != ",":
        return None
    return Subject(named, found.rule) if named else None


def named_by_apposition(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The name that an apposition gives to a role: "the head of the agency, Ann Lee" is Ann Lee."""
    if phrase.kind not in {"role", "organisation"} or phrase.end + 1 >= len(tokens) or tokens[phrase.end].text != ",":
        return phrase
    apposition = phrase_beginning(tokens, phrase.end + 1)
    nameless = phrase.kind == "organisation" and phrase.name.islower()
    if nameless and apposition and apposition.kind in {"name", "organisation"} and not apposition.name.islower():
        return replace(phrase, name=apposition.name, end=apposition.end)
    if apposition is None or apposition.kind != "name" or phrase.kind == "organisation":
        return phrase
    if len(apposition.name.split()) == 1 and not apposition.role:
        return phrase
    role = " ".join(t.text for t in tokens[phrase.begin + phrase.definite : phrase.end])
    return Phrase(phrase.begin, apposition.end, phrase.words, "name", apposition.name, role, phrase.head)


def _before(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee said`, `Lee and Ortiz said`, `Lee, who said`, `advisers who have met Lee said`."""
    phrase = phrase_ending(tokens, left)
    if phrase is None:
        return _before_who(tokens, left)
    if phrase.head in {"that", "which"} and phrase.end - phrase.begin == 1:
        return None
    if phrase.head == "who":
        comma = phrase.begin > 0 and tokens[phrase.begin - 1].text == ","
        antecedent = phrase_ending(tokens, phrase.begin - comma)
        if antecedent is None or (not comma and _is_a_crowd(antecedent)):
            return None
        return Subject((antecedent,), "X, who said") if antecedent.kind in NAMED else None
    if phrase.begin and tokens[phrase.begin - 1].lower in PREPOSITIONS:
        return _above(tokens, phrase) or _if_it_speaks(tokens, phrase)
    return _if_it_speaks(tokens, phrase)


def _is_a_crowd(phrase: Phrase) -> bool:
    """Whether a relative tells which ones are meant, and reports nothing: "voters who say so"."""
    return phrase.kind != "name" and not phrase.definite and singular(phrase.head) != phrase.head


def _if_it_speaks(tokens: Sequence[Token], phrase: Phrase) -> Subject | None:
    if phrase.kind == "other":
        if by_relative := _before_who(tokens, phrase.end):
            return by_relative
        if phrase.head in NEVER or not (
            phrase.definite or singular(phrase.head) != phrase.head or _is_determined(tokens, phrase)
        ):
            return None
    return _alone_or_joined(tokens, phrase, "X said")


def _is_determined(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.begin].lower in DETERMINERS


def _subject_phrase(tokens: Sequence[Token], end: int) -> Phrase | None:
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
    return Subject((phrase,), "X who ... said") if phrase and phrase.kind in NAMED else None


def _alone_or_joined(tokens: Sequence[Token], phrase: Phrase, rule: str) -> Subject:
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
    return Subject((phrase,), rule)


def _inserted(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee, the finance minister, said`; where the insertion is the name, that: `the minister, Ann Lee, said`."""
    if left == 0 or tokens[left - 1].text not in DASHES | {")"} or tokens[left - 1].quotation >= 0:
        return None
    closing = tokens[left - 1].text
    opening = "(" if closing == ")" else closing
    for begin in range(left - 2, max(-1, left - LONGEST_INSERTION), -1):
        if tokens[begin].text == opening and tokens[begin].quotation < 0:
            if tokens[begin + 1].lower in FINITE:  # Lee, whose town, Asker, is flooded, said
                continue
            phrase = _before_apposition(tokens, _subject_phrase(tokens, begin))
            if phrase and (inner := _inner_name(tokens, begin, left, phrase)):
                return _alone_or_joined(tokens, inner, "X, in brief, said")
            if phrase is None or phrase.kind not in NAMED:
                if opening == "," and phrase is not None:
                    continue
                return None
            named = named_by_apposition(tokens, phrase)
            return _alone_or_joined(tokens, named, "X, in brief, said") if named.end <= left else None
    return None


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


def _inverted(tokens: Sequence[Token], at: int) -> Subject | None:
    """`said Lee`, `said the minister, Ann Lee`."""
    after_quotation = any(t.quotation >= 0 for t in tokens[max(0, at - 2) : at])
    if not after_quotation and not CUES[tokens[at].lower].may_be_inverted:
        return None
    after = at + 1
    while after < len(tokens) and tokens[after].lower in {"also", "then", "later"}:
        after += 1
    phrase = phrase_beginning(tokens, after)
    if phrase is None or phrase.kind not in NAMED or phrase.head in {"him", "her", "it", "i", "who"}:
        return None
    if phrase.end < len(tokens) and tokens[phrase.end].lower in FINITE:
        return None
    return Subject((named_by_apposition(tokens, phrase),), "said X")


def _inherited(tokens: Sequence[Token], left: int) -> Subject | None:
    """`Lee left the room and said`: the subject is that of the sentence."""
    before = tokens[left - 1].lower if left else ""
    return Subject((), "and said") if before in {"and", "but", ",", "or"} else None


def _of_participle(tokens: Sequence[Token], at: int, left: int) -> Subject | None:
    """`, adding that`; `was quoted as saying`."""
    before = tokens[left - 1] if left else None
    if before and before.lower == "as" and left >= 2 and tokens[left - 2].lower in {"quoted", "cited"}:
        subject = _before(tokens, left - 3) if left >= 4 and tokens[left - 3].lower in BEING else None
        return subject and Subject(subject.phrases, "X was quoted as saying")
    if before and (before.text in DASHES or before.quotation >= 0 or before.lower in LEADING_IN):
        return Subject((), ", adding")
    if before and before.is_word and CUES[tokens[at].lower].suffices and before.lower not in BEING:
        return Subject((), "X ... saying")
    return None


def issuer(tokens: Sequence[Token]) -> Phrase | None:
    """Who puts something out in a sentence: `On Monday the ministry issued a note`."""
    at = next((i for i, t in enumerate(tokens) if t.lower in ISSUING and t.quotation < 0), 0)
    phrase = phrase_ending(tokens, at) if at else None
    return phrase if phrase and phrase.kind == "organisation" else None


def _may_begin_a_subject(token: Token) -> bool:
    """Whether a word is neither an adverb nor a preposition: "However, ...", "In May, ...", "Citing her, ..."."""
    if token.lower.endswith("ing") or token.lower == "it" or token.lower in PREPOSITIONS:
        return False
    return (
        token.lower not in OPENERS or token.lower == "former" or token.lower in DETERMINERS or token.lower in PRONOUNS
    )


def _of_main_verb(tokens: Sequence[Token], parse: Parse) -> Phrase | None:
    """The subject of the main verb, where a parser found one that can speak."""
    verb = next((t.start for t in tokens if t.start in parse.roots and t.quotation < 0), None)
    place = parse.verbs[verb].places[0] if verb is not None else None
    phrase = phrase_within(tokens, place) if place else None
    return named_by_apposition(tokens, phrase) if phrase and phrase.kind in FIRST and phrase.head not in NEVER else None


def first_phrase(sentence: Sentence, until: int | None = None) -> Phrase | None:
    """The subject of a sentence, or of its tokens before `until`, by its place: the first phrase that can speak."""
    tokens = sentence.tokens if until is None else sentence.tokens[:until]
    if sentence.parse and (phrase := _of_main_verb(tokens, sentence.parse)):
        return phrase
    for begin, token in enumerate(tokens[:20]):
        starts = begin == 0 or tokens[begin - 1].text == "," or tokens[begin - 1].lower in {"and", "but", "when", "as"}
        if starts and token.quotation < 0 and token.is_word and _may_begin_a_subject(token):
            phrase = phrase_beginning(tokens, begin)
            if phrase and phrase.kind in FIRST and phrase.end < len(tokens):
                return named_by_apposition(tokens, phrase)
    return None
