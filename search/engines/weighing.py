"""Weighing: what a query is worth to each paragraph, summed word by word in plain Python; what others are held to."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from search.matching import Known, matches
from search.parts import words_of
from search.ranking import EXACT, SPOKEN, WEIGHTS, as_written, burden, rarity, saturated, whole
from search.standing import places
from search.tree import And, Expanded, Fuzzy, In, Leaf, Most, Near, Or, Prefix, Terms, Tree, enough

FIELD_OF = {"said": "text"}  # whose words are weighed in which field, where it has not its own name


class Weighing:
    """Weighs paragraphs against each other; `spoken` says in which of them somebody speaks."""

    def __init__(self, known: Sequence[Known], spoken: Sequence[bool]) -> None:
        self.known, self.spoken = known, spoken
        self.paragraphs = [each.texts for each in known]
        self._known: dict[tuple[str, Leaf], Mapping[int, float]] = {}

    def worth(self, tree: Tree, number: int) -> float:
        """What a tree that holds for the paragraph of this number is worth to it."""
        match tree:
            case And(parts) | Or(parts):
                return sum(self.worth(part, number) for part in parts if self._holds(part, number))
            case Most(parts):
                holding = [part for part in parts if self._holds(part, number)]
                more = whole(len(parts)) if enough(len(parts)) < len(holding) == len(parts) else 0.0
                return sum(self.worth(part, number) for part in holding) + more
            case In(field, part):
                return sum(self._word(FIELD_OF.get(field, field), word, number) for word in words_of(part))
            case Near():
                return self._together(tree, number)
            case Terms(terms) if len(terms) > 1:
                return self._together(tree, number)
            case Terms() | Prefix() | Fuzzy() | Expanded():
                return sum(self._word(field, tree, number) for field in WEIGHTS)
            case _:
                return 0.0

    def _holds(self, tree: Tree, number: int) -> bool:
        return matches(tree, self.known[number].everywhere, self.known[number])

    def _together(self, leaf: Leaf, number: int) -> float:
        """What words are worth that stand as the leaf asks, in the fields where they do."""
        fields = [f for f in WEIGHTS if any(True for text in self.paragraphs[number][f] for _ in places(leaf, text))]
        return sum(self._word(field, word, number) for field in fields for word in words_of(leaf))

    def _word(self, field: str, leaf: Leaf, number: int) -> float:
        own = as_written(leaf)
        exact = EXACT * self._weights(field, Terms((own,), exact=True)).get(number, 0.0) if own else 0.0
        return self._weights(field, leaf).get(number, 0.0) + exact

    def _weights(self, field: str, leaf: Leaf) -> Mapping[int, float]:
        """What a word is worth to each paragraph that has it in this field."""
        if (field, leaf) not in self._known:
            self._known[field, leaf] = self._weighed(field, leaf)
        return self._known[field, leaf]

    def _weighed(self, field: str, leaf: Leaf) -> Mapping[int, float]:
        often = {n: sum(1 for text in p[field] for _ in places(leaf, text)) for n, p in enumerate(self.paragraphs)}
        having = {number: float(count) for number, count in often.items() if count}
        rare = WEIGHTS[field] * rarity(len(having), len(self.paragraphs))
        lengths, average = self._lengths[field]
        return {
            n: rare * saturated(count, burden(lengths[n], average)) * (SPOKEN if self.spoken[n] else 1.0)
            for n, count in having.items()
        }

    @cached_property
    def _lengths(self) -> Mapping[str, tuple[list[float], float]]:
        """By field the number of words in each paragraph, and the average of those that have any."""
        return {field: _averaged([float(sum(map(len, p[field]))) for p in self.paragraphs]) for field in WEIGHTS}


def _averaged(lengths: list[float]) -> tuple[list[float], float]:
    having = [length for length in lengths if length]
    return lengths, sum(having) / len(having) if having else 1.0
