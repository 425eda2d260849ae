"""Which outlet a text is from, where it gives it away."""

import pytest

from search.model import Fact
from search.reading.kinds import paragraphs_of
from search.reading.outlets import inferred_outlet


def outlet(*paragraphs: str) -> Fact[str]:
    return inferred_outlet(paragraphs_of("\n\n".join(paragraphs)))


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("He said so in an interview with QTV.", "QTV", "interview with QTV"),
        ("She told the Tarn Gazette so.", "Tarn Gazette", "told the Tarn Gazette"),
        ("The house (the upper one. - Tarn Wire ) voted.", "Tarn Wire", "(the upper one. - Tarn Wire )"),
        ("RUUN, Nov. 5 (Tarn Wire) — The ferry was late.", "Tarn Wire", "RUUN, Nov. 5 (Tarn Wire) —"),
        ("RUUN (Tarn Wire) - The ferry was late.", "Tarn Wire", "RUUN (Tarn Wire) -"),
        ("“No,” he said when asked by the Oar Post.", "Oar Post", "asked by the Oar Post"),
        ("A Tarn Times correspondent saw it.", "Tarn Times", "Tarn Times correspondent"),
    ],
)
def test_a_text_gives_its_outlet_away_and_the_words_are_kept(text: str, name: str, words: str) -> None:
    assert outlet("The ferry was late again.", text) == Fact(name, "inferred", words, 2)


def test_an_editors_note_says_more_than_an_interview() -> None:
    found = outlet("He told the Oar Post so.", "The house (the upper one. - Tarn Wire) voted.")
    assert (found.value, found.paragraph) == ("Tarn Wire", 2)


def test_two_outlets_pointed_to_alike_are_unknown() -> None:
    assert outlet("He told the Oar Post so.", "She told the Tarn Wire otherwise.") == Fact()


def test_one_outlet_under_two_forms_of_its_name_is_one() -> None:
    assert outlet("He told the Oar Post so.", "She told The Oar Post too.", "He told QTV.").value == "Oar Post"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was late.",
        "He told Ann Lee so.",
        "An interview with the minister was cut.",
        "He told reporters so.",
        "The Oar Post was shut.",
        "• A briefing with QTV\n• © Odd Ruun",
    ],
)
def test_what_points_nowhere_is_unknown(text: str) -> None:
    assert outlet(text) == Fact()


@pytest.mark.parametrize("text", ["A" * 50_000, "Ab" * 50_000 + " .", "A " * 50_000, "(-" * 50_000, "told " * 20_000])
def test_no_text_takes_long(text: str) -> None:
    assert outlet(text) == Fact()
