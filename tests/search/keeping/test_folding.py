"""However doubles come and go, each set of them is one article with all its files, and its address holds."""

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import files

from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.overlay import corrections_of
from search.report import Report
from search.sources import found_in

STORY = "The ferry will not sail before spring, the harbour board said, and nobody on the quay believed that it would."
LONGER = f"{STORY} “We have heard that before,” said Ann Lee, who sells tickets."
OTHER = (
    "The mill at Tarn will stay shut for one more winter, its owners said, and the town has begun to count the cost."
)
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "deep/0.txt", "deep/e.txt")
HEADERS = ("", "url: https://courier.example/ferry", "url: https://tarn.example/mill")
OUTLETS = ("", "outlet: Courier", "outlet: Tarn Post")
CORRECTION = '[[correction]]\narticle = "p1"\nparagraph = 1\nspeaker = "Odd Ruun"\n'

contents = st.builds(
    lambda *parts: "\n".join(("title: Of the day", *filter(None, parts[:2]), "", parts[2])),
    st.sampled_from(HEADERS),
    st.sampled_from(OUTLETS),
    st.sampled_from((STORY, STORY, LONGER, OTHER)),
)
folders = st.dictionaries(st.sampled_from(NAMES), contents, min_size=1)


def again(source: Path, engine: MemoryEngine | WhooshEngine, *, full: bool = False) -> Report:
    found, corrections = found_in([source]).files, corrections_of([source])
    return renewed(Job(found, 10_000, corrections=corrections, sources=[source], full=full), engine)


def lying_in(engine: MemoryEngine) -> dict[str, frozenset[str]]:
    """Each article and the files in which it lies."""
    return {id: frozenset((one.source, *one.sources)) for id, one in engine.articles.items()}


def standing(source: Path, engine: MemoryEngine) -> dict[str, tuple[str, ...]]:
    """Each article: the names of its files, first of that which stands for it."""
    return {
        id: tuple(str(Path(path).relative_to(source)) for path in (one.source, *one.sources))
        for id, one in engine.articles.items()
    }


def fill(source: Path, texts: dict[str, str]) -> None:
    for path in [path for path in source.rglob("*.txt") if path.is_file()]:
        path.unlink()
    files(source, *texts.items())


def unchanged(source: Path, engine: MemoryEngine, before: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    """Those articles whose file is what it was, and the file."""
    same = {str(source / name) for name in before.keys() & now.keys() if before[name] == now[name]}
    return {id: one.source for id, one in engine.articles.items() if one.source in same}


@settings(max_examples=60)
@given(st.lists(folders, min_size=2, max_size=5))
def test_after_any_reindex_the_sets_are_those_from_the_ground_and_addresses_hold(history: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, engine = Path(folder), MemoryEngine()
        files(source, *history[0].items())
        again(source, engine)
        for before, now in pairwise(history):
            stood = unchanged(source, engine, before, now)
            fill(source, now)
            again(source, engine)
            anew, found = MemoryEngine(), lying_in(engine)
            again(source, anew)
            assert set(found.values()) == set(lying_in(anew).values())
            assert sorted(path for paths in found.values() for path in paths) == sorted(str(source / n) for n in now)
            rivals = {id: {old for old, path in stood.items() if path in paths} for id, paths in found.items()}
            assert all(not ids or id in ids for id, ids in rivals.items())
            assert again(source, engine).done == "nothing"


def test_a_copy_that_is_read_earlier_leaves_the_article_where_it_is(tmp_path: Path) -> None:
    engine, source = MemoryEngine(), files(tmp_path, ("p1.txt", STORY), ("p2.txt", STORY))
    again(source, engine)
    files(source, ("a0.txt", STORY))
    report = again(source, engine)
    assert standing(source, engine) == {"p1": ("p1.txt", "a0.txt", "p2.txt")}
    assert report.noted == [
        f"{source}/{name}: is the article p1 again, which is kept once, with all its sources"
        for name in ("a0.txt", "p2.txt")
    ]
    files(source, ("p1.txt", LONGER.replace("ferry", "steamer")))
    again(source, engine)
    assert standing(source, engine) == {"p1": ("p1.txt",), "a0": ("a0.txt", "p2.txt")}


def test_a_copy_of_the_same_name_takes_the_id_over_and_the_address_holds(tmp_path: Path) -> None:
    engine, source = MemoryEngine(), files(tmp_path, ("tide/p1.txt", STORY))
    again(source, engine)
    files(source, ("storm/p1.txt", STORY))
    again(source, engine)
    assert standing(source, engine) == {"p1": ("storm/p1.txt", "tide/p1.txt")}


def test_where_its_file_goes_the_first_of_the_others_stands_and_stands_on(tmp_path: Path) -> None:
    engine, source = MemoryEngine(), files(tmp_path, ("p1.txt", STORY), ("p2.txt", STORY), ("p3.txt", STORY))
    again(source, engine)
    (source / "p1.txt").unlink()
    again(source, engine)
    assert standing(source, engine) == {"p2": ("p2.txt", "p3.txt")}
    files(source, ("p1.txt", STORY))
    again(source, engine)
    assert standing(source, engine) == {"p2": ("p2.txt", "p1.txt", "p3.txt")}


def test_from_the_ground_the_first_file_stands(tmp_path: Path) -> None:
    engine, source = MemoryEngine(), files(tmp_path, ("p1.txt", STORY))
    again(source, engine)
    files(source, ("a0.txt", STORY))
    again(source, engine)
    again(source, engine, full=True)
    assert standing(source, engine) == {"a0": ("a0.txt", "p1.txt")}


def test_a_correction_goes_on_to_hold_when_a_copy_comes(tmp_path: Path) -> None:
    engine, source = MemoryEngine(), files(tmp_path, ("p1.txt", LONGER), ("corrections.toml", CORRECTION))
    again(source, engine)
    files(source, ("a0.txt", LONGER))
    assert again(source, engine).refused == []
    assert engine.articles["p1"].paragraphs[0].speakers == ("Odd Ruun",)


def test_other_rules_leave_an_article_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, source = MemoryEngine(), files(tmp_path, ("p1.txt", STORY))
    again(source, engine)
    files(source, ("a0.txt", STORY))
    again(source, engine)
    monkeypatch.setattr("search.keeping.fingerprints.rules", lambda parser: "others")
    again(source, engine)
    assert standing(source, engine) == {"p1": ("p1.txt", "a0.txt")}


def test_the_index_on_disk_remembers_which_file_stood(tmp_path: Path) -> None:
    source, index = files(tmp_path / "news", ("p1.txt", STORY)), tmp_path / "index"
    again(source, WhooshEngine(index))
    files(source, ("a0.txt", STORY))
    again(source, WhooshEngine(index))
    again(source, WhooshEngine(index))
    found = WhooshEngine(index).article("p1")
    assert found
    assert (found.source, found.sources) == (f"{source}/p1.txt", (f"{source}/a0.txt",))
    assert WhooshEngine(index).article("a0") is None
