"""Weights: the bytes of a page of results, by part, with its style sheet and its scripts; images are not counted."""

import re
from collections.abc import Callable, Mapping

BUDGET = 60_000  # bytes of HTML, CSS and JavaScript together, the snippets left out, before anything is compressed
PARTS: Mapping[str, str] = {
    "snippets": r'<p class="snippet.*?</p>',
    "facets": r'<aside class="facets".*?</aside>',
    "timeline": r'<section class="timeline".*?</section>',
    "hits": r'<ol class="hits".*?</ol>',
}
FILES: Mapping[str, str] = {"css": r'<link rel="stylesheet" href="([^"]+)"', "js": r'<script src="([^"]+)"'}


def weights(page: str, read: Callable[[str], bytes]) -> dict[str, int]:
    """Bytes by part, given how a file of the page is read; `rest` is the HTML of no part, `counted` is what BUDGET
    limits."""
    found = {name: _size("".join(re.findall(part, page, re.DOTALL))) for name, part in PARTS.items()}
    found["hits"] -= found["snippets"]
    found["rest"] = _size(page) - sum(found.values())
    for name, file in FILES.items():
        found[name] = sum(len(read(address)) for address in re.findall(file, page))
    return {**found, "counted": sum(found.values()) - found["snippets"]}


def _size(text: str) -> int:
    return len(text.encode())
