"""The generation before can answer again, and the later one after that."""

from pathlib import Path

import pytest
from examples import article, paragraph

from search.engine import Engine
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.engines.whoosh import engine as engine_module
from search.errors import BrokenIndex, MissingIndex, StaleIndex
from search.query import Query


@pytest.fixture(params=["memory", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return {"memory": MemoryEngine, "whoosh": lambda: WhooshEngine(tmp_path / "index")}[request.param]()


def build(engine: Engine, *texts: str) -> None:
    for text in texts:
        engine.build([article("a", paragraph(text))], papers=lambda contents, text=text: {"note": text.encode()})


def answer(engine: Engine) -> tuple[str, str]:
    """What the index holds, and the paper that is kept with it."""
    (hit,) = engine.search(Query()).hits
    return hit.paragraph.text, engine.paper("note").decode()


def test_a_rollback_returns_to_what_was_before_and_a_second_one_to_what_was_later(engine: Engine) -> None:
    build(engine, "One.", "Two.", "Three.")
    assert answer(engine) == ("Three.", "Three.")
    assert engine.rollback() == engine.contents()
    assert answer(engine) == ("Two.", "Two.")
    engine.rollback()
    assert answer(engine) == ("Three.", "Three.")


def test_a_build_after_a_rollback_follows_what_answered_last(engine: Engine) -> None:
    build(engine, "One.", "Two.")
    engine.rollback()
    build(engine, "Three.")
    engine.rollback()
    assert answer(engine) == ("One.", "One.")


def test_other_papers_are_kept_without_a_loss_of_the_generation_to_go_back_to(engine: Engine) -> None:
    build(engine, "One.", "Two.")
    for n in range(3):
        engine.keep(lambda contents, n=n: {"note": f"{n}, {contents.articles}".encode()})  # type: ignore[misc]
    assert answer(engine) == ("Two.", "2, 1")
    engine.rollback()
    assert answer(engine) == ("One.", "One.")


def test_where_nothing_is_kept_a_rollback_says_so(engine: Engine) -> None:
    build(engine, "One.")
    assert engine.edition().before == ""
    with pytest.raises(MissingIndex, match="to go back to; run: onrecord reindex"):
        engine.rollback()
    assert answer(engine) == ("One.", "One.")


def test_a_generation_that_cannot_answer_is_not_returned_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = WhooshEngine(tmp_path / "index")
    build(engine, "One.")
    monkeypatch.setattr(engine_module, "FINGERPRINT", "another")
    build(engine, "Two.")
    with pytest.raises(StaleIndex):
        engine.rollback()
    assert answer(engine) == ("Two.", "Two.")


def test_a_damaged_generation_is_not_returned_to(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    build(engine, "One.", "Two.")
    columns = tmp_path / "index" / "generations" / engine.edition().before / "columns"
    columns.write_bytes(columns.read_bytes()[:-1])
    with pytest.raises(BrokenIndex):
        engine.rollback()
    assert answer(engine) == ("Two.", "Two.")
