"""Parsing: the one seam to a dependency parser, which tells subjects better where one is installed.

The parser is spaCy with a model that the user has. Without one, nothing is missing but accuracy. The labels are those
of its English models (ClearNLP's: M.-C. de Marneffe and C. Manning, Stanford typed dependencies; J. Choi).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from search.attribution.lexicon import HANGING
from search.attribution.rules import Rule
from search.errors import SettingError
from search.model import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "that", "which", "whom"})
CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "pcomp", "prep"})  # these may have the subject of what they hang on
MOST_JOINED = 20  # speakers of one verb
DEEPEST = 6  # steps from a verb to the one whose subject it shares

Parsed = Any  # spaCy's tokens; it ships no types that say more


@dataclass(frozen=True, slots=True)
class Subjects:
    """The phrases that are a verb's subjects, by their places in the paragraph, and the rule's name."""

    places: tuple[Span, ...]
    rule: Rule


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
    """What the tree of a text tells."""
    verbs = {t.idx: found for t in document if t.pos_ in {"VERB", "AUX"} and (found := _subjects(t))}
    nouns = frozenset(t.idx for t in document if t.pos_ in {"NOUN", "PROPN", "ADJ"} or t.dep_ == "amod")
    roots = frozenset(t.idx for t in document if t.dep_ == "ROOT" and t.idx in verbs)
    return Parse(verbs, nouns, roots)


def _subjects(verb: Parsed) -> Subjects | None:
    """The subject of a verb: its own, the one that "who" stands for, or that of another verb."""
    own = _own_subject(verb)
    if own is None:
        return _shared(verb, DEEPEST)
    if _is_relative(own, verb):
        return Subjects(tuple(_places(verb.head)), "X, who said" if own.lower_ == "who" else "X that said")
    return Subjects(tuple(_places(own)), "X said" if own.i < verb.i else "said X")


def _own_subject(verb: Parsed) -> Parsed | None:
    """The word that is the subject of this verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _is_relative(subject: Parsed, verb: Parsed) -> bool:
    """Whether a subject is the "who" of the clause that its verb makes: `Lee, who said`."""
    return subject.lower_ in RELATIVES and verb.dep_ == "relcl"


def _shared(verb: Parsed, steps: int) -> Subjects | None:
    """The subject of the verb that this one is joined to or hangs on: `left and said`, `left, saying`."""
    head = verb.head
    if head is verb or steps == 0:
        return None
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _of_another(head, steps, "and said")
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        if head.pos_ == "PROPN" or head.head.pos_ != "VERB" or head.dep_ in SUBJECTS:
            return Subjects(tuple(_places(head)), "X saying")
        return _of_another(head.head, steps, "X ... saying")  # issued a statement saying
    return _of_another(head, steps, ", adding") if verb.dep_ in CLAUSES else None


def _of_another(verb: Parsed, steps: int, rule: Rule) -> Subjects | None:
    """The subject of another verb, by this rule."""
    own = _own_subject(verb)
    if own is None:
        shared = _shared(verb, steps - 1)
        return shared and Subjects(shared.places, rule)
    return Subjects(tuple(_places(verb.head if _is_relative(own, verb) else own)), rule)


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
    """The noun that "and" or a comma joins to this one: "advisers" to "friends"."""
    return next((child for child in noun.children if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}), None)


def _place(noun: Parsed) -> Span:
    """A noun with what stands before it and hangs on it, without relatives and appositions."""
    first, last = noun.left_edge, noun
    for child in noun.children:
        if child.i != last.i + 1:
            continue
        if child.dep_ == "prep" and child.lower_ in HANGING:
            last = child.right_edge
        elif child.dep_ in {"case", "nummod"}:
            last = child
    end = next((t for t in noun.doc[noun.i : last.i + 1] if t.text in ",;:()—–"), None)
    return Span(first.idx, end.idx if end is not None else last.idx + len(last))
