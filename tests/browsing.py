"""A window of a real browser, and what the tests look at in it."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Request

# Each visible piece of text with its colour and the colour behind it, as [text, "rgb(…)", "rgb(…)"].
COLOURS = """() => {
  const pieces = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    if (!text || !box.width || !walker.currentNode.parentElement.checkVisibility()) continue;
    let behind = walker.currentNode.parentElement;
    while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    const colour = getComputedStyle(walker.currentNode.parentElement).color;
    pieces.push([text, colour, behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)"]);
  }
  return pieces;
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PATIENCE = 150  # presses of Tab: no page has more before what is looked for


@dataclass(slots=True)
class Desk:
    """A window: its page, the addresses that it asked for, and what it complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._asks(request))  # slots: no method can be handed over
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self._heard(message.type, message.text))

    def _asks(self, request: Request) -> None:
        self.asked.append(request.url)
        self.documents += [request.url] * (request.resource_type == "document")

    def _heard(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)

    def open(self, address: str) -> Page:
        self.page.goto(address)
        return self.page

    def tab_to(self, selector: str) -> None:
        """Press Tab until what the selector names has the focus."""
        for _ in range(PATIENCE):
            self.page.keyboard.press("Tab")
            if self.page.locator(f"{selector}:focus").count():
                return
        raise AssertionError(f"{selector} cannot be reached by the keyboard")

    def focused(self) -> str:
        """The words of what has the focus."""
        found: str = self.page.evaluate("() => (document.activeElement.innerText || '').trim()")
        return found

    def paths(self) -> list[str]:
        return [asked.split("/", 3)[3] for asked in self.asked]


def luminance(colour: str) -> float:
    """The relative luminance of "rgb(r, g, b)", after WCAG 2.2."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, after WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(page: Page, least: float) -> list[Any]:
    """The pieces of text on a page whose contrast is less than this."""
    return [piece for piece in page.evaluate(COLOURS) if contrast(piece[1], piece[2]) < least]


def total(page: Page) -> int:
    """How many paragraphs a page says it found."""
    return int(page.locator("#total b").inner_text().split()[0].replace(",", ""))


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true on a page, whose policy lets no string be run in it."""
    for _ in range(PATIENCE):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(30)
    raise AssertionError(f"never true: {expression}, at {page.evaluate('[scrollY, history.state, location.href]')}")
