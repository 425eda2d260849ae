"""Hostile: what files that were made to take all time or memory take, and what the report says of them.

python -m bench.hostile [NAME;PART OF A NAME] [--work DIR] [--processes N] [--longest SECONDS] [--list]
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.monsters import CROWDS, MONSTERS, makers

COLUMNS = ("input", "s", "CPU s", "first process, MB", "largest other, MB", "what the report says")


def main() -> None:
    """Make each, measure it in a process of its own, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__)
    parser.add_argument("names", nargs="?", default="", help="parts of names; all single files if none")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where files and indexes are written")
    parser.add_argument("--processes", type=int, default=2, metavar="N")
    parser.add_argument("--longest", type=float, default=3600.0, metavar="SECONDS", help="for one")
    parser.add_argument("--list", action="store_true", help="say the names")
    parser.add_argument("--make", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.list:
        print("\n".join((*MONSTERS, *CROWDS)))
    elif given.make:
        (MONSTERS | CROWDS)[given.names](given.work / "news")
    else:
        _table(given)


def _table(given: argparse.Namespace) -> None:
    print(f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|")
    for name in makers(given.names):
        folder = Path(tempfile.mkdtemp(dir=given.work))
        (folder / "news").mkdir()
        try:
            _step(["bench.hostile", name, "--make", "--work", str(folder)], given.longest)
            made = _step(["bench.ordeal", str(folder), str(given.processes)], given.longest)
            print(_row(name, json.loads(made) if made else {}), flush=True)
        finally:
            subprocess.run(["/bin/rm", "-rf", str(folder)], check=False)  # shutil calls itself for each folder within


def _step(words: list[str], longest: float) -> str:
    """What a program of its own says; "" where it takes too long or dies."""
    command = [sys.executable, "-m", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            return process.communicate(timeout=longest)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return ""


def _row(name: str, found: dict[str, object]) -> str:
    if not found:
        return f"| {name} | (not ended) | | | | |"
    figures = (f"{found['seconds']:.1f}", f"{found['cpu']:.1f}", f"{found['own']:.0f}", f"{found['others']:.0f}")
    return f"| {name} | {' | '.join(figures)} | {found['said']} |"


if __name__ == "__main__":
    main()
