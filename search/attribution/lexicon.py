"""The lexicon: the words that the rules rest on, as sets, read from names.toml, given_names.toml and words.toml."""

from pathlib import Path
from typing import Literal

from search.tables import Table

Gender = Literal["he", "she", ""]

WORDS_KEPT = 20_000  # words and names of which is worked out once what they tell
TRAITS = ("hidden", "leader", "masculine", "feminine")  # of roles; every other class is a kind of work
ASKED_FOR = ("expert", "politician", "official", *TRAITS)  # by name, so they must be there

_folder = Path(__file__).parent
_names, _given, _words = (Table(_folder / f"{name}.toml") for name in ("names", "given_names", "words"))

# Titles and peoples, beside names.
TITLES = _names.words("titles")
PLAIN_TITLES = _names.words("plain_titles")
RANKS = _names.words("ranks")
RELATIONS = _names.words("relations")
SUFFIXES = _names.words("suffixes")
PEOPLES = _names.words("peoples")
PORTFOLIOS = _names.words("portfolios")
PORTFOLIO_ADJECTIVES = _names.words("portfolio_adjectives")

# Roles: nouns for people.
ROLE_CLASSES = {name: _names.words("roles", name) for name in (*_names.names("roles"), *ASKED_FOR)}
ROLES = frozenset().union(*ROLE_CLASSES.values())
# By role: an analyst is an expert and may be called one later.
KINDS_OF_WORK = {head: kind for kind in reversed(ROLE_CLASSES) if kind not in TRAITS for head in ROLE_CLASSES[kind]}
ABBREVIATIONS = _names.section("abbreviations")
THINGS = _names.words("things")

# Organisations, and what they put out.
ORGANISATION_NOUNS = _names.words("organisations", "nouns")
SPEAKING = _names.words("organisations", "speaking")
GENERIC = _names.words("organisations", "generic")
DOCUMENTS = _names.words("organisations", "documents")
PUT_OUT = _names.words("organisations", "put_out")
ORGANISATION_NAMES = {name.casefold() for name in _names.words("organisations", "names", separator="|")}

# Every word for a place or a house, by the first of its line.
PLACES = {word: words.split()[0] for words in _names.entries("places") for word in words.split()}

GIVEN_NAMES: dict[str, Gender] = {
    **dict.fromkeys(_given.words("masculine"), "he"),
    **dict.fromkeys(_given.words("feminine"), "she"),
}
GENDERED_ROLES: dict[str, Gender] = {
    **dict.fromkeys(_names.words("masculine_titles") | ROLE_CLASSES["masculine"], "he"),
    **dict.fromkeys(_names.words("feminine_titles") | ROLE_CLASSES["feminine"], "she"),
}

# Small words: of noun phrases ...
PARTICLES = _words.words("particles")
DETERMINERS = _words.words("determiners")
PREPOSITIONS = _words.words("prepositions")
INDEFINITE = _words.words("indefinite")
QUANTITIES = _words.words("quantities")
STANDING_ALONE = _words.words("standing_alone")
HANGING = _words.words("hanging")
ATTACHING = _words.words("attaching")
LEADING_TO_A_ROLE = _words.words("leading_to_a_role")
OPENERS = _words.words("openers")
DAYS_AND_MONTHS = _words.words("days_and_months")
TIMES = _words.words("times")
BEFORE_TIMES = _words.words("before_times")
NO_ADVERBS = _words.words("no_adverbs")
# ... around verbs ...
FINITE = _words.words("finite")
BEING = _words.words("being")
PASTS = _words.words("pasts")
SKIPPED = _words.words("skipped")
HYPOTHETICAL = _words.words("hypothetical")
LEADING_ON = _words.words("leading_on")
REFUSING = _words.words("refusing")
BEFORE_BASE = _words.words("before_base")
LEADING_IN = _words.words("leading_in")
ISSUING = _words.words("issuing")
# ... and of clauses and their speakers.
QUESTION_WORDS = _words.words("questions")
SETTINGS = _words.words("settings")
LINKS = _words.words("links")
OF_THE_WORDS = _words.words("of_the_words")
REFLEXIVES = _words.words("reflexives")
NEVER_SPEAKING = _words.words("never_speaking")
FIRST_PERSON = _words.words("first_person")

PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(_words.words("pronouns", "masculine"), "he"),
    **dict.fromkeys(_words.words("pronouns", "feminine"), "she"),
    **dict.fromkeys(_words.words("pronouns", "neither"), ""),
}
OWNERS = _words.section("owners")
BETWEEN_PHRASES = _words.words("between_phrases") | (frozenset(PRONOUNS) - {"her"})

for _table in (_names, _given, _words):
    _table.refuse_others()
