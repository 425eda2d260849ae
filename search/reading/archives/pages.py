"""Pages: what a web server answered, as the page that a browser would show; the HTTP is taken apart by warcio."""

import codecs
import re
from io import BytesIO
from typing import Any

from search.errors import ReadError
from search.reading.decoding import too_large

PAGES = frozenset({"text/html", "application/xhtml+xml"})
LONGEST_HEADER = 65_536  # bytes
BLOCK = 65_536  # bytes
END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
WITHOUT = "cannot be read without {}; install what reads it: pip install 'onrecord[warc]'"


def page_of(head: bytes, content: bytes, name: str, largest: int) -> bytes | str | ReadError:
    """The page that a record of a crawl holds, in UTF-8 where it says its encoding; or what it is instead.

    `head` is the header of the record, `content` the rest of it.
    """
    if b"application/http" in head.lower() and not END_OF_HEADER.search(content, 0, LONGEST_HEADER):
        return ReadError(f"{name}: its HTTP header has no end; fetch it anew")
    try:
        from warcio.archiveiterator import ArchiveIterator  # an extra

        record = next(ArchiveIterator(BytesIO(head + b"\r\n" + content + b"\r\n\r\n")))
        return _page(record, name, largest)
    except ModuleNotFoundError as error:
        return ReadError(f"{name}: {WITHOUT.format(error.name)}")
    except Exception as error:  # warcio raises what it meets: of zlib, of brotli, of its own
        what = " ".join(str(error).split())[:100]
        return ReadError(f"{name}: cannot be unpacked ({type(error).__name__}: {what}); fetch it anew")


def _page(record: Any, name: str, largest: int) -> bytes | str | ReadError:
    http = record.http_headers
    if http and http.get_statuscode() != "200":
        return f"answer {http.get_statuscode()[:10]}"
    stated = (http or record.rec_headers).get_header("Content-Type") or ""
    kind = stated.partition(";")[0].strip().lower()
    if kind not in PAGES:
        return kind[:60] or "without a type"
    packed = (http.get_header("Content-Encoding") or "").strip().lower() if http else ""
    content = _unbrotlied(record, largest) if packed == "br" else record.content_stream().read(largest + 1)
    return too_large(name, len(content)) if len(content) > largest else _in_utf_8(content, stated)


def _unbrotlied(record: Any, largest: int) -> bytes:
    """The page of an answer that is packed by Brotli, which warcio does not read in the Brotli of today."""
    import brotli
    from warcio.bufferedreaders import ChunkedDataReader

    chunked = "chunked" in (record.http_headers.get_header("Transfer-Encoding") or "").lower()
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    unpacking, content = brotli.Decompressor(), b""
    while len(content) <= largest and (block := stream.read(BLOCK)):
        content += unpacking.process(block, output_buffer_limit=largest + 1)
    return content


def _in_utf_8(content: bytes, stated: str) -> bytes:
    """The page in UTF-8 if the server told its encoding, which counts more than what the page says."""
    found = CHARSET.search(stated)
    if not found or content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        return content
    try:
        encoding = "windows-1252" if found[1].lower() in {"iso-8859-1", "latin1"} else found[1]
        return codecs.BOM_UTF8 + content.decode(encoding).encode()
    except (LookupError, ValueError):
        return content
