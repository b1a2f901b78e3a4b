"""Indicator bars: from the baseline (hollow) over the newest measurement (filled) to the target (tick).

Every bar spans baseline to target of its own indicator, so that bars can be compared. A value worse than the baseline stands
outside the bar and says so; what cannot be placed on a bar is said in words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.measure import shorten, wrap
from radplan_desktop.charts.measure import width as width_of
from radplan_desktop.charts.roles import column, role
from radplan_desktop.charts.scene import Anchor, Circle, Line, Scene, Shape, Text, Tone, Twin, Weight
from radplan_desktop.guideline.model import Chart
from radplan_desktop.plan.values import Cell

PITCH = 29.0
SIZE, SMALL = 9.5, 8.5
NUMBER, FIGURE, LANE = 22.0, 42.0, 16.0
LABEL_SHARE = 0.30
THICK, DOT, TICK = 4.5, 5.0, 6.5
WORSE, REACHED, NOT_MEASURED = "slechter dan bij de start", "streefwaarde gehaald", "nog niet gemeten"
UNKNOWN = "?"


class _Figure(NamedTuple):
    """A number as it reads, the cell it stands in, and its value when it is known and may be shown."""

    text: str = ""
    cell: Cell | None = None
    value: Decimal | None = None


class _Bar(NamedTuple):
    """One indicator. ``unit``, ``standing`` and ``direction`` are words, each possibly empty."""

    number: str
    label: str
    cell: Cell
    baseline: _Figure
    now: _Figure
    target: _Figure
    unit: str
    standing: str
    direction: str

    @property
    def share(self) -> float | None:
        """Return how far the newest value is from baseline (0) to target (1); None when that cannot be said."""
        low, now, high = self.baseline.value, self.now.value, self.target.value
        if low is None or now is None or high is None or low == high:
            return None
        return float((now - low) / (high - low))

    @property
    def sentence(self) -> str:
        """Return where the indicator stands, in words."""
        share = self.share
        now = f"{self.now.text} {self.unit}".strip() if self.now.value is not None else self.now.text
        stands = f"stand: {self.standing.lower()}" if self.standing else ""
        if share is not None:
            return ", ".join(part for part in (now, WORSE if share < 0 else REACHED if share >= 1 else stands) if part)
        limit = self.direction.lower() if self.baseline.value is not None and self.target.value is not None else ""
        parts = (f"nu {now}", limit, stands) if now else (NOT_MEASURED, stands)
        return ", ".join(part for part in parts if part)


def indicator_bars(edition: Edition, chart: Chart, width: float) -> Scene | None:
    """Draw one bar per row of ``rows``; None when there is none."""
    name = column(chart, "label")
    bars = [_bar(edition, chart, row) for row in edition.rows(role(chart, "rows")) if edition.shows(row, name)]
    if not bars:
        return None
    shapes = [shape for place, bar in enumerate(bars) for shape in _drawn(bar, (place + 0.62) * PITCH, width)]
    said = "; ".join(f"{bar.number} {bar.label}: {bar.sentence}".strip() for bar in bars)
    description = f"Voortgang van elke indicator, van beginwaarde naar streefwaarde. {said}."
    return Scene(width, len(bars) * PITCH, tuple(shapes), description, _twin(bars))


def _bar(edition: Edition, chart: Chart, row: str) -> _Bar:
    name = column(chart, "label")
    paths = [role(chart, part) for part in ("link", "value", "date")]
    newest = edition.newest(row, *paths) if all(paths) else ""
    return _Bar(
        edition.answers.number(row),
        edition.line(row, name) or edition.answers.title(row),
        Cell(row, name),
        _figure(edition, row, column(chart, "baseline")),
        _figure(edition, newest, column(chart, "value")),
        _figure(edition, row, column(chart, "target")),
        *(_words(edition, row, column(chart, part)) for part in ("unit", "standing", "direction")),
    )


def _figure(edition: Edition, row: str, name: str) -> _Figure:
    if not row or not name:
        return _Figure()
    text = edition.gist(row, name) or edition.line(row, name)
    return _Figure(text, Cell(row, name), edition.number_of(row, name))


def _words(edition: Edition, row: str, name: str) -> str:
    return edition.line(row, name) if name else ""


def _drawn(bar: _Bar, y: float, width: float) -> list[Shape]:
    label = width * LABEL_SHARE
    start, end = NUMBER + label + FIGURE + LANE, width - FIGURE
    lines = wrap(bar.label, label, SIZE, Weight.REGULAR, 2)
    middle, first = y + SIZE / 3, y + SIZE / 3 - (len(lines) - 1) * SIZE * 0.6
    return [
        Text(0, middle, bar.number, SIZE, Weight.SEMIBOLD, Tone.PRIMARY, Anchor.START, bar.cell),
        *(Text(NUMBER, first + n * SIZE * 1.2, line, SIZE, cell=bar.cell) for n, line in enumerate(lines)),
        _number(bar.baseline, start - LANE - 6, middle, Weight.REGULAR, Tone.INK2, Anchor.END),
        Line(start, y, end, y, Tone.TRACK, THICK),
        *_values(bar, y, start, end),
        _number(bar.target, end + 9, middle, Weight.SEMIBOLD, Tone.INK, Anchor.START),
    ]


def _number(figure: _Figure, x: float, y: float, weight: Weight, tone: Tone, anchor: Anchor) -> Text:
    return Text(
        x, y, shorten(figure.text or UNKNOWN, FIGURE - 6, SIZE, weight), SIZE, weight, tone, anchor, figure.cell
    )


def _values(bar: _Bar, y: float, start: float, end: float) -> list[Shape]:
    share = bar.share
    x = start if share is None else start - LANE + DOT if share < 0 else start + min(share, 1.0) * (end - start)
    tone = Tone.WARN if share is not None and share < 0 else Tone.PRIMARY
    shapes: list[Shape] = []
    if share is not None and share > 0:
        shapes.append(Line(start, y, x, y, Tone.PRIMARY, THICK))
    if bar.target.value is not None:
        shapes.append(Line(end, y - TICK, end, y + TICK, Tone.INK, 2.5, cell=bar.target.cell))
    if bar.baseline.value is not None:
        shapes.append(Circle(start, y, DOT, Tone.SURFACE, Tone.INK2, 1.75, cell=bar.baseline.cell))
    if share is not None:
        shapes.append(Circle(x, y, DOT + 0.5, tone, cell=bar.now.cell))
    return [*shapes, _sentence(bar, x, y, start, end)]


def _sentence(bar: _Bar, x: float, y: float, start: float, end: float) -> Text:
    """Return the words above the bar: around the dot, or around the middle where there is no dot."""
    share = bar.share
    low, high = start - LANE - FIGURE, end + FIGURE
    text = shorten(bar.sentence, high - low, SMALL, Weight.SEMIBOLD)
    size = width_of(text, SMALL, Weight.SEMIBOLD)
    middle = (start + end) / 2 if share is None else x
    left = min(max(middle - size / 2, low), high - size)
    tone = Tone.INK2 if share is None else Tone.WARN if share < 0 else Tone.PRIMARY
    return Text(left, y - 8.5, text, SMALL, Weight.SEMIBOLD, tone, Anchor.START, bar.now.cell)


def _twin(bars: list[_Bar]) -> Twin:
    rows = tuple(
        (
            bar.number,
            bar.label,
            *(figure.text or UNKNOWN for figure in (bar.baseline, bar.now, bar.target)),
            bar.sentence,
        )
        for bar in bars
    )
    columns = ("Nr", "Indicator", "Begin", "Nu", "Streefwaarde", "Stand")
    return Twin(columns, rows, (False, False, True, True, True, False), tuple(bar.cell for bar in bars))
