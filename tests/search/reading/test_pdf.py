"""A PDF is one article in the order of reading: columns, cut words, running heads and page numbers are mended."""

from datetime import date

import pytest
from bindery import Placed, column, pdf

from search.errors import ReadError
from search.model import Article
from search.reading.pdf import articles_of_pdf

LEFT = """
   The harbour board voted on
Thursday to close the north-
ern quay for a year. Its head
is Ann Lee.
   “We should have said so
sooner,” she told the well-
known members. A well-known
"""
RIGHT = """
docker, Bob Ray, called it a
disgrace. The northern quay
is the only one that large
ships can use at low tide.
   The city pays for it, said
the treasurer, Cora Bell, who
named no sum.
"""
STORY = [
    "The harbour board voted on Thursday to close the northern quay for a year. Its head is Ann Lee.",
    (
        "“We should have said so sooner,” she told the well-known members. A well-known docker, Bob Ray, called it a "
        "disgrace. The northern quay is the only one that large ships can use at low tide."
    ),
    "The city pays for it, said the treasurer, Cora Bell, who named no sum.",
]


def columns(text: str, left: float, top: float = 700) -> list[Placed]:
    """A column whose lines are indented by as many letters as they have spaces before them."""
    lines = column(text, left=left, top=top)
    return [(at + 6 * (len(line) - len(line.lstrip())), base, size, line.lstrip()) for at, base, size, line in lines]


def article(content: bytes, name: str = "quay.pdf") -> Article:
    (one,) = articles_of_pdf(content, name)
    assert isinstance(one, Article), one
    return one


def bodies(content: bytes) -> list[str]:
    return [p.text for p in article(content).paragraphs if p.kind == "body"]


def test_two_columns_are_read_one_after_the_other_and_cut_words_are_mended() -> None:
    assert bodies(pdf([columns(LEFT, 50) + columns(RIGHT, 310)])) == STORY


def test_the_order_in_which_a_program_has_written_the_lines_does_not_matter() -> None:
    placed = sorted(columns(LEFT, 50) + columns(RIGHT, 310), key=lambda line: (-line[1], line[0]))
    assert bodies(pdf([placed])) == STORY


def test_a_page_that_lies_on_its_side_is_read_as_if_it_were_turned() -> None:
    assert bodies(pdf([columns(LEFT, 50) + columns(RIGHT, 310)], turned=True)) == STORY


def test_a_headline_over_both_columns_stands_before_them_and_is_the_title() -> None:
    headline = (50.0, 740.0, 22.0, "The northern quay will close")
    one = article(pdf([[*columns(LEFT, 50), *columns(RIGHT, 310), headline]]))
    assert (one.paragraphs[0].kind, one.paragraphs[0].text) == ("heading", "The northern quay will close")
    assert (one.title.value, one.title.basis) == ("The northern quay will close", "inferred")
    assert [p.text for p in one.paragraphs[1:]] == STORY


def test_a_short_line_above_an_indented_one_is_no_part_of_its_paragraph() -> None:
    line = (62.0, 713.0, 10.0, "Ann Smith, Tarn")
    one = article(pdf([[line, *columns(LEFT, 50), *columns(RIGHT, 310)]]))
    assert [p.text for p in one.paragraphs] == ["Ann Smith, Tarn", *STORY]


def test_the_name_of_the_paper_in_the_largest_letters_is_not_the_title() -> None:
    name = (50.0, 790.0, 60.0, "The Tarn Courier")
    headline = (50.0, 740.0, 22.0, "The northern quay will close")
    assert article(pdf([[name, headline, *columns(LEFT, 50)]])).title.value == "The northern quay will close"


def test_a_headline_of_two_lines_is_one_though_the_second_is_as_narrow_as_a_column() -> None:
    headline = [(50.0, 764.0, 22.0, "The northern quay will close for all ships"), (50.0, 740.0, 22.0, "for a year")]
    one = article(pdf([[*columns(LEFT, 50), *columns(RIGHT, 310), *headline]]))
    assert one.title.value == "The northern quay will close for all ships for a year"
    assert [p.text for p in one.paragraphs[1:]] == STORY


def test_a_paragraph_goes_on_over_pages_and_running_lines_do_not_stand_in_it() -> None:
    first = [(50.0, 770.0, 8.0, "The Tarn Courier, 31 May 2024"), *columns(LEFT, 50), (290.0, 30.0, 8.0, "12")]
    second = [(50.0, 770.0, 8.0, "The Tarn Courier, 31 May 2024"), *columns(RIGHT, 50), (290.0, 30.0, 8.0, "13")]
    one = article(pdf([first, second], information="/CreationDate (D:20250101120000Z)"))
    assert [p.text for p in one.paragraphs if p.kind == "body"] == STORY
    assert [p.text for p in one.paragraphs if p.kind == "boilerplate"] == ["The Tarn Courier, 31 May 2024"]
    assert (one.published.value, one.published.basis) == (date(2024, 5, 31), "inferred")
    assert one.published.words == "31 May 2024"
    assert one.published.paragraph == one.paragraphs[-1].number


def test_running_heads_that_change_from_chapter_to_chapter_are_known_by_their_place() -> None:
    heads = ["On harbours", "On quays", "On ropes", "On nets", "On ships"]
    texts = [LEFT.replace("o", vowel) * 2 for vowel in "aeiou"]
    pages = [[(50.0, 770.0, 8.0, head), *columns(text, 50)] for head, text in zip(heads, texts, strict=True)]
    one = article(pdf(pages))
    assert [p.text for p in one.paragraphs if p.kind == "boilerplate"] == heads
    assert not [p.text for p in one.paragraphs if p.kind == "heading"]


def test_the_lines_of_a_table_of_contents_are_boilerplate_each() -> None:
    lines = column("The quay . . . . . . . 1\nIts ships . . . . . . . 12", left=50, top=760)
    one = article(pdf([[*lines, *columns(LEFT, 50)]]))
    assert [p.text for p in one.paragraphs if p.kind == "boilerplate"] == [
        "The quay . . . . . . . 1",
        "Its ships . . . . . . . 12",
    ]


def test_the_head_of_a_paper_tells_its_name_and_day_and_is_not_the_title() -> None:
    head = [(50.0, 760.0, 30.0, "The Tarn Courier"), (50.0, 740.0, 9.0, "Friday, 31 May 2024")]
    headline = (50.0, 715.0, 22.0, "The northern quay will close")
    one = article(pdf([[*head, headline, *columns(LEFT, 50)]], information="/CreationDate (D:20250101120000Z)"))
    assert (one.published.value, one.published.words) == (date(2024, 5, 31), "31 May 2024")
    assert (one.outlet.value, one.outlet.basis) == ("The Tarn Courier", "inferred")
    assert one.title.value == "The northern quay will close"


def test_the_day_in_the_name_of_the_file_counts_before_that_of_a_running_line() -> None:
    page = [(50.0, 770.0, 8.0, "The Tarn Courier, 31 May 2024"), *columns(LEFT, 50)]
    assert article(pdf([page, page]), "2024-06-01-quay.pdf").published.value == date(2024, 6, 1)


def test_a_day_of_making_is_weak() -> None:
    made = article(pdf([columns(LEFT, 50)], information="/CreationDate (D:20240531120000Z)")).published
    assert (made.value, made.basis, made.paragraph) == (date(2024, 5, 31), "inferred", None)


def test_title_and_authors_are_stated_by_the_file_itself() -> None:
    one = article(pdf([columns(LEFT, 50)], information="/Title (Quay to close) /Author (Ann Smith and Bob Ray)"))
    assert (one.title.value, one.title.basis, one.authors) == ("Quay to close", "stated", ("Ann Smith", "Bob Ray"))


def test_a_note_at_the_foot_of_a_page_does_not_cut_the_paragraph() -> None:
    note = (50.0, 60.0, 7.0, "1 See the register of the harbour.")
    one = article(pdf([[*columns(LEFT, 50), note], columns(RIGHT, 50)]))
    assert [p.text for p in one.paragraphs if p.kind == "body"] == STORY
    assert [p.text for p in one.paragraphs if p.kind == "footnote"] == ["1 See the register of the harbour."]


def test_a_table_is_read_row_by_row() -> None:
    rows = [
        (left, 700 - 12 * n, 10, text)
        for n, row in enumerate((("Year", "Ships"), ("2021", "410"), ("2022", "395"), ("2023", "17")))
        for left, text in zip((50, 200), row, strict=True)
    ]
    texts = [p.text for p in article(pdf([[*columns(LEFT, 50, 640), *rows]])).paragraphs]
    assert texts[:4] == ["Year | Ships", "2021 | 410", "2022 | 395", "2023 | 17"]


def test_a_large_first_letter_goes_back_to_its_word() -> None:
    lines = column(
        "he board voted on Thursday\nto close the northern quay\nfor a year, said Ann Lee.", left=80, top=700
    )
    assert bodies(pdf([[(50.0, 676.0, 34.0, "T"), *lines]])) == [
        "The board voted on Thursday to close the northern quay for a year, said Ann Lee."
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("They spoke of the Anglo-", "American treaty.", "They spoke of the Anglo-American treaty."),
        ("He is an ex-", "minister, she said.", "He is an ex-minister, she said."),
        ("They want short-", "and long-term rules.", "They want short- and long-term rules."),
        ("The years 2023-", "24 were the worst.", "The years 2023-24 were the worst."),
        ("The board has can-", "celled it.", "The board has cancelled it."),
        ("She paused — and then", "she went.", "She paused — and then she went."),
    ],
)
def test_hyphens_at_the_end_of_lines(first: str, second: str, joined: str) -> None:
    assert bodies(pdf([column(f"{first}\n{second}", left=50, top=700)])) == [joined]


def test_pages_that_are_pictures_are_noted_and_a_pdf_of_nothing_else_says_what_to_do() -> None:
    assert article(pdf([columns(LEFT, 50), []])).notes == ("1 of its 2 pages have no text, only pictures if anything",)
    (error,) = articles_of_pdf(pdf([[], []]), "quay.pdf")
    assert isinstance(error, ReadError)
    assert "no text layer" in str(error)
    assert "OCR" in str(error)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"It is over.", "is none"),
        (b"", "is none"),
        (b"%PDF-1.7\nand nothing more", "damaged"),
        (
            pdf(
                [columns(LEFT, 50)],
                trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >>"
                " /ID [<00><00>]",
            ),
            "password",
        ),
    ],
    ids=["text", "empty", "hollow", "locked"],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(content: bytes, words: str) -> None:
    (error,) = articles_of_pdf(content, "quay.pdf")
    assert isinstance(error, ReadError)
    assert str(error).startswith("quay.pdf: ")
    assert words in str(error)
    assert ";" in str(error)
