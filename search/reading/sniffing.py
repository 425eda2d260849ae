"""Sniffing: what the first bytes of a file say it is, whatever its name says."""

import re
import zipfile
from io import BytesIO

HEAD = 4096  # bytes, which tell every format that can be told

# How files begin whose first bytes are always the same.
MAGIC = (
    (".pdf", b"%PDF-"),
    (".zip", b"PK\x03\x04"),
    (".zip", b"PK\x05\x06"),
    (".gz", b"\x1f\x8b\x08"),
    (".xz", b"\xfd7zXZ\0"),
    (".rtf", b"{\\rtf"),
)
# The group is atomic, for a run of comments can be parted in endless ways.
HTML = re.compile(rb"(?>(?:\s+|<!--.*?-->|<\?xml[^>]*\?>)*)<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)
FEED = re.compile(
    rb"(?>(?:\s+|<!--.*?-->|<\?.*?\?>|<!doctype\s+rss[^>]*>)*)<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
MBOX = re.compile(rb"\s*From \S+ [^\n]{0,80}\d{4}[^\n]{0,20}\r?\n(?:>?[A-Za-z][\w-]*:[^\n]*\n|[ \t][^\n]*\n|>From )")
HEADER_LINE = re.compile(rb"([A-Za-z][\w-]*):[^\n]*\n(?:[ \t][^\n]*\n)*")
CRAWL = re.compile(rb"WARC/1\.\d\s*\r?\n")
BZIPPED = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")  # a block, or the end of what holds nothing
MAIL_SAYS = {b"from", b"date", b"subject"}
MAIL_PROVES = {b"message-id", b"mime-version", b"received", b"return-path"}
JSON = re.compile(rb"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\]))")

# What the names of its members tell of a zip, in this order.
ZIPPED = (
    ("docx", re.compile(r"word/document\d*\.xml")),
    ("office", re.compile(r"\[Content_Types\]\.xml")),
    ("wacz", re.compile(r"archive/[^/]+\.warc(?:\.gz)?")),
)
STATED = {b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt"}  # in a member `mimetype`


def sniffed(content: bytes) -> str:
    """The kind of a file by its first bytes, as the suffix that it should have; "" where they do not tell.

    >>> sniffed(b"%PDF-1.7"), sniffed(b"<!DOCTYPE html><p>"), sniffed(b"Tolls will fall.")
    ('.pdf', '.html', '')
    """
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf")
    return next((suffix for suffix, magic in MAGIC if head.startswith(magic)), "") or _written(head)


def _written(head: bytes) -> str:
    if head[257:262] == b"ustar":
        return ".tar"
    if CRAWL.match(head):
        return ".warc"
    if BZIPPED.match(head):
        return ".bz2"
    if HTML.match(head):
        return ".html"
    if FEED.match(head):
        return ".xml"
    if MBOX.match(head):
        return ".mbox"
    if _is_mail(head):
        return ".eml"
    return ".json" if JSON.match(head) else ""


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with what every mail has in its header, and with what no other text has."""
    names, at = set[bytes](), 0
    while found := HEADER_LINE.match(head, at):
        names.add(found[1].lower())
        at = found.end()
    return names >= MAIL_SAYS and bool(names & MAIL_PROVES)


def zipped(content: bytes) -> str:
    """What a zip is by its members, as a suffix: .docx, .odt, .epub, .wacz, or .zip for a mere folder of files.

    ".office" is a document of an office that is not read. Raises zipfile.BadZipFile.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return kind_of_zip(archive)


def kind_of_zip(archive: zipfile.ZipFile) -> str:
    """The same of a zip that is open."""
    names = archive.namelist()
    if "mimetype" in names:
        stated = archive.open("mimetype").read(100).strip()
        return f".{STATED.get(stated, 'office')}"
    return next((f".{kind}" for kind, name in ZIPPED if any(map(name.fullmatch, names))), ".zip")
