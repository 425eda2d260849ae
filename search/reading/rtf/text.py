"""The text of a Rich Text file: a machine that is fed with tokens and gives blocks.

What a group sets holds until the group ends. A destination is a group whose text goes elsewhere, or nowhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.errors import ReadError
from search.reading.composing import Block
from search.reading.rtf.groups import Group
from search.reading.rtf.heads import Head
from search.reading.rtf.letters import Letters
from search.reading.rtf.places import Place
from search.reading.rtf.tokens import Token
from search.reading.rtf.words import CELLS, ELSEWHERE, ENDS, ROWS, SIGNS, SILENT, WORDS

MOST_TOKENS = 1_500_000  # ten novels
DEEPEST = 1_000  # groups within groups


class Text:
    """Reads tokens; `head` is what the file states of itself."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._group, self._stack = Group(), list[Group]()
        self._main, self._note = Place(), Place()
        self._notes, self._letters = list[Block](), Letters()
        self._starred, self._opened = False, False
        self.head = Head()

    def blocks(self, tokens: Iterable[Token]) -> Iterator[Block]:
        """The blocks that the tokens make."""
        for count, token in enumerate(tokens):
            if count > MOST_TOKENS:
                raise ReadError(f"{self._path}: is longer than an article can be; split it")
            if token.kind != "bytes":
                self._decode()
            if token.kind == "word":
                yield from self._word(token.value, token.number)
            elif token.kind == "bytes":
                self._opened = self._starred = False
                self._letters.read(token.value)
            elif token.kind == "sign":
                self._sign(token.value)
            elif token.kind == "open":
                self._enter()
            elif self._stack:
                self._leave()
        self._decode()
        yield from self._ended(self._main)

    def _enter(self) -> None:
        if len(self._stack) >= DEEPEST:
            raise ReadError(f"{self._path}: is nested too deep for a text; open it and save it anew")
        self._stack.append(self._group)
        self._opened = True
        self._letters.end_group()

    def _leave(self) -> None:
        ended, self._group = self._group, self._stack.pop()
        self._opened = self._starred = False
        self._letters.end_group()
        if ended.to == b"footnote" and self._group.to != b"footnote":
            self._notes += [("footnote", text) for _, text in self._note.row(self.head.styles)]

    def _word(self, word: bytes, number: int | None) -> Iterator[Block]:
        first, starred = self._opened, self._starred
        self._opened = self._starred = False
        if word == b"u" and number is not None:
            self._add(self._letters.numbered(number % 0x10000, self._group.fallback))
        elif starred and word not in ELSEWHERE:
            self._group = replace(self._group, to=b"nowhere")
        elif word in SILENT or word in ELSEWHERE or word in {b"footnote", b"shptxt"}:
            if first or starred:
                self._aim(word)
        elif self._group.to in ELSEWHERE:
            self.head.heed(self._group.to, word, number or 0)
        elif self._group.to == b"footnote":
            self._notes += [("footnote", text) for _, text in self._said(word, number)]
        elif not self._group.to:
            yield from self._said(word, number)

    def _aim(self, word: bytes) -> None:
        """A destination begins; within one whose text goes nowhere, only a text box comes back."""
        if word == b"shptxt":
            self._group = replace(self._group, to=b"")
        elif self._group.to in {b"", b"footnote"}:
            self._group = replace(self._group, to=word)

    def _said(self, word: bytes, number: int | None) -> Iterator[Block]:
        """A word that belongs to the text."""
        place = self._place()
        if word in WORDS:
            self._add(WORDS[word])
        elif word in ENDS:
            yield from self._ended(place, in_row=place.in_table)
        elif word in CELLS:
            place.end_cell(self.head.styles)
        elif word in ROWS:
            yield from self._ended(place)
        elif word == b"pard":
            place.reset()
        elif word == b"intbl":
            place.in_table = True
        elif word == b"s":
            place.style = number or 0
        elif word == b"outlinelevel":
            place.outlined = (number or 0) < 9
        elif word == b"ansicpg" and number:
            self.head.page = number
        else:
            self._group = self._group.written(word, number)

    def _place(self) -> Place:
        return self._note if self._group.to == b"footnote" else self._main

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif not self._letters.is_double() and sign in SIGNS:
            self._add(SIGNS[sign])

    def _decode(self) -> None:
        """The bytes that have come since the last word become text."""
        if content := self._letters.taken():
            self._add(self.head.decoded(content, self._group.font))

    def _add(self, text: str) -> None:
        group = self._group
        if group.to in ELSEWHERE:
            self.head.add(group.to, text)
        elif group.to in {b"", b"footnote"} and not group.hidden:
            self._place().parts.append((text, group.bold))

    def _ended(self, place: Place, in_row: bool = False) -> Iterator[Block]:
        """What ends with a paragraph; within a row of a table nothing does, and after the text its notes follow."""
        if in_row:
            place.end_paragraph(self.head.styles)
            return
        yield from place.row(self.head.styles)
        if place is self._main:
            notes, self._notes = self._notes, []
            yield from notes
