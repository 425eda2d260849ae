"""The status page says what the last reindex said, of many files once, and never where on the machine they lie."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from newsroom import GOOD, files
from pages import visit

from search.engines.whoosh import WhooshEngine
from search.keeping.job import Job
from search.keeping.renewing import renewed
from search.report import Report
from search.sources import found_in
from web import create_app
from web.told import SHOWN, told

FRENCH = "Le maire a dit que le pont serait fermé pendant des mois, et que personne ne savait pourquoi. " * 5
LOST = 250


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    texts = [(f"f{n}.txt", f"{FRENCH} {n}") for n in range(5)] + [(f"empty/{n}.txt", "") for n in range(LOST)]
    source = files(tmp_path / "news", ("a.txt", GOOD), ("letter.dwg", "x"), *texts)
    engine = WhooshEngine(tmp_path / "index")
    renewed(Job(found_in([source]).files, 1_000_000, sources=[source]), engine)
    return create_app(engine=engine).test_client()


def test_no_folder_of_the_machine_is_named(client: FlaskClient, tmp_path: Path) -> None:
    for address in ("/status", "/status.json"):
        answer = client.get(address).get_data(as_text=True)
        assert "letter.dwg: not read" in answer
        assert str(tmp_path) not in answer


def test_what_is_said_of_many_articles_is_said_once(client: FlaskClient) -> None:
    page = visit(client, "/status")
    assert [tag.words for tag in page.named("summary")] == [
        f"Could not be read: {LOST}",
        "Corrections that were not applied: 0",
        "Noted: 5",
        "Passed over: 1",
    ]
    note = "attribution knows English only; this article is in another language (fr) – 5 times"
    assert f"{note}: f0.txt, f1.txt, f2.txt …" in [tag.words for tag in page.named("li")]


def test_of_very_many_failures_the_first_are_shown_and_all_are_counted(client: FlaskClient) -> None:
    page = visit(client, "/status")
    assert f"and {LOST - SHOWN} more" in [tag.words for tag in page.named("p")]
    report = client.get("/status.json").json["report"]  # type: ignore[index]
    assert (len(report["failed"]), report["counts"]["failed"]) == (SHOWN, LOST)


def test_a_source_that_is_a_file_and_one_within_another_are_left_out_too() -> None:
    report = Report(
        failed=["/home/ann/news/old/b.txt: is empty", "/home/ann/a.txt: is empty", "see goodnews/c.txt"],
        sources=["/home/ann/news", "/home/ann/news/old", "/home/ann/a.txt"],
        given=["news", "news/old", "a.txt"],
    )
    assert told(report)[0].lines == ("old/b.txt: is empty", "a.txt: is empty", "see goodnews/c.txt")


@pytest.fixture
def doubled(tmp_path: Path) -> FlaskClient:
    """The app over an index of one article that lies in each of two sources."""
    text = f"---\ntitle: Quay\n---\n{GOOD}\n{' '.join(f'The tide rose by {n} feet.' for n in range(20))}"
    sources = [files(tmp_path / name, ("quay.md", text)) for name in ("news", "wire")]
    engine = WhooshEngine(tmp_path / "index")
    renewed(Job(found_in(sources).files, 1_000_000, sources=sources), engine)
    return create_app(engine=engine).test_client()


@pytest.mark.parametrize("address", ["/article/quay", "/article/quay.json"])
def test_an_article_names_its_files_by_their_sources_and_no_folder_of_the_machine(
    doubled: FlaskClient, tmp_path: Path, address: str
) -> None:
    answer = doubled.get(address).get_data(as_text=True)
    assert str(tmp_path) not in answer
    assert "the same article lies in wire/quay.md" in answer.replace("The same", "the same")


def test_of_several_sources_the_name_is_told_and_of_one_it_is_not(tmp_path: Path, doubled: FlaskClient) -> None:
    assert doubled.get("/article/quay.json").json["source"] == "news/quay.md"  # type: ignore[index]
    alone = WhooshEngine(tmp_path / "alone")
    renewed(Job(found_in([tmp_path / "news"]).files, 1_000_000, sources=[tmp_path / "news"]), alone)
    answer = create_app(engine=alone).test_client().get("/article/quay.json")
    assert answer.json["source"] == "quay.md"  # type: ignore[index]
