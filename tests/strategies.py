"""Small articles and queries for property tests: few words and names, so that they meet often."""

from datetime import date

from hypothesis import strategies as st

from search.language import parse
from search.model import Article, Evidence, Fact, Paragraph, Span, Speaker, Statement
from search.query import SORTS, VIEWS, Query

WORDS = ("bridge", "bridges", "closed", "closing", "minister", "the", "Café", "not", "U.S.", "al-Qa'abi")
NAMES = ("Ann Lee", "Lee, Ann", "Ortiz", "Bridge Authority", "Ann Ortiz")
ALSO = {"Ann Lee": ("A. Lee", "Ortiz"), "Ann Ortiz": ("A. Lee", "Ortiz", "Zed")}  # of two, of itself, of one
DAYS = (None, date(2023, 1, 1), date(2023, 6, 30), date(2024, 2, 29), date(2025, 12, 31))

texts = st.lists(st.sampled_from(WORDS), min_size=0, max_size=8).map(" ".join)


@st.composite
def _statements(draw: st.DrawFn, text: str) -> Statement:
    name = draw(st.sampled_from((*NAMES, None)))
    speaker = Speaker(name, also=ALSO.get(name, ())) if name else None
    start, end = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    where = Span(start, end)
    return Statement(where, where.of(text), "indirect", speaker, "said", Evidence("test", "", 1), 1.0)


@st.composite
def paragraphs(draw: st.DrawFn, number: int) -> Paragraph:
    kind, text = draw(st.sampled_from(("body", "heading", "caption"))), draw(texts)
    return Paragraph(number, kind, text, tuple(draw(st.lists(_statements(text), max_size=2))))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    day = draw(st.sampled_from(DAYS))
    outlet = draw(st.sampled_from((None, "Courier", "Wire")))
    count = draw(st.integers(1, 3))
    return Article(
        id=draw(st.sampled_from("abcdef")),
        title=Fact(draw(texts) or None),
        outlet=Fact(outlet, "stated") if outlet else Fact(),
        published=Fact(day, "stated") if day else Fact(),
        paragraphs=tuple(draw(paragraphs(n)) for n in range(1, count + 1)),
        raw=draw(texts),
    )


_simple = st.one_of(
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.sampled_from(('"Ann Lee"', "ortiz", '"lee ann"')),
)
_atoms = st.one_of(
    _simple,
    st.sampled_from(("bri*", "clos*", "bridges*", "CAF*", "qaa*", "xyz*")),
    st.sampled_from(("brigde~", "bridge~2", "minsiter~", "closed~2", "lee~", "xyz~")),
    st.tuples(_simple, st.sampled_from(("NEAR", "NEAR/0", "NEAR/1", "NEAR/2")), _simple).map(" ".join),
)
_opened = st.sampled_from(("bri*", "clos*", "ort*", "brigde~", "ortzi~", "coureir~2"))
_fielded = st.one_of(
    st.tuples(
        st.sampled_from(("speaker:", "said:", "Title:", "with:", "outlet:", "said:")),
        st.one_of(
            _simple,
            _opened,
            st.sampled_from(("courier", '"wire"', "unknown")),
            st.lists(st.one_of(_simple, _opened), min_size=1, max_size=3).map(lambda some: f"({' '.join(some)})"),
            st.tuples(_simple, st.sampled_from((" OR ", " AND NOT ", " NEAR/1 ")), _simple).map(
                lambda some: f"({''.join(some)})"
            ),
        ),
    ).map("".join),
    st.sampled_from(("date:2023", "date:2023-06", "date:2024-02-29..", "date:..2023-06-30", "date:(2023 OR 2025-12)")),
)


def _combined(atoms: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Atoms side by side, with operators and in parentheses."""
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.tuples(inner, inner).map(" ".join),
            st.lists(inner, min_size=3, max_size=5).map(" ".join),
            st.tuples(inner, inner).map(" AND ".join),
            st.tuples(inner, inner).map(" OR ".join),
            inner.map(lambda part: f"NOT ({part})"),
            inner.map(lambda part: f"({part})"),
        ),
        max_leaves=5,
    )


unfielded_words = _combined(_atoms)
query_words = _combined(st.one_of(_atoms, _atoms, _fielded))
choices = st.frozensets(
    st.one_of(
        st.tuples(st.just("speaker"), st.sampled_from((*NAMES, "nobody", "unknown", "Zed", "A. Lee", "Ida"))),
        st.tuples(st.just("outlet"), st.sampled_from(("Courier", "Wire", "unknown"))),
        st.tuples(st.just("date"), st.sampled_from(("2023", "2024", "unknown"))),
        st.tuples(st.just("part"), st.sampled_from(("body", "heading"))),
    ),
    max_size=3,
)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    words = draw(st.one_of(st.just(""), query_words))
    parse(words)
    since, until = sorted(draw(st.lists(st.sampled_from(DAYS[1:]), min_size=2, max_size=2)))
    return Query(
        words,
        draw(choices),
        draw(choices),
        since=draw(st.sampled_from((None, since))),
        until=draw(st.sampled_from((None, until))),
        sort=draw(st.sampled_from(SORTS)),
        view=draw(st.sampled_from(VIEWS)),
    )
