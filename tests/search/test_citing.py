"""References in every form: complete, graceful where something is unknown, readable for their programs."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from examples import article, paragraph
from hypothesis import given
from hypothesis import strategies as st

from search.citing import FORMS, cite, form_of
from search.citing.bibtex import entry
from search.citing.chicago import note
from search.citing.citation import Citation
from search.citing.csl import item
from search.citing.people import author_of
from search.citing.ris import ris
from search.citing.sentence import sentence
from search.model import Article, Evidence, Fact, Span, Speaker, Statement, StatementKind

READ_ON = date(2026, 11, 28)
URL = "https://velin-courier.example/2023/04/12/bridge_closed?a=1&b=50%25#x"
# What csl-data.json of version 1.0.2 allows of an item of ours, with each value's shape; it allows no other key.
CSL_KEYS = {
    "id": str,
    "type": str,
    "title": str,
    "container-title": str,
    "author": list,
    "issued": dict,
    "URL": str,
    "accessed": dict,
    "abstract": str,
    "note": str,
}
CSL_NAMES = {"family", "given", "non-dropping-particle", "suffix", "literal"}
TRICKY = 'Smith & Sons_100% {braces} $5 #1 ^ ~ \\ <b> | “inner” "straight"'

tricky = st.text(alphabet="ab “”\"'{}\\%&$#_~^<>|\n\r\t\x00\x07@=,-é\ud800", max_size=30)


def said(
    words: str, name: str | None = "Tomas Drewe", role: str = "Transport Minister", kind: StatementKind = "direct"
) -> Statement:
    speaker = Speaker(name, role=role) if name else None
    return Statement(Span(1, 1 + len(words)), words, kind, speaker, "said", Evidence("test", "", 1), 1.0)


def of(
    statement: Statement | None = None,
    title: str = "Brenholm Bridge closed",
    outlet: str = "The Velin Courier",
    published: date | None = date(2023, 4, 12),
    url: str = URL,
    authors: tuple[str, ...] = ("Wilma Strand",),
    text: str = "It lasts weeks.",
) -> Citation:
    """A citation of the second paragraph of an article; without a statement of the whole paragraph."""
    parts = (paragraph("The bridge"), paragraph(text, *([statement] if statement else [])))
    whole: Article = article("news/Bridge closed", *parts, outlet=outlet, published=published, title=title)
    return Citation(replace(whole, url=url, authors=authors), whole.paragraphs[1], READ_ON, statement)


BARE = of(title="", outlet="", published=None, url="", authors=())
WEEKS = said("It will last weeks,")


def with_inferred_facts(citation: Citation) -> Citation:
    whole = citation.article
    facts = {name: Fact(getattr(whole, name).value, "inferred") for name in ("outlet", "published", "title")}
    return replace(citation, article=replace(whole, **facts))  # type: ignore[arg-type]


def field(text: str, name: str) -> str:
    """The value of a field of a BibTeX entry, as it is written there."""
    found = re.search(rf"^  {name} = (.*),$", text, re.MULTILINE)
    assert found
    return found[1]


def records(text: str) -> list[list[tuple[str, str]]]:
    """RIS read as its programs read it: lines of tag and value, a record from TY to ER."""
    found: list[list[tuple[str, str]]] = []
    for line in text.removesuffix("\r\n").split("\r\n"):
        tag = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert tag
        found += [[]] * (tag[1] == "TY")
        found[-1] = [*found[-1], (tag[1], tag[2])]
    return found


def test_a_statement_as_text_says_who_what_where_and_when() -> None:
    assert sentence(of(WEEKS)) == (
        "Tomas Drewe, Transport Minister: “It will last weeks” "
        f"(The Velin Courier, 12 April 2023, “Brenholm Bridge closed”, ¶2) {URL}"
    )


def test_a_paragraph_as_text_has_no_speaker() -> None:
    assert sentence(of()).startswith("“It lasts weeks.” (The Velin Courier, ")


def test_words_that_are_the_articles_own_are_said_to_be_so() -> None:
    assert sentence(of(said("that it lasts", kind="indirect"))).startswith(
        "Tomas Drewe, Transport Minister (indirect speech): “that it lasts”"
    )


def test_an_unnamed_speaker_begins_with_a_capital_and_an_unknown_one_is_called_so() -> None:
    assert sentence(of(said("No", "a spokesman", ""))).startswith("A spokesman: “No”")
    assert sentence(of(said("No", None))).startswith("Unknown speaker: “No”")


def test_quotations_within_a_quotation_get_single_marks() -> None:
    assert "“He said ‘no’ and ‘never’”" in sentence(of(said('He said “no” and "never"')))
    assert sentence(of(said("“No way.”"))).startswith("Tomas Drewe, Transport Minister: “No way.” (The")


def test_what_is_only_inferred_is_said_to_be_so_in_every_form() -> None:
    texts = [cite([with_inferred_facts(of(WEEKS))], form).lower() for form in FORMS]
    assert all(f"{fact} inferred" in text for text in texts for fact in ("outlet", "date", "title"))
    assert not any("inferred" in cite([of(WEEKS)], form) for form in FORMS)
    assert "The Velin Courier [outlet inferred], 12 April 2023 [date inferred], “" in cite(
        [with_inferred_facts(of(WEEKS))]
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_tells_the_speaker_the_role_and_the_paragraph(form: Any) -> None:
    text = cite([of(WEEKS)], form)
    assert "Tomas Drewe, Transport Minister" in text
    assert re.search("¶2|para. 2|Paragraph 2", text)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_does_with_nothing_but_the_words(form: Any) -> None:
    text = cite([BARE], form)
    assert text
    assert "None" not in text
    assert not re.search(r", ,|\(\)|: ,| \.|“”", text)


def test_text_without_its_facts_says_that_it_is_undated() -> None:
    assert sentence(BARE) == "“It lasts weeks.” (undated, ¶2)"


def test_a_note_after_chicago() -> None:
    assert note(of(WEEKS)).text == (
        "Tomas Drewe, Transport Minister, quoted in Wilma Strand, “Brenholm Bridge closed,” "
        f"Velin Courier, April 12, 2023, para. 2, {URL}."
    )


def test_a_note_has_the_outlet_in_italics() -> None:
    made = note(of(WEEKS, outlet="The Courier in The Courier", title="The Courier"))
    assert [span.of(made.text) for span in made.italics] == ["Courier in The Courier"]
    assert note(BARE).italics == ()


def test_a_note_without_a_day_says_so_and_when_it_was_read() -> None:
    assert note(of(published=None, authors=())).text == (
        f"“Brenholm Bridge closed,” Velin Courier, n.d., para. 2, accessed November 28, 2026, {URL}."
    )


@pytest.mark.parametrize(
    ("authors", "named"),
    [
        (("Ann Lee", "Bo Ek"), "Ann Lee and Bo Ek, “"),
        (("Ann Lee", "Bo Ek", "Harbour News Agency"), "Ann Lee, Bo Ek, and Harbour News Agency, “"),
        (("Ann Lee", "Bo Ek", "Cy Ott", "Di Um"), "Ann Lee et al., “"),
    ],
)
def test_a_note_names_up_to_three_authors(authors: tuple[str, ...], named: str) -> None:
    assert note(of(authors=authors)).text.startswith(named)


def test_a_note_keeps_the_marks_of_a_title() -> None:
    assert note(of(title="Is “it” over?", authors=())).text.startswith("“Is ‘it’ over?,” Velin")
    assert note(of(said("No", None), title="", authors=())).text.startswith("Quoted in untitled article, Velin")


def test_an_entry_of_bibtex() -> None:
    made = entry(of(WEEKS))
    assert re.match(r"@article\{news-bridge-closed-p2-[0-9a-f]{8},\n", made)
    assert field(made, "author") == "{Strand, Wilma}"
    assert field(made, "title") == "{{Brenholm Bridge closed}}"
    assert field(made, "journal") == "{The Velin Courier}"
    assert (field(made, "year"), field(made, "month"), field(made, "day")) == ("{2023}", "apr", "{12}")
    assert field(made, "url") == f"{{{URL}}}"
    assert field(made, "urldate") == "{2026-11-28}"
    assert field(made, "note") == (
        "{Speaker: Tomas Drewe, Transport Minister (direct speech). Paragraph 2. “It will last weeks”}"
    )


def test_what_bibtex_and_tex_would_take_for_a_command_is_escaped() -> None:
    assert field(entry(of(title=TRICKY)), "title") == (
        r"{{Smith \& Sons\_100\% {\textbraceleft}braces{\textbraceright} \$5 \#1 {\textasciicircum} {\textasciitilde} "
        r"{\textbackslash} {\textless}b{\textgreater} {\textbar} “inner” " + '"straight"}}'
    )
    assert field(entry(of(url="https://a.example/{b\\c}")), "url") == "{https://a.example/%7Bb%5Cc%7D}"


def test_an_entry_without_outlet_and_day_is_misc_and_undated() -> None:
    made = entry(BARE)
    assert made.startswith("@misc{")
    assert field(made, "year") == "{n.d.}"


def test_authors_are_parted_as_bibtex_reads_them() -> None:
    made = entry(of(authors=("Ludwig van der Berg Jr.", "Harbour & Sons", "Farid al-Hassani", "Reuters")))
    assert (
        field(made, "author")
        == r"{van der Berg, Jr., Ludwig and {Harbour \& Sons} and al-Hassani, Farid and {Reuters}}"
    )


def test_an_item_of_csl() -> None:
    made = item(of(WEEKS, authors=("Ludwig van der Berg Jr.", "Harbour News Agency")))
    assert made == {
        "id": of(WEEKS).key,
        "type": "article-newspaper",
        "title": "Brenholm Bridge closed",
        "container-title": "The Velin Courier",
        "author": [
            {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der", "suffix": "Jr."},
            {"literal": "Harbour News Agency"},
        ],
        "issued": {"date-parts": [[2023, 4, 12]]},
        "URL": URL,
        "accessed": {"date-parts": [[2026, 11, 28]]},
        "abstract": "It will last weeks",
        "note": "Speaker: Tomas Drewe, Transport Minister (direct speech). Paragraph 2.",
    }


def test_a_record_of_ris() -> None:
    (record,) = records(ris([of(WEEKS, authors=("Wilma Strand", "Reuters"))]))
    assert record == [
        ("TY", "NEWS"),
        ("ID", of(WEEKS).key),
        ("AU", "Strand, Wilma"),
        ("AU", "Reuters"),
        ("TI", "Brenholm Bridge closed"),
        ("T2", "The Velin Courier"),
        ("PY", "2023"),
        ("DA", "2023/04/12/"),
        ("UR", URL),
        ("Y2", "2026/11/28/"),
        ("AB", "It will last weeks"),
        ("N1", "Speaker: Tomas Drewe, Transport Minister (direct speech). Paragraph 2."),
        ("ER", ""),
    ]


def test_a_note_for_programs_tells_the_occasion_and_the_spelling() -> None:
    statement = replace(said("No"), day=date(2023, 4, 11), venue="interview with the Wire")
    speaker = Speaker("Tomas Drewe", role="minister", forms=("T. Drewe",))
    assert item(of(replace(statement, speaker=speaker)))["note"] == (
        "Speaker: Tomas Drewe, minister (direct speech, spelled T. Drewe there). "
        "Occasion: 11 April 2023, interview with the Wire. Paragraph 2."
    )


def test_a_note_for_programs_does_not_make_a_name_of_an_unknown_speaker() -> None:
    assert item(of(said("No", None)))["note"] == "Speaker unknown (direct speech). Paragraph 2."


def test_a_paragraph_as_a_whole_names_those_who_speak_in_it() -> None:
    whole = of(WEEKS)
    assert item(replace(whole, statement=None))["note"] == "Speaking here: Tomas Drewe. Paragraph 2."


def test_the_key_is_of_these_words_and_no_others() -> None:
    keys = [of(s).key for s in (None, said("No"), said("No", "Ann Lee"), said("Never"))]
    assert len(set(keys)) == 4
    assert keys == [
        of(s, title="Another", url="").key for s in (None, said("No"), said("No", "Ann Lee"), said("Never"))
    ]
    strange = [replace(of(), article=replace(of().article, id=id)).key for id in ("桥", "橋", "{}", "a" * 500)]
    assert len(set(strange)) == 4
    assert all(re.fullmatch(r"[a-z0-9-]{1,70}", key) for key in strange)


@pytest.mark.parametrize(
    ("name", "inverted"),
    [
        ("Ann Lee", "Lee, Ann"),
        ("Lee, Ann", "Lee, Ann"),
        ("Mary Ann de la Cruz", "de la Cruz, Mary Ann"),
        ("Fareed Al Hasani", "Al Hasani, Fareed"),
        ("Ann Lee, Jr.", "Lee, Ann, Jr."),
        ("Reuters", "Reuters"),
        ("The Velin Courier", "The Velin Courier"),
        ("李明", "李明"),
        ("", ""),
    ],
)
def test_a_name_is_taken_apart(name: str, inverted: str) -> None:
    assert author_of(name).inverted == inverted


def test_several_are_one_file_and_forms_are_called_by_their_names() -> None:
    two = [of(WEEKS), of()]
    assert [form.name for form in FORMS] == ["text", "chicago", "bibtex", "csl", "ris"]
    assert len(json.loads(cite(two, FORMS[3]))) == len(records(cite(two, FORMS[4]))) == 2
    assert cite(two, FORMS[2]).count("\n@article{") == 1
    assert cite(two) == f"{sentence(two[0])}\n{sentence(two[1])}\n"
    assert form_of("ris") is FORMS[4]
    assert form_of("endnote") is None


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    statement = draw(st.one_of(st.none(), st.builds(said, tricky, st.one_of(st.none(), tricky), tricky)))
    day = draw(st.one_of(st.none(), st.dates()))
    authors = tuple(draw(st.lists(tricky, max_size=3)))
    return of(statement, draw(tricky), draw(tricky), day, draw(tricky), authors, draw(tricky))


@given(citations())
def test_the_braces_of_bibtex_balance_whatever_a_text_holds(citation: Citation) -> None:
    made = entry(citation)
    depths = [0]
    for brace in re.findall(r"[{}]", made):
        depths.append(depths[-1] + (1 if brace == "{" else -1))
    assert depths[-1] == 0
    assert depths.index(0, 1) == len(depths) - 1
    assert not re.search(r"(?<!\\)[&$#_%]", re.sub(r"(?m)^  url = .*$", "", made))


@given(st.lists(citations(), max_size=3))
def test_csl_is_json_and_holds_what_its_schema_allows(cited: list[Citation]) -> None:
    read = json.loads(cite(cited, FORMS[3]).encode("utf-8"))
    assert len(read) == len(cited)
    for made in read:
        assert {"id", "type", "accessed"} <= made.keys() <= CSL_KEYS.keys()
        assert all(isinstance(value, CSL_KEYS[name]) for name, value in made.items())
        assert all(name.keys() <= CSL_NAMES for name in made.get("author", []))


@given(st.lists(citations(), min_size=1, max_size=3))
def test_ris_is_one_record_each_and_one_line_a_value(cited: list[Citation]) -> None:
    found = records(ris(cited))
    assert len(found) == len(cited)
    assert all(record[0][0] == "TY" and record[-1] == ("ER", "") for record in found)


@given(citations())
def test_text_and_note_are_one_line(citation: Citation) -> None:
    assert len(sentence(citation).splitlines()) == len(note(citation).text.splitlines()) == 1
