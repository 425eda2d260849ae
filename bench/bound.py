"""Bound: documents that were made to take all time or memory: of an office, of an e-book, a PDF, a mail."""

from pathlib import Path

from bench.long_texts import SAID, Maker, text, written
from bench.packed import zipped

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHTER = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))


def docx(piece: str, count: int = 1, *, before: str = "", attribute: int = 0) -> Maker:
    def make(folder: Path) -> None:
        document = (
            f"{before}<w:document {WORD} a='{'a' * attribute}'><w:body>{_many(piece, count)}</w:body></w:document>"
        )
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
    return lambda folder: zipped("a.epub", {**parts, "c.xhtml": f"{chapter}{_many(piece, count)}{SAID}"})(folder)


def _many(piece: str, count: int) -> str:
    """A piece again and again, each with a number in it if it has room for one: so it does not pack well."""
    return "".join(piece.replace("{n}", str(n * 7919)) for n in range(count)) if "{n}" in piece else piece * count


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
        written(folder / "a.pdf", bytes(out))

    return make


MAIL = "From: n@t.example\nSubject: Tolls\nDate: Fri, 31 May 2024 07:00:00 +0000\n"


def deep_mail(depth: int) -> Maker:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return text("deep.eml", f"{MAIL}{parts}\n{SAID}")
