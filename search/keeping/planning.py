"""Planning: which files are to be read, by what the ledger knows of them: content decides, not a date."""

from collections.abc import Callable, Iterable, Mapping

from search.keeping.hashes import hash_of, key_of
from search.keeping.ledger import Entry, Ledger
from search.keeping.plan import Look, Plan, Terms
from search.paths import above
from search.seen import seen

RACY = 2_000_000_000  # nanoseconds; the clock of a file system may tell two changes apart only if they lie so far apart


def planned(files: Iterable[str], last: Ledger, terms: Terms, looked: Callable[[], None] = lambda: None) -> Plan:
    """What is to be done about these files, which may hold articles."""
    plan, present = Plan(), set[str]()
    for path in files:
        present.add(path)
        _place(plan, path, last, terms)
        looked()
    gone = {path: entry for path, entry in last.entries.items() if path not in present}
    unseen = [path for path in gone if terms.since or (terms.closed and any(f in terms.closed for f in above(path)))]
    for path in unseen:
        del gone[path]
        _keep_unseen(plan, path, last, terms)
    if not terms.since:
        _part(plan, gone)
    return plan


def _place(plan: Plan, path: str, last: Ledger, terms: Terms) -> None:
    how, old = seen(path), last.entries.get(path)
    if terms.since and how.mtime < terms.since:
        return _keep_unseen(plan, path, last, terms)
    same = old is not None and old.hash and how == old.seen and how.mtime < last.looked - RACY
    hash = old.hash if same and old else hash_of(path, how, terms.largest) if how.size >= 0 else b""
    if old and hash and hash == old.hash and _holds(old, last, terms):
        old.size, old.mtime = how.size, how.mtime
        plan.kept[path] = old
        return None
    plan.to_read[path] = Look(path, how, hash, key_of(terms.rules, path, hash))
    names = plan.new if old is None else plan.again if hash == old.hash else plan.changed
    names.append(path)
    return None


def _keep_unseen(plan: Plan, path: str, last: Ledger, terms: Terms) -> None:
    """A file at which nobody is to look stays as it is known, unless the rules have changed."""
    old = last.entries.get(path)
    if old is None:
        plan.left += 1
    elif _holds(old, last, terms):
        plan.kept[path] = old
    else:
        how = seen(path)
        hash = hash_of(path, how, terms.largest) if how.size >= 0 else b""
        plan.to_read[path] = Look(path, how, hash, key_of(terms.rules, path, hash))
        plan.again.append(path)


def _holds(entry: Entry, last: Ledger, terms: Terms) -> bool:
    """Whether what came of a file would come of it again, and is still on the shelf."""
    if last.rules != terms.rules or (entry.failed and last.environment != terms.environment()):
        return False
    return terms.shelf is None or not entry.pieces or entry.key in terms.shelf


def _part(plan: Plan, gone: Mapping[str, Entry]) -> None:
    """Tell those that are gone from those that have moved."""
    by_hash: dict[bytes, list[str]] = {}
    for path, entry in gone.items():
        if entry.hash:
            by_hash.setdefault(entry.hash, []).append(path)
    for path in plan.new:
        if found := by_hash.get(plan.to_read[path].hash):
            plan.moved.append((found.pop(), path))
    moved = {path for pair in plan.moved for path in pair}
    plan.new = [path for path in plan.new if path not in moved]
    plan.removed = [path for path in gone if path not in moved]
