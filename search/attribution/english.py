"""English: the one language whose articles the rules can read; of any other they say nothing rather than guess."""

import re
from itertools import islice

from search.model import Article
from search.scripts import foreign_letters

NAMES = frozenset({"en", "eng"})
UNTOLD = frozenset({"und", "mul", "mis", "zxx"})  # codes that name no language
LEAST = 200  # letters: of less text a language that was inferred is a guess,
LEAST_WITHOUT = 60  # or where none of the common words is in it,
LEAST_FOREIGN = 10  # or where it is in letters that are not Latin
ENOUGH = 2_000  # words, that tell as well as all would
# Words that every English text is full of, and that no other language has.
COMMON = frozenset("the of and to that with said which would from have they this their were been who".split())
SHARE = 0.08  # of the words of a text: English has a fifth, any other hardly one
WORD = re.compile(r"[^\W\d_]+")

NOTE = "attribution knows English only; this article is in another language ({})"


def foreign_language(article: Article) -> str:
    """The code of the language of an article that is not in English; "" where it is, or where nobody can tell."""
    language = article.language
    code = language.value or ""
    if not code or code in NAMES | UNTOLD:
        return ""
    text = "\n".join(p.text for p in article.paragraphs if p.kind in {"body", "embed", "heading"})
    words = [found[0].lower() for found in islice(WORD.finditer(text), ENOUGH)]
    common = sum(word in COMMON for word in words)
    if language.basis != "stated" and not _is_told(text, common):
        return ""
    return "" if common >= max(3, SHARE * len(words)) else code


def _is_told(text: str, common: int) -> bool:
    """Whether a text is long enough to tell that it is not English, given how many of the common words it has."""
    letters, foreign = sum(map(str.isalpha, text)), foreign_letters(text)
    if foreign > letters / 2:
        return foreign >= LEAST_FOREIGN
    return letters >= (LEAST if common else LEAST_WITHOUT)
