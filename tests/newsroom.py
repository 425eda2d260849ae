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


PAGES = {
    "home": "/",
    "everything": "/search",
    "results": "/search?q=ferry&speaker=Ann+Lee&not-outlet=Island+Wire&from=2020-01-01&to=2025-01-01&sort=oldest",
    "opened": "/search?q=harbour&open=ferry~2&keep=ferry~2",
    "articles": "/search?q=ferry&view=articles",
    "speakers": "/search?q=ferry&view=speakers",
    "nothing": "/search?q=zeppelin&speaker=Ann+Lee",
    "past the last": "/search?part=body&date=2024&page=2",
    "article": "/article/ferry",
    "article of a result": "/article/ferry?q=harbour&hit=1",
    "bare article": "/article/scrap",
    "facet": "/facet/speaker?q=ferry&find=a",
    "facet without values": "/facet/venue?find=nowhere",
    "speaker": "/speaker/Ann%20Lee",
    "speaker asked": "/speaker/Ann%20Lee?q=harbour",
    "outlet": "/outlet/Island%20Wire",
    "kept": "/kept?keep=ferry~2&keep=harbour~1&keep=gone~1",
    "nothing kept": "/kept",
    "status": "/status",
    "help": "/help",
}
FAILURES = {
    "no article": "/article/nowhere",
    "no speaker": "/speaker/Nobody%20Known",
    "no outlet": "/outlet/nowhere",
    "no facet": "/facet/nowhere",
    "unreadable": "/search?q=(",
    "no such page": "/search?page=0",
    "nowhere": "/nowhere",
}


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
