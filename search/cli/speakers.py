"""The command that shows who was taken for one speaker, and why, and what an editor may decide."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from search.cli.group import SOME_FAILED, onrecord
from search.cli.lines import complain, printable
from search.cli.options import distinct_files, settings_with
from search.identity import Identities
from search.identity.decided import Decided, decided_in
from search.identity.groups import Group
from search.identity.proposals import Proposal
from search.pipeline import identified
from search.sentences import number_of


@onrecord.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one speaker, split, proposal or entry a line.")
def speakers(sources: tuple[Path, ...], as_json: bool) -> None:
    """Show which speakers of SOURCES are one, and why; propose what the rules did not dare.

    It reads the articles and needs no index. What it proposes can be pasted into speakers.toml in the source's folder.
    """
    settings = settings_with()
    given = sources or (settings.source,)
    decided = decided_in(given)
    known, report = identified(
        distinct_files(given),
        settings.largest_file,
        processes=settings.processes,
        parser=settings.parser,
        decided=decided,
    )
    complain("failed", report.failed)
    lines = map(_as_json, _data(known, decided)) if as_json else _told(known, decided)
    for line in lines:
        click.echo(printable(line))
    if report.failed:
        sys.exit(SOME_FAILED)


def _as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _told(known: Identities, decided: Decided) -> Iterator[str]:
    """All of it for a person; what is proposed stands as TOML, the reasons as its comments."""
    for name, group in known.merged.items():
        yield f"{name}: {_often(group.statements, len(group.articles))}"
        yield from (f"    {spelling}: {_often(*count)}; {why}" for spelling, count, why in _spellings(name, group))
    yield from (f"{one} and {other} stay two: {path}" for one, other, path in _splits(known, decided))
    for proposal in known.proposals:
        yield "\n".join(["", *(f"# {line}" for line in _reasons(proposal)), proposal.entry])
    yield from (f"\n# {entry.is_unused}" for entry in known.unused)
    yield f"\n# {number_of(len(known.speakers), 'speaker')}, {len(known.merged):,} of them under several names"


def _reasons(proposal: Proposal) -> Iterator[str]:
    """Why this is proposed, each part in a line."""
    group, other = proposal.group, proposal.other
    yield (
        f"{group.name} ({_often(group.statements, len(group.articles))}) may be"
        f" {other.name} ({_often(other.statements, len(other.articles))})"
    )
    yield f"{proposal.rule}: {proposal.why}"
    if group.entry:
        yield f"in place of the entry of {group.name} in {group.entry.path}"


def _spellings(name: str, group: Group) -> Iterator[tuple[str, tuple[int, int], str]]:
    """The names of a speaker, how often each stands, and why it is this one's."""
    why = {spelling: f"{j.rule}: {j.words}" for j in group.joins for spelling in (j.other, j.spelling)} | {
        name: "shown"
    }
    for spelling in sorted(group.spellings, key=lambda one: (one != name, one)):
        own = [bearer for bearer in group.bearers if bearer.name == spelling]
        count = sum(bearer.statements for bearer in own), len(frozenset().union(*(b.articles for b in own)))
        yield spelling, count, why.get(spelling, "told apart by the role")


def _splits(known: Identities, decided: Decided) -> Iterator[tuple[str, str, str]]:
    """The pairs that the editor parts, where articles name both."""
    spoken = {spelling for group in known.speakers.values() for spelling in group.spellings}
    for entry in decided.entries:
        if spoken & set(entry.spellings):
            yield from ((entry.name, other, str(entry.path)) for other in entry.never if other in spoken)


def _data(known: Identities, decided: Decided) -> Iterator[dict[str, Any]]:
    """All of it for a program."""
    for name, group in known.merged.items():
        spellings = [
            {"spelling": spelling, "statements": count[0], "articles": count[1], "why": why}
            for spelling, count, why in _spellings(name, group)
        ]
        yield {"merged": name, "kind": group.bearers[0].kind, "spellings": spellings}
    yield from ({"split": [one, other], "file": path} for one, other, path in _splits(known, decided))
    for proposal in known.proposals:
        yield {
            "proposed": [proposal.group.name, proposal.other.name],
            "rule": proposal.rule,
            "why": proposal.why,
            "entry": proposal.entry,
        }
    yield from ({"unused": list(entry.spellings), "file": str(entry.path)} for entry in known.unused)


def _often(statements: int, articles: int) -> str:
    return f"{number_of(statements, 'statement')} in {number_of(articles, 'article')}"
