"""Tables on the page: every cell is broken into lines once, and a split keeps the lines. Rows stay whole unless very tall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from radplan_desktop.charts.measure import break_lines, widest_piece, width
from radplan_desktop.documents.glyphs import printable
from radplan_desktop.documents.pdf_columns import Span, fitted
from radplan_desktop.documents.pdf_look import (
    BODY_HEIGHT,
    CELL,
    CELL_HEADER,
    CELL_QUIET,
    CELL_STRONG,
    FACT,
    LABEL,
    LINE,
    MM,
    PETROL,
    QUIET,
    STRONG,
    ZEBRA,
    Style,
)
from radplan_desktop.documents.pdf_text import BULLET, draw_lines, draw_right
from radplan_desktop.documents.story import Column, FactList, Item, TableBlock, Tone

TALL = BODY_HEIGHT / 2
WIDEST_PIECE = 0.4
SAMPLE = 200
HEADER_LINES = 6
FEW = 3
PAIR = 2
"""A table of two columns keeps its shares, so that such tables under each other line up; a column of share 1 never grows."""
FACT_COLUMNS = (Column("", 3), Column("", 8))
_ITEM = "- "


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of table looks: the style of each tone, padding in points, and whether rows are striped and ruled."""

    styles: dict[Tone, Style]
    across: float
    down: float
    ruled: bool


TABLE = Look({Tone.PLAIN: CELL, Tone.STRONG: CELL_STRONG, Tone.QUIET: CELL_QUIET}, 2 * MM, 1.6 * MM, ruled=True)
FACTS = Look(
    {Tone.PLAIN: FACT, Tone.STRONG: STRONG, Tone.QUIET: replace(QUIET, leading=FACT.leading)}, 0, 1.5, ruled=False
)


class _Cell(NamedTuple):
    lines: list[tuple[float, str]]
    style: Style
    numeric: bool

    def cut(self, start: int, end: int | None) -> _Cell:
        """Return the cell with some of its lines."""
        return self._replace(lines=self.lines[start:end])


class _Row(NamedTuple):
    cells: tuple[_Cell, ...]
    striped: bool
    height: float


def table(block: TableBlock) -> Grid:
    """Return a table with a heading on every page it comes on."""
    header = tuple(Item(column.title) for column in block.columns)
    return Grid(block.columns, block.rows, TABLE, header)


def facts(block: FactList) -> Grid:
    """Return labels with their answers beside them."""
    return Grid(FACT_COLUMNS, tuple((Item(fact.label), fact.value) for fact in block.facts), FACTS)


class Grid(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Rows of cells in columns of fixed widths."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Item]], look: Look, header: Sequence[Item] = ()
    ) -> None:
        super().__init__()
        self.columns, self.look = columns, look
        self._items, self._header_items = rows, header
        self._widths: list[float] = []
        self._header: _Row | None = None
        self._rows: list[_Row] = []
        self.spaceBefore, self.spaceAfter = (4, 10) if look.ruled else (0, 6)

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Lay the rows out for the width, once."""
        if not self._widths:
            self._lay_out(available)
        self.width = available
        self.height = sum(row.height for row in self._rows) + (self._header.height if self._header else 0)
        return self.width, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Split between rows, or inside a row that is taller than half a page."""
        self.wrap(available, height)
        room, fit = height - (self._header.height if self._header else 0), 0
        while fit < len(self._rows) and self._rows[fit].height <= room:
            room -= self._rows[fit].height
            fit += 1
        if fit == len(self._rows):
            return [self]
        if fit == len(self._rows) - 1 and fit >= FEW:
            fit -= 1  # the last row gets company
        head, tail = self._rows[:fit], self._rows[fit:]
        if tail[0].height > TALL:
            lines = int((room - 2 * self.look.down) / self._leading)
            if lines > 1:
                head, tail = [*head, self._cut(tail[0], 0, lines)], [self._cut(tail[0], lines, None), *tail[1:]]
        return [self._part(head), self._part(tail)] if head else []

    def draw(self) -> None:
        """Draw header and stripes, then cells and rules over them."""
        parts = [*([self._header] if self._header else []), *self._rows]
        tops = [self.height, *(self.height - down for down in accumulate(row.height for row in parts))]
        for row, top in zip(parts, tops, strict=False):
            ground = PETROL if row is self._header else ZEBRA if row.striped else None
            if ground is not None:
                self.canv.setFillColor(ground)
                self.canv.rect(0, top - row.height, self.width, row.height, stroke=0, fill=1)
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.5)
        for row, top in zip(parts, tops, strict=False):
            self._draw_row(self.canv, row, top)
            if self.look.ruled:
                self.canv.line(0, top - row.height, self.width, top - row.height)

    def lead(self, available: float) -> float:
        """Return the height that has to stay with a heading above it: the header and the first rows."""
        self.wrap(available, 0)
        first = min(sum(row.height for row in self._rows[:FEW]), TALL / 2)
        return first + (self._header.height if self._header else 0.0) + float(self.spaceBefore)

    @property
    def _leading(self) -> float:
        return self.look.styles[Tone.PLAIN].leading

    def _part(self, rows: list[_Row]) -> Grid:
        part = Grid(self.columns, (), self.look)
        part._widths, part._header, part._rows = self._widths, self._header, rows
        return part

    def _cut(self, row: _Row, start: int, end: int | None) -> _Row:
        return self._row(tuple(cell.cut(start, end) for cell in row.cells), striped=row.striped)

    def _lay_out(self, available: float) -> None:
        self._widths = fitted(self._spans(available), available)
        if self._header_items:
            cells = self._cells(self._header_items, CELL_HEADER)
            self._header = self._row(tuple(cell.cut(0, HEADER_LINES) for cell in cells), striped=False)
        self._rows = [
            self._row(self._cells(items), striped=self.look.ruled and place % 2 == 1)
            for place, items in enumerate(self._items)
        ]
        self._items = ()

    def _row(self, cells: tuple[_Cell, ...], *, striped: bool) -> _Row:
        lines = max(len(cell.lines) for cell in cells)
        return _Row(cells, striped, lines * self._leading + 2 * self.look.down)

    def _cells(self, items: Sequence[Item], header: Style | None = None) -> tuple[_Cell, ...]:
        cells = []
        for place, item in enumerate(items):
            label = not self.look.ruled and place == 0
            style = header or (LABEL if label else self.look.styles[item.tone])
            room = self._widths[place] - 2 * self.look.across - (0 if self.look.ruled else 6)
            numeric = self.columns[place].numeric
            text = printable(item.text.replace("€ ", "€\u00a0") if numeric else item.text)
            cells.append(_Cell(list(_broken(text, room, style)), style, numeric))
        return tuple(cells)

    def _spans(self, available: float) -> list[Span]:
        """Return per column the narrowest and the widest that make sense: its widest word, and its longest line."""
        spans = []
        keeps = not self.look.ruled or len(self.columns) == PAIR
        for place, column in enumerate(self.columns):
            cells = [(items[place].text, self.look.styles[items[place].tone]) for items in self._items[:SAMPLE]]
            if self._header_items:
                cells.append((self._header_items[place].text, CELL_HEADER))
            texts = [(printable(text), style) for text, style in cells]
            word = max((widest_piece(text, style.size, style.weight) for text, style in texts), default=0.0)
            line = max((_longest(text, style) for text, style in texts), default=0.0)
            if keeps and column.width > 1:
                line = available
            around = 2 * self.look.across + 1
            spans.append(Span(column.width, min(word + around, available * WIDEST_PIECE), max(word, line) + around))
        return spans

    def _draw_row(self, canvas: Canvas, row: _Row, top: float) -> None:
        left = 0.0
        for size, cell in zip(self._widths, row.cells, strict=True):
            x, y = left + self.look.across, top - self.look.down
            if cell.numeric:
                for place, (_, line) in enumerate(cell.lines):
                    draw_right(canvas, left + size - self.look.across, y - place * self._leading, line, cell.style)
            else:
                _draw_cell(canvas, x, y, cell)
            left += size


def _longest(text: str, style: Style) -> float:
    return max(width(line, style.size, style.weight) for line in text.split("\n"))


def _draw_cell(canvas: Canvas, x: float, top: float, cell: _Cell) -> None:
    if all(indent == 0 for indent, _ in cell.lines):
        draw_lines(canvas, x, top, [line for _, line in cell.lines], cell.style)
        return
    for place, (indent, line) in enumerate(cell.lines):
        draw_lines(canvas, x + indent, top - place * cell.style.leading, [line], cell.style)


def _broken(text: str, room: float, style: Style) -> list[tuple[float, str]]:
    """Return the lines of a cell with their indents; a line that starts with ``- `` becomes a list item."""
    lines: list[tuple[float, str]] = []
    for paragraph in text.split("\n"):
        if not paragraph.startswith(_ITEM):
            lines += [(0.0, line) for line in break_lines(paragraph, room, style.size, style.weight)]
            continue
        hang = width(f"{BULLET} ", style.size, style.weight)
        first, *rest = break_lines(paragraph.removeprefix(_ITEM), room - hang, style.size, style.weight)
        lines.append((0.0, f"{BULLET} {first}"))
        lines += [(hang, line) for line in rest]
    return lines
