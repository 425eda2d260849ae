"""What goes on without end is read to a bound, and the bound is said."""

import io
import lzma
import zipfile
import zlib
from pathlib import Path

import pytest

from search.attribution import LONG, attribute
from search.attribution import statements as statements_module
from search.errors import ReadError
from search.model import Article
from search.reading import choosing, markdown, read
from search.reading.archives.dictionaries import MOST
from search.reading.markdown import article_of_markdown
from search.reading.plain import article_of_text

SAID = "The ferry was late, said Ann Lee."
CODED_HUGE = 37  # how an .xz says that its dictionary has 1.5 GB


def outcomes(folder: Path, name: str, content: bytes) -> list[Article | ReadError]:
    (folder / name).write_bytes(content)
    return list(read(folder / name, 100_000))


def only(text: str) -> Article:
    (one,) = article_of_text(text, "a.txt")
    assert isinstance(one, Article)
    return one


def test_what_follows_very_many_words_is_nobodys_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.attribution.MOST_TOKENS", 12)
    article = attribute(only("\n\n".join([SAID] * 4)))
    assert [bool(p.statements) for p in article.paragraphs] == [True, True, False, False]
    assert article.notes == (LONG,)
    assert attribute(only(SAID)).notes == ()


def test_of_very_many_clauses_the_last_are_not_asked_for_their_day(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\ndate: 2024-05-31\n---\n" + "\n\n".join(
        f"Ann Lee said on Tuesday that week {n} was cold." for n in range(4)
    )
    monkeypatch.setattr(statements_module, "MOST_CLAUSES", 40)
    days = [p.statements[0].day for p in attribute(only(text)).paragraphs]
    assert (bool(days[0]), days[-1]) == (True, None)


def test_a_header_that_does_not_end_soon_is_text() -> None:
    lines = "title: Tolls\n" * 2_001
    assert only(f"---\n{lines}---\n{SAID}").title.basis == "inferred"
    assert only(f"---\n{lines[:260]}---\n{SAID}").title.value == "Tolls"


def test_very_long_markdown_is_read_as_text_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LONGEST", 20)
    (long,) = article_of_markdown(f"---\ntitle: Tolls\n---\n*{SAID}*", "a.md")
    (short,) = article_of_markdown("*It is over.*", "a.md")
    assert isinstance(long, Article)
    assert isinstance(short, Article)
    assert (long.title.value, long.paragraphs[0].text, long.notes) == ("Tolls", f"*{SAID}*", (markdown.LONG,))
    assert (short.paragraphs[0].text, short.notes) == ("It is over.", ())


def test_a_file_of_endless_articles_is_read_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "MOST_ARTICLES", 3)
    found = outcomes(tmp_path, "a.csv", b"text\n" + b"Late.\n" * 9)
    assert [isinstance(one, Article) for one in found] == [True, True, True, False]
    assert "holds more than 3 articles, and the rest was not read; split it" in str(found[-1])
    assert len(outcomes(tmp_path, "b.csv", b"text\n" + b"Late.\n" * 3)) == 3


def xz_of(content: bytes, *, coded: int = 0) -> bytes:
    """An .xz, whose dictionary is said to be as large as that code says."""
    made = bytearray(lzma.compress(content))
    length = (made[12] + 1) * 4  # of the block's header, the last four bytes of which are its sum
    at = made.index(b"\x21\x01", 12) + 2
    made[at] = coded or made[at]
    made[12 + length - 4 : 12 + length] = zlib.crc32(bytes(made[12 : 12 + length - 4])).to_bytes(4, "little")
    return bytes(made)


def test_an_xz_that_asks_for_gigabytes_does_not_get_them(tmp_path: Path) -> None:
    (error,) = outcomes(tmp_path, "a.txt.xz", xz_of(SAID.encode(), coded=CODED_HUGE))
    assert "it wants more than 100 MB of memory for that; pack it anew with a smaller dictionary" in str(error)
    (one,) = outcomes(tmp_path, "b.txt.xz", xz_of(SAID.encode()))
    assert isinstance(one, Article)


@pytest.mark.parametrize("between", [b"", bytes(8)])
@pytest.mark.parametrize("after", [b"", bytes(4), b"what is no stream"])
def test_an_xz_may_have_several_streams(tmp_path: Path, between: bytes, after: bytes) -> None:
    packed = between.join(xz_of(part.encode()) for part in (SAID, f"\n\n{SAID} Again."))
    (one,) = outcomes(tmp_path, "a.txt.xz", packed + after)
    assert isinstance(one, Article)
    assert [p.text for p in one.paragraphs] == [SAID, f"{SAID} Again."]


def test_an_xz_that_ends_too_early_is_named(tmp_path: Path) -> None:
    (error,) = outcomes(tmp_path, "a.txt.xz", xz_of(SAID.encode() * 900)[:100])
    assert "a.txt.xz: cannot be unpacked" in str(error)


def lzma_zip(members: dict[str, bytes], dictionary: int) -> bytes:
    """A zip packed by LZMA, whose dictionaries are said to be so large."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        places = [info.header_offset + 30 + len(info.filename) + 5 for info in archive.infolist()]
    made = bytearray(file.getvalue())
    for at in places:
        made[at : at + 4] = dictionary.to_bytes(4, "little")
    return bytes(made)


@pytest.mark.parametrize("name", ["a.zip", "a.docx"])
def test_a_zip_that_asks_for_gigabytes_does_not_get_them(tmp_path: Path, name: str) -> None:
    members = {"a.txt": SAID.encode(), "[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}
    kept = dict(list(members.items())[: 1 if name == "a.zip" else 3])
    found = outcomes(tmp_path, name, lzma_zip(kept, 1_500_000_000))
    assert [isinstance(one, ReadError) for one in found] == [True]
    assert len(outcomes(tmp_path, "b.zip", lzma_zip({"a.txt": SAID.encode()}, MOST // 10))) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.eml", f"From: n@t.example\n\nIt is late{' ' * 90_000}again."),
        ("a.rss", f"<rss><item><author>{'a@' * 45_000}</author><description>It is late.</description></item></rss>"),
        ("b.rss", f"<rss><item><title>{'&lt;' * 20_000}</title><description>It is late.</description></item></rss>"),
        ("a.txt", "-" * 99_000),
    ],
    ids=["spaces in a mail", "an author", "a title", "hyphens"],
)
def test_a_long_run_of_one_sign_is_read(tmp_path: Path, name: str, content: str) -> None:
    (one,) = outcomes(tmp_path, name, content.encode())  # each took minutes once
    assert isinstance(one, Article)
