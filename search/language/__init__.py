"""The query language: what a person types, read once into a small tree that every engine executes."""

import re
from functools import lru_cache
from pathlib import Path
from typing import cast

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput

from search.errors import QueryError
from search.language.fields import FIELDS, empty_field, fielded, needs_words
from search.language.forms import near, phrase, word
from search.language.periods import dated
from search.language.quotation import straightened
from search.language.repair import LENGTH_LIMIT, OPEN_LIMIT, PHRASE, PHRASE_LIMIT, TERM_LIMIT, UNREADABLE, fault, mended
from search.language.siblings import siblings
from search.text import terms
from search.tree import Everything, Fuzzy, Not, Or, Prefix, Terms, Tree, named

DEPTH_LIMIT = 20  # parentheses within parentheses


@lru_cache(maxsize=1024)
def parse(words: str) -> Tree:
    """The tree of a query; raises QueryError, which names the part at fault and offers a query that can be read.

    >>> parse('"At present" troop*')
    And(parts=(Terms(terms=('at', 'present'), exact=True, written=''), Prefix(start='troop')))
    """
    query = straightened(words).strip()
    try:
        return _tree(query)
    except QueryError as error:
        raise QueryError(error.sentence, error.part, _repaired(query)) from None


def _tree(query: str) -> Tree:
    if not query:
        return Everything()
    _readable(query)
    tree = _grammatical(query)
    _bound(tree, query)
    return tree


def _readable(query: str) -> None:
    if len(query) > LENGTH_LIMIT:
        raise QueryError(
            "The query has {count} characters; shorten it to {limit}.",
            query[LENGTH_LIMIT:],
            count=len(query),
            limit=LENGTH_LIMIT,
        )
    if unreadable := UNREADABLE.search(query):
        code = f"U+{ord(unreadable[0]):04X}"
        raise QueryError("The query holds a character that is no text ({part}); take it out.", code)
    if _depth(query) > DEPTH_LIMIT:
        raise QueryError("Parentheses are nested more than {limit} deep; use fewer.", "(", limit=DEPTH_LIMIT)
    if empty := empty_field(query):
        raise needs_words(empty)


def _depth(query: str) -> int:
    depth = deepest = 0
    for character in PHRASE.sub("", query):
        depth += {"(": 1, ")": -1}.get(character, 0)
        deepest = max(deepest, depth)
    return deepest


def _grammatical(query: str) -> Tree:
    try:
        tree = cast(Tree | None, _grammar.parse(query))
    except UnexpectedInput as error:
        raise fault(query, error) from None
    if tree is None:
        raise QueryError("There is no word to search for in {part}", query)
    return tree


def _repaired(query: str) -> str:
    """The query mended as little as may be; "" where there is no word in it."""
    for candidate in mended(query):
        try:
            if not isinstance(_tree(straightened(candidate).strip()), Everything):
                return candidate
        except QueryError:
            continue
    return ""


def _bound(tree: Tree, query: str) -> None:
    lengths = [len(leaf.terms) if isinstance(leaf, Terms) else 1 for leaf in named(tree)]
    if sum(lengths) > TERM_LIMIT:
        raise QueryError("The query has more than {limit} words; take some out.", query, limit=TERM_LIMIT)
    if sum(isinstance(leaf, Prefix | Fuzzy) for leaf in named(tree)) > OPEN_LIMIT:
        raise QueryError("The query has more than {limit} words with * or ~; take some out.", query, limit=OPEN_LIMIT)
    if any(length > PHRASE_LIMIT for length in lengths):
        longest = max(re.findall(r'"[^"]*"|[^\s()"]+', query), key=lambda part: len(list(terms(part))))
        raise QueryError("A phrase may have {limit} words; shorten it.", longest, limit=PHRASE_LIMIT)


class _ToTree(Transformer[Token, Tree | None]):
    """From the grammar's rules to the tree; None is a part without any word, such as a lone dash."""

    def start(self, parts: list[Tree | None]) -> Tree | None:
        return parts[0] if parts else None

    def either(self, parts: list[Tree | None]) -> Tree | None:
        some = tuple(p for p in parts if p)
        return Or(some) if len(some) > 1 else next(iter(some), None)

    def all_of(self, groups: list[list[Tree]]) -> Tree | None:
        return siblings(groups)

    def side_by_side(self, parts: list[Tree | None]) -> list[Tree]:
        return [p for p in parts if p]

    def without(self, parts: list[Tree | None]) -> Tree | None:
        part = parts[-1]
        return part.part if isinstance(part, Not) else Not(part) if part else None

    def near(self, parts: tuple[Tree | None, Token, Tree | None]) -> Tree:
        first, operator, second = parts
        return near(first, str(operator), second)

    def fielded(self, parts: tuple[Token, Tree | None]) -> Tree:
        return fielded(str(parts[0]), parts[1])

    def dated(self, parts: list[Token]) -> Tree:
        return dated(str(parts[0]))

    def phrase(self, parts: list[Token]) -> Tree | None:
        return phrase(parts[0])

    def word(self, parts: list[Token]) -> Tree | None:
        return word(parts[0])


_grammar = Lark(
    (Path(__file__).parent / "language.lark").read_text(encoding="utf-8").replace("%NAMES%", "|".join(FIELDS)),
    parser="lalr",
    transformer=_ToTree(),  # as it reads, so that a QueryError comes as it is and nothing recurses
    lexer="basic",  # an operator is one wherever it stands; a contextual lexer takes the first of "OR OR" for a word
    maybe_placeholders=False,
)
_grammar.parse("word")  # what it makes ready when it is first asked, it makes ready when this is imported
