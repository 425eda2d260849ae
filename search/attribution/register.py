"""The register: the people whom an article names, each once, whatever form of the name stands where."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from search.attribution.genders import gender_of_name, gender_of_role
from search.attribution.lexicon import PLAIN_TITLES, SUFFIXES, Gender
from search.attribution.mentions import Mention
from search.attribution.nouns import role_head
from search.attribution.spelling import alike, key, neighbours

MOST_BEARERS = 50  # of one surname that are compared: no article that people write has more


@dataclass(slots=True)
class Person:
    """Somebody in an article: the fullest name, all forms, the roles given, and the paragraph that names them first."""

    name: str
    paragraph: int
    forms: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    role: str = ""
    gender: Gender = ""
    acts: bool = False
    """Whether this one speaks, or is what a sentence is about."""

    @property
    def is_certain(self) -> bool:
        """Whether more than two capitals says that this is a person and no place."""
        return bool(self.gender or self.heads or self.acts)

    def learn(self, form: str, role: str = "") -> None:
        """Take in another mention."""
        if form not in self.forms:
            self.forms.append(form)
        self.heads |= {head for word in role.split() if (head := role_head(word.strip(",.")))}
        if role and not self.role and role.casefold().strip(".") not in PLAIN_TITLES:
            self.role = role
        self.gender = self.gender or gender_of_role(role) or gender_of_name(form)


class Register:
    """The people of an article, to be asked by any form of a name."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_both: dict[tuple[str, str, str], Person] = {}  # by surname, given name and suffix
        self._by_spelling: dict[str, list[Person]] = defaultdict(list)
        self._by_first_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_given_name: dict[str, list[Person]] = defaultdict(list)
        self._known: dict[str, Person] = {}  # whom a name was found to be
        self._unknown: set[str] = set()  # names that nobody had when the last person was added

    def add(self, mentions: Iterable[tuple[Mention, int]]) -> None:
        """Take in all mentions of an article, each with its paragraph: the fullest names first."""
        for mention, paragraph in sorted(mentions, key=lambda pair: -len(pair[0].name.split())):
            person = self.find(mention.name)
            if person is None and (len(mention.name.split()) > 1 or mention.role):
                person = self.new(mention.name, paragraph)
            if person is not None:
                person.learn(mention.name, mention.role)
                person.paragraph = min(person.paragraph, paragraph)

    def new(self, name: str, paragraph: int) -> Person:
        """A person not named before."""
        person = Person(name, paragraph, [name], gender=gender_of_name(name))
        self.people.append(person)
        self._unknown.clear()
        surname = key(_surname(name))
        self._by_surname[surname].append(person)
        if " " in name:
            self._by_both.setdefault((surname, key(name.split()[0]), _suffix(name.split())), person)
        for spelling in neighbours(_surname(name)):
            self._by_spelling[spelling].append(person)
        if name.count(" ") == 2:
            self._by_first_surname[name.split()[1]].append(person)  # Carmen Ruiz Soler is Ruiz, too
        if " " in name:
            self._by_given_name[name.split()[0]].append(person)
        return person

    def find(self, name: str) -> Person | None:
        """The person of this name, full or short, in this spelling or one like it; None if there is none."""
        if name not in self._known and name not in self._unknown:
            if person := self._person(name):
                self._known[name] = person
            else:
                self._unknown.add(name)
        return self._known.get(name)

    def _person(self, name: str) -> Person | None:
        """The person of this name, by the whole of it, the surname, one spelled like it, or a given name of one."""
        words = name.split()
        surname = key(_surname(name))
        if len(words) > 1 and (found := self._by_both.get((surname, key(words[0]), _suffix(words)))):
            return found
        exact = self._by_surname.get(surname, [])[:MOST_BEARERS]
        if found := next((p for p in exact if _same(p.name.split(), words)), None):
            return found
        near = {id(p): p for spelling in neighbours(_surname(name)) for p in self._by_spelling[spelling][:MOST_BEARERS]}
        found = next((p for p in near.values() if _same(p.name.split(), words)), None)
        bearers = self._by_given_name[name] or self._by_first_surname[name]
        return found or (bearers[0] if len(bearers) == 1 else None)  # Kit, where one Kit Sorley is named


def _surname(name: str) -> str:
    """The last word of a name, "Jr." and the like aside."""
    words = [w for w in name.split() if w.casefold() not in SUFFIXES]
    return words[-1] if words else name


def _same(full: list[str], form: list[str]) -> bool:
    """Whether a form is of a full name: its surname, its end, or the same given and last name."""
    if _suffix(form) and _suffix(form) != _suffix(full):  # Donald Trump Jr. is not Donald J. Trump
        return False
    full = [w for w in full if w.casefold() not in SUFFIXES]
    form = [w for w in form if w.casefold() not in SUFFIXES]
    if not full or not form or not alike(full[-1], form[-1]):
        return False
    if len(form) <= len(full) and all(alike(a, b) for a, b in zip(full[-len(form) :], form, strict=True)):
        return True
    return len(form) > 1 and len(full) > 1 and _same_given(full[0], form[0])


def _suffix(words: list[str]) -> str:
    """What tells a son from his father, "" in most names: "jr"."""
    return next((word.casefold().rstrip(".") for word in words[1:] if word.casefold() in SUFFIXES), "")


def _same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: "Vladimir" and "V.", "Tim" and "Timothy"."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return (
        alike(one, other) or (len(short) == 1 and long.startswith(short)) or (len(short) > 2 and long.startswith(short))
    )
