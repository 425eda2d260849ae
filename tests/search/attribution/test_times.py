"""The time that attribution takes grows with the length of a text and no faster, whatever the text is made of."""

import time
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, product

import pytest
from examples import article, paragraph

from search.attribution import attribute
from search.model import Article

SURNAMES = ("BDFGKLMT", "aeiou", "bdfgklmnprst", "aeiou", "bdfgklmnprst")  # a letter of each: 28,800 names
TOLERATED = 2.5  # times what a linear text would take: at four times the length a quadratic one takes 4
MEASURABLE = 0.01  # seconds of CPU time
FEWEST, MOST = 256, 16_384  # pieces in the shortest text measured: enough to fill what the rules look back over

NASTY: dict[str, Callable[[int], str]] = {
    "straight marks": lambda n: '"' * n,
    "opening marks": lambda n: "“" * n,
    "single marks": lambda n: " ‘a" * n,
    "doubled apostrophes": lambda n: "''no'' " * n,
    "quotations": lambda n: "“No,” he said. " * n,
    "quotations that never close": lambda n: "“No, he said. " * n,
    "marks that close before they open": lambda n: "”No“ said " * n,
    "quotations within quotations": lambda n: "“No ‘" * n + "’ yes” " * n,
    "a report in each quotation": lambda n: "“he said” " * n,
    "quoted words in one sentence": lambda n: "a “no” and " * n,
    "capitals": lambda n: "Ann " * n,
    "many names": lambda n: ", ".join(names(n)),
    "many names before one verb": lambda n: " and ".join(names(n)) + " said that it was late.",
    "one name again and again before a verb": lambda n: "Lee and " * n + "Lee said that it was late.",
    "many speakers": lambda n: " ".join(f"{name} said it was late." for name in names(n)),
    "verbs of saying": lambda n: "said " * n,
    "subjects and verbs of saying": lambda n: "he said " * n,
    "listeners": lambda n: "told Lee " * n,
    "reports within reports": lambda n: "Lee said that " * n,
    "reports joined to reports": lambda n: "Lee said, adding that it was late, " * n,
    "relative clauses": lambda n: "Lee, who " * n + "said that it was late.",
    "days": lambda n: "on Friday " * n,
    "interviews": lambda n: "in an interview with " * n,
    "roles": lambda n: "the minister of the " * n,
    "according to": lambda n: "according to Lee " * n,
    "commas": lambda n: "Lee, " * n,
    "commas before a verb": lambda n: "Lee, " * n + "said that it was late.",
    "parentheses": lambda n: "(Lee " * n,
    "parentheses within parentheses": lambda n: "(" * n + "Lee said" + ")" * n,
    "lines": lambda n: "said Lee\n" * n,
    "a sentence without a stop": lambda n: "the ferry went over the water and " * n,
    "one long paragraph": lambda n: "Ann Lee said the ferry was late. She added that it was old. " * n,
    "stops": lambda n: "U.S. " * n,
    "dots": lambda n: "." * n,
    "a word": lambda n: "x" * n,
    "accents on accents": lambda n: "e" + "\u0301" * n,
    "right to left": lambda n: "“\u202eשלום\u202c” " * n,
    "a word in capitals": lambda n: "X" * n,
    "words in capitals": lambda n: "ANN LEE " * n,
    "hyphens": lambda n: "al-" * n,
    "white space": lambda n: " " * n,
}
PARAGRAPHS = ("He said.", "“Late,” said {}.", "{} said that it was late.")
NOT_YET: dict[str, str] = {}  # a kind of text, and why its time is not yet linear


def names(count: int) -> Iterator[str]:
    """So many different names."""
    return (f"Ann {''.join(letters)}" for letters in islice(product(*SURNAMES), count))


def seconds(one: Article) -> float:
    """The CPU time that an article takes, the best of three."""
    return min(_seconds(one) for _ in range(3))


def growth(nasty: Callable[[int], str]) -> Iterator[float]:
    """How many times longer than if it were linear a text of 2, 4 and 8 times the length takes, until that is too long.

    The shortest text is one that takes long enough to be measured, so that the worst kinds end soon.
    """
    pieces, base = FEWEST, seconds(article("a", paragraph(nasty(FEWEST))))
    while base < MEASURABLE and pieces < MOST:
        pieces, base = pieces * 2, seconds(article("a", paragraph(nasty(pieces * 2))))
    for times in (2, 4, 8):
        taken = seconds(article("a", paragraph(nasty(pieces * times)))) / (max(base, MEASURABLE) * times)
        yield taken
        if taken > TOLERATED:
            return


def _seconds(one: Article) -> float:
    begun = time.process_time()
    attribute(one)
    return time.process_time() - begun


def params(kinds: Mapping[str, object]) -> list[object]:
    """Kinds of text as parameters; one too slow today must fail, so that a mended one is taken off the list."""
    marks = {kind: [pytest.mark.xfail(reason=reason, strict=True)] for kind, reason in NOT_YET.items()}
    return [pytest.param(value, id=kind, marks=marks.get(kind, [])) for kind, value in kinds.items()]


@pytest.mark.parametrize("nasty", params(NASTY))
def test_time_grows_with_length_and_no_faster(nasty: Callable[[int], str]) -> None:
    assert max(growth(nasty)) <= TOLERATED


@pytest.mark.parametrize("text", params({text: text for text in PARAGRAPHS}))
def test_time_grows_with_the_number_of_paragraphs_and_no_faster(text: str) -> None:
    def one(count: int) -> Article:
        return article("a", *(paragraph(text.format(name)) for name in names(count)))

    assert seconds(one(1600)) <= 8 * TOLERATED * max(seconds(one(200)), MEASURABLE)
