"""A Rich Text file is one article, in whatever letters it was written."""

from datetime import date

import pytest

from search.errors import ReadError
from search.model import Article
from search.reading.rtf import articles_of_rtf

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Times;}{\f1\fnil\fcharset204 Arial Cyr;}}"
    rb"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 caption;}}"
)


def article(body: bytes, head: bytes = HEAD) -> Article:
    (one,) = articles_of_rtf(head + body + b"}", "quay.rtf")
    assert isinstance(one, Article), one
    return one


def texts(body: bytes) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in article(body).paragraphs]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (rb"He said \u8220?no\u8221? twice.", "He said “no” twice."),
        (rb"He said {\uc2\u8220\'93\'94no\u8221??} twice.", "He said “no” twice."),
        (rb"The caf\'e9 on the quay\rquote s end.", "The café on the quay’s end."),
        (rb"\f1\'cc\'ee\'f1\'f2 \'e7\'e0\'ea\'f0\'fb\'f2.", "Мост закрыт."),
        (rb"\u-10179?\u-8704? they wrote.", "😀 they wrote."),
        (rb"Re\-opened, co\_op, 5\~km, \{x\}.", "Reopened, co-op, 5 km, {x}."),
        (b"Over\r\ntwo lines.", "Overtwo lines."),
        (rb"A{\v hidden}{\deleted gone}b.", "Ab."),
        (rb"A {\field{\*\fldinst{HYPERLINK}}{\fldrslt link}} there.", "A link there."),
        (rb"{\pict\bin6 }}}}}}}{\*\other secret}{\header Tarn}It is over.", "It is over."),
    ],
)
def test_signs_become_letters(written: bytes, read: str) -> None:
    assert texts(written) == [("body", read)]


def test_headings_captions_and_bold_lines_are_known() -> None:
    assert texts(
        rb"\pard\s1 Quay to close\par\pard\outlinelevel1 what it costs\par\pard\s2 The quay in May.\par"
        rb"\pard\plain{\b who pays for it}\par\pard She said so.\par"
    ) == [
        ("heading", "Quay to close"),
        ("heading", "what it costs"),
        ("caption", "The quay in May."),
        ("heading", "who pays for it"),
        ("body", "She said so."),
    ]


def test_a_row_is_a_paragraph_and_a_note_follows_its_own() -> None:
    assert texts(
        rb"\trowd\intbl Year\cell Ships\cell\row\pard She said so{\footnote\pard See the register.\par}, and left.\par"
    ) == [("body", "Year | Ships"), ("body", "She said so, and left."), ("footnote", "See the register.")]


def test_the_text_of_a_box_is_read() -> None:
    assert ("body", "“Never again.”") in texts(
        rb"She left.\par{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard\ldblquote Never again.\rdblquote\par}}}"
    )


def test_what_the_file_states_of_itself_is_known() -> None:
    one = article(rb"{\info{\title Quay closes}{\author Ann Smith}{\creatim\yr2024\mo5\dy31\hr10}}It is over.")
    assert (one.title.value, one.title.basis, one.authors) == ("Quay closes", "stated", ("Ann Smith",))
    assert (one.published.value, one.published.basis) == (date(2024, 5, 31), "inferred")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"It is over.", "is none"),
        (b"", "is none"),
        (rb"{\rtf1 }", "has no text"),
        (rb"{\rtf1 " + b"{" * 5_000 + b"deep", "nested too deep"),
        (rb"{\rtf1 " + rb"\par a" * 55_000, "more than 50,000 paragraphs"),
    ],
    ids=["text", "empty", "hollow", "deep", "endless"],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(content: bytes, words: str) -> None:
    (error,) = articles_of_rtf(content, "quay.rtf")
    assert isinstance(error, ReadError)
    assert str(error).startswith("quay.rtf: ")
    assert words in str(error)
