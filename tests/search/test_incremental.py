"""Whatever happens to the files, an index that follows them is the one that is made of them from the ground."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.corrections import mark
from search.engine import Engine
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.errors import OnRecordError
from search.facets import FACETS
from search.identity.decided import decided_in
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.overlay import corrections_of
from search.query import Query
from search.report import Report
from search.sources import found_in

NAMES = ("a.txt", "b.md", "tide/a.txt", "tide/c.txt", "storm/a.txt", "lines.jsonl")
LEES = ("Viktor Hranyuk", "Viktor Hraniuk", "Hranyuk", "Ann Lee", "A. Lee", "Anne Lee", "Bob Lee", "Lee")
SAYING = "The analyst {} said that the ferry was late."
TEXTS = (*tuple(SAYING.format(name) for name in LEES), "", "The tide came in.", "“It is cold,” said Lee.")
LINE = '{{"id": "{}", "paragraphs": [{{"text": "{}"}}]}}'
DECIDED = (
    "",
    '[[speaker]]\nname = "Viktor Hranyuk"\nnot = ["Viktor Hraniuk"]\n',
    '[[speaker]]\nname = "Ann Lee"\nalso = ["Anne Lee"]\n',
)
CORRECTION = '[[correction]]\narticle = "a"\nparagraph = 1\nspeaker = "{}"\ntext = "{}"\n'
CORRECTED = ("", *(CORRECTION.format(name, mark(TEXTS[0])) for name in LEES[:4]))

ALWAYS = (*TEXTS[:4], "The tide came in.", "The storm came in.", "The ferry came in.", "Nobody came in.")

texts = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3)
writing = st.tuples(st.just("write"), st.sampled_from(NAMES), texts)
removing = st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just(""))
moving = st.tuples(st.just("move"), st.sampled_from(NAMES), st.sampled_from(NAMES))
deciding = st.tuples(st.just("decide"), st.just("speakers.toml"), st.sampled_from(DECIDED))
correcting = st.tuples(st.just("decide"), st.just("corrections.toml"), st.sampled_from(CORRECTED))
changes = st.one_of(writing, writing, writing, removing, moving, deciding, correcting)
histories = st.lists(st.lists(changes, min_size=1, max_size=4), min_size=1, max_size=4)


def content(name: str, paragraphs: Iterable[str]) -> str:
    """The content of a file of this name: a text, or articles of a paragraph each, of which some have one id."""
    lines = (LINE.format(f"n{n % 2}", text) for n, text in enumerate(paragraphs))
    return {".jsonl": "\n".join(lines)}.get(Path(name).suffix, "\n\n".join(paragraphs))


def write(folder: Path, name: str, paragraphs: Iterable[str]) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content(name, paragraphs), encoding="utf-8")


def remove(folder: Path, name: str, nothing: str) -> None:
    (folder / name).unlink(missing_ok=True)


def move(folder: Path, name: str, to: str) -> None:
    for path in (folder / name,)[: (folder / name).exists()]:
        (folder / to).parent.mkdir(parents=True, exist_ok=True)
        path.replace(folder / to)


def decide(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


ACTS: dict[str, Callable[[Path, str, str], None]] = {"write": write, "remove": remove, "move": move, "decide": decide}  # type: ignore[dict-item]


def indexed(source: Path, engine: Engine, **how: bool) -> Report | str:
    """The report; or what is wrong, where there is no article."""
    found = found_in([source])
    job = Job(
        found.files, 10_000, decided=decided_in([source]), corrections=corrections_of([source]), sources=[source], **how
    )
    try:
        return renewed(job, engine)
    except OnRecordError as error:
        return str(error)


def shown(engine: Engine) -> object:
    """All that a reader can see: every paragraph with its article, all facets, the numbers, the coverage."""
    results = engine.search(Query())
    facets = {facet.name: tuple(results.facets[facet.name]) for facet in FACETS}
    pages = [engine.article(id) for id in sorted({hit.article.id for hit in engine.every(Query())})]
    held = engine.contents()
    counted = (held.articles, held.paragraphs, held.statements, held.speakers, held.outlets)
    found = [tuple(engine.every(Query(words))) for words in ("", "ferry late", "Hranyuk", '"Ann Lee"', "tide")]
    return results.total, facets, results.months, pages, counted, found, engine.coverage()


def told(report: Report | str) -> object:
    """What a report says that does not depend on how it was made."""
    return report if isinstance(report, str) else (report.failed, report.passed_over, report.noted, report.refused)


@contextmanager
def engine_of(kind: str) -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        yield {"memory": MemoryEngine, "whoosh": lambda: WhooshEngine(Path(folder) / "index")}[kind]()


@pytest.mark.parametrize(("kind", "examples"), [("memory", 40), ("whoosh", 8)])
def test_any_history_of_changes_ends_in_what_a_full_reindex_makes(kind: str, examples: int) -> None:
    @hypothesis_settings(max_examples=examples)
    @given(histories)
    def follows(history: list[list[tuple[str, str, str]]]) -> None:
        with tempfile.TemporaryDirectory() as folder, engine_of(kind) as followed, engine_of(kind) as anew:
            source = Path(folder) / "news"
            for number, text in enumerate(ALWAYS):
                write(source, f"always/{number}.txt", [text])
            indexed(source, followed)
            for changes in history:
                for act, name, value in changes:
                    ACTS[act](source, name, value)
                last = indexed(source, followed)
                assert told(last) == told(indexed(source, anew, full=True))
                assert shown(followed) == shown(anew)

    follows()
