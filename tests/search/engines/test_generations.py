"""A build is seen whole or not at all, whatever ends it, and nothing that On Record did not make is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import article, paragraph
from filelock import FileLock

from search.engines.whoosh import WhooshEngine
from search.engines.whoosh import engine as engine_module
from search.errors import ForeignIndex, IndexUnusable, LockedIndex, MissingIndex, StaleIndex
from search.model import Article
from search.query import Query

FERRY = (article("ferry", paragraph("The ferry sails."), raw="The ferry sails."),)
STORM = (article("storm", paragraph("The storm rises.")), article("ferry", paragraph("The ferry stays.")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def built(folder: Path) -> Path:
    WhooshEngine(folder).build(FERRY)
    return folder


def texts(folder: Path) -> list[str]:
    return [hit.paragraph.text for hit in WhooshEngine(folder).search(Query()).hits]


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "generations").iterdir())


def current(folder: Path) -> str:
    return (folder / "current").read_text(encoding="ascii")


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def torn(articles: tuple[Article, ...], error: BaseException) -> Iterator[Article]:
    """Articles that end in an error instead of an end."""
    yield from articles
    raise error


@pytest.mark.parametrize("error", [ValueError("a bad article"), KeyboardInterrupt(), SystemExit()])
def test_an_error_among_the_articles_changes_nothing(built: Path, error: BaseException) -> None:
    before = files(built)
    with pytest.raises(type(error)):
        WhooshEngine(built).build(torn(STORM, error))
    assert files(built) == before
    WhooshEngine(built).build(STORM)
    assert len(texts(built)) == 2


def test_an_error_in_the_first_build_leaves_no_index(folder: Path) -> None:
    with pytest.raises(ValueError, match="a bad article"):
        WhooshEngine(folder).build(torn(STORM, ValueError("a bad article")))
    assert generations(folder) == []
    with pytest.raises(MissingIndex):
        texts(folder)


def test_a_reader_answers_during_a_build_and_sees_the_new_index_after_it(built: Path) -> None:
    reader = WhooshEngine(built)
    seen: list[int] = []

    def watched() -> Iterator[Article]:
        for one in STORM:
            seen.append(reader.search(Query()).total)
            yield one

    WhooshEngine(built).build(watched())
    assert seen == [1, 1]
    assert reader.search(Query()).total == 2
    assert reader.contents().articles == 2
    assert reader.article("storm") == STORM[0]


def test_a_reader_follows_many_rebuilds(folder: Path) -> None:
    writer, reader = WhooshEngine(folder), WhooshEngine(folder)
    for number in range(5):
        writer.build([article("a", paragraph(f"Round {number}."))])
        assert [hit.paragraph.text for hit in reader.search(Query()).hits] == [f"Round {number}."]


def test_the_generation_before_is_kept_and_older_ones_are_removed(folder: Path) -> None:
    names = []
    for _ in range(5):
        WhooshEngine(folder).build(FERRY)
        names.append(current(folder))
        assert generations(folder) == sorted(names[-2:])


def test_what_a_killed_build_left_is_swept_by_the_next(built: Path) -> None:
    left = built / "generations" / "20240531T120000000000Z-abcdef"
    left.mkdir()
    (left / "_MAIN_1.toc").write_bytes(b"half")
    (built / "current.new").write_text("half")
    WhooshEngine(built).build(STORM)
    assert not left.exists()
    assert len(texts(built)) == 2


def test_one_process_builds_at_a_time_and_the_other_is_told(built: Path) -> None:
    with FileLock(built / "lock"), pytest.raises(LockedIndex, match="wait for it, then try again"):
        WhooshEngine(built).build(STORM)
    assert texts(built) == ["The ferry sails."]


def test_a_build_within_a_build_is_told_too(built: Path) -> None:
    def nested() -> Iterator[Article]:
        with pytest.raises(LockedIndex):
            WhooshEngine(built).build(FERRY)
        yield from STORM

    WhooshEngine(built).build(nested())
    assert len(texts(built)) == 2


@pytest.mark.parametrize("name", ["thesis.doc", ".git/HEAD", "generations/grandmother.jpg", "_MAIN_1.toc"])
def test_a_foreign_folder_is_refused_and_untouched(folder: Path, name: str) -> None:
    stranger = folder / name
    stranger.parent.mkdir(parents=True)
    stranger.write_text("precious")
    before = files(folder)
    with pytest.raises(ForeignIndex, match="name an empty folder"):
        WhooshEngine(folder).build(FERRY)
    with pytest.raises(IndexUnusable):
        texts(folder)
    assert files(folder) == before


def test_a_file_in_place_of_the_folder_is_refused_and_untouched(folder: Path) -> None:
    folder.write_text("precious")
    for act in (lambda: texts(folder), lambda: WhooshEngine(folder).build(FERRY)):
        with pytest.raises(ForeignIndex, match="name a folder"):
            act()
    assert folder.read_text() == "precious"


def test_a_missing_index_says_what_to_run(folder: Path) -> None:
    for act in (WhooshEngine(folder).contents, lambda: texts(folder), lambda: WhooshEngine(folder).article("a")):
        with pytest.raises(MissingIndex, match="run: onrecord reindex"):
            act()
    assert not folder.exists()


def test_an_index_of_another_version_says_what_to_run(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "FINGERPRINT", "another")
    with pytest.raises(StaleIndex, match="run: onrecord reindex"):
        texts(built)
    WhooshEngine(built).build(STORM)
    assert len(texts(built)) == 2
