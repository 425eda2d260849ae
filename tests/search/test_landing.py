"""The address that lands on the words: what a browser is told to look for, and that it can read it."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.landing import WORD, directive, landing
from search.model import Span

PAGE = "https://courier.example/a"
ALLOWED = re.compile(r"(?:[A-Za-z0-9._~,-]|%[0-9A-F]{2})*")
BOTH = "“We stay,” Ann Lee said. Odd Ruun said: “We stay.”"
LONG = "The bridge will stay closed until the last of the thirty-eight cracks is measured twice, and no vote moves it."

PIECES = (
    "bridge bridges no the AT&T so-so 5% 3.5 don’t “ ” ,” — , - & :~: # café cafe\u0301 « » قال الجسر ، 桥不会开"
    " 「 」 。 สะพาน पुल नहीं 🙂 \ud800"
)
pieces = st.sampled_from(PIECES.split())
texts = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " ", "\n", "\u00a0 "])), max_size=40).map(
    lambda parts: "".join(word + space for word, space in parts)
)


def of(text: str, words: str, nth: int = 0) -> str:
    """What a browser looks for to find these words of a text, the n-th time that they stand there."""
    start = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    return unquote(directive(text, Span(start, start + len(words))))


def parts(words: str) -> tuple[str, list[str], str]:
    """A directive taken apart: prefix, start and end, suffix."""
    items = words.split(",")
    before = [item for item in items if item.endswith("-")]
    after = [item for item in items if item.startswith("-")]
    middle = [item for item in items if not item.startswith("-") and not item.endswith("-")]
    assert items == before[:1] + middle + after[:1]
    assert 1 <= len(middle) <= 2
    decoded = [unquote(item, errors="strict") for item in (*middle, "".join(before)[:-1], "".join(after)[1:])]
    return decoded[-2], decoded[:-2], decoded[-1]


def test_short_words_are_given_whole() -> None:
    whole = "closed until the last of the thirty-eight"
    assert of(LONG, whole) == f"bridge will stay-,{whole},-cracks is measured"


def test_of_long_words_both_ends_are_given() -> None:
    assert of(LONG, LONG) == "The bridge will stay closed,and no vote moves it"


def test_words_that_stand_twice_are_given_with_their_neighbours() -> None:
    assert of(BOTH, "We stay", 0) == "We stay,-,” Ann Lee said"
    assert of(BOTH, "We stay", 1) == "Odd Ruun said: “-,We stay"


def test_neighbours_are_those_of_the_paragraph_as_far_as_it_has_them() -> None:
    assert of(LONG, "closed") == "bridge will stay-,closed,-until the last"
    assert of(LONG, "bridge will") == "The-,bridge will,-stay closed until"
    assert of(LONG, "moves it.") == "and no vote-,moves it"


def test_the_whole_paragraph_has_no_neighbours() -> None:
    assert landing(PAGE, "No.") == f"{PAGE}#:~:text=No"


@pytest.mark.parametrize(
    ("text", "words", "sought"),
    [
        ("“Point taken, ”he said.", "Point taken, ", "Point taken,-, ”he said"),
        ("He is “less polite than before“.", "“less polite than before“", "He is “-,less polite than before"),
        ("« Nous n’irons pas là »", "« Nous n’irons pas là »", "Nous n’irons pas là"),
        ("A grew by 12%", "grew by 12%", "A-,grew by 12"),
    ],
)
def test_marks_at_the_ends_are_left_out(text: str, words: str, sought: str) -> None:
    assert of(text, words) == sought


def test_no_piece_begins_or_ends_within_a_word() -> None:
    text = "The well-known harbour master wouldn’t have it"
    assert unquote(directive(text, Span(9, 38))) == "The-,well-known harbour master wouldn’t,-have it"


def test_spaces_and_lines_are_one_space() -> None:
    assert of("It  was  late\u00a0and\tgone", "late\u00a0and\tgone") == "It was-,late and gone"


def test_no_piece_goes_beyond_its_line_for_a_browser_finds_none_across_a_break() -> None:
    assert of("He said no\nnever again would he go", "no\nnever again would") == "He said-,no,again would,-he go"
    assert of("He said\nno\nand left", "no") == "no"


@pytest.mark.parametrize(
    ("text", "words", "sought"),
    [
        ("قال الوزير: «لن يفتح الجسر»، ثم غادر", "لن يفتح الجسر", "قال الوزير: «-,لن يفتح الجسر,-»، ثم غادر"),
        ("大臣は「橋は開かない」と述べた。", "橋は開かない", "大臣は「-,橋は開かない,-」と述べた"),
        ("उसने कहा, “पुल नहीं खुलेगा” और गए", "पुल नहीं खुलेगा", "उसने कहा, “-,पुल नहीं खुलेगा,-” और गए"),
        ("گفت «نمی\u200cخواهم بروم»", "نمی\u200cخواهم بروم", "گفت «-,نمی\u200cخواهم بروم"),
    ],
)
def test_other_scripts_are_cut_at_their_words(text: str, words: str, sought: str) -> None:
    assert of(text, words) == sought


def test_every_character_that_means_something_is_encoded() -> None:
    encoded = directive("so-so, A&B and 50% of #1", Span(0, 24))
    assert encoded == "so%2Dso%2C%20A%26B%20and%2050%25%20of%20%231"


def test_a_fragment_stays_and_a_directive_is_replaced() -> None:
    assert landing(f"{PAGE}#sec", "We go now then") == f"{PAGE}#sec:~:text=We%20go%20now%20then"
    assert landing(f"{PAGE}#sec:~:text=old&text=er", "We go now then") == f"{PAGE}#sec:~:text=We%20go%20now%20then"
    assert landing(f"{PAGE}?a=1&b=2#:~:text=old", "We go now then") == f"{PAGE}?a=1&b=2#:~:text=We%20go%20now%20then"


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "file:///etc/a", "//a.example/b", "http://", "http://[", "a b"]
)
def test_what_is_no_address_of_the_web_leads_nowhere(url: str) -> None:
    assert landing(url, "We go now") == ""


def test_where_no_word_is_to_land_on_the_address_stays() -> None:
    assert landing(f"{PAGE}#a", "“…” 🙂") == f"{PAGE}#a"
    assert landing(PAGE, "x" * 10_000) == PAGE


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_every_part_is_a_piece_of_the_text_in_its_order(text: str, one: int, other: int) -> None:
    encoded = directive(text, Span(min(one, other), max(one, other)))
    assert ALLOWED.fullmatch(encoded)
    before, middle, after = parts(encoded)
    line, at = " ".join(text.replace("\ud800", "?").split()), 0
    for part in filter(None, (before, *middle, after)):
        at = line.index(part, at) + len(part)


@given(texts)
def test_every_piece_begins_and_ends_with_a_whole_word(text: str) -> None:
    words = {found[0] for found in WORD.finditer(" ".join(text.split()))}
    encoded = directive(text, Span(0, len(text)))
    for piece in filter(None, parts(encoded)[1]):
        found = WORD.findall(piece)
        assert {found[0], found[-1]} <= words
        assert piece.startswith(found[0])
        assert piece.endswith(found[-1])


@given(st.text(max_size=300), st.text(max_size=60))
def test_no_text_and_no_address_is_too_strange(text: str, tail: str) -> None:
    address = landing("https://a.example/" + tail, text)
    assert address == "" or address.startswith("https://a.example/" + tail.partition("#")[0])
