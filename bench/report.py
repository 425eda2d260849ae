"""The report: a run's figures as plain data for a file, and as tables for a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bench.agreement import Disagreement
from bench.figures import OURS, Figure
from bench.indexing import Built
from bench.queries import KINDS
from bench.serving import Serving

Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Report:
    """All that was measured, by engine: figures by kind of query, and so on; `missing` are sentences."""

    paragraphs: int
    figures: Mapping[str, Figures]
    ratios: Figures
    first: Mapping[str, Figures]
    first_ratios: Figures
    indexing: Mapping[str, Built]
    cold: Mapping[str, float]
    serving: Serving | None
    disagreements: Sequence[Disagreement]
    machine: Mapping[str, str | int]
    missing: Sequence[str] = field(default=())

    def as_data(self) -> dict[str, Any]:
        """Engines by name, and beside them what is not of one engine."""
        data = asdict(self)
        served = data.pop("serving") or dict.fromkeys(("imported", "served", "one", "four", "equal", "snippets"))
        return {
            **data.pop("figures"),
            **data,
            "snippets": served["snippets"],
            "memory": {name: served[name] for name in ("imported", "served")},
            "concurrency": {name: served[name] for name in ("one", "four", "equal")},
        }

    def lines(self) -> Iterator[str]:
        """The tables."""
        yield f"{self.paragraphs:,} paragraphs; p50 / p95 in milliseconds"
        yield from _table(self.figures)
        yield from _times_ours(self.ratios)
        yield "\nThe same, each query asked for the first time since the index was opened"
        yield from _table(self.first)
        yield from _times_ours(self.first_ratios)
        yield "\nIndexing: paragraphs a second, megabytes"
        yield from (f"{name:>10} {b.rate:10,.0f} {b.bytes / 1e6:10,.1f}" for name, b in self.indexing.items())
        yield from self._cold()
        yield from _served(self.serving)
        yield f"\n{len(self.disagreements)} disagreements"
        yield from (_sentence(d) for d in self.disagreements)
        yield from self.missing

    def _cold(self) -> Iterator[str]:
        yield "\nOpening and the first query in a fresh process, milliseconds"
        for name, ms in self.cold.items():
            yield f"{name:>10} {ms:10.1f}" + (
                f", {ms / self.cold[OURS]:.2f} times {OURS}'s" if OURS in self.cold else ""
            )


def _table(figures: Mapping[str, Figures]) -> Iterator[str]:
    kinds = [kind for kind in (*KINDS, "all") if any(kind in some for some in figures.values())]
    yield " " * 10 + "".join(f"{name:>18}" for name in figures)
    for kind in kinds:
        yield f"{kind:>10}" + "".join(f"{_pair(some.get(kind)):>18}" for some in figures.values())


def _times_ours(ratios: Figures) -> Iterator[str]:
    if ratios:
        yield f"Times {OURS}'s, over the queries that both answer"
        yield from (f"{name:>10} {_pair(ratio)}" for name, ratio in ratios.items())


def _pair(figure: Figure | None) -> str:
    return f"{figure.p50:.2f} / {figure.p95:.2f}" if figure else "–"


def _served(serving: Serving | None) -> Iterator[str]:
    if serving:
        yield f"\nMemory: {serving.served:,.0f} MB after all queries, {serving.imported:,.0f} of them before the first"
        same = "the same answers" if serving.equal else "DIFFERENT answers"
        yield f"Queries a second: {serving.one:,.0f} by one thread, {serving.four:,.0f} by four; {same}"
        yield "Ten snippets: " + ", ".join(f"{kind} {_pair(some)}" for kind, some in serving.snippets.items())


def _sentence(d: Disagreement) -> str:
    known = f" ({d.known})" if d.known else ""
    return f"  {d.engine}, {d.kind}, {d.query}: {d.what} {d.theirs}, not {d.first}{known}"
