"""The report of a reindex: what was read, what failed and why, kept with the index that came of it."""

from dataclasses import dataclass, field

from search.contents import Contents


@dataclass(slots=True)
class Report:
    """What came of a reindex: what the index holds, and sentences on what failed and what was passed over."""

    contents: Contents = field(default_factory=Contents)
    failed: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # corrections that were not applied
