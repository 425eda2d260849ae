"""How: the options of a reindex that say how it is done, and how it is told."""

from dataclasses import dataclass

# Options that make no sense together.
APART = (("full", "if_needed"), ("full", "since"), ("watch", "full"), ("watch", "since"), ("watch", "dry_run"))


@dataclass(frozen=True, slots=True)
class How:
    """The options that say how it is done, and how it is told."""

    full: bool
    if_needed: bool
    since: int | None
    dry_run: bool
    watch: bool
    rollback: bool
    quiet: bool
    as_json: bool
    progress: str

    @property
    def fault(self) -> str:
        """Which two of them make no sense together; "" where all do."""
        given = [name for name in ("full", "if_needed", "since", "dry_run", "watch") if getattr(self, name)]
        pairs = [("rollback", name) for name in given] if self.rollback else APART
        both = next((pair for pair in pairs if all(getattr(self, name) for name in pair)), ())
        return " and ".join(f"--{name.replace('_', '-')}" for name in both)
