"""The short lines above a text tell the paper, the day, the headline and who wrote it."""

from datetime import date

import pytest

from search.model import Article
from search.reading.bylines import authors_by_line
from search.reading.kinds import paragraphs_of
from search.reading.markdown import article_of_markdown
from search.reading.plain import article_of_text

TEXT = "TARN - The harbour board will close the bridge, Ann Lee said.\n\n“Enough,” she told reporters.\n"


def read(above: str, text: str = TEXT) -> Article:
    (one,) = article_of_text(f"{above}\n\n{text}", "clip.txt")
    assert isinstance(one, Article)
    return one


@pytest.mark.parametrize(
    "above",
    [
        "Board to close bridge\nBy Mona Keller\nThe Tarn Courier\n14 March 2024",
        "The Tarn Courier\n\nBoard to close bridge\n\nBy MONA KELLER\n\nThursday 14 March 2024",
        "The Tarn Courier (UK)\n\nMarch 14, 2024 Thursday\nFinal\n\nBoard to close bridge\n\nBYLINE: Mona Keller",
        "Board to close bridge\n\nBy Mona Keller, The Tarn Courier, 14 March 2024",
        "Board to close bridge\n\nBy Mona Keller in Tarn\n\nThe Tarn Courier | March 14, 2024",
    ],
)
def test_a_clipping_tells_its_headline_paper_day_and_author(above: str) -> None:
    one = read(above)
    assert one.title.value == "Board to close bridge"
    assert (one.outlet.value, one.outlet.basis) == ("The Tarn Courier", "inferred")
    assert (one.published.value, one.published.basis) == (date(2024, 3, 14), "inferred")
    assert one.authors == ("Mona Keller",)
    assert one.paragraphs[-1].text == "“Enough,” she told reporters."


@pytest.mark.parametrize("line", ["14. März 2024", "Der Küstenbote, 14. März 2024", "Jeudi 14 mars 2024", "14.03.2024"])
def test_the_day_above_a_text_may_be_in_the_words_of_another_language(line: str) -> None:
    assert read(f"Board to close bridge\n{line}").published.value == date(2024, 3, 14)


def test_the_words_that_tell_it_stand_in_their_paragraph() -> None:
    one = read("Board to close bridge\nBy Mona Keller\nThe Tarn Courier\n14 March 2024")
    assert (one.outlet.paragraph, one.published.paragraph) == (3, 4)
    assert one.published.words in one.paragraphs[3].text


def test_markdown_has_such_lines_too() -> None:
    (one,) = article_of_markdown(f"# Board to close bridge\n\n*By Mona Keller, 14 March 2024*\n\n{TEXT}", "clip.md")
    assert isinstance(one, Article)
    assert (one.authors, one.published.value) == (("Mona Keller",), date(2024, 3, 14))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee and Bob Ray", ("Ann Lee", "Bob Ray")),
        ("By Ann Lee, Bob Ray and Cy Dorn", ("Ann Lee", "Bob Ray", "Cy Dorn")),
        ("By Ann Lee, Political Editor", ("Ann Lee",)),
        ("By ANN VAN DER LEE", ("Ann Van Der Lee",)),
        ("Von Jörg Über und Ann Lee", ("Jörg Über", "Ann Lee")),
        ("Par Élise du Lac", ()),
        ("Por Ana de la Cruz", ("Ana de la Cruz",)),
        ("By popular demand", ()),
        ("By the harbour", ()),
        ("By Friday", ()),
        ("By The Tarn Courier", ()),
        ("Von der Leyen in Tarn", ()),
    ],
)
def test_a_byline_names_people(line: str, names: tuple[str, ...]) -> None:
    assert authors_by_line(paragraphs_of(f"Board to close bridge\n\n{line}\n\n{TEXT}")) == names


def test_a_credit_below_the_text_names_them_where_no_byline_does() -> None:
    below = paragraphs_of(TEXT + "\n(Reporting by Mona Keller and Jo Ruhl in Tarn; editing by Cy Dorn)")
    assert authors_by_line(below) == ("Mona Keller", "Jo Ruhl")


@pytest.mark.parametrize(
    "above", ["The law of 14 March 2024", "What the law of 14 March 2024 says", "14 March", "March 2024"]
)
def test_a_day_that_a_headline_speaks_of_is_not_that_of_the_article(above: str) -> None:
    assert read(above, "The board will meet.").published.value is None


def test_lines_of_a_verse_or_a_list_stay_together() -> None:
    one = read("The tide comes in,\nthe tide goes out.", "So sang the crew.")
    assert one.paragraphs[0].text == "The tide comes in,\nthe tide goes out."
