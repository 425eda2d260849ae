"""Telling: a score as a table for people, and as data for programs."""

from collections.abc import Sequence
from typing import Any

from search.scoring import ALL, Score
from search.scoring.figures import Tally
from search.sentences import number_of

FIRST = (ALL, "direct", "indirect", "mixed", "person", "organisation", "unnamed")  # rows of the table


def data(name: str, found: Score, worst: int) -> dict[str, Any]:
    """A score as data for programs, with so many of the worst articles."""
    return {
        "gold": name,
        "articles": len(found.articles),
        "paragraphs": found.paragraphs,
        "figures": found.figures,
        "by": {
            label: {"precision": _share(row, "precision"), "recall": _share(row, "recall"), "of": row.expected}
            for label, row in _rows(found)
        },
        "worst": [{"id": one.id, "missed": one.missed, "wrong": one.wrong} for one in found.worst(worst)],
    }


def table(name: str, found: Score, worst: int) -> str:
    """A score as lines for people, with so many of the worst articles."""
    lines = [
        f"{name}: {number_of(len(found.articles), 'article')}, {number_of(found.paragraphs, 'marked paragraph')}",
        "",
    ]
    lines += [f"{'speakers':<14}{'precision':>10}{'recall':>10}{'expected':>10}"]
    for label, row in _rows(found):
        shares = (_share(row, "precision"), _share(row, "recall"))
        cells = "".join(f"{'–' if cell is None else f'{cell:.3f}':>10}" for cell in shares)
        lines.append(f"{label.replace('_', ' '):<14}{cells}{row.expected:>10,}")
    lines += ["", *(f"{key:<20}{value:.3f}" for key, value in found.figures.items())]
    bad = [f"{one.missed:>4} missed {one.wrong:>4} wrong  {one.id}" for one in found.worst(worst)]
    return "\n".join([*lines, *(["", "the worst articles", *bad] if bad else [])])


def _rows(found: Score) -> Sequence[tuple[str, Tally]]:
    """The rows of the table in their order."""
    rows = found.rows
    names = [*(name for name in FIRST if name in rows), *sorted(set(rows).difference(FIRST))]
    return [(name, rows[name]) for name in names]


def _share(row: Tally, name: str) -> float | None:
    """A share of a row; None where it has nothing to be a share of."""
    counted = row.right + row.wrong if name == "precision" else row.expected
    return getattr(row, name) if counted else None
