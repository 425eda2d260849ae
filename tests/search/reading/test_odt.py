"""An OpenDocument text is one article, zipped or flat."""

from datetime import date

import pytest
from bindery import fodt, odt

from search.errors import ReadError
from search.model import Article
from search.reading.odt import articles_of_odt

META = (
    "<dc:title>Quay closes</dc:title><meta:initial-creator>Ann Smith</meta:initial-creator>"
    "<meta:creation-date>2024-05-31T10:00:00.1</meta:creation-date>"
)
STYLES = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'


def article(content: bytes) -> Article:
    (one,) = articles_of_odt(content, "quay.odt")
    assert isinstance(one, Article), one
    return one


def texts(content: str) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in article(fodt(content, styles=STYLES)).paragraphs]


@pytest.mark.parametrize("make", [odt, fodt])
def test_zipped_and_flat_say_the_same(make: type[bytes]) -> None:
    one = article(make("<text:p>It is over, said Bob Ray.</text:p>", meta=META))  # type: ignore[call-overload]
    assert (one.title.value, one.authors, one.published.value) == ("Quay closes", ("Ann Smith",), date(2024, 5, 31))
    assert (one.title.basis, one.published.basis) == ("stated", "inferred")
    assert [p.text for p in one.paragraphs] == ["It is over, said Bob Ray."]


def test_what_has_the_style_of_the_title_is_the_title() -> None:
    text = '<text:p>Harbour</text:p><text:p text:style-name="P1">Quay to close</text:p><text:p>It is over.</text:p>'
    assert article(fodt(text, styles=STYLES, meta=META)).title.value == "Quay to close"


def test_headings_lists_tables_and_captions_stand_in_order() -> None:
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("Year", "Ships"))
    assert texts(
        '<text:p text:style-name="P1">Quay to close</text:p><text:h>What happens</text:h>'
        "<text:list><text:list-item><text:p>Ropes</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
        '<text:p text:style-name="Caption">The quay in May</text:p>'
    ) == [
        ("heading", "Quay to close"),
        ("heading", "What happens"),
        ("body", "Ropes"),
        ("body", "Year | Ships"),
        ("caption", "The quay in May"),
    ]


def test_a_note_follows_its_paragraph_and_its_number_is_left_out() -> None:
    body = "<text:note-body><text:p>See there.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}"
    assert texts(f"<text:p>She said<text:s text:c='3'/>so{note}</text:note>, and left.</text:p>") == [
        ("body", "She said so, and left."),
        ("footnote", "See there."),
    ]


def test_deleted_words_are_not_read_and_contents_are_boilerplate() -> None:
    assert texts(
        "<text:tracked-changes><text:deletion><text:p>Gone.</text:p></text:deletion></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>Costs 3</text:p></text:index-body></text:table-of-content>"
        "<text:p>It<text:tab/>is<text:line-break/>over.</text:p>"
    ) == [("boilerplate", "Costs 3"), ("body", "It is\nover.")]


def test_more_spaces_than_anybody_needs_are_one() -> None:
    assert texts('<text:p>a<text:s text:c="999999999999"/>b.</text:p>') == [("body", "a b.")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (odt("<text:p>It is over.</text:p>", manifest="<encryption-data/>"), "password"),
        (b"PK and nothing more", "damaged"),
        (b"<office:document", "damaged"),
        (b"<document/>", "is no OpenDocument text"),
        (fodt("<text:p> </text:p>"), "has no text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(content: bytes, words: str) -> None:
    (error,) = articles_of_odt(content, "quay.odt")
    assert isinstance(error, ReadError)
    assert str(error).startswith("quay.odt: ")
    assert words in str(error)
