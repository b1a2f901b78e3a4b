"""What several charts draw alike: arrows with elbows, ticks, blocks of text, and a list of numbered names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from radplan_desktop.charts.measure import break_lines, shorten, widest_piece, width
from radplan_desktop.charts.scene import Anchor, Line, Polyline, Shape, Text, Tone, Weight
from radplan_desktop.plan.values import Cell

LEADING = 1.22
MIDDLE = 0.337
"""A baseline stands this far (in sizes) under the middle of its line."""
HEAD, HALF = 6.0, 3.5
STROKE = 1.25
HYPHEN = "-"
LISTED = 8.5
LISTED_WIDTH = 148.0
LISTED_LINES = 2
BETWEEN = 10.0

Point = tuple[float, float]


class Style(NamedTuple):
    """How a block of text looks; sizes are points."""

    size: float
    weight: Weight = Weight.REGULAR
    tone: Tone = Tone.INK
    anchor: Anchor = Anchor.START

    def height(self, lines: Sequence[str]) -> float:
        """Return how high a block of these lines is."""
        return len(lines) * self.size * LEADING

    def wrap(self, text: str, limit: float, most: int) -> list[str]:
        """Return the text in at most ``most`` lines of ``limit`` points; no text gives no lines.

        A word that is wider than a line is broken with a hyphen; what does not fit ends in an ellipsis.
        """
        if not text:
            return []
        whole = break_lines(text, limit, self.size, self.weight)
        if whole == [text]:
            return whole
        hyphen = width(HYPHEN, self.size, self.weight) if widest_piece(text, self.size, self.weight) > limit else 0.0
        if hyphen:
            whole = break_lines(text, limit - hyphen, self.size, self.weight)
        lines = [
            f"{line}{HYPHEN}" if hyphen and _in_a_word(line, after) else line.rstrip()
            for line, after in _with_next(whole)
        ]
        if len(lines) > most:
            lines = [*lines[: most - 1], shorten(f"{whole[most - 1].rstrip()}…", limit, self.size, self.weight)]
        return lines

    def lines(self, lines: Sequence[str], x: float, top: float, cell: Cell | None = None) -> list[Shape]:
        """Return the lines of a block, the first one right under y ``top``."""
        pitch = self.size * LEADING
        first = top + pitch / 2 + MIDDLE * self.size
        return [self._line(x, first + place * pitch, line, cell) for place, line in enumerate(lines)]

    def centred(self, text: str, x: float, y: float, cell: Cell | None = None) -> Text:
        """Return one line whose middle is at height ``y``."""
        return self._line(x, y + MIDDLE * self.size, text, cell)

    def _line(self, x: float, y: float, text: str, cell: Cell | None) -> Text:
        return Text(x, y, text, self.size, self.weight, self.tone, self.anchor, cell)


def _with_next(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(lines, [*lines[1:], ""], strict=True)


def _in_a_word(line: str, after: str) -> bool:
    return line[-1:].isalpha() and after[:1].isalpha()


class Entry(NamedTuple):
    """One line of a list of numbered names."""

    number: str
    text: str
    cell: Cell


_NUMBER = Style(LISTED, Weight.SEMIBOLD, Tone.PRIMARY)
_NAME = Style(LISTED)


def listing(entries: Sequence[Entry], left: float, top: float, width: float) -> tuple[list[Shape], float]:
    """Return the entries in as many columns as fit, and how high they stand; a long name takes two lines."""
    across = min(max(1, int((width + BETWEEN) // (LISTED_WIDTH + BETWEEN))), max(1, len(entries)))
    pitch = (width + BETWEEN) / across
    number = max([_advance(entry.number) for entry in entries], default=0.0)
    room = pitch - BETWEEN - number
    shapes: list[Shape] = []
    y = top
    for start in range(0, len(entries), across):
        row = [(entry, _NAME.wrap(entry.text, room, LISTED_LINES)) for entry in entries[start : start + across]]
        for place, (entry, lines) in enumerate(row):
            x = left + place * pitch
            shapes += _NUMBER.lines([entry.number], x, y, entry.cell) if entry.number else []
            shapes += _NAME.lines(lines, x + number, y, entry.cell)
        y += max(_NAME.height(lines) for _, lines in row) + 1.5
    return shapes, y - top


def _advance(number: str) -> float:
    return len(number) * LISTED * 0.6 + 4 if number else 0.0


def arrow(
    points: Sequence[Point], tone: Tone = Tone.INK2, *, dashed: bool = False, cell: Cell | None = None
) -> list[Shape]:
    """Return straight lines along the points, with a head at the last one."""
    (x1, y1), (x2, y2) = points[-2], points[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    across, down = (x2 - x1) / length, (y2 - y1) / length
    neck = (x2 - across * HEAD, y2 - down * HEAD)
    head = (
        (neck[0] - down * HALF, neck[1] + across * HALF),
        (neck[0] + down * HALF, neck[1] - across * HALF),
        (x2, y2),
    )
    return [
        *(Line(*start, *end, tone, STROKE, dashed, cell) for start, end in pairwise([*points[:-1], neck])),
        Polyline(head, fill=tone, cell=cell),
    ]


def tick(x: float, y: float, size: float, tone: Tone, cell: Cell | None = None) -> Polyline:
    """Return a tick around (x, y), ``size`` points wide."""
    half = size / 2
    points = ((x - half, y), (x - half * 0.25, y + half * 0.7), (x + half, y - half * 0.7))
    return Polyline(points, stroke=tone, thickness=1.5, cell=cell)
