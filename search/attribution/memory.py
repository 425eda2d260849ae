"""Memory: who was spoken of last, and so whom "he", "the analyst" or a bare quotation stands for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from search.attribution.differences import places_in
from search.attribution.genders import gender_of_role
from search.attribution.lexicon import GENERIC, OWNERS, PRONOUNS, PUT_OUT, ROLE_CLASSES, Gender
from search.attribution.nouns import class_of
from search.attribution.phrases import Phrase
from search.attribution.register import Person, Register
from search.attribution.sources import (
    SURE,
    Resolved,
    Source,
    bears,
    is_a_house,
    is_introduced,
    leads_one_of,
    may_be,
    may_be_called,
    may_bear,
    may_fit,
    of_the_same,
    unnamed_speaker,
    words_shared,
)
from search.model import Speaker

LATELY = 2  # paragraphs in which "a politician" may still be "the politician", and somebody named "he"
REACH = 40  # mentions back: further back, "he" is somebody else
Fits = Callable[[Source], bool]


class Memory:
    """What an attentive reader remembers while going through an article once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.spoken_of: list[Resolved] = []
        self.speaker: Resolved | None = None

    def mention(self, source: Source, paragraph: int) -> None:
        """Somebody was spoken of."""
        self.spoken_of.append(Resolved(source, paragraph, 1.0))
        del self.spoken_of[:-REACH]

    def spoke(self, resolved: Resolved) -> None:
        """Somebody spoke."""
        self.speaker = resolved
        if isinstance(resolved.source, Person):
            resolved.source.acts = True
        self.mention(resolved.source, resolved.paragraph)

    def is_known(self, phrase: Phrase) -> bool:
        """Whether a capital at the start of a sentence is a name's: of one word only if it is named elsewhere, too."""
        return phrase.kind != "name" or " " in phrase.name or bool(self.register.find(phrase.name))

    def resolve(self, phrase: Phrase, paragraph: int) -> Resolved | None:
        """Whom a phrase stands for; None if that cannot be told."""
        match phrase.kind:
            case "name":
                return self._named(phrase, paragraph)
            case "role" if self._is_surname(phrase):
                return self._named(phrase._replace(name=phrase.words), paragraph)
            case "pronoun":
                return self._pronoun(phrase)
            case "role":
                return self._role(phrase, paragraph)
            case "document":
                return self._document(phrase, paragraph)
            case "organisation" | "other":
                return self._organisation(phrase, paragraph)

    def _is_surname(self, phrase: Phrase) -> bool:
        """Whether what looks like a title is the name of somebody here: "King said", where a Mary King is named."""
        alone = " " not in phrase.words and phrase.words[0].isupper()
        return alone and self.register.find(phrase.words) is not None

    def _named(self, phrase: Phrase, paragraph: int) -> Resolved:
        """The person of this name, who may be new."""
        person = self.register.find(phrase.name) or self.register.new(phrase.name, paragraph)
        person.learn(phrase.name, phrase.role)
        return Resolved(person, paragraph, SURE["named"])

    def _pronoun(self, phrase: Phrase) -> Resolved | None:
        """Whom "he", "she", "they", "it" stand for; None for "we", "who"."""
        if phrase.head == "they":
            return self._last(lambda source: isinstance(source, Speaker))
        if phrase.head == "it":
            return self._last(is_a_house)
        gender = PRONOUNS.get(phrase.head, "")
        return self._he_or_she(gender) if gender else None

    def _he_or_she(self, gender: Gender) -> Resolved | None:
        """The last of whom that may be said; a person named before somebody unnamed who is called "the" something."""
        last = self._last(lambda source: may_be(source, gender))
        if last is None or isinstance(last.source, Person) or not last.source.forms[0].lower().startswith("the "):
            return last
        person = self._last(lambda source: isinstance(source, Person) and may_be(source, gender))
        return person if person and person.paragraph >= last.paragraph - LATELY else last

    def _last(self, fits: Fits) -> Resolved | None:
        """Who of those that fit was spoken of last."""
        found = next((r for r in reversed(self.spoken_of) if fits(r.source)), None)
        return found and replace(found, confidence=SURE["pronoun"])

    def _role(self, phrase: Phrase, paragraph: int) -> Resolved:
        """Who bears this role by the article, the latest spoken of first; else somebody unnamed.

        A role that the article gave to nobody is not guessed: it stays as the text has it.
        """
        owned = phrase.words.split()[0].lower() in OWNERS  # her husband is nobody who was named
        known = None if owned or phrase.is_plural or not phrase.definite else self._bearer(phrase, paragraph)
        return known or Resolved(unnamed_speaker(phrase), paragraph, SURE["unnamed"])

    def _bearer(self, phrase: Phrase, paragraph: int) -> Resolved | None:
        """Who bears the role: somebody named, or lately brought in; who is meant by it in other words; or anybody."""
        gender = gender_of_role(phrase.words)
        recent = [r for r in reversed(self.spoken_of) if may_fit(r.source, gender)]
        bearers = [r for r in recent if bears(r.source, phrase.head) and of_the_same(r.source, phrase)]
        people = [r for r in bearers if isinstance(r.source, Person)]
        lately = [r for r in bearers if is_introduced(r.source) and r.paragraph >= paragraph - LATELY]
        if found := people or lately:
            return replace(max(found, key=lambda r: words_shared(r.source, phrase)), confidence=SURE["role"])
        if by_another := self._by_another_word(phrase, recent, paragraph):
            return replace(by_another, confidence=SURE["near"])
        return replace(bearers[0], confidence=SURE["role"]) if bearers else None

    def _by_another_word(self, phrase: Phrase, recent: Sequence[Resolved], paragraph: int) -> Resolved | None:
        """Who is meant by a role in other words: an analyst is "the expert", a US president "the American leader"."""
        people = [r for r in recent if isinstance(r.source, Person)]
        here = (r for r in people if r.paragraph == paragraph and may_bear(r.source, phrase.head))
        speaker = self.speaker
        if class_of(phrase.head) == "expert" and speaker and isinstance(speaker.source, Person):
            fits = may_bear(speaker.source, phrase.head) and may_fit(speaker.source, gender_of_role(phrase.words))
            return next(here, speaker if fits else None)
        if places := places_in(phrase.words):
            leads = phrase.head in ROLE_CLASSES["leader"]
            return next((r for r in people if leads and leads_one_of(r.source, places)), None)
        plain = phrase.end - phrase.begin == 2 and phrase.head not in ROLE_CLASSES["hidden"]
        return next(here, None) if plain else None

    def _organisation(self, phrase: Phrase, paragraph: int) -> Resolved:
        """The organisation, by the longest name that the article gave it: "the ministry" is the last one named."""
        if last := self._last_called(phrase):
            return last
        if phrase.kind == "other":
            return Resolved(unnamed_speaker(phrase), paragraph, SURE["thing"])
        return Resolved(Speaker(phrase.name, "organisation", "", (phrase.name,)), paragraph, SURE["organisation"])

    def _last_called(self, phrase: Phrase) -> Resolved | None:
        """The organisation last named that "the ministry" may stand for; "the company" may stand for any."""
        if not phrase.definite or phrase.name != phrase.name.lower():
            return None
        any_fits = phrase.end - phrase.begin == 2 and phrase.head in GENERIC
        last = self._last(lambda source: is_a_house(source) and may_be_called(source, phrase))
        return last or (self._last(is_a_house) if any_fits else None)

    def _document(self, phrase: Phrase, paragraph: int) -> Resolved | None:
        """Who put out "the statement": the last who spoke; any other document speaks for itself."""
        if phrase.definite and phrase.end - phrase.begin == 2 and phrase.head in PUT_OUT:
            here = [r for r in reversed(self.spoken_of) if is_a_house(r.source) and r.paragraph == paragraph]
            if last := next(iter(here), self.speaker):
                return replace(last, confidence=SURE["document"])
        return Resolved(unnamed_speaker(phrase), paragraph, SURE["thing"])
