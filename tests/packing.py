"""Packing: archives for tests, as bytes."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Mapping

PACKERS = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members: Mapping[str, bytes], *others: tarfile.TarInfo) -> bytes:
    """A tar of these files, and of other members that are none."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for other in others:
            archive.addfile(other)
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def answered(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """What a web server answers."""
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def recorded(kind: str, url: str, content: bytes, media: str = "application/http; msgtype=response") -> bytes:
    """A record of a crawl."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"Content-Type: {media}"]
    lines += [f"Content-Length: {len(content)}", "WARC-Record-ID: <urn:uuid:1>", "WARC-Date: 2024-05-31T10:00:00Z"]
    return "\r\n".join([*lines, "", ""]).encode() + content + b"\r\n\r\n"
