"""What a file holds counts more than what it is called, and a wrong name is said."""

import io
import zipfile
from pathlib import Path

import pytest

from search.errors import PassedOver, ReadError
from search.model import Article
from search.reading import is_read, read
from search.reading.archives.document import Document
from search.reading.choosing import articles_of, kind_of
from search.reading.formats import TABLE, optional
from search.reading.sniffing import sniffed

LARGEST = 100_000
MAIL = b"""From: Ann Lee <lee@courier.example>
Date: Fri, 31 May 2024 10:00:00 +0000
Subject: Tolls
Message-ID: <1@x>

Tolls."""
STORY = '{"paragraphs": [{"text": "The ferry was late."}]}'


def zipped(**members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"{\\rtf1\\ansi Tolls.}", ".rtf"),
        (b"<!DOCTYPE html><title>Tolls</title>", ".html"),
        (b"\xef\xbb\xbf\n <!-- saved --> <HTML lang=en>", ".html"),
        (b'<?xml version="1.0"?><rss version="2.0">', ".xml"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', ".xml"),
        (b'<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="x">', ".xml"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", ".warc"),
        (b"\x1f\x8b\x08\0", ".gz"),
        (MAIL, ".eml"),
        (b"From lee@courier.example Fri May 31 10:00:00 2024\nSubject: Tolls\n\nTolls.", ".mbox"),
        (STORY.encode(), ".json"),
        (b'[{"text": "Late."}]', ".json"),
        (zipped(word__document_dot_xml="<w/>"), ".docx"),
        (zipped(mimetype="application/epub+zip"), ".epub"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), ".odt"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), ".office"),
        (zipped(archive__data_dot_warc=""), ".wacz"),
        (zipped(tolls_dot_txt="Tolls."), ".zip"),
        (b"From here on the road is closed, said Lee in 2024.", ""),
        (b"Date: Friday\nFrom: the quay\n\nThe ferry was late.", ""),
        (b"---\ntitle: Tolls\n---\nTolls will fall.", ""),
        (b"<b>Tolls</b> will fall.", ""),
        (b"{Tolls} will fall.", ""),
        (b"", ""),
    ],
)
def test_a_file_is_known_by_its_first_bytes(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_many_comments_before_the_first_tag_cost_no_time() -> None:
    assert sniffed(b"<!-- -->" * 500 + b"<") == ""


def test_json_in_a_text_file_is_read_as_json_and_its_name_is_noted(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(STORY)
    (one,) = read(tmp_path / "ferry.txt", LARGEST)
    assert isinstance(one, Article)
    assert one.notes == ("it is JSON, whatever .txt says, and was read as such",)


def test_a_page_without_a_suffix_is_read_and_a_note_without_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("<!doctype html><p>Tolls.")
    (tmp_path / "note").write_text("Tolls.")
    assert is_read(tmp_path / "index")
    assert not is_read(tmp_path / "note")
    assert not is_read(tmp_path)


def test_a_zip_that_is_an_office_document_of_another_kind_is_refused() -> None:
    (error,) = articles_of(Document("sheet.xlsx", zipped(xl__workbook_dot_xml="", **{"[Content_Types]_dot_xml": ""})))
    assert str(error) == "sheet.xlsx: a .xlsx is not read; save it as .txt or .md"
    assert not isinstance(error, PassedOver)


def test_a_format_without_its_library_says_what_to_install() -> None:
    (error,) = optional("nowhere", "articles_of_nothing", "lost")(b"", "piece.xyz")
    assert str(error).endswith("install what reads it: pip install 'onrecord[lost]'")
    assert str(error).startswith("piece.xyz: cannot be read without")


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for format in TABLE for suffix in format.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a.txt", "holds binary data, not text"), ("a.zip", "cannot be unpacked"), ("a.docx", "cannot be unpacked")],
)
def test_noise_that_begins_as_a_zip_is_what_it_is_called(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04" + b"\0" * 30)
    (error,) = read(tmp_path / name, LARGEST)
    assert isinstance(error, ReadError)
    assert reason in str(error)


@pytest.mark.parametrize("text", ["BZhang sails.", "WARC/1.0 is a format.", "%PD", "{\\rt", "PK", "ustar"])
def test_a_text_that_begins_almost_as_another_format_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    (one,) = read(tmp_path / "a.txt", LARGEST)
    assert isinstance(one, Article)
    assert (one.raw, one.notes) == (text, ())
