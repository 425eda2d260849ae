"""Identity: who is one speaker across articles. `identities` is the one verb.

From who spoke to one name each: tally (who, how often, in which roles) → what the editor decided → rules that join full
names → surnames and organisations → a display name. What the rules do not dare is proposed.
"""

from search.collecting import uncollected
from search.identity.decided import NOTHING_DECIDED, Decided
from search.identity.groups import first_groups
from search.identity.identities import Identities, named, unused_entries
from search.identity.merging import merged
from search.identity.organisations import of_one_name
from search.identity.proposals import proposals
from search.identity.surnames import with_surnames
from search.identity.tally import Tally

__all__ = ["Identities", "identities"]


def identities(tally: Tally, decided: Decided = NOTHING_DECIDED) -> Identities:
    """Who is one speaker, whatever order the articles came in."""
    with uncollected():
        return _identities(tally, decided)


def _identities(tally: Tally, decided: Decided) -> Identities:
    people = merged(first_groups(tally.bearers(), decided), decided)
    with_short, guesses = with_surnames(people.groups, decided)
    groups = of_one_name(with_short, decided)
    names, also, speakers = named(groups)
    return Identities(
        names,
        also,
        speakers,
        proposals(groups, people.alike, guesses, decided),
        unused_entries(decided.entries, groups),
    )
