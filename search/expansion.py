"""Expansion: which words of an index a Prefix or a Fuzzy stands for, and what is said where they are too many."""

from collections.abc import Callable, Mapping

from rapidfuzz.distance import OSA

from search.parts import opened
from search.sentences import Sentence
from search.text import stem
from search.tree import And, Articles, Expanded, Fuzzy, In, Most, Not, Open, Or, Prefix, Terms, Tree

EXPANSION_LIMIT = 1000  # words that one typed word may stand for, each of which costs a posting list

# An engine's own way to the words of its index that fit, and in how many paragraphs each stands, in whatever field.
Lexicon = Callable[[Open], Mapping[str, int]]


def fits(wanted: Open | Terms) -> Callable[[str], bool]:
    """Whether a word as written is one of those that are wanted; Terms are of one word here.

    >>> fits(Prefix("bridg"))("bridging"), fits(Fuzzy("bridge", 1))("brigde")
    (True, True)
    """
    match wanted:
        case Prefix(start):
            return lambda word: word.startswith(start)
        case Fuzzy(meant, edits):
            return lambda word: OSA.distance(meant, word, score_cutoff=edits) <= edits
        case Terms(terms, exact):
            return lambda word: (word if exact else stem(word)) == terms[0]


def fitting(wanted: Open | Terms, vocabulary: Mapping[str, int]) -> dict[str, int]:
    """The words of a vocabulary that fit, found by looking at each; an engine with sorted words does better."""
    fit = fits(wanted)
    return {word: count for word, count in vocabulary.items() if fit(word)}


def expanded(tree: Tree, lexicon: Lexicon) -> tuple[Tree, tuple[str, ...]]:
    """The tree with words of the index in the place of each Prefix and Fuzzy, and a sentence for each that was cut."""
    found = {leaf: lexicon(leaf) for leaf in dict.fromkeys(opened(tree))}
    chosen = {leaf: Expanded(frozenset(most_frequent(words)), _meant(leaf)) for leaf, words in found.items()}
    notes = tuple(note(leaf, len(words)) for leaf, words in found.items() if len(words) > EXPANSION_LIMIT)
    return _replaced(tree, chosen) if chosen else tree, notes


def _meant(wanted: Open) -> str:
    return wanted.word if isinstance(wanted, Fuzzy) else ""


def most_frequent(words: Mapping[str, int]) -> dict[str, int]:
    """As many as may be of these words with their numbers of paragraphs: the most frequent, then by the alphabet."""
    least = sorted(words.values(), reverse=True)[:EXPANSION_LIMIT][-1:]
    kept = (pair for pair in words.items() if pair[1] >= least[0])  # so that few are put in order
    return dict(sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:EXPANSION_LIMIT])


def note(wanted: Open, count: int) -> Sentence:
    """
    >>> note(Prefix("anti"), 1234)
    '“anti*” stands for 1,234 words; the 1,000 most frequent are searched'
    """
    typed = f"{wanted.start}*" if isinstance(wanted, Prefix) else f"{wanted.word}~{wanted.edits}"
    return Sentence(
        "“{typed}” stands for {count} words; the {limit} most frequent are searched",
        typed=typed,
        count=count,
        limit=EXPANSION_LIMIT,
    )


def _replaced(tree: Tree, chosen: Mapping[Open, Expanded]) -> Tree:
    match tree:
        case Prefix() | Fuzzy():
            return chosen[tree]
        case And(parts):
            return And(tuple(_replaced(part, chosen) for part in parts))
        case Or(parts):
            return Or(tuple(_replaced(part, chosen) for part in parts))
        case Most(parts):
            return Most(tuple(_replaced(part, chosen) for part in parts))
        case Not(part):
            return Not(_replaced(part, chosen))
        case Articles(part):
            return Articles(_in(part, chosen))
        case In():
            return _in(tree, chosen)
        case _:
            return tree


def _in(tree: In, chosen: Mapping[Open, Expanded]) -> In:
    return In(tree.field, chosen[tree.part]) if isinstance(tree.part, Prefix | Fuzzy) else tree
