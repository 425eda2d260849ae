"""Cues: the verbs of saying, by lemma, with their forms and what each needs to be one."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from search.errors import SettingError
from search.tables import Table

Form = Literal["base", "present", "past", "participle"]  # say, says, said, saying

NEEDS = ("nothing", "quotation", "opinion", "object", "infinitive", "inverted", "person", "listener", "declinable")

_table = Table(Path(__file__).parent / "cues.toml")
_irregular = _table.section("irregular")
_needs = {need: _table.words("needs", need) for need in NEEDS}
_unless = {word: _table.words("unless_before", word) for word in _table.section("unless_before")}
_kinds = {verb: kind for kind in reversed(_table.section("kinds")) for verb in _table.words("kinds", kind)}
ACTS = frozenset({*_kinds.values(), "declined"})  # what a verb makes of the words, or that there are none
TAKES_NOUN, NOUNS = _table.words("with_nouns", "verbs"), _table.words("with_nouns", "nouns")
STATES, VIEWS = _table.words("states", "adjectives"), _table.words("views", "nouns")
# The nouns that report, and what each makes of the words: "claim", "claims": claimed.
REPORTS_BY_NOUN = {
    word: act for act in _table.section("nouns") for noun in _table.words("nouns", act) for word in (noun, f"{noun}s")
}

_named = TAKES_NOUN.union(_irregular, *_needs.values(), *_unless.values())
if homeless := sorted(_named - set(_kinds)):
    raise SettingError(f"{_table.path}: {', '.join(homeless)} stands in no list under [kinds]; put it there first")
if actless := sorted(set(_table.names("nouns")).difference(_table.names("kinds"))):
    raise _table.unknown(("nouns", actless[0]), _table.names("kinds"))
if odd := [verb for verb, told in _irregular.items() if not re.fullmatch(r"\S+s( \S+)+ \S+ing", told)]:
    raise _table.fault(("irregular", odd[0]), 'is not present, pasts and participle; write such as "says said saying"')
_table.refuse_others()


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a verb of saying: its lemma, what it makes of the words (said, denied ...), and its form."""

    lemma: str
    kind: str
    form: Form

    @property
    def suffices(self) -> bool:
        """Whether the verb alone reports speech."""
        return self.lemma in _needs["nothing"]

    @property
    def needs_quotation(self) -> bool:
        """Whether it does so with quoted words only."""
        return self.lemma in _needs["quotation"]

    @property
    def takes_object(self) -> bool:
        """Whether a thing after it is what was said: "denied the report"."""
        return self.lemma in _needs["object"]

    def is_another_before(self, word: str) -> bool:
        """Whether with this word after it the verb means something else: "added to the debt"."""
        return self.lemma in _unless.get(word, ())

    @property
    def may_be_inverted(self) -> bool:
        """Whether it may stand before its subject without quoted words: "Rates will fall, said Lee"."""
        return self.lemma in _needs["inverted"]

    @property
    def takes_person(self) -> bool:
        """Whether whoever follows is spoken to or of, and does not speak: "thanked the crew"."""
        return self.lemma in _needs["person"]

    @property
    def takes_listener(self) -> bool:
        """Whether whom it is said to follows, before what is said: "told the crew that"."""
        return self.lemma in _needs["listener"]

    @property
    def is_of_opinion(self) -> bool:
        """Whether it may tell of a mind and not of words, unless it stands as "Lee said" does: "..., Lee believes"."""
        return self.lemma in _needs["opinion"]

    @property
    def may_be_declined(self) -> bool:
        """Whether not doing it is on record, too: "declined to comment", "did not say when"."""
        return self.lemma in _needs["declinable"]

    @property
    def takes_infinitive(self) -> bool:
        """Whether "to do" after it is what was said: "promised to resign"."""
        return self.lemma in _needs["infinitive"]


def forms(verb: str) -> tuple[str, str, str]:
    """The regular present, past and participle of a verb.

    >>> forms("deny"), forms("urge"), forms("remark"), forms("stress")
    (('denies', 'denied', 'denying'), ('urges', 'urged', 'urging'), ('remarks', 'remarked', 'remarking'), \
('stresses', 'stressed', 'stressing'))
    """
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    present = f"{verb}es" if re.search(r"(s|x|sh|ch)$", verb) else f"{verb}s"
    stem = verb.removesuffix("e")
    return present, f"{stem}ed", f"{stem}ing"


def _cues() -> dict[str, Cue]:
    """The cues by their forms; a form that two verbs share is the later one's."""
    cues: dict[str, Cue] = {}
    for verb, kind in _kinds.items():
        present, *past, participle = _irregular.get(verb, " ".join(forms(verb))).split()
        by_form: dict[Form, list[str]] = {
            "base": [verb],
            "present": [present],
            "participle": [participle],
            "past": past,
        }
        cues |= {word: Cue(verb, kind, form) for form, words in by_form.items() for word in words}
    return cues


CUES = _cues()
"""Every form of every verb of saying, in small letters."""
