"""A reindex in a process of its own: signals end it and harm nothing, others wait, and one may follow its sources."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from commands import DONE, LOCKED, run, sentence
from conftest import ROOT
from newsroom import GOOD, files

from search.engines.whoosh import WhooshEngine
from search.query import Query

PROGRAM = "from web.serve import onrecord; onrecord()"
SAID = "“The ferry stays in the harbour,” said Ann Lee. Odd Ruun said that it was late in week {}."
FILES, PARAGRAPHS = 250, 60  # so many that it takes a few seconds to read them


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = ("\n\n".join(SAID.format(n * k) for n in range(PARAGRAPHS)) for k in range(FILES))
    return files(tmp_path_factory.mktemp("large"), *((f"{k}.txt", text) for k, text in enumerate(texts)))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    run("reindex", "--source", files(tmp_path / "news", ("a.txt", GOOD)), "--index", tmp_path / "index")
    return tmp_path / "index"


@contextmanager
def started(*words: object) -> Iterator[subprocess.Popen[str]]:
    """A reindex at work; it is over when this ends."""
    command = [sys.executable, "-c", PROGRAM, "reindex", *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def until_it_reads(process: subprocess.Popen[str]) -> None:
    """Wait until some files have been read."""
    assert process.stderr
    next(line for line in process.stderr if '"reading"' in line)


def total(index: Path) -> int:
    return WhooshEngine(index).search(Query()).total


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_a_sentence_and_the_index_stays(
    large: Path, index: Path, number: signal.Signals, code: int
) -> None:
    before = sorted((index / "generations").iterdir())
    with started("--source", large, "--index", index, "--progress", "json") as process:
        until_it_reads(process)
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert process.returncode == code
    assert f"Stopped by {number.name}: {index} is as it was; the next reindex goes on from here.\n" in said
    assert "Traceback" not in said
    assert sorted((index / "generations").iterdir()) == before
    assert not (index / "holder").exists()
    assert total(index) == 2


def test_a_second_reindex_is_told_who_is_at_it_and_a_killed_one_leaves_the_way_free(large: Path, index: Path) -> None:
    with started("--source", large, "--index", index, "--progress", "json", "--processes", 1) as process:
        until_it_reads(process)
        result = run("reindex", "--index", index)
        assert result.exit_code == LOCKED
        assert f"Another reindex (process {process.pid} on {socket.gethostname()}, since 20" in sentence(result)
        assert sentence(result).endswith("wait for it, then try again.")
        assert total(index) == 2
        process.kill()
        process.wait()
    assert run("reindex", "--index", index).exit_code == DONE


def test_a_watch_follows_its_sources_until_it_is_ended(tmp_path: Path) -> None:
    source = files(tmp_path / "news", ("a.txt", GOOD), ("b.txt", GOOD))
    with started(
        "--watch", "--json", "--progress", "none", "--source", source, "--index", tmp_path / "index"
    ) as process:

        def said() -> dict[str, Any]:
            assert process.stdout
            found: dict[str, Any] = json.loads(process.stdout.readline())
            return found

        assert said()["contents"]["articles"] == 2
        files(source, ("c.txt", GOOD), ("corrections.toml", "no sense"))
        assert process.stderr
        assert "not done: " in process.stderr.readline()
        (source / "corrections.toml").unlink()
        (source / "a.txt").unlink()
        counts = said()["files"]
        assert (counts["new"] + counts["moved"], counts["unchanged"]) == (1, 1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
        time, said_last = process.stderr.read().split(" ", 1)
        assert time.count(":") == 2
        assert said_last == f"Stopped by SIGTERM: {tmp_path / 'index'} is no longer followed.\n"
