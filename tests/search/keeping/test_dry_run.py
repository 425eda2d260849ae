"""What a dry run says is what the next reindex does, whatever has happened to the files."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine import Engine
from search.engines.memory import MemoryEngine
from search.keeping.job import Job, is_needed, plan_of
from search.keeping.plan import Plan
from search.keeping.renewing import renewed
from search.sources import found_in

NAMES = ("a.txt", "b.md", "tide/a.txt", "tide/c.txt", "storm/d.txt", "storm/deep/e.txt", "lines.jsonl", "quay.png")
FOLDERS = ("tide", "storm", "storm/deep", "port")
TEXTS = ("The tide came in.", "The storm came, said Ann Lee.", "“It is cold,” said Lee.", "")
DAY = 86_400_000_000_000  # nanoseconds

names, texts, folders = st.sampled_from(NAMES), st.sampled_from(TEXTS), st.sampled_from(FOLDERS)
acts = st.one_of(
    st.tuples(st.just("write"), names, texts),
    st.tuples(st.just("write"), names, texts),
    st.tuples(st.just("remove"), names, st.just("")),
    st.tuples(st.just("move"), names, names),
    st.tuples(st.just("touch"), names, st.just("")),
    st.tuples(st.just("move"), folders, folders),
)
histories = st.lists(st.lists(acts, min_size=1, max_size=5), min_size=1, max_size=4)


def write(source: Path, name: str, text: str) -> None:
    (source / name).parent.mkdir(parents=True, exist_ok=True)
    (source / name).write_text(text, encoding="utf-8")


def remove(source: Path, name: str, nothing: str) -> None:
    (source / name).unlink(missing_ok=True)


def touch(source: Path, name: str, nothing: str) -> None:
    for path in (source / name,)[: (source / name).exists()]:
        os.utime(path, ns=(path.stat().st_mtime_ns + DAY, path.stat().st_mtime_ns + DAY))


def move(source: Path, name: str, to: str) -> None:
    """Move a file or a folder, but not into itself, nor where something is."""
    there, place = source / name, source / to
    for path in (there,)[: there.exists() and not place.exists() and not place.is_relative_to(there)]:
        place.parent.mkdir(parents=True, exist_ok=True)
        path.rename(place)


ACTS: dict[str, Callable[[Path, str, str], None]] = {"write": write, "remove": remove, "touch": touch, "move": move}


def job(source: Path) -> Job:
    return Job(found_in([source]).files, 10_000, sources=[source])


def told(plan: Plan) -> list[list[object]]:
    """The names of a plan, as a dry run tells them."""
    return [sorted(names) for names in (plan.new, plan.changed, plan.again, plan.moved, plan.removed)]


def follows(source: Path, engine: Engine) -> None:
    """A dry run, a reindex, and both once more."""
    needed, plan = is_needed(job(source), engine), plan_of(job(source), engine)
    assert told(plan_of(job(source), engine)) == told(plan)
    report = renewed(job(source), engine)
    done = replace(report.files, articles_changed=0, articles_removed=0)
    assert done == plan.files
    assert needed or report.done in {"nothing", "noted"}
    assert plan_of(job(source), engine).files == replace(type(done)(), unchanged=len(plan.kept) + len(plan.to_read))
    assert renewed(job(source), engine).done == "nothing"


@settings(max_examples=60)
@given(histories)
def test_a_reindex_does_what_a_dry_run_has_said(history: list[list[tuple[str, str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, engine = Path(folder), MemoryEngine()
        write(source, "always.txt", "The ferry came in.")
        for acts in history:
            for act, name, more in acts:
                ACTS[act](source, name, more)
            follows(source, engine)
