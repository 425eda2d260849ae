"""What an editor says of a paragraph wins over the rules, once, and only while the paragraph has its text."""

from dataclasses import replace

import pytest
from examples import article, paragraph
from hypothesis import given
from hypothesis import strategies as st

from search.amending import RULE, Amended, amended, own
from search.corrections import Correction, mark, place_of
from search.model import Article, Evidence, Paragraph, Speaker, Statement, StatementKind

TEXTS = (
    "“The bridge stays closed,” said Bob Lee.",
    "Odd Ruun said that the ferry was old. “It sails,” Ann Lee added.",
    "The tide came in.",
    "“Nobody asked us,” it said.",
)


def said(words: str, kind: StatementKind, speaker: Speaker, text: str) -> Statement:
    """A statement that the rules found in a text."""
    where = place_of(words, text)
    assert where
    return Statement(where, where.of(text), kind, speaker, "said", Evidence("X said", "said", 1), 0.9)


ANN = Speaker("Ann Lee", role="harbour master", forms=("Lee",))
BOB, ODD = Speaker("Bob Lee", forms=("Bob Lee",)), Speaker("Odd Ruun", forms=("Ruun",))
FERRY = article(
    "ferry",
    paragraph(TEXTS[0], said("The bridge stays closed", "direct", BOB, TEXTS[0])),
    paragraph(
        TEXTS[1], said("the ferry was old", "indirect", ODD, TEXTS[1]), said("It sails", "direct", ANN, TEXTS[1])
    ),
    paragraph(TEXTS[2]),
    paragraph(TEXTS[3]),
)


def correction(number: int, speaker: str | None, **given: object) -> Correction:
    """A correction of a paragraph as it is."""
    known = Correction("corrections.toml", 1, "ferry", number, speaker, mark=mark(FERRY.paragraphs[number - 1].text))
    return replace(known, **given)  # type: ignore[arg-type]


def corrected(*corrections: Correction) -> Amended:
    return amended(FERRY, corrections)


def voices(done: Amended, number: int) -> list[tuple[str, str | None]]:
    """The statements of a paragraph: their words and their speaker."""
    return [(s.text, s.speaker and s.speaker.name) for s in done.article.paragraphs[number - 1].statements]


def problem(done: Amended) -> str:
    """The one sentence on what was not applied, in which case nothing has changed."""
    (sentence,) = done.refused
    assert done.article == FERRY
    return sentence


def test_a_paragraph_gets_the_speaker_that_the_editor_names() -> None:
    done = corrected(correction(1, "Ann Lee", note="called her office"))
    (statement,) = done.article.paragraphs[0].statements
    assert voices(done, 1) == [("The bridge stays closed", "Ann Lee")]
    assert (statement.evidence.rule, statement.evidence.words, statement.confidence) == (RULE, "called her office", 1.0)
    assert statement.cue == "said"
    assert (done.refused, done.noted) == ((), ())


def test_a_corrected_speaker_is_the_one_of_that_name_in_the_article() -> None:
    assert corrected(correction(1, "Ann Lee")).article.paragraphs[0].voices == (ANN,)
    (new,) = corrected(correction(1, "Harbour Board", kind="organisation", role="owner")).article.paragraphs[0].voices
    assert (new.name, new.kind, new.role) == ("Harbour Board", "organisation", "owner")


@pytest.mark.parametrize("was", ["Odd Ruun", "odd ruun", "Odd Ragnar Ruun"])
def test_only_the_statements_of_one_speaker_change_where_he_is_named(was: str) -> None:
    assert voices(corrected(correction(2, "Bob Lee", was=was)), 2) == [
        ("the ferry was old", "Bob Lee"),
        ("It sails", "Ann Lee"),
    ]


@pytest.mark.parametrize("was", ["Elena Marchuck", "Y. Marchuk"])
def test_a_speaker_may_be_named_in_another_spelling_if_no_other_can_be_meant(was: str) -> None:
    text = "“It sails,” said Yelena Marchuk. “It sinks,” said Bob Lee."
    marchuk = said("It sails", "direct", Speaker("Yelena Marchuk"), text)
    alone = article("ferry", paragraph(text, marchuk, said("It sinks", "direct", BOB, text)))
    given = Correction("corrections.toml", 1, "ferry", 1, "Ann Lee", was=was, mark=mark(text))
    assert voices(amended(alone, [given]), 1) == [("It sails", "Ann Lee"), ("It sinks", "Bob Lee")]
    other = said("It sinks", "direct", Speaker("Yelena Marchouk"), text)
    assert amended(article("ferry", paragraph(text, marchuk, other)), [given]).refused


def test_a_spelling_that_stands_there_means_nobody_else() -> None:
    text = "“It sails,” said Marian Holt. “It sinks,” said Marion Holt."
    first, second = (
        said(words, "direct", Speaker(name), text)
        for words, name in (("It sails", "Marian Holt"), ("It sinks", "Marion Holt"))
    )
    given = Correction("corrections.toml", 1, "ferry", 1, "Ann Lee", was="Marion Holt", mark=mark(text))
    done = amended(article("ferry", paragraph(text, first, second)), [given])
    assert voices(done, 1) == [("It sails", "Marian Holt"), ("It sinks", "Ann Lee")]


def test_an_organisation_may_be_named_with_its_article_and_without() -> None:
    text = "“It sails,” said the Harbour Board."
    board = said("It sails", "direct", Speaker("the Harbour Board", "organisation"), text)
    given = Correction("corrections.toml", 1, "ferry", 1, "Ann Lee", was="Harbour Board", mark=mark(text))
    assert voices(amended(article("ferry", paragraph(text, board)), [given]), 1) == [("It sails", "Ann Lee")]


@pytest.mark.parametrize("words", ["It sails", "“It sails", '"It  sails,"', "sails"])
def test_only_the_statement_changes_that_holds_the_words(words: str) -> None:
    assert [who for _, who in voices(corrected(correction(2, "Bob Lee", words=words)), 2)] == ["Odd Ruun", "Bob Lee"]


def test_words_that_no_statement_holds_become_one() -> None:
    done = corrected(correction(3, "Ann Lee", words="tide came"))
    assert voices(done, 3) == [("tide came", "Ann Lee")]
    assert [s.kind for s in done.article.paragraphs[2].statements] == ["indirect"]


def test_a_paragraph_in_which_nobody_spoke_becomes_a_statement() -> None:
    assert voices(corrected(correction(3, "Ann Lee")), 3) == [("The tide came in.", "Ann Lee")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("“It sails.”", "direct"), ("“It” sails.", "mixed"), ("It sails.", "indirect"), ("“It sails", "direct")],
)
def test_a_new_statement_is_direct_where_it_stands_between_quotation_marks(text: str, kind: str) -> None:
    bare = article("ferry", paragraph(text))
    done = amended(bare, [replace(correction(1, "Ann Lee"), mark=mark(text))])
    assert [s.kind for s in done.article.paragraphs[0].statements] == [kind]


def test_an_empty_speaker_says_that_nobody_speaks() -> None:
    assert voices(corrected(correction(1, "")), 1) == []
    assert voices(corrected(correction(2, "", words="It sails")), 2) == [("the ferry was old", "Odd Ruun")]
    assert corrected(correction(3, "")) == Amended(FERRY)


def test_an_unknown_speaker_leaves_the_statement() -> None:
    assert voices(corrected(correction(1, None)), 1) == [("The bridge stays closed", None)]


def test_statements_of_an_unknown_speaker_can_be_meant() -> None:
    unknown = corrected(correction(1, None)).article
    plain = replace(unknown, paragraphs=tuple(_by_the_rules(p) for p in unknown.paragraphs))
    assert voices(amended(plain, [correction(1, "Ann Lee", was="")]), 1) == [("The bridge stays closed", "Ann Lee")]


def _by_the_rules(one: Paragraph) -> Paragraph:
    own_rule = tuple(replace(s, evidence=replace(s.evidence, rule="a rule")) for s in one.statements)
    return replace(one, statements=own_rule)


def test_the_more_exact_correction_counts_and_of_two_alike_the_later() -> None:
    exact = correction(2, "Cy Berg", words="It sails", block=1)
    both = corrected(exact, correction(2, "Bob Lee", block=2), correction(2, "Dan Ek", block=3))
    assert [who for _, who in voices(both, 2)] == ["Dan Ek", "Cy Berg"]
    assert voices(corrected(correction(3, "Ann Lee"), correction(3, "", block=2)), 3) == []


def test_a_changed_paragraph_is_left_alone_and_said() -> None:
    sentence = problem(corrected(correction(1, "Ann Lee", mark="00000000")))
    assert sentence.startswith("corrections.toml, correction 1 (ferry ¶1): the paragraph has changed; ")


def test_a_paragraph_that_has_moved_is_left_alone_and_found_again() -> None:
    sentence = problem(corrected(correction(1, "Ann Lee", mark=mark(TEXTS[1]))))
    assert "the paragraph has changed; its text is that of ¶2 now, so write paragraph = 2" in sentence
    assert "write paragraph = 2" in problem(corrected(correction(1, "Ann Lee", paragraph=9, mark=mark(TEXTS[1]))))


def test_new_spaces_and_line_ends_are_no_change() -> None:
    spaced = replace(FERRY.paragraphs[2], text="The tide\n  came in. ")
    done = amended(replace(FERRY, paragraphs=(*FERRY.paragraphs[:2], spaced)), [correction(3, "Ann Lee")])
    assert voices(done, 3) == [("The tide\n  came in.", "Ann Lee")]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"paragraph": 9}, "the article ends with ¶4; "),
        ({"paragraph": 9, "mark": ""}, "the article ends with ¶4; "),
        ({"was": "Cy Berg"}, "there is no such statement by “Cy Berg”, here speaks Bob Lee; "),
        ({"was": ""}, "there is no such statement by an unknown speaker, here speaks Bob Lee; "),
        ({"words": "the tunnel"}, "the words “the tunnel” do not stand in the paragraph; "),
        ({"words": "The bridge", "was": "Cy Berg"}, "no such statement by “Cy Berg”"),
    ],
)
def test_what_fits_nothing_is_not_applied_and_says_why(given: dict[str, object], reason: str) -> None:
    assert reason in problem(corrected(correction(1, "Ann Lee", **given)))


def test_without_a_mark_a_correction_is_applied_and_the_mark_to_add_is_said() -> None:
    done = corrected(correction(1, "Ann Lee", mark=""))
    assert voices(done, 1) == [("The bridge stays closed", "Ann Lee")]
    assert [f'add text = "{mark(TEXTS[0])}"' in note for note in done.noted] == [True]


def test_a_correction_is_of_the_articles_in_and_below_its_folder() -> None:
    below = replace(FERRY, source="news/2024/ferry.txt")
    kept = correction(1, "Ann Lee", file="news/corrections.toml")
    assert own(below, {"ferry": (kept,)}) == (kept,)
    assert own(replace(FERRY, source="wire/ferry.txt"), {"ferry": (kept,)}) == ()
    assert own(replace(below, id="boat"), {"ferry": (kept,)}) == ()


SPEAKERS = st.sampled_from(["Ann Lee", "Bob Lee", "Cy Berg", "", None])
WORDS = st.sampled_from(["", "", "ferry", "It sails", "bridge stays", "“Nobody", "tide", "said that", "tunnel"])
CORRECTIONS = st.lists(
    st.builds(
        correction,
        st.integers(1, 4),
        SPEAKERS,
        was=st.sampled_from([None, None, "Odd Ruun", "Bob Lee", "Ann Lee", ""]),
        words=WORDS,
        block=st.integers(1, 9),
    ),
    max_size=6,
)


@given(CORRECTIONS)
def test_a_second_time_changes_nothing(corrections: list[Correction]) -> None:
    once = amended(FERRY, corrections).article
    assert amended(once, corrections).article == once


@given(CORRECTIONS)
def test_a_statement_is_always_cut_out_of_its_paragraph(corrections: list[Correction]) -> None:
    for one in amended(FERRY, corrections).article.paragraphs:
        assert [s.where.of(one.text) for s in one.statements] == [s.text for s in one.statements]
        assert [s.where.start for s in one.statements] == sorted(s.where.start for s in one.statements)


@given(CORRECTIONS)
def test_paragraphs_without_a_correction_are_untouched(corrections: list[Correction]) -> None:
    touched = {c.paragraph for c in corrections}
    done = amended(FERRY, corrections).article
    assert [p for p in done.paragraphs if p.number not in touched] == [
        p for p in FERRY.paragraphs if p.number not in touched
    ]
    assert isinstance(done, Article)


def test_an_article_without_corrections_is_the_very_same() -> None:
    assert corrected().article is FERRY


@given(st.text(), st.text())
def test_words_of_any_kind_become_a_statement_where_they_stand(words: str, around: str) -> None:
    bare = article("ferry", paragraph(f"{around}{words}{around}"))
    done = amended(bare, [Correction("c", 1, "ferry", 1, "Ann Lee", words=words)])
    for statement in done.article.paragraphs[0].statements:
        assert statement.where.of(bare.paragraphs[0].text) == statement.text
