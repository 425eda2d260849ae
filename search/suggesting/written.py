"""Written: how words that are known as they are folded stand in texts, with their accents and apostrophes."""

from collections import Counter
from collections.abc import Iterable

from search.results import Hit
from search.text import POSSESSIVE, WORD, folded


def as_written(words: str, hits: Iterable[Hit]) -> str:
    """Folded words as they mostly stand in these paragraphs, in small letters; as they are where they stand in none."""
    forms = {word: Counter([word]) for word in words.split()}
    for found in (word for hit in hits for text in _texts(hit) for word in WORD.findall(text)):
        if (word := folded(found)) in forms:
            forms[word][POSSESSIVE.sub("", found).lower()] += 2  # so that one that stands there wins
    return " ".join(forms[word].most_common(1)[0][0] for word in words.split())


def _texts(hit: Hit) -> tuple[str, ...]:
    return (hit.paragraph.text, hit.article.title.value or "", *hit.paragraph.speakers)
