"""Xapian, which belongs to the system's Python: asked through a pipe, and timed on the other side of it."""

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.engines.protocol import Answer, Unanswered, Unavailable, by_month, each, first, rows
from bench.queries import Asked
from search.model import Article

PYTHON = "/usr/bin/python3"
SERVER = Path(__file__).with_name("xapian_server.py")
FLUSHED = "100000"  # documents; Xapian's 10,000 is for machines with little memory


class Xapian:
    """A process of the system's Python."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def build(self, articles: Iterable[Article]) -> None:
        server = self._server("build")
        assert server.stdin
        for row in rows(articles):
            print(json.dumps([row.text, row.speakers, row.outlet, row.month, row.day]), file=server.stdin)
        server.communicate()
        if server.returncode:
            raise Unavailable(f"xapian is left out: its process ended with {server.returncode}.")

    def open(self) -> None:
        self.server = self._server("open")

    def answer(self, asked: Asked) -> Answer:
        if asked.kind == "fuzzy":
            raise Unanswered("Xapian 1.4 has no fuzzy words.")
        assert self.server.stdin
        assert self.server.stdout
        print(_line(asked), file=self.server.stdin, flush=True)
        found = json.loads(self.server.stdout.readline())
        speakers, outlets, months = found["counts"]
        by_each, by_year = by_month((int(month), count) for month, count in months)
        facets = {"speaker": first(each(speakers)), "outlet": first(dict(outlets)), "year": by_year}
        hits = tuple((text, snippet) for text, snippet in found["hits"])
        return Answer(found["total"], facets, by_each, hits, found["seconds"])

    def _server(self, verb: str) -> "subprocess.Popen[str]":
        """A server with its first line written; isolated, so that `xapian` is the system's and not this module."""
        environment = {**os.environ, "XAPIAN_FLUSH_THRESHOLD": FLUSHED}
        pipe = subprocess.PIPE
        server = subprocess.Popen([PYTHON, "-I", SERVER], stdin=pipe, stdout=pipe, text=True, env=environment)
        print(json.dumps([verb, str(self.folder)]), file=server.stdin, flush=True)
        return server


def engine(folder: Path, asked: Sequence[Asked]) -> Xapian:
    """Xapian; raises Unavailable where the system's Python does not have it."""
    command = [PYTHON, "-I", "-c", "import xapian"]
    if not Path(PYTHON).exists() or subprocess.run(command, capture_output=True, check=False).returncode:
        raise Unavailable(f"xapian is left out: {PYTHON} cannot import it (Debian: python3-xapian).")
    return Xapian(folder)


def _line(asked: Asked) -> str:
    days = [asked.since.toordinal(), asked.until.toordinal()] if asked.since and asked.until else []
    named = {"kind": asked.kind, "words": asked.words, "outlet": asked.outlet, "speaker": asked.speaker}
    return json.dumps({**named, "days": days})
