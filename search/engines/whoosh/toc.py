"""Toc: Whoosh's table of contents of an index: which segments it has, and what is deleted in each."""

from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from search.engines.whoosh.layout import NAME


def toc_in(folder: Path) -> TOC:
    """The table of contents in a folder; raises ValueError where it is not as it was written."""
    try:
        toc: TOC = TOC.read(FileStorage(str(folder), readonly=True), NAME)
    except Exception as error:  # it is a pickle, and over a damaged one anything may be raised
        raise ValueError(f"the table of contents cannot be read: {error}") from error
    return toc
