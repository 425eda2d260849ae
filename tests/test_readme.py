"""The README's two commands do what it says, in a fresh clone, with nothing but Python and git."""

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from conftest import IN_CI, ROOT

from search.pipeline import files_in

PATIENCE = 300  # seconds: a virtual environment is made and filled
SLOW = IN_CI or bool(os.environ.get("ONRECORD_SLOW"))
SERVE, TEST = "python3 .ci/make.py serve", "python3 .ci/make.py test"


def commands() -> list[str]:
    """The lines of the README's shell blocks."""
    blocks = re.findall(
        r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


@contextmanager
def running(command: str, folder: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command at work in a folder, with an environment of hardly anything; it and all that it started end here."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"} or name.startswith("PIP_")}
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(
            shlex.split(command),
            cwd=folder,
            env=kept | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


def answer(address: str) -> str | None:
    """What stands at an address, None where nobody answers yet."""
    try:
        with urlopen(address, timeout=10) as found:
            return str(found.read(), "utf-8")
    except HTTPError as error:
        raise AssertionError(f"{address}: {error}") from None
    except (URLError, ConnectionError, TimeoutError):
        return None


def first_answer(address: str, process: subprocess.Popen[bytes], output: Path) -> Any:
    """What stands at an address as soon as somebody answers there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if found := answer(address):
            return found
        time.sleep(0.5)
    raise AssertionError(f"nobody answers at {address}:\n{output.read_text(encoding='utf-8')[-3000:]}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


@pytest.mark.parametrize("command", [SERVE, TEST])
def test_the_readme_gives_the_command(command: str) -> None:
    assert command in commands()


def test_ci_runs_the_tests_by_the_command_of_the_readme() -> None:
    assert TEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.skipif(not SLOW, reason="makes a virtual environment, which takes minutes; set ONRECORD_SLOW=1")
def test_one_command_sets_up_indexes_the_sample_and_serves_it(tmp_path: Path) -> None:
    clone = tmp_path / "onrecord"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    (command,) = [line for line in commands() if line == SERVE]
    home = f"http://127.0.0.1:{(port := free_port())}"
    with running(command, clone, ONRECORD_PORT=str(port)) as process:
        health = json.loads(first_answer(f"{home}/healthz", process, clone / "output.txt"))
        page = answer(f"{home}/search?q=bridge")
    assert (health["status"], health["articles"]) == ("ok", len(files_in(clone / "seeds")))
    assert page
    assert "<mark>bridge</mark>" in page
