"""Reports: where a sentence says, by a verb or by another word, that somebody said something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.attribution.clauses import clause_of, is_trailing, rest
from search.attribution.cues import CUES, NOUNS, TAKES_NOUN, Cue
from search.attribution.lexicon import BEING, DETERMINERS, DOCUMENTS, FINITE, PREPOSITIONS, QUESTION_WORDS, singular
from search.attribution.namings import NAMING, naming
from search.attribution.phrases import STANDING_ALONE, Phrase, phrase_beginning
from search.attribution.report import Report
from search.attribution.subjects import NAMED, Subject, named_by_apposition, subject_of
from search.attribution.tokens import Sentence, Token
from search.attribution.verbs import Group, group_of, is_between
from search.model import Span

TELLING = NAMING.union(CUES)
REACH = 9  # tokens after a verb in which a clause shows that it has a verb of its own


def reports_of(sentence: Sentence) -> tuple[Report, ...]:
    """The reports of a sentence, in the order of their verbs."""
    tokens = sentence.tokens
    places = [i for i, token in enumerate(tokens) if token.quotation < 0 and token.lower in TELLING]
    found = [report for at in places if (report := _report(sentence, at))]
    return tuple(_without_overlap(found))


def _without_overlap(reports: list[Report]) -> Iterator[Report]:
    """A participle or an inserted verb inside another's clause leaves that clause to the first."""
    for n, report in enumerate(reports):
        inside = any(r.clause and report.clause and r.clause.end >= report.clause.end for r in reports[:n])
        inside = inside and report.subject.rule not in {"according to X", "X’s claim that"}
        yield replace(report, clause=None) if inside else report


def _report(sentence: Sentence, at: int) -> Report | None:
    tokens = sentence.tokens
    cue = CUES.get(tokens[at].lower)
    if cue is None or (at > 0 and tokens[at].is_name_like) or _is_noun(sentence, at, cue):
        return naming(sentence, at)
    return _passive(tokens, at, cue) or _verbal(sentence, at, cue)


def _is_noun(sentence: Sentence, at: int, cue: Cue) -> bool:
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


MAY_PRECEDE_A_BASE = frozenset("i we they who you to not n't never people police those there here".split())
NEVER_A_SUBJECT = ((DETERMINERS - STANDING_ALONE) | PREPOSITIONS) - {"to"}
LONGEST_PAIR = 8  # tokens of "Ann Lee and Maria Ortiz"


def _may_be_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before a base form is a plural, or a word that asks for one: "experts say", "did not say"."""
    last = at - 1
    while last > 0 and is_between(tokens, last):
        last -= 1
    word = tokens[last].lower
    if word in MAY_PRECEDE_A_BASE | STANDING_ALONE or word.endswith(("s", "n't", "n’t")) or word[0].isdigit():
        return True
    pair = tokens[max(0, last - LONGEST_PAIR) : last]
    return tokens[last].is_name_like and any(t.lower == "and" for t in pair)


def _verbal(sentence: Sentence, at: int, cue: Cue) -> Report | None:
    """`Lee said`, in all its orders."""
    tokens = sentence.tokens
    group = group_of(tokens, at)
    subject = subject_of(sentence, group) if group else None
    if group is None or subject is None:
        return None
    if group.declined:
        return _declined(tokens, group, subject)
    if group.begin == at and len(subject.phrases) == 1 and not _agrees(cue, subject.phrases[0]):
        return None
    if not _reports(sentence, at, cue, subject):
        return None
    clause = clause_of(tokens, at, subject)
    if clause is None and not sentence.quotations and not cue.suffices:
        return None
    return Report(at, tokens[at].text, subject, clause, cue.kind)


def _agrees(cue: Cue, phrase: Phrase) -> bool:
    """Whether subject and verb agree in number; where they do not, the verb is a noun: "the Lee report", "states"."""
    if cue.form == "base":
        return phrase.kind != "name" or phrase.name.endswith("s")
    plural = singular(phrase.head) != phrase.head or phrase.head in STANDING_ALONE - {"one", "another"}
    return cue.form != "present" or phrase.kind != "role" or not plural


def _declined(tokens: Sequence[Token], group: Group, subject: Subject) -> Report | None:
    """`Lee declined to comment`; `the ministry did not say when`: that, too, is on record."""
    if not subject.phrases:
        return None
    words = " ".join(t.text for t in tokens[group.begin : group.at + 1])
    return Report(group.at, words, subject, Span(tokens[group.begin].start, tokens[-1].end), "declined")


def _passive(tokens: Sequence[Token], at: int, cue: Cue) -> Report | None:
    """`This was announced by Lee`: the words are those of the sentence before, unless the sentence has its own."""
    before = at - 1
    while before > 0 and tokens[before].lower in {"first", "also", "later", "earlier"}:
        before -= 1
    if cue.form != "past" or at == 0 or tokens[before].lower not in BEING | {"as"}:
        return None
    phrase = _agent(tokens, at)
    if phrase is None or phrase.kind not in NAMED:
        return None
    if tokens[before].lower == "as":
        return Report(at, tokens[at].text, Subject((phrase,), "as said by X"), rest(tokens, before, phrase), cue.kind)
    about_before = tokens[0].lower in {"this", "such", "it", "that", "these"}
    subject = Subject((named_by_apposition(tokens, phrase),), "was said by X")
    clause = None if about_before else Span(tokens[0].start, tokens[before].start)
    return Report(at, tokens[at].text, subject, clause, cue.kind, previous=about_before)


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    """`by Lee`; `in the statement of the ministry`."""
    for i in range(at + 1, min(at + 10, len(tokens))):
        if tokens[i].lower == "by":
            return phrase_beginning(tokens, i + 1)
        if tokens[i].lower == "of" and tokens[at + 1].lower == "in" and tokens[i - 1].lower in DOCUMENTS:
            return phrase_beginning(tokens, i + 1)
    return None


def _reports(sentence: Sentence, at: int, cue: Cue, subject: Subject) -> bool:
    """Whether the verb here reports speech, by what it needs and what follows."""
    tokens = sentence.tokens
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if cue.is_another_before(after) or (cue.lemma == "quote" and any(p.head == "i" for p in subject.phrases)):
        return False
    if cue.lemma == "point":
        return after in {"out", "to"}
    if sentence.quotations and _touches_quotation(sentence, at):
        return True
    plain = any(phrase.kind in NAMED for phrase in subject.phrases) or not subject.phrases
    if not plain and not (
        cue.suffices or is_trailing(tokens, at, subject) or after == ":" or (after == "that" and cue.form != "present")
    ):
        return False
    if after in {"itself", "himself", "herself", "themselves"}:
        return False
    if cue.lemma == "call" and _calls_names(tokens, at, plain=plain):
        return plain
    if cue.form == "participle" and any(phrase.head == "it" for phrase in subject.phrases):  # it is demanding
        return False
    if _is_of_the_words(tokens, at, subject):
        return False
    if cue.lemma == "call" and after in {"for", "on", "upon"}:
        return True
    if cue.lemma in TAKES_NOUN:
        return any(t.lower in NOUNS for t in tokens[at + 1 : at + 6])
    trailing = is_trailing(tokens, at, subject)
    if cue.is_of_opinion:
        return trailing
    if cue.needs_quotation:
        return after == "that" or (trailing and bool(subject.phrases))
    if (cue.takes_object and subject.phrases) or after in {"about", "of"}:
        return True
    if cue.suffices or trailing or after in QUESTION_WORDS or after == ":":
        return True
    if cue.takes_infinitive and any(t.lower == "to" for t in tokens[at + 1 : at + 6]):
        return True
    ahead = [t.lower for t in tokens[at + 1 : at + 1 + REACH]]
    return any(word == "that" or word in FINITE for word in ahead)


def _calls_names(tokens: Sequence[Token], at: int, *, plain: bool) -> bool:
    """Whether "called" says what somebody thinks of somebody: "called Lee a liar"; nobody else calls."""
    ahead = tokens[at + 2 : at + 7]
    return not plain or any(t.lower in {"a", "an"} and t.quotation < 0 for t in ahead)


def _is_of_the_words(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether a clause is about words and reports none: "what Lee said", "everything she says"."""
    begin = min([at, *(p.begin for p in subject.phrases)])
    return begin > 0 and tokens[begin - 1].lower in OF_THE_WORDS


OF_THE_WORDS = frozenset("what everything anything something whatever how why than if whether unless until".split())


def _touches_quotation(sentence: Sentence, at: int) -> bool:
    """Whether no other verb of saying stands between this one and a quotation."""
    tokens = sentence.tokens
    for direction in (range(at + 1, len(tokens)), range(at - 1, -1, -1)):
        for i in direction:
            if tokens[i].quotation >= 0:
                return True
            if tokens[i].lower in CUES and CUES[tokens[i].lower].suffices:
                break
    return False
