"""A bindery: office documents, PDFs, e-books and zip bombs, made by hand for the tests of those who read them."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = " ".join(
    f'xmlns:{short}="{OASIS}{long}:1.0"'
    for short, long in {"office": "office", "text": "text", "table": "table", "style": "style", "meta": "meta"}.items()
)
STYLES = """<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>"""

ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})

Placed = tuple[float, float, float, str]  # from the left, from the foot, size, text


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def docx(body: str, *, notes: str = "", core: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with this body; `core` are its properties."""
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{STYLES}</w:styles>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{WORD}">{notes}</w:footnotes>',
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{CORE}" {DUBLIN}>{core}</cp:coreProperties>',
            **(more or {}),
        }
    )


def paragraph(text: str, *, style: str = "", more: str = "") -> str:
    """A paragraph of a Word file."""
    setting = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{setting}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def fodt(text: str, *, meta: str = "", styles: str = "") -> bytes:
    """A flat OpenDocument text."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {OFFICE} {DUBLIN}><office:meta>{meta}</office:meta>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document>"
    ).encode()


def odt(text: str, *, meta: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text."""
    content = f"<office:document-content {OFFICE}><office:body><office:text>{text}</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{content}</office:document-content>",
            "meta.xml": f"<office:document {OFFICE} {DUBLIN}><office:meta>{meta}</office:meta></office:document>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def epub(chapters: Iterable[str], *, metadata: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An e-book with these chapters."""
    texts = list(chapters)
    items = "".join(f'<item id="c{n}" href="c%20{n}.xhtml"/>' for n in range(len(texts)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(texts)))
    book = f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine>"
    head = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><head><title/></head><body>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="text/book.opf"/></container>',
            "text/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf" {DUBLIN}>{book}</package>',
            **{f"text/c {n}.xhtml": f"{head}{text}</body></html>" for n, text in enumerate(texts)},
            **(more or {}),
        }
    )


def pdf(pages: Iterable[Sequence[Placed]], *, information: str = "", trailer: str = "", turned: bool = False) -> bytes:
    """A PDF with these texts on its pages, in a font of which all letters are as wide; `turned` sets them upwards."""
    return pdf_of([_stream(page, turned) for page in pages], information=information, trailer=trailer)


def pdf_of(streams: Sequence[bytes], *, information: str = "", trailer: str = "", filters: str = "") -> bytes:
    """A PDF whose pages have these streams."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for n, stream in enumerate(streams):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * n} 0 R"
        objects.append(f"{page} /Resources << /Font << /F 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(stream), filters.encode(), stream))
    objects.append(f"<< {information} >>".encode())
    return _file(objects, trailer)


def _stream(page: Sequence[Placed], turned: bool) -> bytes:
    places = ((f"0 1 -1 0 {800 - base} {left}" if turned else f"1 0 0 1 {left} {base}") for left, base, _, _ in page)
    shown = (
        f"/F {size} Tf {place} Tm ({text.translate(ESCAPES)}) Tj\n"
        for place, (_, _, size, text) in zip(places, page, strict=True)
    )
    return b"BT\n" + "".join(shown).encode("cp1252") + b"ET"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    """The objects with a table of where each begins."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    count = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {count} /Root 1 0 R /Info {count - 1} 0 R {trailer} >>\n".encode()
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % table


def column(text: str, *, left: float, top: float, size: float = 10, step: float = 12) -> list[Placed]:
    """Lines of text below each other."""
    return [(left, top - n * step, size, line) for n, line in enumerate(text.strip("\n").split("\n"))]


def bomb(size: int, name: str, before: bytes = b"", after: bytes = b"") -> bytes:
    """A zip file that is small, and whose one part is not: `size` spaces."""
    return zipped({name: before + b" " * size + after})
