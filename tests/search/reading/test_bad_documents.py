"""Whatever stands in a document, reading it ends in articles or sentences, within its bounds of time and memory."""

import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from bindery import bomb, column, docx, epub, fodt, odt, paragraph, pdf, pdf_of, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.whoosh import WhooshEngine
from search.errors import ReadError
from search.model import Article
from search.reading.docx import articles_of_docx
from search.reading.epub import articles_of_epub
from search.reading.mail import articles_of_mail, articles_of_mbox
from search.reading.odt import articles_of_odt
from search.reading.pdf import articles_of_pdf
from search.reading.rtf import articles_of_rtf

Reader = Callable[[bytes, str], Iterator[Article | ReadError]]

MESSAGE = rb"""From: The Courier <n@t.example>
Subject: =?utf-8?B?cXVheQ==?=
Date: Fri, 31 May 2024 07:00:00 +0000
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=utf-8

<p>It is <b>over</b>.</p>
--x
Content-Type: message/rfc822

Subject: inner
Content-Transfer-Encoding: base64

SXQgaXMgb3Zlci4=
--x--
"""
RICH = rb"""{\rtf1\ansicpg1252{\fonttbl{\f0\fcharset204 A;}}
{\info{\title Q}{\creatim\yr2024\mo5\dy31}}\f0\'cc\u8220?\par
\intbl a\cell\row{\footnote b}}"""
CELLS = f"<w:tbl><w:tr><w:tc>{paragraph('Year')}</w:tc></w:tr></w:tbl>"
# A good file of each format, and who reads it. A PDF is read in a process of its own, and tested by itself.
GOOD: dict[str, tuple[bytes, Reader]] = {
    "docx": (docx(paragraph("It is over, said Bob Ray.", style="Mine") + CELLS), articles_of_docx),
    "odt": (odt("<text:p>It is over, said Bob Ray.</text:p>"), articles_of_odt),
    "fodt": (fodt("<text:p>It is over, said <text:s/>Bob Ray.</text:p>"), articles_of_odt),
    "rtf": (RICH, articles_of_rtf),
    "epub": (epub(["<h1>The quay</h1><p>It is over.</p>"], metadata="<dc:date>2024</dc:date>"), articles_of_epub),
    "eml": (MESSAGE, articles_of_mail),
    "mbox": (b"From n@t.example Fri May 31 07:00:00 2024\n" + MESSAGE, articles_of_mbox),
}
PDF = pdf([column("It is over,\nsaid Bob Ray.", left=50, top=700)] * 2, information="/Title (Quay)")
TOO_LARGE = 40_000_000  # bytes: more than a part may have
SLOWEST = 10.0  # seconds for a file that was made to be slow; a busy machine takes longer than a good one


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """A file cut short, with bytes changed, doubled or put in."""
    changed = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(changed)))
        length = draw(st.integers(0, 20))
        put_in = draw(st.one_of(st.binary(max_size=4), st.just(bytes(changed[at : at + length]))))
        changed[at : at + draw(st.sampled_from([0, 1, length, len(changed)]))] = put_in
    return bytes(changed)


@pytest.mark.parametrize("format", GOOD)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(choices=st.data())
def test_damaged_files_are_articles_or_sentences(format: str, choices: st.DataObject) -> None:
    good, read = GOOD[format]
    content = choices.draw(st.one_of(damaged(good), st.binary(max_size=60)))
    for one in read(content, "any"):
        assert isinstance(one, Article) or (str(one).startswith("any: ") and ";" in str(one))
        assert str(one).encode()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged(PDF))
def test_damaged_pdfs_are_articles_or_sentences(content: bytes) -> None:
    (one,) = articles_of_pdf(content, "any")
    assert isinstance(one, Article) or (str(one).startswith("any: ") and ";" in str(one))


@pytest.mark.parametrize("format", GOOD)
def test_each_good_file_is_read(format: str) -> None:
    content, read = GOOD[format]
    assert all(isinstance(one, Article) for one in read(content, "any"))
    assert list(read(content, "any"))


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (bomb(TOO_LARGE, "word/document.xml", b"<a>", b"</a>"), articles_of_docx),
        (bomb(TOO_LARGE, "content.xml", b"<a>", b"</a>"), articles_of_odt),
        (epub([" " * TOO_LARGE]), articles_of_epub),
        (epub([" " * 5_000_000] * 40), articles_of_epub),
    ],
    ids=["docx", "odt", "epub", "many"],
)
def test_a_zip_bomb_is_refused_before_it_has_gone_off(content: bytes, read: Reader) -> None:
    assert len(content) < 1_000_000
    tracemalloc.start()
    try:
        (error,) = read(content, "any")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "unpacks to more than an article can be" in str(error)
    assert peak < 150_000_000


def test_a_zip_file_that_lies_about_its_sizes_is_refused() -> None:
    content = docx(paragraph("It is over."))
    assert content.count(b"word/document.xml") == 2
    at = content.rfind(b"word/document.xml") - 46 + 24
    lying = content[:at] + b"\x01\0\0\0" + content[at + 4 :]
    (error,) = articles_of_docx(lying, "any")
    assert isinstance(error, ReadError)


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE a [{ENTITIES}]><office:document xmlns:office="o"><office:body><office:text>&e11;',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a><body><text><p>So &e; it is.</p></text></body></a>',
    ],
    ids=["laughter", "files"],
)
def test_entities_are_not_looked_up(content: str) -> None:
    (one,) = articles_of_odt(content.encode(), "any")
    assert [p.text for p in getattr(one, "paragraphs", ())] in ([], ["So it is."])


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (rb"{\rtf1 " + b"{}" * 200_000, articles_of_rtf),
        (rb"{\rtf1 " + rb"\'e9" * 1_000_000, articles_of_rtf),
        (b"Subject: x\n" + b"Content-Type: text/html\n\n" + b"<p" * 500_000, articles_of_mail),
        (b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nIt is over.", articles_of_mail),
        (b"From: " + b"<(" * 200_000 + b"\n\nIt is over.", articles_of_mail),
        (b"Subject: x\n\n" + b"> " * 500_000 + b"(https://" * 100_000, articles_of_mail),
        (b"From " * 1_000_000, articles_of_mbox),
        (docx("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60), articles_of_docx),
        (docx("<w:sdt><w:sdtContent>" * 90 + "</w:sdtContent></w:sdt>" * 90), articles_of_docx),
        (fodt("<text:span>" * 5_000 + "</text:span>" * 5_000), articles_of_odt),
        (epub(["<!--" * 200_000]), articles_of_epub),
        (zipped({f"{n}": b"" for n in range(5_000)}), articles_of_docx),
    ],
)
def test_what_was_made_to_be_slow_is_read_in_bearable_time(content: bytes, read: Reader) -> None:
    start = monotonic()
    assert list(read(content, "any"))
    assert monotonic() - start < SLOWEST


def test_a_pdf_of_endless_pages_and_letters_is_read_in_part() -> None:
    page = [(float(10 + 70 * (n % 8)), float(10 + n % 780), 4.0, f"w{n}") for n in range(4_000)]
    start = monotonic()
    (one,) = articles_of_pdf(pdf([page] * 3), "any")
    assert isinstance(one, Article | ReadError)
    assert monotonic() - start < 3 * SLOWEST


@pytest.mark.parametrize("stream", [b"q " * 10_000_000, b"BT /F 9 Tf " + b"(aaaaaaaaaaaaaa) Tj " * 150_000 + b"ET"])
def test_a_pdf_that_unpacks_without_end_does_not_take_our_own_process_down(stream: bytes) -> None:
    packed = zlib.compress(zlib.compress(stream))
    start = monotonic()
    (one,) = articles_of_pdf(pdf_of([packed], filters="/Filter [/FlateDecode /FlateDecode]"), "any")
    assert isinstance(one, Article | ReadError)
    assert monotonic() - start < 3 * SLOWEST


def test_what_was_read_can_be_indexed_and_comes_back(tmp_path: Path) -> None:
    read = [one for name, (content, reader) in GOOD.items() for one in reader(content, f"any-{name}.{name}")]
    articles = [one for one in (*read, *articles_of_pdf(PDF, "quay.pdf")) if isinstance(one, Article)]
    engine = WhooshEngine(tmp_path / "index")
    assert engine.build(articles).paragraphs == sum(len(one.paragraphs) for one in articles)
    assert [engine.article(one.id) for one in articles] == articles


def test_without_the_extra_a_file_says_what_to_install() -> None:
    program = (
        "import sys\n"
        "sys.modules['pypdfium2'] = None\n"
        "from search.reading.pdf import articles_of_pdf\n"
        "print(*articles_of_pdf(b'%PDF-1.7', 'a.pdf'))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout == "a.pdf: to read a PDF, run: pip install 'onrecord[documents]'\n"
