"""Running text on the page: broken into lines by the same widths as the charts, so that a break costs nothing to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from radplan_desktop.charts.measure import break_lines, shorten, width
from radplan_desktop.documents.glyphs import printable
from radplan_desktop.documents.pdf_fonts import FONTS
from radplan_desktop.documents.pdf_look import HEADINGS, MEASURE, Style

BULLET = "•"
KEPT_TOGETHER = 2
NUMBER_GAP = 0.45
OUTLINED = (1, 2)
OUTLINE_WIDTH = 80.0
"""How wide a title in the outline may be, in font sizes."""


def draw_lines(canvas: Canvas, x: float, top: float, lines: Sequence[str], style: Style) -> None:
    """Draw lines of printable text downwards from y ``top``."""
    text = canvas.beginText(x, top - style.drop)
    text.setFont(FONTS[style.weight], style.size, style.leading)
    text.setFillColor(style.color)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)


def draw_right(canvas: Canvas, right: float, top: float, line: str, style: Style) -> None:
    """Draw one line of printable text that ends at x ``right``."""
    draw_lines(canvas, right - width(line.rstrip(" "), style.size, style.weight), top, [line], style)


class Lines(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """One paragraph. It may split between lines, but never leaves a single line behind."""

    def __init__(self, text: str, style: Style, bullet: str = "") -> None:
        super().__init__()
        self.text, self.style, self.bullet = printable(text), style, bullet
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.lines: list[str] = []
        self._limit = 0.0

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Break the text to the width, or to the measure where that is narrower."""
        limit = min(available, MEASURE) - self.style.indent
        if limit != self._limit:
            self._limit, self.lines = limit, break_lines(self.text, limit, self.style.size, self.style.weight)
        self.width, self.height = available, len(self.lines) * self.style.leading
        return self.width, self.height

    def split(self, _available: float, height: float) -> list[Flowable]:
        """Split so that both parts have at least two lines; nothing when that cannot be done."""
        fits = min(int(height / self.style.leading + 1e-6), len(self.lines) - KEPT_TOGETHER)
        if fits < KEPT_TOGETHER:
            return []
        return [self._part(self.lines[:fits], self.bullet), self._part(self.lines[fits:], "")]

    def draw(self) -> None:
        """Draw the lines, with the bullet before the first."""
        if self.bullet:
            draw_lines(self.canv, self.style.indent - 10, self.height, [self.bullet], self.style)
        draw_lines(self.canv, self.style.indent, self.height, self.lines, self.style)

    def lead(self, available: float) -> float:
        """Return the height that has to stay with a heading above it."""
        height = float(self.wrap(available, 0)[1])
        return height if len(self.lines) < 2 * KEPT_TOGETHER else KEPT_TOGETHER * self.style.leading

    def _part(self, lines: list[str], bullet: str) -> Lines:
        part = Lines("", self.style, bullet)
        part.lines, part._limit = lines, self._limit
        return part


class HeadingLines(Lines):
    """A heading with its number beside it. It is a bookmark, and tells the contents on which page it came to stand."""

    def __init__(self, level: int, number: str, text: str, key: str) -> None:
        style = HEADINGS[level]
        gap = width(number, style.size, style.weight) + style.size * NUMBER_GAP if number else 0.0
        super().__init__(text, replace(style, indent=gap))
        self.level, self.number, self.key = level, number, key

    def split(self, available: float, height: float) -> list[Flowable]:
        """Split a heading that is longer than a page; only its first part is the bookmark."""
        parts = super().split(available, height)
        if not parts:
            return []
        first = HeadingLines(self.level, self.number, self.text, self.key)
        first.lines, first._limit = parts[0].lines, self._limit
        return [first, parts[1]]

    def draw(self) -> None:
        """Draw the heading and put it in the outline."""
        self.canv.page_of[self.key] = self.canv.getPageNumber()
        self.canv.bookmarkHorizontal(self.key, 0, self.height)
        if self.level in OUTLINED:
            title = " ".join(f"{self.number} {self.text}".split())
            self.canv.addOutlineEntry(shorten(title, OUTLINE_WIDTH, 1), self.key, self.level - 1, closed=True)
        if self.number:
            draw_lines(self.canv, 0, self.height, [self.number], self.style)
        super().draw()

    def lead(self, available: float) -> float:
        """Return the height that has to stay with a heading above it: all of it."""
        return float(self.wrap(available, 0)[1]) + self.style.before + self.style.after
