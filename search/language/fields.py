"""Fields: the names that may stand before a colon in a query, and what each asks for."""

import re
from collections.abc import Callable, Mapping

from search.errors import QueryError
from search.tree import And, Articles, Dated, Everything, In, Leaf, Most, Not, Or, Tree, Valued

FIELDS: Mapping[str, Callable[[Leaf], Tree]] = {
    "speaker": lambda words: In("speaker", words),  # who speaks in the paragraph
    "said": lambda words: In("said", words),
    "title": lambda words: Articles(In("title", words)),
    "with": lambda words: Articles(In("speaker", words)),  # who speaks anywhere in the article
    "outlet": lambda words: Valued("outlet", words),
}
DATE = "date"  # has no words but days (periods.py)

NAMES = "|".join((*FIELDS, DATE))
FIELD = re.compile(rf"(?i:{NAMES}):")
# The next two pass over phrases: a field is found where there is a "field".
EMPTY = re.compile(rf'"[^"]*"|(?<![^\s()"])-*(?P<field>(?i:{NAMES}):)(?=[\s)]|\Z)')
APART = re.compile(rf'"[^"]*"|(?<![^\s()"])(?P<field>-*(?i:{NAMES}):)\s+(?=[^\s)])')  # from what it stands before


def fielded(typed: str, tree: Tree | None) -> Tree:
    """What is asked of a field, typed as `speaker:`; it holds for every word of a group. Raises QueryError."""
    match tree:
        case None:
            raise needs_words(typed)
        case Not(part):
            return Not(fielded(typed, part))
        case Or(parts):
            return Or(tuple(fielded(typed, part) for part in parts))
        case And(parts) | Most(parts):
            return And(tuple(fielded(typed, part) for part in parts))
        case In() | Articles() | Valued() | Dated() | Everything():
            raise QueryError("A field stands in no other; close the parentheses of {part} before the next.", typed)
        case _:
            return FIELDS[typed[:-1].lower()](tree)


def needs_words(typed: str) -> QueryError:
    """What is wrong where a field has no words."""
    example = "2024" if typed[:-1].lower() == DATE else "bridge"
    return QueryError(
        "{part} needs what it looks for right after its colon, as in {part}{example}; as a word it has no colon.",
        typed,
        example=example,
    )


def empty_field(query: str) -> str:
    """The first field that has nothing right after its colon; "" where each has something."""
    return next((found["field"] for found in EMPTY.finditer(query) if found["field"]), "")


def without_empty(query: str) -> str:
    """The query less fields that have nothing right after their colons."""
    return " ".join(EMPTY.sub(lambda found: "" if found["field"] else found[0], query).split())


def closed_up(query: str) -> str:
    """The query with no space between a field and what it may be meant for."""
    return APART.sub(lambda found: found["field"] or found[0], query)
