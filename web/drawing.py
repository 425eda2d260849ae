"""Drawing: the bars of a timeline as the page prints them: where each stands, how high it is, what is read for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from web.figures import day, month, short_month
from web.timeline import Bar, Level, Timeline
from web.translating import ngettext

GROUND = 60  # pixels from the top, on which the bars stand
HIGHEST = 58  # pixels
LOWEST = 2  # pixels of a bar that stands for anything; where there is nothing, one shows the ground


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar: its left edge and its width in percent, its top and its height in pixels; what is read for it, what
    stands below it, if anything, and where it leads."""

    x: str
    width: str
    y: str
    height: str
    title: str
    label: str
    link: str


def drawn(line: Timeline) -> Iterator[Drawn]:
    """The bars of a timeline, side by side."""
    step = 100 / len(line.bars)
    for at, bar in enumerate(line.bars):
        height = max(bar.height * HIGHEST / 100, LOWEST) if bar.count else 1
        named = at % line.every == 0
        before = line.bars[at - line.every] if at else None
        yield Drawn(
            f"{at * step:.2f}%",
            f"{step:.2f}%",
            f"{GROUND - height:.4g}",
            f"{height:.3g}",
            f"{_name(line.level, bar)}: {ngettext('%(num)s paragraph', '%(num)s paragraphs', bar.count)}",
            _label(line.level, bar, before) if named else "",
            bar.link,
        )


def _name(level: Level, bar: Bar) -> str:
    match level:
        case "days":
            return day(bar.since)
        case "months":
            return month(bar.since)
        case _:
            first, last = bar.since.year, bar.until.year
            return str(first) if first == last else f"{first}–{last}"


def _label(level: Level, bar: Bar, before: Bar | None) -> str:
    """What stands below a bar: the year is said where it begins, or where the last label was of another."""
    match level:
        case "days":
            return str(bar.since.day)
        case "months":
            same = before and before.since.year == bar.since.year
            return short_month(bar.since) if same else f"{short_month(bar.since)} {bar.since.year}"
        case _:
            return str(bar.since.year)
