"""Archives are read member by member; what is strange in them is said, and nothing in them goes beyond its bounds."""

import gzip
import io
import tarfile
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest
from packing import PACKERS, answered, recorded, tarred, zipped
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from search.errors import PassedOver, ReadError
from search.model import Article
from search.reading import read, unpacked
from search.reading.archives import budget, streams, zips
from search.reading.archives.document import Document

LARGEST = 10_000
PAGE = b"<!doctype html><title>Tolls</title><p>Tolls will fall."
URL = "https://courier.example/tolls"


def found(folder: Path, name: str, content: bytes, largest: int = LARGEST) -> list[Document | ReadError]:
    (folder / name).write_bytes(content)
    return list(unpacked(folder / name, largest))


def shown(folder: Path, name: str, content: bytes) -> list[str]:
    """The names of the documents, and the errors, without the folder's path."""
    outcomes = found(folder, name, content)
    return [str(one.name if isinstance(one, Document) else one).replace(f"{folder}/", "") for one in outcomes]


def test_a_file_that_is_no_archive_is_one_document(tmp_path: Path) -> None:
    assert found(tmp_path, "a.txt", b"Tolls.") == [Document(f"{tmp_path}/a.txt", b"Tolls.")]


@pytest.mark.parametrize("pack", PACKERS)
def test_the_files_of_a_tar_are_named_after_it(tmp_path: Path, pack: str) -> None:
    content = PACKERS[pack](tarred({"2024/a.txt": b"Tolls.", "b.md": b"# Tolls"}))
    assert shown(tmp_path, f"clips.tar{pack}", content) == [f"clips.tar{pack}!/2024/a.txt", f"clips.tar{pack}!/b.md"]


@pytest.mark.parametrize("pack", [".gz", ".bz2", ".xz"])
def test_a_compressed_file_is_read_as_what_it_was(tmp_path: Path, pack: str) -> None:
    (tmp_path / f"wire.jsonl{pack}").write_bytes(PACKERS[pack](b'{"text": "Tolls."}\n{"text": "Ferries."}'))
    assert [one.id for one in read(tmp_path / f"wire.jsonl{pack}", LARGEST) if isinstance(one, Article)] == [
        "wire.jsonl-1",
        "wire.jsonl-2",
    ]


def test_what_is_no_article_is_passed_over_in_one_sentence(tmp_path: Path) -> None:
    members = {
        "a.txt": b"Tolls.",
        "logo.png": b"\x89PNG",
        "x/b.png": b"\x89PNG",
        "__MACOSX/a.txt": b"x",
        ".x.txt": b"x",
    }
    one, passed = found(tmp_path, "clips.zip", zipped({**members, "README.md": b"x", "page": PAGE[:0] + b"Words."}))
    assert isinstance(one, Document)
    assert isinstance(passed, PassedOver)
    assert str(passed).endswith(
        "clips.zip: 3 files in it are no articles and were not read (2 .png, 1 without a suffix)"
    )


def test_a_page_without_a_suffix_is_found_in_an_archive(tmp_path: Path) -> None:
    assert shown(tmp_path, "clips.zip", zipped({"tolls": PAGE})) == ["clips.zip!/tolls"]


def test_archives_in_archives_are_read_to_the_third(tmp_path: Path) -> None:
    third = zipped({"a.txt": b"Tolls."})
    second = tarred({"third.zip": third})
    first = zipped({"second.tar": second})
    assert shown(tmp_path, "first.zip", first) == ["first.zip!/second.tar!/third.zip!/a.txt"]
    (error,) = shown(tmp_path, "outer.zip", zipped({"first.zip": first}))
    assert error.startswith("outer.zip!/first.zip!/second.tar!/third.zip: lies in 3 archives")


def test_what_is_compressed_twice_is_refused(tmp_path: Path) -> None:
    (error,) = shown(tmp_path, "a.txt.gz.gz", gzip.compress(gzip.compress(b"Tolls.")))
    assert error == "a.txt.gz.gz: is compressed twice and was not read; unpack it once"


def test_names_lead_nowhere_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    names = ["../../up.txt", "/etc/down.txt", "C:\\side.txt", "a\x1b[31m\n.txt"]
    expected = ["up.txt", "etc/down.txt", "C:/side.txt", "a\ufffd[31m\ufffd.txt"]
    packed = dict.fromkeys(names, b"Tolls.")
    assert shown(tmp_path / "in", "c.zip", zipped(packed)) == [f"c.zip!/{name}" for name in expected]
    assert shown(tmp_path / "in", "c.tar", tarred(packed)) == [f"c.tar!/{name}" for name in expected]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["c.tar", "c.zip", "in"]


def member(kind: bytes, name: str, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


def test_links_and_devices_in_a_tar_are_no_files(tmp_path: Path) -> None:
    others = [
        member(tarfile.SYMTYPE, "link.txt", "/etc/hostname"),
        member(tarfile.LNKTYPE, "hard.txt", "a.txt"),
        member(tarfile.CHRTYPE, "device.txt"),
        member(tarfile.FIFOTYPE, "pipe.txt"),
        member(tarfile.DIRTYPE, "folder.txt"),
    ]
    assert shown(tmp_path, "c.tar", tarred({"a.txt": b"Tolls."}, *others)) == ["c.tar!/a.txt"]


def test_a_link_in_a_zip_is_no_file(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/hostname")
    assert shown(tmp_path, "c.zip", file.getvalue()) == []


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": b"Tolls."}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (error,) = shown(tmp_path, "c.zip", bytes(content))
    assert error == "c.zip!/a.txt: is encrypted; unpack it with its password and leave the zip out"


def test_a_damaged_member_costs_no_other(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": b"Tolls will fall." * 9, "b.txt": b"Late."}))
    content[45] ^= 0xFF
    error, b = shown(tmp_path, "c.zip", bytes(content))
    assert error.startswith("c.zip!/a.txt: cannot be unpacked (")
    assert b == "c.zip!/b.txt"


@pytest.mark.parametrize("name", ["c.zip", "c.tar", "c.tar.gz", "c.txt.xz"])
def test_a_member_that_is_too_large_is_refused_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    large = b"".join(b"%d tolls. " % number for number in range(3_000))
    packed = {
        "c.zip": zipped({"a.txt": large, "b.txt": b"Late."}),
        "c.tar": tarred({"a.txt": large, "b.txt": b"Late."}),
        "c.tar.gz": gzip.compress(tarred({"a.txt": large, "b.txt": b"Late."})),
        "c.txt.xz": PACKERS[".xz"](large),
    }
    error, *rest = shown(tmp_path, name, packed[name])
    assert "is more than an article" in error
    assert rest == [f"{name}!/b.txt"] * (name != "c.txt.xz")


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.tar.gz"])
def test_a_bomb_ends_when_it_has_unfolded_to_far_more_than_its_size(tmp_path: Path, name: str) -> None:
    files = {f"{number}.txt": bytes(LARGEST - 1) for number in range(400)}
    content = zipped(files) if name == "bomb.zip" else gzip.compress(tarred(files), 9)
    total = sum(len(one.content) for one in found(tmp_path, name, content) if isinstance(one, Document))
    assert total <= LARGEST + budget.TIMES_PACKED * len(content)


def test_a_bomb_is_named(tmp_path: Path) -> None:
    content = gzip.compress(tarred({f"{number}.txt": bytes(LARGEST - 1) for number in range(900)}), 9)
    *_, last = shown(tmp_path, "bomb.tar.gz", content)
    assert last == "bomb.tar.gz: unfolds to far more than its size and was not read to its end; split it"


def test_an_archive_of_too_many_files_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_MEMBERS", 2)
    monkeypatch.setattr(zips, "LONGEST_ENTRY", 30)
    (error,) = shown(tmp_path, "c.zip", zipped({f"{number}.txt": b"Late." for number in range(3)}))
    assert error == "c.zip: holds more than 2 files; split it"


def test_an_endless_header_in_a_tar_is_refused(tmp_path: Path) -> None:
    info = member(tarfile.GNUTYPE_LONGNAME, "././@LongLink")
    info.size = 10**9
    (error,) = shown(tmp_path, "c.tar", info.tobuf() + bytes(5_000))
    assert error.startswith("c.tar: cannot be unpacked (a header is too long")


def test_damage_in_the_midst_of_a_tar_is_not_taken_for_its_end(tmp_path: Path) -> None:
    content = bytearray(tarred({"a.txt": b"Tolls.", "b.txt": b"Late."}))
    content[1024 + 150] ^= 0xFF
    a, error = shown(tmp_path, "c.tar", bytes(content))
    assert a == "c.tar!/a.txt"
    assert error.startswith("c.tar: cannot be unpacked (a header is damaged)")


def test_the_pages_of_a_crawl_are_read_with_their_addresses(tmp_path: Path) -> None:
    html = {"Content_Type": "text/html"}
    crawl = b"".join(
        (
            recorded("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
            recorded("request", URL, b"GET /tolls HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
            recorded("response", URL, answered(PAGE, **html)),
            recorded("response", f"{URL}/gone", answered(PAGE, "404 Not Found", **html)),
            recorded("response", f"{URL}/logo", answered(b"\x89PNG", Content_Type="image/png")),
            recorded("resource", f"{URL}/kept", PAGE, "text/html"),
            recorded("response", "dns:courier.example", b"1.2.3.4", "text/dns"),
        )
    )
    first, second, passed = found(tmp_path, "crawl.warc.gz", gzip.compress(crawl))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, first.url) == (f"{tmp_path}/crawl.warc.gz!/{URL}", URL)
    assert (first.content, first.suffix, second.url) == (PAGE, ".html", f"{URL}/kept")
    assert isinstance(passed, PassedOver)
    assert "5 records in it are no pages" in str(passed)
    assert "1 answer 404" in str(passed)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("identity", bytes)],
)
def test_a_page_is_unpacked_as_its_server_packed_it(tmp_path: Path, encoding: str, pack: object) -> None:
    body = pack(PAGE)  # type: ignore[operator]
    crawl = recorded("response", URL, answered(body, Content_Type="text/html", Content_Encoding=encoding))
    (one,) = found(tmp_path, "crawl.warc", crawl)
    assert isinstance(one, Document)
    assert one.content == PAGE


def test_a_page_in_chunks_and_in_the_encoding_that_its_server_states_is_put_together(tmp_path: Path) -> None:
    body = "<p>Größe".encode("iso-8859-1")
    chunks = b"4\r\n" + body[:4] + b"\r\n%x\r\n" % (len(body) - 4) + body[4:] + b"\r\n0\r\n\r\n"
    headers = {"Content_Type": "text/html; charset=ISO-8859-1", "Transfer_Encoding": "chunked"}
    (one,) = found(tmp_path, "crawl.warc", recorded("response", URL, answered(chunks, **headers)))
    assert isinstance(one, Document)
    assert one.content.decode("utf-8-sig") == "<p>Größe"


def test_a_crawl_that_another_program_wrote_is_read(tmp_path: Path) -> None:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    for number in range(3):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(f"{URL}/{number}", "response", io.BytesIO(PAGE), http_headers=headers)
        )
    assert shown(tmp_path, "crawl.warc.gz", file.getvalue()) == [
        f"crawl.warc.gz!/{URL}/{number}" for number in range(3)
    ]


def test_a_page_that_is_a_bomb_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    html = {"Content_Type": "text/html"}
    bomb = recorded("response", URL, answered(gzip.compress(bytes(10**7)), **html, Content_Encoding="gzip"))
    error, one = found(tmp_path, "crawl.warc", bomb + recorded("response", f"{URL}/2", answered(PAGE, **html)), 20_000)
    assert "is more than an article" in str(error)
    assert isinstance(one, Document)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"WARC/1.0\r\nContent-Length: 9\r\n\r\nshort", "ends within the record"),
        (b"WARC/1.0\r\nContent-Length: many\r\n\r\n", "has no length"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000, "is no crawl from here on"),
        (b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\nnot a record\r\n", "is no crawl from here on"),
        (recorded("response", URL, b"HTTP/1.1 200 OK\r\n" + b"a" * 500), "its HTTP header has no end"),
    ],
)
def test_a_damaged_crawl_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    *_, error = [one for one in found(tmp_path, "crawl.warc", content) if not isinstance(one, PassedOver)]
    assert reason in str(error)


def test_the_crawls_of_a_wacz_are_read_and_nothing_else(tmp_path: Path) -> None:
    crawl = gzip.compress(recorded("response", URL, answered(PAGE, Content_Type="text/html")))
    wacz = zipped({"archive/data.warc.gz": crawl, "pages/pages.jsonl": b'{"text": "x"}', "datapackage.json": b"{}"})
    assert shown(tmp_path, "site.wacz", wacz) == [f"site.wacz!/archive/data.warc.gz!/{URL}"]


def test_a_member_is_counted_as_it_is_read() -> None:
    left = budget.Budget("c.zip", LARGEST, 100)
    stream = streams.buffered(io.BytesIO(bytes(200)), "c.zip", left)
    with pytest.raises(budget.Spent, match="unfolds to far more"):
        stream.read()
