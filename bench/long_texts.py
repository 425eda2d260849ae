"""Long texts: files of one sign, of one piece again and again; folders of tiny files, of odd names."""

import os
from collections.abc import Callable
from pathlib import Path

LARGEST = 20_000_000  # bytes: the default
SAID = "The ferry was late, said Ann Lee.\n"
Maker = Callable[[Path], None]


def run_of(sign: str) -> Maker:
    """A text of one sign, as long as a file may be."""
    return repeated("run.txt", sign, after="\nx")


def text(name: str, *parts: str | bytes | tuple[str, int]) -> Maker:
    """One file of these parts, a text again and again where a number says so."""

    def make(folder: Path) -> None:
        whole = (part[0] * part[1] if isinstance(part, tuple) else part for part in parts)
        written(folder / name, b"".join(part.encode() if isinstance(part, str) else part for part in whole))

    return make


def repeated(name: str, piece: str, before: str = "", after: str = "") -> Maker:
    """One file of a piece again and again, as large as it may be."""
    left = LARGEST - len(before.encode()) - len(after.encode())
    return text(name, before, (piece, left // len(piece.encode())), after)


def numbered(name: str, piece: str, count: int, before: str = "", after: str = "") -> Maker:
    """One file of so many pieces, each with its number."""
    return lambda folder: written(folder / name, before + "".join(piece.format(n=n) for n in range(count)) + after)


def tiny(count: int, depth: int = 0) -> Maker:
    """So many files of one line, a thousand in each folder, so deep."""

    def make(folder: Path) -> None:
        for number in range(count):
            inner = folder / str(number // 1000) / ("d/" * depth)
            if number % 1000 == 0:
                inner.mkdir(parents=True)
            (inner / f"{number}.txt").write_text(f"{SAID}That was day {number}.\n", encoding="utf-8")

    return make


def unread(count: int) -> Maker:
    """So many files that are no articles."""

    def make(folder: Path) -> None:
        for number in range(count):
            (folder / f"{number}.dwg").touch()

    return make


def odd_names(folder: Path) -> None:
    """Names that are no text, links that lead nowhere, out or in a circle, pipes and devices, a very deep folder."""
    for name in (b"caf\xe9.txt", b"new\nline.txt", b"esc\x1b[2J.txt", b"Case.txt", b"case.txt", b"x" * 251 + b".txt"):
        (folder / os.fsdecode(name)).write_text(f"{SAID}{name!r}", encoding="utf-8")
    places = {"self.txt": "self.txt", "up": "..", "zero.txt": "/dev/zero", "env.txt": "/proc/self/environ"}
    for name, place in {**places, "log.txt": "/proc/kmsg", "proc": "/proc", "gone.txt": "/nowhere"}.items():
        (folder / name).symlink_to(place)
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe")
    before = Path.cwd()
    os.chdir(folder)
    for _ in range(3_000):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(before)


def written(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
