"""Comparing: whether two full names may be one speaker's, by which rule, and how sure that is."""

from dataclasses import dataclass

from search.identity.bearers import Bearer
from search.identity.distances import SHORT, are_short_and_full, distance, given_distance
from search.identity.names import Name, is_initial, plain

RULES = ("spelling", "middle name", "transcription", "nickname")  # the surest first
ENOUGH, ENOUGH_IN_ONE_ROLE = 3, 5  # what the differences of two names may cost, alone and with a role in common
SHORTEST_RUN = 8  # letters of a name written in one word


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two names that may be one: the rule, the words that differ, what both are, and what speaks against it."""

    rule: str
    cost: int
    words: str
    both: str = ""
    doubt: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether the rules dare to join them."""
        return not self.doubt and self.cost <= (ENOUGH_IN_ONE_ROLE if self.both else ENOUGH)

    @property
    def why(self) -> str:
        """The evidence, for a person."""
        return "; ".join(part for part in (self.words, self.both and f"both {self.both}", self.doubt) if part)


@dataclass(frozen=True, slots=True)
class _Step:
    """What one part of two names says: its cost, the rule it needs, the words, and a doubt."""

    cost: int = 0
    rule: str = RULES[0]
    words: str = ""
    doubt: str = ""


SAME = _Step()


def likeness(one: Bearer, other: Bearer) -> Likeness | None:
    """How two full names are alike; None if they are two people's."""
    if {one.gender, other.gender} == {"he", "she"} or {one.role_gender, other.role_gender} == {"he", "she"}:
        return None
    steps = _steps(one, other)
    if steps is None:
        return None
    cost = sum(step.cost for step in steps)
    rule = max((step.rule for step in steps), key=RULES.index)
    both = ", ".join(sorted(one.heads & other.heads))
    doubts = [step.doubt for step in steps if step.doubt]
    if rule != RULES[0] and one.families and other.families and not one.families & other.families:
        doubts.append(f"but {min(one.heads)} and {min(other.heads)}")
    if one.parts.suffix != other.parts.suffix and not both:
        return None
    if rule == "nickname" and not one.families & other.families:
        doubts.append("no role in common")
    words = ", ".join(step.words for step in steps if step.words) or f"{one.name} ~ {other.name}"
    found = Likeness(rule, cost, words, both, "; ".join(doubts))
    return found if cost <= ENOUGH_IN_ONE_ROLE else None


def _steps(one: Bearer, other: Bearer) -> list[_Step] | None:
    """What each part says; None as soon as one says that they are two."""
    if one.run == other.run and len(one.run) >= SHORTEST_RUN:
        return [SAME]
    if not (one.parts.given and other.parts.given):
        return None
    steps: list[_Step] = []
    for compared in (_suffixes, _surnames, _given, _middles):
        step = compared(one.parts, other.parts)
        if step is None:
            return None
        steps.append(step)
    return steps


def _suffixes(one: Name, other: Name) -> _Step | None:
    if one.suffix == other.suffix:
        return SAME
    return None if one.suffix and other.suffix else _Step(2, "middle name", doubt="one is written with Jr., Sr. or II")


def _surnames(one: Name, other: Name) -> _Step | None:
    return _step(distance(one.surname, other.surname), one.surname, other.surname)


def _given(one: Name, other: Name) -> _Step | None:
    if is_initial(one.given) != is_initial(other.given):
        begins = plain(one.given)[0] == plain(other.given)[0]
        return _Step(SHORT, "middle name", f"{one.given} ~ {other.given}", "an initial says little") if begins else None
    cost = given_distance(one.given, other.given)
    if cost and are_short_and_full(one.given, other.given):
        return _Step(cost, "nickname", f"{one.given} ~ {other.given}")
    return _step(cost, one.given, other.given)


def _middles(ours: Name, theirs: Name) -> _Step | None:
    """Middle names may be left out or be initials; those that both write must agree."""
    one, other = ours.middle, theirs.middle
    if one == other:
        return SAME
    costs = [_middle(a, b) for a, b in zip(one, other, strict=False)]
    known = [cost for cost in costs if cost is not None]
    if len(known) < len(costs):
        return None
    left_out = one[len(other) :] or other[len(one) :]
    cost = sum(known) + sum(not is_initial(word) for word in left_out)
    words = f"{' '.join(one) or '–'} ~ {' '.join(other) or '–'}"
    return _Step(cost, "transcription" if cost and not left_out else "middle name", words)


def _middle(one: str, other: str) -> int | None:
    if is_initial(one) or is_initial(other):
        return 0 if plain(one)[0] == plain(other)[0] else None
    return distance(one, other)


def _step(cost: int | None, one: str, other: str) -> _Step | None:
    if cost is None:
        return None
    return _Step(cost, "transcription" if cost else RULES[0], f"{one} ~ {other}" if cost else "")
