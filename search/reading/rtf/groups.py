"""Groups: what holds between two braces of a Rich Text file, and ends with them."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Group:
    """What holds in a group: where its text goes (b"": to the article), and how it is written."""

    to: bytes = b""
    bold: bool = False
    hidden: bool = False
    font: int = -1
    fallback: int = 1  # characters after \\u that are for readers who do not know it

    def written(self, word: bytes, number: int | None) -> "Group":
        """The group after a word that says how its text is written; any other changes nothing."""
        on = number != 0
        if word == b"f":
            return replace(self, font=number or 0)
        if word == b"b":
            return replace(self, bold=on)
        if word in {b"v", b"deleted"}:
            return replace(self, hidden=on)
        if word == b"plain":
            return replace(self, bold=False, hidden=False)
        if word == b"uc":
            return replace(self, fallback=max(0, 1 if number is None else number))
        return self
