"""Landing: the address of an original with the words in it, so that a browser opens it at these words.

The address ends in a text directive, `#:~:text=prefix-,start,end,-suffix`, by the specification of the WICG:
https://wicg.github.io/scroll-to-text-fragment/. A browser takes the first place that fits and wants whole words.
What a word is it decides by Unicode's rules (UAX 29), not by our analyser's; so pieces are cut only where both agree:
at spaces and at marks that join nothing.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from search.model import Span
from search.scripts import MARKS, UNSEEN

SHORT_WORDS, SHORT = 8, 100  # words and characters of a text that is given whole; of a longer one its two ends are
END_WORDS = 5  # of the first words of a longer text, and of the last
NEIGHBOURS = 3  # words before, and after: pages say the same thing twice, in headlines, teasers and pulled quotes
LONGEST = 300  # characters: a piece of one word that is longer would make an address that servers refuse

WORD = re.compile(
    rf"""
      [\w{MARKS}]+
      (?: (?: [{UNSEEN}\u2060] | ['’ʼ.,:·/@&‐‑-] )  [\w{MARKS}]+ )*     # don't   3.5   U.S   AT&T   well-known
    """,
    re.VERBOSE,
)


def landing(url: str, text: str, where: Span | None = None) -> str:
    """The address that leads to a piece of a paragraph's text, or to all of it; "" for what is no address of the web.

    A fragment stays, a directive in it is replaced; where no word is to land on, the address comes back as it is.

    >>> landing("https://courier.example/a#top", "“We will not go, ”he said.", Span(1, 17))
    'https://courier.example/a#top:~:text=We%20will%20not%20go,-%2C%20%E2%80%9Dhe%20said'
    """
    if not _is_of_the_web(url):
        return ""
    words = directive(text, where or Span(0, len(text)))
    page, _, fragment = url.partition("#")
    return f"{page}#{fragment.partition(':~:')[0]}:~:text={words}" if words else url


def directive(text: str, where: Span) -> str:
    """The text directive for a piece of a text: encoded, without `text=`; "" where the piece has no words.

    >>> directive("No, said Lee. Yes, said Eide. No, he said.", Span(30, 32))
    'Yes%2C%20said%20Eide.-,No,-%2C%20he%20said'
    """
    words = [Span(*found.span()) for found in WORD.finditer(text)]
    said = [word for word in words if word.start < where.end and where.start < word.end]
    if not said:
        return ""
    ends = _ends(text, said)
    pieces = [end.of(text) for end in ends]
    if max(map(len, pieces)) > LONGEST:
        return ""
    before, after = _neighbours(text, words, Span(ends[0].start, ends[-1].end))
    return ",".join(filter(None, [before and f"{before}-", *map(_encoded, pieces), after and f"-{after}"]))


def _is_of_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"[\s\x00-\x1f\x7f]", url)


def _ends(text: str, words: Sequence[Span]) -> tuple[Span, ...]:
    """All of these words as one piece where they are short; else the first few and the last few, apart.

    No piece goes beyond its line: a browser finds none across a <br>.
    """
    whole = Span(words[0].start, words[-1].end)
    lines = whole.of(text).split("\n")
    length = whole.end - whole.start
    if len(words) == 1 or (len(lines) == 1 and len(words) <= SHORT_WORDS and length <= SHORT):
        return (whole,)
    half = len(words) // 2
    until, since = whole.start + min(len(lines[0]), SHORT), whole.end - min(len(lines[-1]), SHORT)
    first = [word for word in words[: min(half, END_WORDS)] if word.end <= until] or words[:1]
    last = [word for word in words[half:][-END_WORDS:] if word.start >= since] or words[-1:]
    return (Span(whole.start, first[-1].end), Span(last[0].start, whole.end))


def _neighbours(text: str, words: Sequence[Span], piece: Span) -> tuple[str, str]:
    """The few words before a piece and after it in its line, encoded, with all that stands between them and the piece.

    A browser skips nothing but spaces there. "" where there are none.
    """
    line = Span(text.rfind("\n", 0, piece.start) + 1, _end_of_line(text, piece.end))
    before = [w.start for w in words if line.start <= w.start and w.end <= piece.start][-NEIGHBOURS:]
    after = [w.end for w in words if piece.end <= w.start and w.end <= line.end][:NEIGHBOURS]
    return (
        _encoded(text[_near(before, piece.start) : piece.start]),
        _encoded(text[piece.end : _near(after[::-1], piece.end)]),
    )


def _near(places: Sequence[int], piece: int) -> int:
    """The first of these places that is not too far from a piece; the piece itself where none is."""
    return next((place for place in places if abs(place - piece) <= SHORT), piece)


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _encoded(piece: str) -> str:
    """A piece in one line, every character but letters, digits and `._~` as %XX, for `-`, `,` and `&` mean something.

    >>> _encoded(" AT&T’s  “so-so” 5% ")
    'AT%26T%E2%80%99s%20%E2%80%9Cso%2Dso%E2%80%9D%205%25'
    """
    return quote(" ".join(piece.split()), safe="", errors="replace").replace("-", "%2D")
