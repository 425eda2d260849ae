"""A real browser before a real server over the sample corpus; skipped, with the reason, where there is no Chromium."""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
import waitress
from archive import ARABIC, HEBREW
from browsing import Desk
from conftest import ROOT
from newsroom import files
from playwright.sync_api import Browser, sync_playwright

from search.engines.whoosh import WhooshEngine
from search.pipeline import files_in, reindex
from search.settings import Settings
from web import create_app

NAMES = ("chromium", "chromium-browser", "google-chrome")
WRITTEN_FROM_THE_RIGHT = [
    (f"{code}.md", f"---\ntitle: {title}\noutlet: {outlet}\ndate: 2025-11-20\nlanguage: {code}\n---\n\n{text}\n")
    for code, title, outlet, text in (
        ("ar", "الجسر مغلق", "صحيفة الجزيرة", ARABIC),
        ("he", "הגשר", "עיתון האי", HEBREW),
    )
]
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), "")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page of the sample corpus is served, with an article each in Arabic and Hebrew."""
    folder = tmp_path_factory.mktemp("seeds")
    settings = Settings(index=folder / "index")
    more = files(folder / "more", *WRITTEN_FROM_THE_RIGHT)
    reindex((*files_in(ROOT / "seeds"), *files_in(more)), WhooshEngine(settings.index), largest=settings.largest_file)
    server = waitress.create_server(create_app(settings), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium is installed; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture
def desk(browser: Browser, served: str) -> Iterator[Callable[..., Desk]]:
    """Opens a window of the browser; what it asked for and complained of is looked at when the test is over."""
    desks: list[Desk] = []

    def opened(width: int = 1280, **options: Any) -> Desk:
        context = browser.new_context(
            base_url=served, viewport={"width": width, "height": 800}, reduced_motion="reduce", **options
        )
        desks.append(Desk(context.new_page()))
        return desks[-1]

    yield opened
    for desk in desks:
        desk.page.context.close()
        assert [asked for asked in desk.asked if not asked.startswith(served)] == []
        assert desk.complaints == []


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def reader(desk: Callable[..., Desk], request: pytest.FixtureRequest) -> Callable[..., Desk]:
    """Opens a window as `desk` does, once with scripts and once without."""
    return partial(desk, java_script_enabled=request.param)
