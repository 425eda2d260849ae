"""An invented island press: articles for the pages, files for the pipeline, and the app over an index of them."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from examples import article, paragraph, says
from flask.testing import FlaskClient

from search.engines.whoosh import WhooshEngine
from search.model import Article
from search.settings import Settings
from web import create_app

FERRY = article(
    "ferry",
    paragraph("The last ferry"),
    paragraph("“The ferry stays in the harbour,” said Ann Lee.", says("Ann Lee")),
    paragraph("Odd Ruun said that the ferry was old.", says("Odd Ruun")),
    outlet="The Tarn Post",
    published=date(2024, 5, 31),
    title="The last ferry",
    raw="The last ferry & <its> captain",
)
HARBOUR = article(
    "harbour",
    paragraph("The harbour & the ferry, Ann Lee and Odd Ruun said.", says("Ann Lee"), says("Odd Ruun")),
    paragraph("A spokesman said nothing of the ferry.", says(None)),
    outlet="Island Wire",
    published=date(2023, 2, 1),
    title="Harbour talk",
)
SCRAP = article("scrap", paragraph("A ferry timetable, found in a drawer."))
PRESS = (FERRY, HARBOUR, SCRAP)
GOOD = "The harbour opens in May.\n\n“The ferry sails again,” said harbour master Ann Lee.\n"


def files(folder: Path, *named: tuple[str, str]) -> Path:
    """A folder with these files."""
    for name, text in named:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def long_article(length: int) -> Article:
    """An article of so many paragraphs, each of which says which one it is."""
    return article("long", *(paragraph(f"The tide came in for the {n}. time.") for n in range(1, length + 1)))


def client_over(index: Path, articles: Iterable[Article] = ()) -> FlaskClient:
    """A browser without a window, before the app of an index of these articles."""
    WhooshEngine(index).build(articles or PRESS)
    return create_app(Settings(index=index)).test_client()


def manifest_of(index: Path) -> Path:
    """The file that describes the index's current generation."""
    return index / "generations" / (index / "current").read_text(encoding="ascii") / "manifest.json"


def grow_stale(index: Path) -> None:
    """Make an index look as if another version had built it."""
    manifest: dict[str, Any] = json.loads(manifest_of(index).read_text(encoding="utf-8"))
    manifest_of(index).write_text(json.dumps(manifest | {"fingerprint": "0" * 16}), encoding="utf-8")
