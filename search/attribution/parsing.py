"""Parsing: the one seam to a dependency parser, which tells subjects better where one is installed.

The parser is spaCy with a model that the user has. Without one, nothing is missing but accuracy. The labels are those
of its English models (ClearNLP's: M.-C. de Marneffe and C. Manning, Stanford typed dependencies; J. Choi).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from search.errors import SettingError
from search.model import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "that", "which", "whom"})
CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "pcomp", "prep"})  # these may have the subject of what they hang on
HANGING = frozenset(
    {"of", "for", "from", "at", "in", "with", "on"}
)  # what they bring belongs to the phrase before them
MOST_JOINED = 20  # speakers of one verb
DEEPEST = 6  # steps from a verb to the one whose subject it shares

Parsed = Any  # spaCy's tokens; it ships no types that say more


@dataclass(frozen=True, slots=True)
class Subjects:
    """The phrases that are a verb's subjects, by their places in the paragraph, and the rule's name."""

    places: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Parse:
    """What a parser tells of a paragraph: the subjects of each verb, by its place, and the places of nouns."""

    verbs: Mapping[int, Subjects] = field(default_factory=dict)
    nouns: frozenset[int] = frozenset()
    roots: frozenset[int] = frozenset()
    """The places of main verbs."""


class Parser:
    """A loaded model."""

    def __init__(self, model: str) -> None:
        try:
            import spacy

            self._nlp = spacy.load(model, exclude=["ner", "lemmatizer"])
        except Exception as error:  # whatever the code of somebody's model raises
            raise _unfit(model, str(error).splitlines()[0] if str(error) else type(error).__name__) from None
        if missing := _missing(self._nlp):
            raise _unfit(model, missing)

    def parses(self, texts: Sequence[str]) -> Iterator[Parse]:
        """What the parser tells of each text."""
        for document in self._nlp.pipe(_with_plain_marks(text) for text in texts):
            yield _parse(document)


def _missing(nlp: Parsed) -> str:
    """What a loaded pipeline lacks to tell the subjects of English verbs; "" if nothing."""
    if nlp.lang != "en":
        return f"its language is {nlp.lang!r} and not English"
    if not nlp.has_pipe("parser") or "nsubj" not in nlp.get_pipe("parser").labels:
        return "it has no trained dependency parser"
    return "" if nlp.has_pipe("tagger") or nlp.has_pipe("morphologizer") else "it has no tagger"


def _unfit(model: str, reason: str) -> SettingError:
    return SettingError(
        f"ONRECORD_PARSER is {model!r}, and that is of no use ({reason}); install the extra onrecord[parser] and an "
        "English model of spaCy, and name that, or leave the setting empty"
    )


def _with_plain_marks(text: str) -> str:
    """The text with the marks that models know, each as long as it was."""
    return text.replace("''", '" ').replace("``", ' "').replace("’", "'")


def _parse(document: Parsed) -> Parse:
    verbs = {t.idx: found for t in document if t.pos_ in {"VERB", "AUX"} and (found := _subjects(t))}
    nouns = frozenset(t.idx for t in document if t.pos_ in {"NOUN", "PROPN", "ADJ"} or t.dep_ == "amod")
    roots = frozenset(t.idx for t in document if t.dep_ == "ROOT" and t.idx in verbs)
    return Parse(verbs, nouns, roots)


def _subjects(verb: Parsed) -> Subjects | None:
    own = [t for t in verb.children if t.dep_ in SUBJECTS]
    if own and own[0].lower_ in RELATIVES and verb.dep_ == "relcl":
        rule = "X, who said" if own[0].lower_ == "who" else "X that said"
        return Subjects(tuple(_places(verb.head)), rule)
    if own:
        return Subjects(tuple(_places(own[0])), "X said" if own[0].i < verb.i else "said X")
    return _shared(verb, DEEPEST)


def _shared(verb: Parsed, steps: int) -> Subjects | None:
    """The subject of the verb that this one is joined to or hangs on: `left and said`, `left, saying`."""
    head = verb.head
    if head is verb or steps == 0:
        return None
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        found = _subjects_above(head, steps)
        return found and Subjects(found.places, "and said")
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        if head.pos_ == "PROPN" or head.head.pos_ != "VERB" or head.dep_ in SUBJECTS:
            return Subjects(tuple(_places(head)), "X saying")
        found = _subjects_above(head.head, steps)  # issued a statement saying
        return found and Subjects(found.places, "X ... saying")
    if verb.dep_ in CLAUSES:
        found = _subjects_above(head, steps)
        return found and Subjects(found.places, ", adding")
    return None


def _subjects_above(head: Parsed, steps: int) -> Subjects | None:
    own = [t for t in head.children if t.dep_ in SUBJECTS]
    if own and own[0].lower_ in RELATIVES and head.dep_ == "relcl":
        return Subjects(tuple(_places(head.head)), "")
    return Subjects(tuple(_places(own[0])), "") if own else _shared(head, steps - 1)


def _places(noun: Parsed) -> Iterator[Span]:
    """The phrase of a noun, and those joined to it: names each by itself, others as one: "friends and advisers"."""
    joined = [noun]
    while len(joined) < MOST_JOINED and (following := _joined_to(joined[-1])) is not None:
        joined.append(following)
    if all(one.pos_ == "NOUN" for one in joined):
        yield Span(_place(noun).start, _place(joined[-1]).end)
    else:
        yield from map(_place, joined)


def _joined_to(noun: Parsed) -> Parsed | None:
    return next((child for child in noun.children if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}), None)


def _place(noun: Parsed) -> Span:
    """A noun with what stands before it and hangs on it, without relatives and appositions."""
    first, last = noun.left_edge, noun
    for child in noun.children:
        if child.i == last.i + 1 and child.dep_ in {"case", "nummod", "prep"} and _hangs(child):
            last = child.right_edge if child.dep_ == "prep" else child
    end = next((t for t in noun.doc[noun.i : last.i + 1] if t.text in ",;:()—–"), None)
    return Span(first.idx, end.idx if end is not None else last.idx + len(last))


def _hangs(child: Parsed) -> bool:
    return child.dep_ != "prep" or child.lower_ in HANGING
