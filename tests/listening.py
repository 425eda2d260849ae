"""Who hears of the stages of a piece of work, and may have enough of it."""


class Listening:
    """Notes each stage with its number of things; raises KeyboardInterrupt after so many steps of a stage."""

    def __init__(self, stage: str = "", enough: int = 0) -> None:
        self.said: list[str] = []
        self._at, self._enough, self._steps = stage, enough, 0

    def begin(self, stage: str, total: int, things: str) -> None:
        self.said.append(f"{stage} {total} {things}")
        self._steps = 0

    def step(self, count: int = 1) -> None:
        self._steps += count
        if self.said[-1].startswith(self._at) and self._steps == self._enough:
            raise KeyboardInterrupt

    def end(self) -> None:
        self.said.append(f"{self._steps} done")
