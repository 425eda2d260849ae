"""Builds an index again and again until it is killed: `python builds_without_end.py FOLDER FIRST_ROUND`.

Round N holds ARTICLES articles that all say N; its number is printed when the build has returned.
"""

import sys
from itertools import count
from pathlib import Path

from examples import article, paragraph

from search.engines.whoosh import WhooshEngine
from search.model import Article

ARTICLES = 40


def round_of(number: int) -> list[Article]:
    """The articles of a round."""
    return [article(f"a{n}", paragraph(f"Round {number}."), paragraph("The ferry sails.")) for n in range(ARTICLES)]


if __name__ == "__main__":
    engine = WhooshEngine(Path(sys.argv[1]))
    for number in count(int(sys.argv[2])):
        engine.build(round_of(number))
        print(number, flush=True)
