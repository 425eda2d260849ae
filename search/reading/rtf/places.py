"""Places: where the text of a Rich Text file goes: its paragraphs, or the cells of a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from search.reading.composing import Block, is_bold_heading, row_blocks
from search.reading.style_names import kind_by_style

Styles = Mapping[int, str]  # the names of styles by their numbers


@dataclass(slots=True)
class Place:
    """A paragraph that is being read, its texts bold or not, after the cells that stand before it in its row."""

    parts: list[tuple[str, bool]] = field(default_factory=list)
    style: int = 0
    outlined: bool = False
    in_table: bool = False
    cell: list[Block] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)

    def reset(self) -> None:
        """The paragraph that begins is like any other."""
        self.style, self.outlined, self.in_table = 0, False, False

    def end_paragraph(self, styles: Styles) -> None:
        """What was read is a paragraph of a cell."""
        self.cell.append(self._paragraph(styles))

    def end_cell(self, styles: Styles) -> None:
        """What was read is the end of a cell."""
        self.cells.append([*self.cell, self._paragraph(styles)])
        self.cell = []

    def row(self, styles: Styles) -> Iterator[Block]:
        """What was read: a row, and whatever stands outside of one."""
        cells, self.cells, self.cell = [*self.cells, self.cell], [], []
        yield from row_blocks(cells)
        yield self._paragraph(styles)

    def _paragraph(self, styles: Styles) -> Block:
        text = "".join(part for part, _ in self.parts).strip()
        bold = not any(part.strip() and not bold for part, bold in self.parts)
        style = kind_by_style(styles.get(self.style, "").partition(";")[0].strip())
        self.parts = []
        if self.outlined or (style is None and is_bold_heading(text, bold)):
            return "heading", text
        return style, text
