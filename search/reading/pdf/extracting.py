"""Extracting: the pieces of text on each page of a PDF, and where they stand; a program of its own.

It reads a PDF from standard input and writes a line of JSON for the file, then one for each page. It runs in a process
with little memory and time, for what a stranger's file makes a native library do is not to be borne by our own process.
It imports nothing of ours, so that it starts at once.
"""

import ctypes
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

MEMORY = 1_000_000_000  # bytes of address space, most of which is never touched
SECONDS = 100  # of work; whoever runs this waits a little longer
MOST_PAGES = 3_000
MOST_CHARACTERS = 6_000_000  # of all pages: six novels
WIDE = 0.9  # of a letter's height: a wider gap parts two pieces of a line
LINE_HYPHEN = 2  # how PDFium gives the hyphen at the end of a line
FARTHEST = 100_000.0  # points from the corner of the page; nothing that is seen stands there
SURROGATES = range(0xD800, 0xE000)

Piece = tuple[str, float, float, float, float, bool]  # text, left, right, baseline, height, bold


def main() -> None:
    """Read, write, and end; exit code 3 and a word on standard error for a file that cannot be opened."""
    bounded()
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
    except pdfium.PdfiumError as error:
        sys.stderr.write("password" if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD else "broken")
        sys.exit(3)
    facts = {key: document.get_metadata_value(key) for key in ("Title", "Author", "CreationDate")}
    written(facts | {"pages": len(document)})
    left = MOST_CHARACTERS
    for number in range(min(len(document), MOST_PAGES)):
        pieces = page_pieces(pdfium, document, number, left)
        written(pieces)
        left -= sum(len(piece[0]) for piece in pieces)
        if left <= 0:
            break


def bounded() -> None:
    """Take no more memory and time than a document is worth, where the system can hold us to that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        resource.setrlimit(what, (most, most))


def written(value: object) -> None:
    """A line of output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True) + "\n")


def page_pieces(pdfium: Any, document: Any, number: int, most: int) -> list[Piece]:
    """The pieces of a page in the order of the file; none where the page cannot be read."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return []
    letters = list(page_letters(pdfium.raw, text, min(text.count_chars(), most)))
    text.close()
    page.close()
    return list(joined(upright(letters)))


@dataclass(slots=True)
class Letter:
    """A character as it stands on the page: its baseline, its box, and its turn in quarters."""

    text: str
    generated: bool
    x: float = 0
    y: float = 0
    left: float = 0
    bottom: float = 0
    right: float = 0
    top: float = 0
    quarter: int = 0
    bold: bool = False

    def turn(self, quarter: int) -> None:
        """Turn its places back by quarters of a circle, which PDFium counts clockwise."""
        for _ in range(quarter):
            self.x, self.y = -self.y, self.x
            self.left, self.bottom, self.right, self.top = -self.top, self.left, -self.bottom, self.right


def page_letters(raw: Any, text: Any, count: int) -> Iterator[Letter]:
    """The characters of a page; those set askew, such as watermarks, are left out."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for i in range(count):
        letter = Letter(character(raw.FPDFText_GetUnicode(text, i)), raw.FPDFText_IsGenerated(text, i) == 1)
        if not letter.generated:
            turns = raw.FPDFText_GetCharAngle(text, i) / 1.5707963
            if abs(turns - round(turns)) > 0.05:
                continue
            letter.quarter, letter.bold = round(turns) % 4, raw.FPDFText_GetFontWeight(text, i) >= 600
            raw.FPDFText_GetCharOrigin(text, i, x, y)
            raw.FPDFText_GetLooseCharBox(text, i, box)
            letter.x, letter.y = x.value, y.value
            letter.left, letter.bottom, letter.right, letter.top = box.left, box.bottom, box.right, box.top
            if not all(
                isfinite(at) and abs(at) < FARTHEST
                for at in (x.value, y.value, box.left, box.bottom, box.right, box.top)
            ):
                continue
        yield letter


def character(code: int) -> str:
    """The character of a code; JSON cannot hold half of one."""
    return "-" if code == LINE_HYPHEN else chr(code) if code not in SURROGATES else "\N{REPLACEMENT CHARACTER}"


def upright(letters: list[Letter]) -> list[Letter]:
    """The letters that are turned as most are, as if the page were turned for reading them."""
    turns = Counter(letter.quarter for letter in letters if not letter.generated)
    if not turns:
        return []
    quarter = turns.most_common(1)[0][0]
    kept = [letter for letter in letters if letter.generated or letter.quarter == quarter]
    for letter in kept if quarter else ():
        if not letter.generated:
            letter.turn(quarter)
    return kept


def joined(letters: list[Letter]) -> Iterator[Piece]:
    """Letters that follow each other on one baseline, as pieces of text."""
    group: list[Letter] = []
    words: list[str] = []
    for letter in letters:
        if letter.generated or letter.text.isspace():
            words.append(" ")
            continue
        if group and apart(group[-1], letter):
            yield piece(group, words)
            group, words = [], []
        group.append(letter)
        words.append(letter.text)
    if group:
        yield piece(group, words)


def apart(before: Letter, letter: Letter) -> bool:
    """Whether two letters that follow each other belong to different pieces."""
    height = max(before.top - before.bottom, 1.0)
    gap = letter.left - before.right
    return (
        abs(letter.y - before.y) > height * 0.1
        or not -height < gap < height * WIDE
        or abs((letter.top - letter.bottom) - height) > height * 0.15
        or letter.bold != before.bold
    )


def piece(group: list[Letter], words: list[str]) -> Piece:
    """The piece that letters make."""
    left, right = min(letter.left for letter in group), max(letter.right for letter in group)
    height = sorted(letter.top - letter.bottom for letter in group)[len(group) // 2]
    text = re.sub(r"\s+", " ", "".join(words)).lstrip()  # a space at the end says that another word follows
    return (text, round(left, 1), round(right, 1), round(group[0].y, 1), round(height, 1), group[0].bold)


if __name__ == "__main__":
    main()
