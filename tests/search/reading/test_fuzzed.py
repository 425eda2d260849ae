"""Whatever is done to a file: articles and sentences, never an exception, and nothing beyond its bounds."""

import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packing import PACKERS, answered, recorded, tarred, zipped

from search.errors import ReadError
from search.model import Article
from search.reading import read
from search.reading.choosing import MOST_FAULTS

LARGEST = 5_000
STORY = "The ferry was late, said Ann Lee.\n\n“It will be late again.”"
TEXTS = {
    "tolls.txt": STORY,
    "tolls.md": f"---\ntitle: Tolls\n---\n# Tolls\n\n{STORY}",
    "tolls.json": json.dumps({"articles": [{"title": "Tolls", "text": STORY}]}),
    "items.json": json.dumps([{"headline": "Tolls", "body_text": STORY, "pubstatus": "usable"}]),
    "feed.json": json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"content_html": f"<p>{STORY}"}]}),
    "tolls.jsonl": f"{json.dumps({'text': STORY})}\n{json.dumps({'text': STORY})}",
    "tolls.csv": f'title;text;date\nTolls;"{STORY}";2024-05-31\nTolls;Late.;soon\n',
    "tolls.rss": f"<rss><channel><item><description>&lt;p&gt;{STORY}</description></item></channel></rss>",
    "tolls.atom": f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>{STORY}</content></entry></feed>",
}
FILES = {name: text.encode() for name, text in TEXTS.items()}
CRAWL = recorded(
    "response", "https://t.example/1", answered(gzip.compress(FILES["tolls.txt"]), Content_Type="text/html")
)
SAMPLES = {
    **FILES,
    "zip.zip": zipped(FILES),
    "tar.tar": tarred(FILES),
    **{f"tar.tar{pack}": PACKERS[pack](tarred(FILES)) for pack in (".gz", ".bz2", ".xz")},
    "crawl.warc": CRAWL * 2,
    "crawl.warc.gz": gzip.compress(CRAWL) * 2,
    "site.wacz": zipped({"archive/1.warc.gz": gzip.compress(CRAWL)}),
    "deep.zip": zipped({"a.zip": zipped({"b.tar.gz": gzip.compress(tarred(FILES))})}),
}


def outcomes(name: str, content: bytes) -> list[Article | ReadError]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        found = list(read(path, LARGEST))
    sentences = [str(one) for one in found if isinstance(one, ReadError)]
    assert all(sentence.startswith(f"{folder}/{name}") for sentence in sentences)
    assert all("\n" not in sentence and sentence.encode() for sentence in sentences)
    return found


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """A file with a few bytes changed, a piece left out, doubled or put at its end, or cut off."""
    made = bytearray(content)
    for place, byte in draw(st.lists(st.tuples(st.integers(0, len(made) - 1), st.integers(0, 255)), max_size=4)):
        made[place] = byte
    start, end = sorted(draw(st.tuples(st.integers(0, len(made)), st.integers(0, len(made)))))
    whole = bytes(made)
    pieces = (whole, whole[:end], whole[:start] + whole[end:], whole[:end] + whole[start:], whole + whole[start:end])
    return draw(st.sampled_from(pieces))


@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.startswith(("crawl", "site"))])
def test_a_sample_that_nobody_has_touched_has_articles(name: str) -> None:
    assert any(isinstance(one, Article) for one in outcomes(name, SAMPLES[name]))


def test_of_very_many_faults_in_a_file_most_are_only_counted() -> None:
    assert len(outcomes("bad.jsonl", b"7\n" * 2_000)) == MOST_FAULTS + 1


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_articles_or_sentences(name: str, data: st.DataObject) -> None:
    content = data.draw(damaged(SAMPLES[name]))
    assert all(isinstance(one, Article | ReadError) for one in outcomes(name, content))


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(SAMPLES)), other=st.sampled_from(sorted(SAMPLES)), data=st.data())
def test_a_file_of_one_format_under_the_name_of_another_is_articles_or_sentences(
    name: str, other: str, data: st.DataObject
) -> None:
    content = data.draw(damaged(SAMPLES[other]))
    assert all(isinstance(one, Article | ReadError) for one in outcomes(name, content))


NESTED = {
    "nested.json": b'{"paragraphs": ' + b"[" * 4_000,
    "nested.jsonl": b"[" * 4_000,
    "nested.xml": b"<rss>" + b"<item>" * 600,
    "nested.rss": b"<rss><channel><item><description>" + b"&lt;b&gt;" * 400 + b"</description></item></channel></rss>",
    "nested.md": b"> " * 2_000 + b"Late.",
    "nested.csv": b"text\n" + b'"' * 4_000,
}


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_without_end_is_read_or_refused(name: str) -> None:
    assert outcomes(name, NESTED[name])
