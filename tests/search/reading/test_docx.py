"""A Word file is one article: its paragraphs in order, and what its properties say."""

from datetime import date

import pytest
from bindery import docx, paragraph

from search.errors import ReadError
from search.model import Article
from search.reading.docx import articles_of_docx


def article(body: str, *, notes: str = "", core: str = "", name: str = "clippings/quay.docx") -> Article:
    (one,) = articles_of_docx(docx(body, notes=notes, core=core), name)
    assert isinstance(one, Article), one
    return one


def texts(body: str, notes: str = "") -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in article(body, notes=notes).paragraphs]


def test_paragraphs_headings_and_captions_stand_in_order() -> None:
    body = (
        paragraph("Quay to close", style="berschrift1")
        + paragraph("The board voted, said Ann Lee.")
        + paragraph("What it costs", style="Mine")
        + paragraph("The quay in May", style="Caption")
    )
    assert texts(body) == [
        ("heading", "Quay to close"),
        ("body", "The board voted, said Ann Lee."),
        ("heading", "What it costs"),
        ("caption", "The quay in May"),
    ]


def test_a_row_of_a_table_is_a_paragraph_and_stands_in_its_place() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Year", "Ships"))
    body = paragraph("Before it.") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph("After it.")
    assert texts(body) == [("body", "Before it."), ("body", "Year | Ships"), ("body", "After it.")]


def test_a_table_that_only_places_text_falls_into_its_paragraphs() -> None:
    cell = f"<w:tc>{paragraph('She said so.')}{paragraph('He said no.')}</w:tc><w:tc>{paragraph('They left.')}</w:tc>"
    assert texts(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == [
        ("body", "She said so."),
        ("body", "He said no."),
        ("body", "They left."),
    ]


def test_a_note_follows_the_paragraph_that_refers_to_it_and_is_read_once() -> None:
    refers = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="0" w:type="separator">{paragraph("line")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("See the register.")}</w:footnote>'
    body = paragraph("The board voted.", more=refers) + paragraph("She left.", more=refers)
    assert texts(body, notes) == [
        ("body", "The board voted."),
        ("footnote", "See the register."),
        ("body", "She left."),
    ]


def test_a_table_of_contents_is_boilerplate() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Contents')}</w:sdtContent></w:sdt>"
    assert texts(body + paragraph("Costs 3", style="Verzeichnis1") + paragraph("It is over.")) == [
        ("boilerplate", "Contents"),
        ("boilerplate", "Costs 3"),
        ("body", "It is over."),
    ]


def test_what_is_deleted_hidden_or_a_code_is_not_read() -> None:
    more = (
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:instrText>PAGEREF</w:instrText></w:r>"
        "<w:ins><w:r><w:t>new</w:t><w:tab/><w:t>words</w:t><w:br/><w:t>below</w:t></w:r></w:ins>"
    )
    assert texts(paragraph("It is ", more=more)) == [("body", "It is new words\nbelow")]


def test_a_box_of_text_follows_its_paragraph_and_its_double_for_old_programs_does_not() -> None:
    box = f"<w:drawing><w:txbxContent>{paragraph('“Never again.”')}</w:txbxContent></w:drawing>"
    more = f"<w:r><AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent></w:r>"
    assert texts(paragraph("She was angry.", more=more)) == [("body", "She was angry."), ("body", "“Never again.”")]


def test_a_bold_line_is_a_heading_and_the_item_of_a_list_is_none() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>what it costs, and whom</w:t></w:r></w:p>"
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Ropes</w:t></w:r></w:p>"
    assert texts(bold + item) == [("heading", "what it costs, and whom"), ("body", "Ropes")]


def test_styles_that_rest_on_themselves_end() -> None:
    assert texts(paragraph("It is over.", style="Ring")) == [("body", "It is over.")]


def test_properties_state_title_and_authors() -> None:
    one = article(
        paragraph("It is over."), core="<dc:title>Quay closes</dc:title><dc:creator>Ann Smith; Office User</dc:creator>"
    )
    assert (one.title.value, one.title.basis, one.authors) == ("Quay closes", "stated", ("Ann Smith",))


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word - quay.doc", "quay", "bridge3", "tarn-draft_2", "Untitled", "Document1", "tolls.indd", " - "],
)
def test_a_title_that_a_program_has_left_behind_states_nothing(title: str) -> None:
    one = article(paragraph("It is over, she said."), core=f"<dc:title>{title}</dc:title>")
    assert (one.title.value, one.title.basis) == ("It is over, she said.", "inferred")


def test_what_has_the_style_of_the_title_is_the_title_whatever_stands_above_it() -> None:
    body = paragraph("Harbour", style="Subtitle") + paragraph("Quay to close", style="Title") + paragraph("It is over.")
    one = article(body, core="<dc:title>Morning list</dc:title>")
    assert (one.title.value, one.title.basis) == ("Quay to close", "stated")


def test_a_byline_counts_more_than_who_made_the_file() -> None:
    body = paragraph("Quay to close", style="Title") + paragraph("By Ann Lee and Bob Ray") + paragraph("It is over.")
    assert article(body, core="<dc:creator>Night Desk</dc:creator>").authors == ("Ann Lee", "Bob Ray")


def test_the_day_of_making_is_inferred_and_gives_way_to_any_other() -> None:
    core = "<dcterms:created>2024-05-31T10:00:00Z</dcterms:created>"
    made = article(paragraph("It is over."), core=core).published
    assert (made.value, made.basis) == (date(2024, 5, 31), "inferred")
    assert "2024-05-31" in made.words
    named = article(paragraph("It is over."), core=core, name="2023-01-02-quay.docx").published
    assert named.value == date(2023, 1, 2)
    text = article(paragraph("The board met on April 3, 2024, and voted."), core=core).published
    assert text.value == date(2024, 4, 3)


def test_no_day_is_made_of_a_clock_that_was_never_set() -> None:
    core = "<dcterms:created>1970-01-01T00:00:00Z</dcterms:created>"
    assert article(paragraph("It is over."), core=core).published.value is None


def test_ligatures_soft_hyphens_and_spaces_that_do_not_break_are_plain() -> None:
    assert texts(paragraph("The o\ufb03ce\u00a0re\u00adopened.")) == [("body", "The office reopened.")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (b"", "damaged"),
        (docx(""), "has no text"),
        (docx("<w:p>", more={"word/document.xml": "<w:document"}), "part word/document.xml is damaged"),
        (docx("", more={"word/document.xml": "<html/>"}), "is no Word file"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(content: bytes, words: str) -> None:
    (error,) = articles_of_docx(content, "clippings/quay.docx")
    assert isinstance(error, ReadError)
    assert str(error).startswith("clippings/quay.docx: ")
    assert words in str(error)
    assert ";" in str(error)


def test_a_blank_line_within_a_paragraph_parts_it() -> None:
    body = paragraph(
        "The quay closes.", more="<w:r><w:br/><w:br/><w:t>“At last,” said Lee.</w:t><w:br/><w:t>So be it.</w:t></w:r>"
    )
    assert texts(body) == [("body", "The quay closes."), ("body", "“At last,” said Lee.\nSo be it.")]
