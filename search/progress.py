"""Progress: what a long piece of work says of how far it is; who hears it decides what is shown."""

from typing import Protocol


class Progress(Protocol):
    """Hears of the stages of a piece of work, one after the other."""

    def begin(self, stage: str, total: int, things: str) -> None:
        """A stage has begun in which so many things are to be done."""
        ...

    def step(self, count: int = 1) -> None:
        """So many more are done."""
        ...

    def end(self) -> None:
        """The stage has ended."""
        ...


class Silent:
    """Hears it and says nothing."""

    def begin(self, stage: str, total: int, things: str) -> None:
        pass

    def step(self, count: int = 1) -> None:
        pass

    def end(self) -> None:
        pass


SILENT = Silent()
