"""The fingerprint of an index: what it was built by, so that one built by anything else is known to be stale."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import whoosh

from search import facets as facets_module
from search import matching, model, spoken, text
from search.engines.whoosh.schema import VERSION


def _fingerprint() -> str:
    """What an index depends on: the schema, what is a word and which are said, the facets, the shape of the stored."""
    sources = [Path(module.__file__ or "").read_bytes() for module in (text, facets_module, matching, spoken, model)]
    versions = f"{VERSION} whoosh {whoosh.versionstring()} snowball {version('pystemmer')}".encode()
    return hashlib.sha256(b"".join([versions, *sources])).hexdigest()[:16]


FINGERPRINT = _fingerprint()
