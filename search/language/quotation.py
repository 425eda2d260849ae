"""Quotation: the marks that people put about exact words, each read as the plain double one."""

import re

from search.text import terms

DOUBLE = str.maketrans(dict.fromkeys("“”„‟«»‹›＂「」『』｢｣〝〞〟❝❞", '"'))
TWICE = re.compile(r"(?<!\w)(?:''|``|‘‘|’’|‚‚)|(?:''|``|‘‘|’’|‚‚)(?!\w)")  # two single ones for a double one
CLOSING = {"'": "'", "‘": "’", "‚": "‘’", "‛": "’"}  # by what opens

SINGLE = re.compile(
    r"""
      "[^"]*"?                                                    # between double marks single ones are apostrophes
    | (?: (?<![^\s(:"]) | (?<=[\s(]-) | (?<=\A-) )                # where a word may begin, -‘exact words’ too
      (?P<open>['‘‚‛])
      (?!\d0s\b)                                                  # but not in the '90s
      (?P<words> (?: [^"'‘’‚‛()] | (?<=\w)['’](?=\w) )+ )         # don't has an apostrophe
      (?<=\S)(?P<close>['‘’])
      (?=[\s).,;:!?…]|\Z)
    """,
    re.VERBOSE,
)


def straightened(query: str) -> str:
    """The query with plain double marks about all that is quoted; apostrophes stay.

    >>> straightened("‘exact words’ don't ’90s ``so'' «da»")
    '"exact words" don\\'t ’90s "so" "da"'
    """
    return SINGLE.sub(_doubled, TWICE.sub('"', query.translate(DOUBLE)))


def _doubled(found: re.Match[str]) -> str:
    if not found["open"] or found["close"] not in CLOSING[found["open"]] or not any(terms(found["words"])):
        return found[0]
    return f'"{found["words"]}"'
