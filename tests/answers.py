"""What an engine answers, to be compared: all that is in its results, and the scores, which no page shows."""

from search.deadline import NO_DEADLINE
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.engines.whoosh.searching.execution import Execution
from search.engines.whoosh.searching.expanding import bounded
from search.engines.whoosh.searching.opened import Opened, opened
from search.expansion import expanded, fitting
from search.language import parse
from search.matching import matches
from search.results import Results

CLOSE = 1e-6  # scores that differ by less are the same

Scores = dict[tuple[str, int], float]  # by article and paragraph


def answer(results: Results) -> dict[str, object]:
    """All that is in results, every value of the facets and the first ones asked for by themselves."""
    facets = {name: tuple(values) for name, values in results.facets.items()}
    first = {name: values[:5] for name, values in results.facets.items()}
    found = [(hit.article.id, hit.paragraph.number) for hit in results.hits]
    time = {"months": results.months, "days": results.days}
    rest = {**time, "articles": results.articles, "notes": results.notes, "query": results.query}
    return {
        "total": results.total,
        "found": found,
        "hits": tuple(results.hits),
        "facets": facets,
        "first": first,
        **rest,
    }


def reopened(engine: WhooshEngine) -> Opened:
    """What an engine answers from."""
    return opened(engine.generations.current(), engine.contents())


def whoosh_scores(generation: Opened, words: str) -> Scores:
    """All that the words find, whatever is chosen."""
    execution, columns = Execution(generation.view, generation.columns, NO_DEADLINE), generation.columns
    tree, _ = bounded(parse(words), execution.leaves)
    found = execution.found(tree)
    articles, numbers = columns.articles.words(columns.article[found.ids]), columns.number[found.ids].tolist()
    scores = dict(zip(zip(articles, numbers, strict=True), found.scores.tolist(), strict=True))
    assert len(scores) == len(found.ids), "a document was found twice"
    return scores


def memory_scores(memory: MemoryEngine, words: str) -> Scores:
    """The same, in plain Python."""
    held = memory.held
    tree, _ = expanded(parse(words), lambda wanted: fitting(wanted, held.vocabulary))
    found = [number for number, texts in enumerate(held.texts) if matches(tree, texts, held.known[number])]
    paragraphs = [held.paragraphs[number] for number in found]
    return {(a.id, p.number): held.weighing.worth(tree, n) for n, (a, p) in zip(found, paragraphs, strict=True)}


def assert_same_scores(ours: Scores, meant: Scores, words: str) -> None:
    """The same found, and each with the same score."""
    assert (words, ours.keys()) == (words, meant.keys())
    apart = {place: (ours[place], score) for place, score in meant.items() if not abs(ours[place] - score) < CLOSE}
    assert (words, apart) == (words, {})
