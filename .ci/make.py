"""Everything from a fresh clone: `python3 .ci/make.py serve` shows the page, `... test` passes the tests.

Both make `.venv` first, from a lock file, and only when that lock file has changed since the last time.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)
ENGINES = "tests/search/engines"
NOT_OF_ENGINES = ("against_stock", "hostile_queries", "threads")  # the first compares with Whoosh's answers of today
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
    ("python", "-m", "pytest"),
)


def main(words: list[str]) -> int:
    if words[:1] == ["serve"]:
        return serve(words[1:])
    if words[:1] == ["test"]:
        return test(words[1:])
    print(__doc__)
    return 2


def serve(options: list[str]) -> int:
    """Set up, index the sample corpus unless there is an index, serve it on http://127.0.0.1:8000 until Ctrl-C."""
    set_up("requirements.lock")
    index = ROOT / os.environ.get("ONRECORD_INDEX", "index")
    if not (index / "current").exists() and (failed := run("onrecord", "reindex", "--quiet")):
        return failed
    if os.name == "posix":
        os.chdir(ROOT)
        os.execv(BIN / "onrecord", ["onrecord", "serve", *options])  # so that a signal to this process ends the server
    return run("onrecord", "serve", *options)


def test(options: list[str]) -> int:
    """Set up, then run every check in turn; stop at the first that fails."""
    set_up("requirements-dev.lock")
    for check in CHECKS:
        extra = options if check[-1] == "pytest" else []
        if failed := run(*check, *extra):
            return failed
    ignored = [f"--ignore={ENGINES}/test_{name}.py" for name in NOT_OF_ENGINES]
    return run("python", "-m", "pytest", ENGINES, *ignored, with_path=first_whoosh())


def first_whoosh() -> Path:
    """A folder with the first Whoosh, which the engine's tests pass on, too: it has the same files."""
    folder = VENV / "whoosh-2.7.4"
    if not folder.is_dir():
        pip = [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        lock = ROOT / "requirements-whoosh.lock"
        subprocess.run([*pip, "--require-hashes", "--target", folder, "-r", lock], check=True)
    return folder


def set_up(lock: str) -> None:
    """Make `.venv` hold what the lock file pins, and On Record itself, ready to edit."""
    python = newest_enough_python()
    stamp = VENV / f"{lock}.sha256"
    wanted = hashlib.sha256(b"".join((ROOT / f).read_bytes() for f in (lock, "pyproject.toml"))).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"Setting up {VENV} from {lock} (once; a minute or so)", flush=True)
    if subprocess.run([python, "-m", "venv", VENV]).returncode:
        sys.exit("Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv")
    pip = [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / lock], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)
    stamp.write_text(wanted)


def newest_enough_python() -> str:
    """This Python, or another on the PATH, that On Record runs on."""
    if sys.version_info >= OLDEST:
        return sys.executable
    for minor in range(20, OLDEST[1] - 1, -1):
        if found := shutil.which(f"python3.{minor}"):
            return found
    sys.exit("On Record needs Python 3.11 or newer; this one is {}.{}".format(*sys.version_info[:2]))


def run(command: str, *arguments: str, with_path: Path | None = None) -> int:
    """The exit code of a command of `.venv`, run in the project's folder; packages in `with_path` go first."""
    environment = os.environ | ({"PYTHONPATH": str(with_path)} if with_path else {})
    try:
        return subprocess.run([BIN / command, *arguments], cwd=ROOT, env=environment).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
