"""What holds for every text, however odd: places are exact, nothing raises, and time grows with length and no faster."""

import time
from collections.abc import Callable
from itertools import islice, pairwise, product

import pytest
from examples import article, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from search.attribution import attribute
from search.model import Article
from search.reading.kinds import numbered

PIECES = (
    *"“”„«»\"'‘’`.,:;!?()—–-*•\n",
    *("''", "``", "…", ". ", ", ", ": ", " said ", " says ", "according to ", " was quoted as saying ", "who", "and"),
    *("Ann Lee", "Lee", "Mr. Lee", "Omar al-Samarrah", "the Harbour Ministry", "BFU", "NASA", "he", "she", "they"),
    *("the analyst", "a source", "the statement", "it", "the ferry is late", "not", "to", "that", "LEE:", "Ann Lee:"),
    *("— Ann Lee (@lee) March 3, 2024", "is sure", "told", "added", "ſaid", "İ", "ß", "\u2028", "\u200b", "🚢", "\x00"),
)
KINDS = ("body", "embed", "heading", "caption", "footnote", "boilerplate")
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
articles = st.lists(st.tuples(st.sampled_from(KINDS), texts), max_size=6).map(
    lambda kinds_and_texts: article_of(numbered(kinds_and_texts))
)

MANY = 3_000
ODD_TEXTS = {
    "nothing": "",
    "white space": " \n\t\u3000" * MANY,
    "quotation marks": '"“”‘’«»„``' * MANY,
    "opening marks": "“" * MANY,
    "closing marks": "”" * MANY,
    "single marks": "' ‘ ’ " * MANY,
    "parentheses": "(" * MANY + " said " + ")" * MANY,
    "a long word": "x" * 100_000,
    "a long word in capitals": "X" * 100_000 + " said that it was late.",
    "a long hyphened word": "al-" * MANY + "Samarrah said that it was late.",
    "accents on accents": "a" + "\u0301" * 100_000,
    "zeros": "\x00" * MANY,
    "numbers": "1,000.5 " * MANY,
}
TIMES = 8
TOLERATED = 20  # times the time for 8 times the text; a quadratic one takes 64
SURNAMES = ("BDFGKLMT", "aeiou", "bdfgklmnprst", "aeiou", "bdfgklmnprst")  # each a letter of one
NASTY: dict[str, Callable[[int], str]] = {
    "straight marks": lambda n: '"' * n,
    "opening marks": lambda n: "“" * n,
    "single marks": lambda n: " ‘a" * n,
    "doubled apostrophes": lambda n: "''no'' " * n,
    "quotations": lambda n: "“No,” he said. " * n,
    "capitals": lambda n: "Ann " * n,
    "names": lambda n: ", ".join(f"Ann {''.join(letters)}" for letters in islice(product(*SURNAMES), n)),
    "verbs of saying": lambda n: "said " * n,
    "reports within reports": lambda n: "Lee said that " * n,
    "commas": lambda n: "Lee, " * n,
    "commas before a verb": lambda n: "Lee, " * n + "said that it was late.",
    "parentheses": lambda n: "(Lee " * n,
    "a sentence without a stop": lambda n: "the ferry went over the water and " * n,
    "a paragraph": lambda n: "Ann Lee said the ferry was late. She added that it was old. " * n,
    "stops": lambda n: "U.S. " * n,
    "dots": lambda n: "." * (4 * n),
    "a word": lambda n: "x" * (4 * n),
    "a word in capitals": lambda n: "X" * (4 * n),
    "hyphens": lambda n: "al-" * n,
    "white space": lambda n: " " * (4 * n),
}


def article_of(paragraphs: tuple[object, ...]) -> Article:
    return article("a", *paragraphs)  # type: ignore[arg-type]


def seconds(text: str) -> float:
    """The CPU time that a text of one paragraph takes, the best of three."""
    one = article("a", paragraph(text))
    taken = []
    for _ in range(3):
        begun = time.process_time()
        attribute(one)
        taken.append(time.process_time() - begun)
    return min(taken)


if __name__ == "__main__":
    for name, text in NASTY.items():
        a, b = seconds(text(500)), seconds(text(4000))
        print(f"{name:30} {a:.4f} {b:.4f} {b/a:.1f}", flush=True)
    for name, text in ODD_TEXTS.items():
        print(name, seconds(text))
