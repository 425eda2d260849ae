"""Sources: those who may speak in an article, and what may stand for them: "he", "the analyst", "the ministry"."""

from dataclasses import dataclass

from search.attribution.differences import places_in, portfolios_in, ranks_in
from search.attribution.genders import gender_of_role
from search.attribution.lexicon import OWNERS, PREPOSITIONS, ROLE_CLASSES
from search.attribution.nouns import class_of, is_a_doer, role_head, singular
from search.attribution.phrases import Phrase
from search.attribution.register import Person
from search.model import Speaker

NO_PART_OF_A_ROLE = frozenset({"the", "a", "an", "one", "some", *OWNERS})
INTRODUCING = ("a ", "an ", "one ", "another ")
Source = Person | Speaker

# How sure each way of telling a speaker is, 0 to 1. The first five are the shares right on PolNeAR's dev half, where
# its marks can tell; the rest are by judgement, for there the marks name the role and not who bears it.
SURE = {
    "named": 0.93,
    "organisation": 0.89,
    "pronoun": 0.87,
    "thing": 0.55,
    "piece": 0.65,
    "transcript": 0.9,
    "signature": 0.95,
    "unnamed": 0.8,
    "role": 0.8,
    "answer": 0.7,
    "document": 0.6,
    "near": 0.6,
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a phrase stands for, the paragraph in which that one was named, and how sure this is (0 to 1)."""

    source: Source
    paragraph: int
    confidence: float


def may_be(source: Source, gender: str) -> bool:
    """Whether "he" or "she" may be this one."""
    if isinstance(source, Person):
        return source.is_certain and source.gender in {"", gender}
    head = source.name.partition(" of ")[0].partition(" for ")[0].split()[-1:]
    one = any(role_head(word) == word.casefold() or is_a_doer(word) for word in head)
    return source.kind == "unnamed" and one and gender_of_role(source.name) in {"", gender}


def may_fit(source: Source, gender: str) -> bool:
    """Whether nothing is known that speaks against this gender."""
    return not gender or not isinstance(source, Person) or source.gender in {"", gender}


def bears(source: Source, head: str) -> bool:
    """Whether the article gave this role to somebody: "the minister" to Ann Lee."""
    if isinstance(source, Person):
        return head in source.heads
    return source.kind == "unnamed" and source.name.casefold().split()[-1] == head


def of_the_same(source: Source, phrase: Phrase) -> bool:
    """Whether nothing says that the roles differ: the head of the bank is not the head of the police."""
    role = source.role if isinstance(source, Person) else source.name
    if ranks_in(role) != ranks_in(phrase.words):
        return False
    if (mine := portfolios_in(role)) and (asked := portfolios_in(phrase.words)) and mine.isdisjoint(asked):
        return False
    theirs, ours = (words.casefold().partition(" of ")[2] for words in (role, phrase.words))
    return not (theirs and ours) or bool(set(theirs.split()) & set(ours.split()) - {"the", "of"})


def leads_one_of(source: Source, places: frozenset[str]) -> bool:
    """Whether somebody leads one of these places by the role that the article gave."""
    if not isinstance(source, Person):
        return False
    return bool(source.heads & ROLE_CLASSES["leader"] and places & places_in(source.role))


def may_bear(source: Source, head: str) -> bool:
    """Whether somebody of whom no role is known, or one of the same kind, may be called so: "the engineer"."""
    return isinstance(source, Person) and (not source.heads or class_of(head) in {class_of(h) for h in source.heads})


def is_introduced(source: Source) -> bool:
    """Whether somebody unnamed was brought in by "a" or "one": "a senior official"."""
    return isinstance(source, Speaker) and source.forms[0].lower().startswith(INTRODUCING)


def words_shared(source: Source, phrase: Phrase) -> int:
    """How many words of a role two phrases share: "the Iraqi president" is not the American one."""
    role = source.role if isinstance(source, Person) else source.name
    return len({w.casefold() for w in role.split()} & {w.casefold() for w in phrase.words.split()})


def is_a_house(source: Source) -> bool:
    """Whether it is an organisation."""
    return isinstance(source, Speaker) and source.kind == "organisation"


def may_be_called(source: Source, phrase: Phrase) -> bool:
    """Whether "the office", or "the press office" with all its words, may stand for an organisation."""
    words = {singular(word.casefold()) for word in source.name.split()}
    own = {singular(word) for word in phrase.name.casefold().split()} - {phrase.head}
    return phrase.head in words and own <= words


def unnamed_speaker(phrase: Phrase) -> Speaker:
    """A phrase as the speaker that it names by no name: "a senior official" as "senior official"."""
    words = phrase.words.split()
    counted = len(words) > 1 and words[1].lower() in PREPOSITIONS  # one of the advisers
    bare = words[1:] if words[0].lower() in NO_PART_OF_A_ROLE and not counted else words
    return Speaker(" ".join(bare) or phrase.words, "unnamed", "", (phrase.words,))


def speaker_of(source: Source) -> Speaker:
    """The speaker that a statement carries."""
    if isinstance(source, Speaker):
        return source
    return Speaker(source.name, "person", source.role, tuple(source.forms))
