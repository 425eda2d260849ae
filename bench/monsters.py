"""Monsters: files and folders that were made to take all time or memory, most of them no larger than a file may be."""

import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

LARGEST = 20_000_000  # bytes: the default
SAID = "The ferry was late, said Ann Lee.\n"
Maker = Callable[[Path], None]


def run_of(sign: str) -> Maker:
    """A text of one sign, as long as a file may be."""
    return repeated("run.txt", sign, after="\nx")


def text(name: str, *parts: str | bytes | tuple[str, int]) -> Maker:
    """One file of these parts, a text again and again where a number says so."""

    def make(folder: Path) -> None:
        whole = (part[0] * part[1] if isinstance(part, tuple) else part for part in parts)
        _write(folder / name, b"".join(part.encode() if isinstance(part, str) else part for part in whole))

    return make


def repeated(name: str, piece: str, before: str = "", after: str = "") -> Maker:
    """One file of a piece again and again, as large as it may be."""
    left = LARGEST - len(before.encode()) - len(after.encode())
    return text(name, before, (piece, left // len(piece.encode())), after)


def numbered(name: str, piece: str, count: int, before: str = "", after: str = "") -> Maker:
    """One file of so many pieces, each with its number."""
    return lambda folder: _write(folder / name, before + "".join(piece.format(n=n) for n in range(count)) + after)


def tiny(count: int, depth: int = 0) -> Maker:
    """So many files of one line, a thousand in each folder, so deep."""

    def make(folder: Path) -> None:
        for number in range(count):
            inner = folder / str(number // 1000) / ("d/" * depth)
            if number % 1000 == 0:
                inner.mkdir(parents=True)
            (inner / f"{number}.txt").write_text(f"{SAID}That was day {number}.\n", encoding="utf-8")

    return make


def unread(count: int) -> Maker:
    """So many files that are no articles."""

    def make(folder: Path) -> None:
        for number in range(count):
            (folder / f"{number}.dwg").touch()

    return make


def tiny_zip(count: int) -> Maker:
    def make(folder: Path) -> None:
        with zipfile.ZipFile(folder / "tiny.zip", "w") as archive:
            for number in range(count):
                archive.writestr(f"{number}.txt", f"{SAID}That was day {number}.\n")

    return make


def tiny_tar(count: int) -> Maker:
    def make(folder: Path) -> None:
        with tarfile.open(folder / "tiny.tar", "w") as archive:
            for number in range(count):
                content = f"{SAID}That was day {number}.\n".encode()
                info = tarfile.TarInfo(f"{number}.txt")
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))

    return make


def zeros_gz(size: int) -> Maker:
    def make(folder: Path) -> None:
        with gzip.open(folder / "zeros.txt.gz", "wb") as file:
            for _ in range(size // 10_000_000):
                file.write(bytes(10_000_000))

    return make


def members(name: str, sign: bytes, count: int) -> Maker:
    """A tar, packed as its name says, of so many files of one sign, each as large as it may be."""

    def make(folder: Path) -> None:
        one = sign * (LARGEST - 1)
        with tarfile.open(folder / name, f"w:{name.rpartition('.')[2]}") as archive:
            for number in range(count):
                info = tarfile.TarInfo(f"{number}.txt")
                info.size = len(one)
                archive.addfile(info, io.BytesIO(one))

    return make


def overlapping(count: int) -> Maker:
    """A zip whose list names one packed file again and again."""

    def make(folder: Path) -> None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", SAID * (LARGEST // len(SAID)))
            first = archive.infolist()[0]
            for number in range(count):
                info = zipfile.ZipInfo(f"{number}.txt")
                for key in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                    setattr(info, key, getattr(first, key))
                archive.filelist.append(info)
                archive.NameToInfo[info.filename] = info
        _write(folder / "overlapping.zip", file.getvalue())

    return make


def xz_of_gigabytes(folder: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 20}]
    content = bytearray(lzma.compress(SAID.encode() * 1000, filters=filters))
    at = content.index(b"\x21\x01", 12) + 2  # the filter, the length of its properties, the size of its dictionary
    content[at] = 37  # 1.5 GB
    header = content[12 : 12 + (content[12] + 1) * 4 - 4]
    content[12 + len(header) : 12 + len(header) + 4] = _crc(bytes(header))
    _write(folder / "dictionary.txt.xz", bytes(content))


def _crc(header: bytes) -> bytes:
    import zlib

    return zlib.crc32(header).to_bytes(4, "little")


def nested(depth: int) -> Maker:
    def make(folder: Path) -> None:
        content, name = SAID.encode(), "a.txt"
        for number in range(depth):
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr(name, content)
            content, name = file.getvalue(), f"{number}.zip"
        _write(folder / "nested.zip", content)

    return make


def sparse_tar(folder: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for kind in (tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"../../{kind!r}.txt")
            info.type, info.linkname = kind, "/dev/zero"
            archive.addfile(info)
        huge = tarfile.TarInfo("x" * 900_000 + ".txt")
        huge.size = len(SAID)
        archive.addfile(huge, io.BytesIO(SAID.encode()))
        hole = tarfile.TarInfo("hole.txt")
        hole.type, hole.size = tarfile.GNUTYPE_SPARSE, 1 << 40
        archive.addfile(hole)
    _write(folder / "odd.tar", file.getvalue())


def warc(count: int) -> Maker:
    def make(folder: Path) -> None:
        with gzip.open(folder / "crawl.warc.gz", "wb", 1) as file:
            for number in range(count):
                page = f"<html><title>Day {number}</title><body><p>{SAID} It was day {number}.</p></body></html>"
                answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
                head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://t.example/{number}\r\n"
                head += "Content-Type: application/http; msgtype=response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                head += f"WARC-Date: 2024-05-31T10:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n"
                file.write(f"{head}{answer}\r\n\r\n".encode())

    return make


def zipped(name: str, parts: dict[str, str | bytes]) -> Maker:
    def make(folder: Path) -> None:
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)

    return make


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHTER = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))


def docx(piece: str, count: int = 1, *, before: str = "", attribute: int = 0) -> Maker:
    def make(folder: Path) -> None:
        document = f"{before}<w:document {WORD} a='{'a' * attribute}'><w:body>{piece * count}</w:body></w:document>"
        zipped("a.docx", {"[Content_Types].xml": "<Types/>", "word/document.xml": document})(folder)

    return make


def epub(piece: str, count: int) -> Maker:
    book = '<package><metadata/><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="b.opf"/></container>',
        "b.opf": f"{book}</package>",
    }
    chapter = "<html><body><p>"
    return lambda folder: zipped("a.epub", {**parts, "c.xhtml": f"{chapter}{piece * count}{SAID}"})(folder)


def pdf(pages: int, shown: bytes, *, times: int = 1, kids: str = "") -> Maker:
    """A PDF of so many pages with one and the same content."""

    def make(folder: Path) -> None:
        stream = b"BT /F 9 Tf 50 700 Td " + shown * times + b"ET"
        listed = kids or " ".join(f"{5 + n} 0 R" for n in range(pages))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{listed}] /Count {pages} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        ]
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        page += b" /Resources << /Font << /F 3 0 R >> >> >>"
        objects += [page] * (0 if kids else pages)
        out, places = bytearray(b"%PDF-1.7\n"), []
        for number, content in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
        _write(folder / "a.pdf", bytes(out))

    return make


MAIL = "From: n@t.example\nSubject: Tolls\nDate: Fri, 31 May 2024 07:00:00 +0000\n"


def deep_mail(depth: int) -> Maker:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return text("deep.eml", f"{MAIL}{parts}\n{SAID}")


def odd_names(folder: Path) -> None:
    """Names that are no text, links that lead nowhere, out or in a circle, pipes and devices, a very deep folder."""
    for name in (b"caf\xe9.txt", b"new\nline.txt", b"esc\x1b[2J.txt", b"Case.txt", b"case.txt", b"x" * 251 + b".txt"):
        (folder / os.fsdecode(name)).write_text(f"{SAID}{name!r}", encoding="utf-8")
    places = {"self.txt": "self.txt", "up": "..", "zero.txt": "/dev/zero", "env.txt": "/proc/self/environ"}
    for name, place in {**places, "log.txt": "/proc/kmsg", "proc": "/proc", "gone.txt": "/nowhere"}.items():
        (folder / name).symlink_to(place)
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe")
    before = Path.cwd()
    os.chdir(folder)
    for _ in range(3_000):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(before)


def _write(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode() if isinstance(content, str) else content)


RSS, RSS_END = "<rss><channel><title>T</title>", "</channel></rss>"
ENTRY, ENTRY_END = f"{RSS}<item><description>", f"</description></item>{RSS_END}"
SCRIPT = '<html><script type="application/ld+json">'
ITEM = "<item><title>Day {n}</title><description>The ferry was late on day {n}, said Ann Lee.</description></item>"
LETTER = "From n@t.example Fri May 31 07:00:00 2024\n" + MAIL + "\nThe ferry was late on day {n}, said Ann Lee.\n\n"

MONSTERS: dict[str, Maker] = {
    **{
        f"20 MB of {name}": run_of(sign)
        for name, sign in {
            "a": "a",
            "spaces": " ",
            "newlines": "\n",
            "dots": ".",
            "commas": ",",
            "quotes": '"',
            "left quotes": "“",
            "brackets": "[",
            "hyphens": "-",
            "digits": "1",
        }.items()
    },
    "20 MB of “said ”": repeated("a.txt", "said "),
    "20 MB of dates": repeated("a.txt", "on May 3, 2024 he said "),
    "20 MB of news": repeated("a.txt", SAID.strip() + " "),
    "a header without end": repeated("a.txt", "a\n", "---\ntitle: a\n"),
    "Markdown, 20 MB of [": repeated("a.md", "["),
    "Markdown, 1 MB of ![": text("a.md", ("![", 499_999)),
    "Markdown, 20 MB of lines": repeated("a.md", "a\n"),
    "CSV, 2.5 million rows": repeated("a.csv", "Late.\n\n", "text\n"),
    "CSV, 20 million columns": repeated("a.csv", ",", "text\n"),
    "CSV, 6 million columns of 2": repeated("a.csv", "ab,", "text\n"),
    "CSV, one cell": repeated("a.csv", "a", 'text\n"', '"'),
    "CSV, header of columns": repeated("a.csv", "a,", "text,", "\nLate."),
    "JSON, a million articles": repeated("a.json", '{"text":"Late again"},', "[", "{}]"),
    "JSON, 20 MB of [": repeated("a.json", "["),
    "JSON Lines, a million": repeated("a.jsonl", '{"text":"Late"}\n'),
    "RSS, 100,000 items": numbered("a.rss", ITEM, 100_000, RSS, RSS_END),
    "RSS, one item of tags": repeated("a.rss", "<b/>", ENTRY, ENTRY_END),
    "RSS, escaped tags": repeated("a.rss", "&lt;b&gt;", ENTRY, ENTRY_END),
    "WARC, 100,000 records": warc(100_000),
    "mbox, 100,000 messages": numbered("a.mbox", LETTER, 100_000),
    "mail, quoted-printable": repeated("a.eml", "=2E", f"{MAIL}Content-Transfer-Encoding: quoted-printable\n\n"),
    "mail, base64": repeated("a.eml", "Li4u", f"{MAIL}Content-Transfer-Encoding: base64\n\n"),
    "mail, 10,000 deep": deep_mail(10_000),
    "mail, a header of 20 MB": repeated("a.eml", "=?utf-8?q?a?= ", f"{MAIL}To: ", f"\n\n{SAID}"),
    "mail, HTML of tags": repeated("a.eml", "<b>", f"{MAIL}Content-Type: text/html\n\n"),
    "mail, HTML of <p": repeated("a.eml", "<p", f"{MAIL}Content-Type: text/html\n\n"),
    "mail, HTML attribute": repeated("a.eml", "a", f"{MAIL}Content-Type: text/html\n\n<p style='", f"'>{SAID}"),
    "HTML, 100,000 deep": text("a.html", "<html><body>", ("<div>", 100_000), SAID),
    "HTML, 19,000 deep": text("a.html", "<html><body>", ("<div>", 19_000), SAID),
    "HTML, six million tags": repeated("a.html", "<p>", "<html><body>"),
    "HTML, an attribute of 20 MB": repeated("a.html", "a", "<html><body><p title='", f"'>{SAID}"),
    "HTML, 20 MB of <": repeated("a.html", "< ", "<html><body>"),
    "HTML, a script of 20 MB": repeated("a.html", '{"a":', SCRIPT, f"</script><p>{SAID}"),
    "HTML, comments": repeated("a.html", "<!--", "<html><body>"),
    "RTF, a million deep": text("a.rtf", r"{\rtf1 ", ("{", 1_000_000)),
    "RTF, 20 MB of words": repeated("a.rtf", r"\par ", r"{\rtf1 "),
    "RTF, 20 MB of text": repeated("a.rtf", ".", r"{\rtf1 "),
    "docx, entities": docx("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", before=f"<!DOCTYPE a [{LAUGHTER}]>"),
    "docx, an attribute of 25 MB": docx("", attribute=25_000_000),
    "docx, 4 million paragraphs": docx("<w:p/>", 4_000_000),
    "docx, a paragraph of runs": docx("<w:r><w:t>.</w:t></w:r>", 1_200_000),
    "epub, 100,000 deep": epub("<div>", 100_000),
    "epub, six million dots": epub(". ", 2_900_000),
    "PDF, 100,000 pages": pdf(100_000, b"(It is over, said Ann Lee.) Tj "),
    "PDF, pages in a circle": pdf(100_000, b"", kids="2 0 R"),
    "PDF, one page of letters": pdf(1, b"(aaaaaaaa. ) Tj 3 0 Td ", times=700_000),
    "xz that wants 1.5 GB": xz_of_gigabytes,
    "gzip of 10 GB zeros": zeros_gz(10_000_000_000),
    "tar.gz, 200 members of dots": members("a.tar.gz", b".", 200),
    "tar.bz2, 200 members of zeros": members("a.tar.bz2", b"\0", 200),
    "zip, 1,000 that overlap": overlapping(1_000),
    "zip in zip, 20 deep": nested(20),
    "tar, sparse, long names, devices": sparse_tar,
    "names, links, pipes, depth": odd_names,
}
CROWDS: dict[str, Maker] = {
    **{f"{count:,} tiny files": tiny(count) for count in (10_000, 100_000, 1_000_000)},
    "10,000 tiny files 500 deep": tiny(10_000, 500),
    **{f"zip of {count:,}": tiny_zip(count) for count in (100_000, 1_000_000)},
    **{f"tar of {count:,}": tiny_tar(count) for count in (100_000, 1_000_000)},
    "1,000,000 files of no format": unread(1_000_000),
}


def makers(names: str) -> Iterator[str]:
    """The names of those that are asked for: all monsters for none, or those that hold one of the words."""
    words = [word.strip() for word in names.split(",") if word.strip()]
    every = {**MONSTERS, **CROWDS}
    yield from (name for name in every if any(word in name for word in words)) if words else MONSTERS
