"""Scoring: how much of what people have marked in articles is found. `score` is the one verb.

The measures are those by which quotation attribution is commonly judged (S. Pareti, PARC 3.0, LREC 2016; E. Newell and
others, PolNeAR, LREC 2018), in the unit of this program, a speaker in a paragraph:

- Precision, recall and F1 are counted over all such pairs of all articles together. Two names are one speaker if they
  share the last name, or the head noun where it is no person; marks by name list all spellings that are right.
- What the marks leave open is counted for nothing: whoever thinks or plans but does not speak; whoever is named here as
  the speaker of words in another paragraph; as many strangers as there are pronouns that the marks do not resolve.
- A direct quotation of at least four words is found by a statement if half the letters that either holds are in both.
  It is found and right if the speaker is right too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from search.model import Article
from search.scoring.figures import Quoted, share
from search.scoring.marks import Gold
from search.scoring.names import full_name
from search.scoring.pairs import ALL, Rows, pairs, summed
from search.scoring.spans import quoted

__all__ = ["ALL", "ArticleScore", "Score", "score"]


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article against its marks: the rows of its pairs, its direct quotations, how many paragraphs are marked."""

    id: str
    rows: Rows
    quoted: Quoted
    paragraphs: int
    by_name: bool = False

    @property
    def missed(self) -> int:
        return self.rows[ALL].expected - self.rows[ALL].found

    @property
    def wrong(self) -> int:
        return self.rows[ALL].wrong


@dataclass(frozen=True, slots=True)
class Score:
    """All articles of a set of gold."""

    articles: tuple[ArticleScore, ...]

    @property
    def rows(self) -> Rows:
        return summed(chain.from_iterable(article.rows.items() for article in self.articles))

    @property
    def quoted(self) -> Quoted:
        return sum((article.quoted for article in self.articles), Quoted())

    @property
    def paragraphs(self) -> int:
        return sum(article.paragraphs for article in self.articles)

    @property
    def figures(self) -> Mapping[str, float]:
        """The figures that may have floors, by their names; marks by name know no quotations."""
        pair, span = self.rows[ALL], self.quoted
        if all(article.by_name for article in self.articles):
            return {"found": pair.recall, "wrong": share(pair.wrong, pair.given)}
        return {
            "P": pair.precision,
            "R": pair.recall,
            "F1": pair.f1,
            "span_P": span.precision,
            "span_R": span.recall,
            "span_F1": span.f1,
            "span_and_speaker_R": span.found_and_right,
        }

    def worst(self, count: int) -> list[ArticleScore]:
        """The articles with the most mistakes, the worst first."""
        faulty = [article for article in self.articles if article.missed + article.wrong]
        return sorted(faulty, key=lambda article: -(article.missed + article.wrong))[:count]


def score(article: Article, gold: Gold) -> ArticleScore:
    """An article with its statements, held against its marks."""
    marked = [(p, gold.marks[p.number]) for p in article.paragraphs if p.number in gold.marks]
    counted = (pair for paragraph, marks in marked for pair in pairs(paragraph, marks, gold))
    spans = sum((quoted(paragraph, marks, gold) for paragraph, marks in marked), Quoted())
    return ArticleScore(article.id, summed(counted), spans, len(marked), gold.compared is full_name)
