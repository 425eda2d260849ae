"""Heads: what stands at the head of a Rich Text file: its fonts, its styles, and what it states of itself."""

from search.reading.rtf.words import CODE_PAGES, CODECS


class Head:
    """The head of a file, as far as it has been read."""

    def __init__(self) -> None:
        self.page = 1252
        self.styles: dict[int, str] = {}
        self.said: dict[bytes, str] = {}
        self._fonts: dict[int, int] = {}
        self._current = 0

    def heed(self, part: bytes, word: bytes, number: int) -> None:
        """A word in one of the tables, or in the day of making."""
        if (part, word) in {(b"fonttbl", b"f"), (b"stylesheet", b"s")}:
            self._current = number
        elif (part, word) == (b"fonttbl", b"fcharset"):
            self._fonts[self._current] = CODE_PAGES.get(number, self.page)
        elif part == b"creatim" and word in {b"yr", b"mo", b"dy"}:
            self.said[word] = str(number)

    def add(self, part: bytes, text: str) -> None:
        """A text in one of the tables, or of what the file states."""
        if part in {b"title", b"author"}:
            self.said[part] = self.said.get(part, "") + text
        elif part == b"stylesheet":
            self.styles[self._current] = self.styles.get(self._current, "") + text

    def decoded(self, content: bytes, font: int) -> str:
        """Bytes as text, in the letters of a font."""
        page = self._fonts.get(font, self.page)
        try:
            return content.decode(CODECS.get(page, f"cp{page}"), "replace")
        except LookupError:
            return content.decode("cp1252", "replace")
