"""What the bulk path writes is what Whoosh's own writer would have written, and the arrays beside it say the same."""

import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from examples import article, paragraph, says
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import articles
from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import Or, Term
from whoosh.reading import IndexReader

from search.engines.whoosh.arrays import Arrays, load
from search.engines.whoosh.layout import FIELDS, GAP
from search.engines.whoosh.strings import parted
from search.engines.whoosh.writing import bulk, chunks
from search.engines.whoosh.writing.bulk import build, latest, segment_part, write
from search.engines.whoosh.writing.facts import values_of
from search.engines.whoosh.writing.gathering import gathered, stored_values
from search.engines.whoosh.writing.parts import Part
from search.engines.whoosh.writing.segment import write_toc
from search.facets import FACETS
from search.matching import searched
from search.model import Article, Paragraph, Speaker
from search.pipeline import attributed
from search.reading import FORMATS
from search.text import stem, terms

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = Schema(
    text=TEXT(phrase=False),
    speaker=TEXT(phrase=False),
    title=TEXT(phrase=False),
    outlet=ID(),
    kind=ID(),
    article=ID(),
    date=NUMERIC(int, bits=32, shift_step=0),
    about=STORED(),
    paragraph=STORED(),
    raw=STORED(),
)
Postings = dict[tuple[str, bytes], Any]


def spelled(letters: Sequence[str]) -> Iterator[Article]:
    """Articles with words beyond ASCII, long texts, and several times the same."""
    for n, letter in enumerate(letters):
        names = (says("Ann Lee"), says("Żaneta Ørsted-Øst"), says("..."))[: n % 4]
        texts = (
            f"{letter} the U.S. {letter}’s ʼ n’{letter}",
            "",
            "said " * (n * 57),
            f"{letter}𝔸 1,000.5 {letter * 70}",
        )
        yield article(f"{n % 5}", *(paragraph(text, *names) for text in texts), title=letter, outlet="ö" * (n % 3))


@cache
def seeds() -> tuple[Article, ...]:
    files = [path for path in sorted((ROOT / "seeds").rglob("*.*")) if path.suffix in FORMATS]
    return tuple(found for found in attributed(files, 1_000_000) if isinstance(found, Article))


ODD = tuple(spelled(["é", "ß", "İ", "𐐀", "ſ", "a", "中", "ا", "_", "\u00ad", "Ａ", "z"]))


def last_of_each_id(given: Sequence[Article]) -> list[Article]:
    last = {each.id: n for n, each in enumerate(given)}
    return [each for n, each in enumerate(given) if last[each.id] == n]


def stock(folder: Path, given: Sequence[Article], gone: Collection[int] = ()) -> FileIndex:
    """An index by Whoosh's own writer, without some documents, given by number."""
    index = FileStorage(str(folder)).create_index(SCHEMA)
    writer = index.writer()
    number = count()
    for each in given:
        for para, stored in zip(each.paragraphs, stored_values(each), strict=True):
            if next(number) in gone:
                continue
            words = {f: [t.exact for text in texts for t in terms(text)] for f, texts in searched(each, para).items()}
            day = each.published.value
            writer.add_document(
                **{field: found for field, found in words.items() if found},
                outlet=each.outlet.value,
                kind=para.kind,
                article=each.id,
                date=day.toordinal() if day else None,
                **stored,
            )
    writer.commit(merge=False)
    return index


def built(folder: Path, given: Sequence[Article], processes: int = 1) -> W3Segment:
    """A segment by the bulk path, in an index of its own."""
    segment = build(folder, given, SCHEMA, processes)
    write_toc(folder, SCHEMA, [segment])
    return segment


def opened(folder: Path) -> FileIndex:
    return FileIndex(FileStorage(str(folder), readonly=True))


def postings(reader: IndexReader) -> Postings:
    """All that a reader knows of each term."""
    return {(field, word): _known(reader, field, word) for field, word in reader.all_terms()}


def _known(reader: IndexReader, field: str, word: bytes) -> Any:
    matcher, found = reader.postings(field, word), []
    while matcher.is_active():
        value = matcher.value_as("frequency") if matcher.supports("frequency") else None
        found.append((matcher.id(), matcher.weight(), value))
        matcher.next()
    info = reader.term_info(field, word)
    least = info.min_length(), info.max_length(), info.min_id(), info.max_id()
    return found, info.weight(), info.doc_frequency(), info.max_weight(), least, reader.frequency(field, word)


def documents(reader: IndexReader) -> list[Any]:
    """All that a reader knows of each document."""
    lengths = [[reader.doc_field_length(n, f) for f in FIELDS] for n in range(reader.doc_count_all())]
    return list(zip(lengths, (stored for _, stored in reader.iter_docs()), strict=True))


def fields(reader: IndexReader) -> list[Any]:
    """All that a reader knows of each field."""
    present = [f for f in FIELDS if reader.field_length(f)]
    ranges = [(reader.min_field_length(f), reader.max_field_length(f)) for f in present]
    return [sorted(reader.indexed_field_names()), [reader.field_length(f) for f in FIELDS], ranges]


def assert_same(ours: FileIndex, stocks: FileIndex) -> None:
    with ours.reader() as mine, stocks.reader() as other:
        assert postings(mine) == postings(other)
        assert list(mine.all_terms()) == list(other.all_terms())
        assert documents(mine) == documents(other)
        assert fields(mine) == fields(other)


def assert_written_alike(given: Sequence[Article]) -> None:
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as stocks:
        built(Path(ours), given)
        assert_same(opened(Path(ours)), stock(Path(stocks), last_of_each_id(given)))


def arrays_of(folder: Path, segment: W3Segment) -> Arrays:
    return {**load(folder / segment.make_filename(".postings")), **load(folder / segment.make_filename(".facts"))}


def test_the_sample_articles_are_written_as_by_whoosh_itself() -> None:
    assert len(seeds()) > 10
    assert_written_alike(seeds())


def test_odd_spellings_long_texts_and_names_of_no_words_are_written_as_by_whoosh_itself() -> None:
    assert_written_alike(ODD)


def test_nothing_at_all_can_be_written_and_opened() -> None:
    assert_written_alike([])
    assert_written_alike([article("a")])


def test_long_postings_are_written_as_by_whoosh_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.engines.whoosh.writing.blocks.BLOCK", 5)
    monkeypatch.setattr("search.engines.whoosh.writing.listed.AT_ONCE", 40)
    monkeypatch.setattr("search.engines.whoosh.varbytes.OFFSETS_FROM", 3)
    assert_written_alike([*seeds()[:6], *ODD])


@settings(max_examples=60)
@given(st.lists(articles(), max_size=8))
def test_any_articles_are_written_as_by_whoosh_itself(given: list[Article]) -> None:
    assert_written_alike(given)


@settings(max_examples=60)
@given(st.lists(st.lists(articles(), max_size=4), min_size=1, max_size=4))
def test_merged_chunks_are_what_one_chunk_would_be(lots: list[list[Article]]) -> None:
    parts = latest([chunk(lot) for lot in lots])
    kept = last_of_each_id([each for lot in lots for each in lot])
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as stocks:
        segment = write(Path(ours), parts, SCHEMA)
        write_toc(Path(ours), SCHEMA, [segment])
        assert_same(opened(Path(ours)), stock(Path(stocks), kept))
        assert_equal(arrays_of(Path(ours), segment), write_alone(kept))


def chunk(given: Sequence[Article]) -> Part:
    arrays = gathered(given)
    return Part(arrays, len(arrays["days"]))


def write_alone(given: Sequence[Article]) -> Arrays:
    """The arrays of articles that are gathered at once."""
    with tempfile.TemporaryDirectory() as folder:
        return arrays_of(Path(folder), write(Path(folder), [chunk(given)], SCHEMA))


def assert_equal(arrays: Arrays, others: Arrays) -> None:
    assert {n: (a.dtype, a.tolist()) for n, a in arrays.items()} == {
        n: (a.dtype, a.tolist()) for n, a in others.items()
    }


@settings(max_examples=60)
@given(st.lists(articles(), min_size=1, max_size=6), st.lists(articles(), min_size=1, max_size=6), st.randoms())
def test_merged_segments_leave_out_deleted_documents(one: list[Article], two: list[Article], random: Any) -> None:
    two = [replace(each, id=each.id * 2) for each in two]
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as stocks:
        folder, kept = Path(name), [*last_of_each_id(one), *last_of_each_id(two)]
        segments = [build(folder, lot, SCHEMA) for lot in (one, two)]
        total = sum(segment.doc_count_all() for segment in segments)
        gone = random.sample(range(total), total // 2)
        border = segments[0].doc_count_all()
        for number in gone:
            segments[number >= border].delete_document(number - border * (number >= border))
        write_toc(folder, SCHEMA, segments)
        with opened(folder).reader() as reader, stock(Path(stocks), kept, gone).reader() as other:
            assert [stored for _, stored in reader.iter_docs()] == [stored for _, stored in other.iter_docs()]
        merged = write(folder, [segment_part(folder, segment) for segment in segments], SCHEMA)
        write_toc(folder, SCHEMA, [merged], 2)
        assert_same(opened(folder), opened(Path(stocks)))
        assert_arrays_agree(folder, merged)


def assert_arrays_agree(folder: Path, segment: W3Segment) -> None:
    """The arrays beside a segment say of each word what Whoosh's files say."""
    arrays = arrays_of(folder, segment)
    with opened(folder).reader() as reader:
        found = postings(reader)
        for field in FIELDS:
            words = parted(arrays[f"{field}.words"], arrays[f"{field}.word_ends"])
            assert words == [word for name, word in reader.all_terms() if name == field]
            starts, ids, tf = (arrays[f"{field}.{name}"].tolist() for name in ("starts", "ids", "tf"))
            for n, word in enumerate(words):
                at = slice(starts[n], starts[n + 1])
                assert [(d, f) for d, f, _ in found[field, word][0]] == list(zip(ids[at], tf[at], strict=True))


def test_the_arrays_say_what_whoosh_says(tmp_path: Path) -> None:
    assert_arrays_agree(tmp_path, built(tmp_path, [*seeds(), *ODD]))


def test_positions_are_those_of_the_terms_with_a_gap_between_texts(tmp_path: Path) -> None:
    given = last_of_each_id([*seeds(), *ODD])
    arrays = arrays_of(tmp_path, built(tmp_path, given))
    pairs = [(each, para) for each in given for para in each.paragraphs]
    for field in FIELDS:
        assert _places(arrays, field) == _expected_places(pairs, field)
        lengths = [sum(1 for text in searched(*pair)[field] for _ in terms(text)) for pair in pairs]
        assert arrays[f"{field}.lengths"].tolist() == lengths


def _expected_places(pairs: Sequence[tuple[Article, Paragraph]], field: str) -> dict[str, list[tuple[int, int]]]:
    places = defaultdict(list)
    for number, pair in enumerate(pairs):
        begin = 0
        for text in searched(*pair)[field]:
            words = [term.exact for term in terms(text)]
            for n, word in enumerate(words):
                places[word].append((number, begin + n))
            begin += len(words) + GAP if words else 0
    return dict(places)


def _places(arrays: Arrays, field: str) -> dict[str, list[tuple[int, int]]]:
    names = "words word_ends starts ids tf place_starts places".split()
    words, ends, starts, ids, tf, place_starts, places = (arrays[f"{field}.{name}"] for name in names)
    found, documents = {}, np.repeat(ids, tf)
    for n, word in enumerate(parted(words, ends)):
        at = slice(place_starts[n], place_starts[n + 1])
        assert at.stop - at.start == tf[starts[n] : starts[n + 1]].sum()
        found[word.decode()] = list(zip(documents[at].tolist(), places[at].tolist(), strict=True))
    return found


def test_a_stem_has_all_words_with_it(tmp_path: Path) -> None:
    arrays = arrays_of(tmp_path, built(tmp_path, [*seeds(), *ODD]))
    for field in FIELDS:
        words = parted(arrays[f"{field}.words"], arrays[f"{field}.word_ends"])
        stems = parted(arrays[f"{field}.stems"], arrays[f"{field}.stem_ends"])
        starts, having = arrays[f"{field}.stem_starts"].tolist(), arrays[f"{field}.stem_words"].tolist()
        found = {name: [words[w] for w in having[starts[n] : starts[n + 1]]] for n, name in enumerate(stems)}
        expected: dict[bytes, list[bytes]] = defaultdict(list)
        for word in words:
            expected[stem(word.decode()).encode()].append(word)
        assert (found, stems) == (expected, sorted(expected))
        assert len(arrays[f"{field}.letters"]) == len(words)


@settings(max_examples=40)
@given(st.lists(articles(), max_size=8))
def test_facts_are_those_of_the_paragraphs(given: list[Article]) -> None:
    arrays = write_alone(kept := last_of_each_id(given))
    pairs = [(each, para) for each in kept for para in each.paragraphs]
    assert arrays["numbers"].tolist() == [para.number for _, para in pairs]
    assert arrays["days"].tolist() == [e.published.value.toordinal() if e.published.value else 0 for e, _ in pairs]
    assert arrays["statements"].tolist() == [len(para.statements) for _, para in pairs]
    assert _values(arrays, "key.article") == [[each.id] for each, _ in pairs]
    assert values_of(arrays, "key.article") == [each.id.encode() for each in kept if each.paragraphs]
    for facet in FACETS:
        assert _values(arrays, facet.name) == [list(dict.fromkeys(facet.values(*pair))) for pair in pairs]


def _values(arrays: Arrays, name: str) -> list[list[str]]:
    values = [value.decode() for value in values_of(arrays, name)]
    found = [[values[n]] if n < len(values) else [] for n in arrays[f"{name}.first"].tolist()]
    for document, n in zip(arrays[f"{name}.documents"].tolist(), arrays[f"{name}.ordinals"].tolist(), strict=True):
        found[document].append(values[n])
    return found


def test_whoosh_finds_in_what_was_written(tmp_path: Path) -> None:
    built(tmp_path, seeds())
    with opened(tmp_path).searcher() as searcher:
        results = searcher.search(Or([Term("text", "ferry"), Term("title", "bridge")]), limit=None)
        assert len(results) > 3
        assert all(b"erry" in hit["paragraph"].lower() or b"idge" in hit["about"] for hit in results)


def test_several_processes_write_the_same_bytes_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "BATCH", 20)
    monkeypatch.setattr(bulk, "IN_MEMORY", 1000)
    digests = []
    for processes in (1, 2):
        folder = tmp_path / str(processes)
        folder.mkdir()
        segment = built(folder, [*seeds(), *ODD, *seeds()[:3]], processes)
        files = (path for path in sorted(folder.iterdir()) if path.suffix != ".toc")
        name = segment.segment_id()
        digests.append({p.name.removeprefix(name): hashlib.sha256(p.read_bytes()).hexdigest() for p in files})
    assert len(digests[0]) == 8
    assert digests[0] == digests[1]


def test_whoosh_itself_merges_what_was_written(tmp_path: Path) -> None:
    segments = [build(tmp_path, lot, SCHEMA) for lot in (seeds()[:5], ODD)]
    write_toc(tmp_path, SCHEMA, segments)
    index = FileIndex(FileStorage(str(tmp_path)))
    with index.reader() as reader:
        before = {term: reader.frequency(*term) for term in reader.all_terms()}
    index.writer().commit(optimize=True)
    with opened(tmp_path).reader() as reader:
        assert {term: reader.frequency(*term) for term in reader.all_terms()} == before


def test_an_alias_goes_with_the_last_paragraph_that_knows_it(tmp_path: Path) -> None:
    known = [replace(says(name), speaker=Speaker(name, also=("Lee",))) for name in ("Ann Lee", "Bob Lee")]
    part = chunk([article(name, paragraph("It sails.", each)) for name, each in zip("ab", known, strict=True)])
    arrays = arrays_of(tmp_path, write(tmp_path, [part], SCHEMA))
    assert _values(arrays, "known.speaker") == [['["Lee","Ann Lee"]'], ['["Lee","Bob Lee"]']]
    fewer = arrays_of(tmp_path, write(tmp_path, [replace(part, live=np.array([False, True]))], SCHEMA))
    assert values_of(fewer, "known.speaker") == [b'["Lee","Bob Lee"]']
    assert values_of(fewer, "speaker") == [b"Bob Lee"]
