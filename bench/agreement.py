"""Agreement: where an engine counts otherwise than the first one does. Scores, and so the order, may differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.engines.protocol import Answer
from bench.queries import Asked
from bench.rounds import Measured

# What is known to differ. A stemmed lexicon has other neighbours than one of words as written.
KNOWN = {("stock", "fuzzy"): "Whoosh looks for neighbours among stems"}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An engine says another number of `what` than the first that answers: the total, the hits, a facet, the months."""

    engine: str
    kind: str
    query: str
    what: str
    first: str
    theirs: str
    known: str = ""


def disagreements(measured: Mapping[str, Measured], asked: Sequence[Asked]) -> list[Disagreement]:
    """Every difference to the first engine that answers, query by query."""
    return [found for number, query in enumerate(asked) for found in _about(query, _answers(measured, number))]


def _answers(measured: Mapping[str, Measured], number: int) -> dict[str, Answer]:
    return {name: some.answers[number] for name, some in measured.items() if number in some.answers}


def _about(asked: Asked, answers: Mapping[str, Answer]) -> Iterator[Disagreement]:
    counted = {name: _counts(answer, asked) for name, answer in answers.items()}
    reference, first = next(iter(counted.items()), ("", {}))
    notes = " ".join(answer.note for answer in answers.values() if answer.note)
    for name, counts in counted.items():
        differing = [what for what in first if what in counts and counts[what] != first[what]]
        for what in differing[:1]:  # whatever follows from it says no more
            known = KNOWN.get((name, asked.kind)) or KNOWN.get((reference, asked.kind), notes)
            yield Disagreement(name, asked.kind, asked.typed, what, str(first[what]), str(counts[what]), known)


def _counts(answer: Answer, asked: Asked) -> dict[str, object]:
    """What must be the same. Ours counts a facet without its own choice, so of filters only totals are compared."""
    counts: dict[str, object] = {"total": answer.total, "hits": len(answer.hits)}
    if asked.kind == "filter":
        return counts
    facets = {f"values of {name}": sorted(facet.values()) for name, facet in answer.facets.items()}
    return {**counts, **facets, **({"months": dict(sorted(answer.months.items()))} if answer.months else {})}
