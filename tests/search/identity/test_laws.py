"""What holds whoever speaks: no order matters, and neither an article nor an editor is overruled."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from speaking import article_of, known_from, shown_in

from search.identity.decided import Decided, Entry, decided_by_entries
from search.model import Article, Speaker, SpeakerKind

GIVEN = ("Viktor", "Victor", "Mike", "Michael", "Ann", "Odd", "V.", "Abdel-Kerim")
MIDDLE = ("", "J. ", "John ", "K. ", "al-")
SURNAMES = ("Hranyuk", "Hraniuk", "Hraniouk", "Ostrand", "Ostrend", "Lee", "Lea", "van der Mool", "Ostrand Jr.")
ROLES = ("", "", "Secretary", "spokeswoman", "spokesman", "analyst", "nurse")

full_names = st.tuples(*map(st.sampled_from, (GIVEN, MIDDLE, SURNAMES))).map(lambda n: f"{n[0]} {n[1]}{n[2]}")
names = st.one_of(full_names, full_names, st.sampled_from(SURNAMES), st.text(max_size=6).filter(str.strip))
KINDS: tuple[SpeakerKind, ...] = ("person", "person", "person", "organisation", "unnamed")
kinds = st.sampled_from(KINDS)
speakers = st.builds(Speaker, names, kinds, st.sampled_from(ROLES))
articles = st.lists(st.lists(speakers, min_size=1, max_size=3), min_size=1, max_size=8).map(
    lambda casts: [article_of(f"a{n}", *cast) for n, cast in enumerate(casts)]
)
entries = st.builds(
    lambda claimed, never: Entry(claimed[0], tuple(claimed[1:]), tuple(set(never) - set(claimed))),
    st.lists(names, min_size=1, max_size=3, unique=True),
    st.lists(names, max_size=2),
)
decisions = st.one_of(st.just(()), entries.map(lambda entry: (entry,))).map(decided_by_entries)


def spoken(known_articles: Sequence[Article]) -> list[list[str]]:
    return [shown_in(one) for one in known_articles]


@settings(max_examples=300, deadline=None)
@given(articles, decisions, st.randoms())
def test_the_order_of_the_articles_changes_nothing(some: list[Article], decided: Decided, chance: object) -> None:
    known = known_from(some, decided)
    shuffled = sorted(some, key=lambda _: chance.random())  # type: ignore[attr-defined]
    again = known_from(shuffled, decided)
    assert again.names == known.names
    assert [p.entry for p in again.proposals] == [p.entry for p in known.proposals]


@settings(max_examples=300, deadline=None)
@given(articles, decisions)
def test_renaming_twice_is_renaming_once(some: list[Article], decided: Decided) -> None:
    known = known_from(some, decided)
    once = [known.renamed(one) for one in some]
    assert spoken([known.renamed(one) for one in once]) == spoken(once)


@settings(max_examples=300, deadline=None)
@given(articles)
def test_no_rule_joins_two_people_whom_one_article_names(some: list[Article]) -> None:
    known = known_from(some)
    for one in some:
        people = {
            s.speaker.name for p in one.paragraphs for s in p.statements if s.speaker and s.speaker.kind == "person"
        }
        shown = {
            s.speaker.name
            for p in known.renamed(one).paragraphs
            for s in p.statements
            if s.speaker and s.speaker.kind == "person"
        }
        assert len(shown) == len(people)


@settings(max_examples=300, deadline=None)
@given(articles, decisions)
def test_whom_an_editor_parts_stay_two(some: list[Article], decided: Decided) -> None:
    known = known_from(some, decided)
    for group in known.speakers.values():
        assert not any(decided.parts(a, b) for a, b in combinations(group.spellings, 2))


@settings(max_examples=300, deadline=None)
@given(articles, decisions)
def test_whom_an_editor_joins_are_one_under_the_editors_name(some: list[Article], decided: Decided) -> None:
    known = known_from(some, decided)
    for call, shown in known.names.items():
        entry = decided.entry(call.name)
        assert entry is None or shown == entry.name


@settings(max_examples=300, deadline=None)
@given(articles, decisions)
def test_a_proposal_that_is_taken_up_is_done_and_not_made_again(some: list[Article], decided: Decided) -> None:
    known = known_from(some, decided)
    taken = [p for p in known.proposals if not p.group.entry]
    for proposal in taken:
        entry = Entry(proposal.group.name, tuple({*proposal.group.spellings, *proposal.other.spellings}))
        again = known_from(some, decided_by_entries((*decided.entries, entry)))
        names = {shown for call, shown in again.names.items() if call.name in entry.spellings}
        assert names == {entry.name}


@settings(max_examples=300, deadline=None)
@given(articles, decisions)
def test_who_has_no_name_and_all_else_in_an_article_stays_as_it_is(some: list[Article], decided: Decided) -> None:
    known = known_from(some, decided)
    for one in some:
        pairs = zip(one.paragraphs, known.renamed(one).paragraphs, strict=True)
        for old, new in ((a.statements[0].speaker, b.statements[0].speaker) for a, b in pairs):
            assert old
            assert new
            assert (new.kind, new.role) == (old.kind, old.role)
            assert old.kind != "unnamed" or new == old
            assert new.name == old.name or old.name in new.forms


def test_a_hundred_alike_are_decided_at_once(tmp_path: Path) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    some = [
        article_of(f"a{a}{b}", Speaker(f"Ann {a.upper()}. Hran{b}uk", "person", "analyst"))
        for a in letters
        for b in letters
    ]
    assert len(known_from(some).speakers) > len(letters)
