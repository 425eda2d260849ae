"""Painting: what a browser does with a page: what it asks for, how soon it paints, and whether anything moves then."""

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import waitress
from flask import Flask
from playwright.sync_api import Page, sync_playwright

from bench.figures import Figure, figure

NAMES = ("chromium", "chromium-browser", "google-chrome")
SETTLED = 300  # milliseconds after everything has been loaded; what moves later was moved by somebody
WATCH = """
window.moved = 0;
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.moved += shift.value; })
  .observe({ type: "layout-shift", buffered: true });
"""
READ = """() => ({
  moved: window.moved,
  painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  ready: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
})"""


@dataclass(frozen=True, slots=True)
class Painted:
    """The requests of one page and their hosts; the greatest layout shift (CLS); milliseconds from the request to the
    first contentful paint, and to DOMContentLoaded."""

    requests: int
    hosts: Sequence[str]
    shift: float
    painted: Figure
    ready: Figure


def painted(app: Flask, address: str, repeat: int) -> Painted | None:
    """A page opened so often in new windows that have kept nothing; None where there is no Chromium."""
    chromium = next((found for name in NAMES if (found := shutil.which(name))), "")
    if not chromium:
        return None
    with _served(app) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        seen = []
        for _ in range(repeat):
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            seen.append(_opened(page, host + address))
            page.context.close()
        browser.close()
    asked = seen[0][0]
    return Painted(
        requests=len(asked),
        hosts=sorted({urlsplit(one).netloc.partition(":")[0] for one in asked}),
        shift=max(read["moved"] for _, read in seen),
        painted=figure([read["painted"] for _, read in seen]),
        ready=figure([read["ready"] for _, read in seen]),
    )


def _opened(page: Page, address: str) -> tuple[list[str], dict[str, float]]:
    """What a page asks for, and what it says of itself."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED)
    read: dict[str, float] = page.evaluate(READ)
    return asked, read


@contextmanager
def _served(app: Flask) -> Iterator[str]:
    server = waitress.create_server(app, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
