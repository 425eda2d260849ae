"""Sites: which outlet a page is from, by its own word, weighed against its title and its address."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from search.model import Fact
from search.reading.html.addresses import address_of, host_of
from search.reading.html.linked import is_article, kinds_of
from search.reading.html.naming import DOMAIN, PARTED, as_name, best_form, is_domain, key_of, names_in
from search.reading.html.page import Page
from search.reading.normalising import line_of

SITE, PUBLISHER, MENTION = 3, 2, 1  # what a name counts for; a publisher may be the agency or the owner
SAME, PART, ABROAD = 3, 2, -3  # where it is the host's name, has it as a part; where it is only a host
ORGANISATION = re.compile(r"(?i)(?:News)?(?:Media)?Organi[sz]ation|WebSite|Newspaper")
JOINED = re.compile(r"(?<=[\u2e80-\uffef])(?:_|-+)(?=\S)|_(?=[\u2e80-\uffef])")  # as titles are in Chinese
FEW = 3  # words: what has more, and no name behind it, is the headline
SHORTEST = 3  # letters, to be looked for in longer names


@dataclass(frozen=True, slots=True)
class Clue:
    """A name that a page may be from: how much it counts, where it stands, and whether that is a statement."""

    weight: int
    where: str
    name: str
    stated: bool


def outlet_of(page: Page) -> Fact[str]:
    """The outlet, by the name that most speaks for; else by the host of the address; else unknown."""
    host = host_of(address_of(page)) or host_of(page.given)
    groups: dict[str, list[Clue]] = defaultdict(list)
    for clue in _clues(page):
        groups[key_of(clue.name)].append(clue)
    scores = {key: _score(clues, key, host) for key, clues in groups.items()}
    best = max(scores, key=scores.__getitem__, default="")
    if not best or scores[best] < MENTION:
        return _by_address(page, host)
    clues = groups[best]
    told = next((clue for clue in clues if clue.stated), clues[0])
    name = best_form([clue.name for clue in clues])
    return Fact(name, "stated" if told.stated else "inferred", f"{told.where}: {told.name}")


def _by_address(page: Page, host: str) -> Fact[str]:
    """A handle that has a part of the host's name, or else the host."""
    for handle in (name.replace("_", " ") for text in page.stated("handle") for name in names_in(text)):
        if not is_domain(handle) and any(
            len(label) >= SHORTEST and label in key_of(handle) for label in host.split(".")
        ):
            return Fact(as_name(handle), "inferred", f"twitter:site: {handle}")
    return Fact(as_name(host), "inferred", host) if host else Fact()


def _score(clues: list[Clue], key: str, host: str) -> int:
    found = DOMAIN.fullmatch(host)
    labels = [label.replace("-", "") for label in found["core"].split(".")] if found else []
    initials = {"".join(word[0] for word in clue.name.split() if word[0].isalnum()).casefold() for clue in clues}
    same = bool(labels) and (key in {labels[-1], "".join(labels)} or labels[-1] in initials)
    part = any(len(label) >= SHORTEST and (label in key or (len(key) > SHORTEST and key in label)) for label in labels)
    only_host = all(is_domain(clue.name) for clue in clues)
    by_host = SAME if same else PART if part else 0
    return sum({clue.where: clue.weight for clue in clues}.values()) + by_host + (ABROAD if only_host else 0)


def _clues(page: Page) -> Iterator[Clue]:
    """The names of a page; of a statement with several parts each counts."""
    for weight, where, text in _statements(page):
        yield from (Clue(weight, where, name, True) for name in names_in(text))
    segments = _segments(page)
    hosts = [name for name in segments if is_domain(name)]  # beside one, the last part is a section's name
    last = (hosts or segments)[-1] if segments else ""
    yield from (Clue(MENTION if name == last else 0, "title", name, False) for name in segments if name)


def _segments(page: Page) -> tuple[str, ...]:
    """The parts of a page's title that may be names, if it has several parts; the last is "" for a headline."""
    title = page.tree.find(".//title")
    text = JOINED.sub(" | ", line_of("".join(title.itertext())[:500])) if title is not None else ""
    parts, names = PARTED.split(text), names_in(text)
    is_headline = not names_in(parts[-1]) and any(len(name.split()) > FEW for name in names[-1:])
    return (*names, *([""] if is_headline else [])) if len(parts) > 1 else ()


def _statements(page: Page) -> Iterator[tuple[int, str, str]]:
    for n, text in enumerate(islice(page.stated("site"), 5)):
        yield (SITE if n == 0 else MENTION), ("og:site_name" if n == 0 else "application-name"), text
    publishers = (node["publisher"] for node in page.nodes if is_article(node) and node.get("publisher"))
    yield from ((PUBLISHER, "publisher", name) for name in _named(next(publishers, None)))
    for node in page.nodes:
        if any(ORGANISATION.fullmatch(kind) for kind in kinds_of(node)):
            yield from ((MENTION, "organization", name) for name in _named(node))


def _named(value: object) -> Iterator[str]:
    """The name of an organisation, however JSON-LD gives it."""
    first = value[0] if isinstance(value, list) and value else value
    name = first.get("name") if isinstance(first, dict) else first
    if isinstance(name, str):
        yield name[:200]
