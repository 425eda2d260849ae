"""Running: `extracting.py` as a process of its own, and what it says of a PDF; see there why."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from search.errors import ReadError
from search.reading.extras import missing
from search.reading.pdf.lines import Line
from search.reading.properties import pdf_day

PROGRAM = Path(__file__).with_name("extracting.py")
SECONDS = 120  # a file that takes longer is not waited for
OPENING = 1_024  # bytes, within which a PDF says that it is one


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a PDF states of itself, how many pages it has, and the pieces of text on those that were read."""

    title: str
    authors: str
    created: date | None
    count: int
    pages: tuple[tuple[Line, ...], ...]


def extracted(content: bytes, name: str) -> Extracted:
    """What stands in a PDF; raises ReadError."""
    if b"%PDF-" not in content[:OPENING]:
        raise ReadError(f"{name}: is called a PDF and is none; remove it or give it the suffix that it needs")
    if not find_spec("pypdfium2"):
        raise missing("a PDF", name)
    lines = iter(_output(content, name).splitlines())
    facts = json.loads(next(lines))
    pages = tuple(tuple(Line(*piece) for piece in json.loads(line)) for line in lines)
    return Extracted(facts["Title"], facts["Author"], pdf_day(facts["CreationDate"]), facts["pages"], pages)


def _output(content: bytes, name: str) -> bytes:
    """What the program writes; raises ReadError where it fails."""
    command = [sys.executable, "-P", str(PROGRAM)]  # -P: the modules beside it are not those it imports
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise ReadError(f"{name}: took more than {SECONDS} seconds to read; split it or print it anew") from None
    except OSError as error:
        raise ReadError(f"{name}: no process could be started to read it ({error.strerror}); try again") from None
    if done.returncode == 0 and done.stdout:
        return done.stdout
    raise ReadError(f"{name}: {'; '.join(_reasons(done.stderr.decode('utf-8', 'replace')))}")


def _reasons(said: str) -> Iterator[str]:
    if said == "password":
        yield "is locked with a password"
        yield "open it and save it without one"
    elif said == "broken":
        yield "is damaged or no PDF"
        yield "open it in another program and save it anew"
    else:
        yield "takes more memory or time than an article is worth, or is damaged"
        yield "split it or print it anew"
