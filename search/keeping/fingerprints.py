"""Fingerprints: what the outcome of reading a file depends on beside the file, and what the form of an article does."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path
from re import match

SEARCH = Path(__file__).parent.parent
READING = (
    "reading",
    "attribution",
    "model.py",
    "days.py",
    "collecting.py",
    "posts.py",
    "scripts.py",
    "tables.py",
    "errors.py",
    "opening.py",
    "doubles.py",
    "sentences.py",
)  # a test holds it whole
FORMING = (
    "amending.py",
    "corrections.py",
    "doubles.py",
    "identity",
    "keeping/folding.py",
    "keeping/forming.py",
    "keeping/marking.py",
    "model.py",
)
NOT_FOR_READING = frozenset({"click", "filelock", "flask", "numpy", "pathspec", "pystemmer", "waitress", "whoosh3"})


@cache
def rules(parser: str) -> str:
    """What articles and their statements depend on: the readers, the rules, their words, the libraries, the parser."""
    packages = {_name(wanted) for wanted in _wanted()} - NOT_FOR_READING
    names = sorted(packages | ({parser} if parser else set()))
    return _digest([*_files(READING), *(f"{name} {_version(name)}".encode() for name in names)])


@cache
def forming() -> bytes:
    """What the form depends on in which an attributed article stands in the index."""
    return bytes.fromhex(_digest(_files(FORMING)))


@cache  # what is installed later is not imported by this process either
def environment(largest: int) -> str:
    """What else may let a file be read that could not be: whatever is installed, and how large a file may be."""
    installed = sorted(f"{each.name} {each.version}" for each in metadata.distributions())
    return _digest([str(largest).encode(), *(name.encode() for name in installed)])


def _files(names: Iterable[str]) -> list[bytes]:
    paths = (path for name in names for path in sorted({SEARCH / name, *(SEARCH / name).rglob("*")}))
    return [path.read_bytes() for path in paths if path.suffix in {".py", ".toml"}]


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _wanted() -> list[str]:
    try:
        return metadata.requires("onrecord") or []
    except metadata.PackageNotFoundError:
        return []


def _name(wanted: str) -> str:
    """
    >>> _name("spacy>=3.8.7; extra == 'parser'")
    'spacy'
    """
    found = match(r"[\w.-]+", wanted)
    return found[0].lower() if found else ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
