"""The process line: swim lanes of who does it, the steps in order from left to right, and connectors between them.

A flow that is too long for the width goes on in a next band of lanes. Every connector keeps to the gutter before the step it
leads to, so that it crosses no step and no side exit. What to do in acute danger stands apart, at the top right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.measure import widest_piece
from radplan_desktop.charts.measure import width as measured
from radplan_desktop.charts.process_steps import OPEN, Process, Step, description, is_emergency, processes, twin
from radplan_desktop.charts.scene import Anchor, Circle, Line, Rect, Scene, Shape, Tone, Weight
from radplan_desktop.charts.strokes import STROKE, Point, Style, arrow
from radplan_desktop.guideline.model import Chart

LEAST_WIDTH = 220.0
GUTTER, MARGIN = 18.0, 11.0
PITCH = (92.0, 152.0)
PAD, ABOVE, BELOW = 6.0, 9.0, 8.0
BADGE, DROP, BETWEEN = 7.0, 11.0, 15.0
LABEL = (56.0, 0.19)
WHAT, TERM = Style(9.0, Weight.SEMIBOLD), Style(8.5, tone=Tone.INK2)
OPEN_WORDS = Style(8.5, Weight.SEMIBOLD, Tone.WARN)
EXIT, EXIT_ACUTE = TERM._replace(anchor=Anchor.MIDDLE), Style(8.5, Weight.SEMIBOLD, Tone.DANGER, Anchor.MIDDLE)
LANE, LANE_OPEN = Style(9.0, Weight.SEMIBOLD), Style(9.0, Weight.SEMIBOLD, Tone.WARN)
TITLE, ALARM = Style(10.5, Weight.SEMIBOLD), Style(9.0, Weight.SEMIBOLD, Tone.DANGER)
WHAT_LINES, TERM_LINES, EXIT_LINES, LANE_LINES, ALARM_LINES = 5, 2, 6, 4, 3
ALARM_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the steps stand: ``across`` of them in a band, ``pitch`` apart, after a column of ``label`` points."""

    width: float
    label: float
    across: int
    pitch: float

    @property
    def box(self) -> float:
        """How wide the box of a step is."""
        return self.pitch - GUTTER

    def left(self, place: int) -> float:
        """Return the left edge of a box."""
        return self.label + GUTTER + place * self.pitch


class _Box(NamedTuple):
    """A step with its texts broken to the width of its box."""

    step: Step
    what: list[str]
    term: list[str]
    missing: list[str]
    exit: list[str]

    @property
    def height(self) -> float:
        return 2 * PAD + WHAT.height(self.what) + TERM.height(self.term) + OPEN_WORDS.height(self.missing)

    @property
    def tail(self) -> float:
        """How far its side exit hangs under it."""
        return DROP + EXIT.height(self.exit) + PAD if self.exit else 0.0


@dataclass(frozen=True, slots=True)
class _Lane:
    """One lane of a band: from y ``top`` on, ``height`` high, its boxes ``box`` high."""

    label: list[str]
    known: bool
    top: float
    height: float
    box: float

    @property
    def middle(self) -> float:
        """The height at which connectors meet the boxes."""
        return self.top + ABOVE + self.box / 2


def process_line(edition: Edition, chart: Chart, width: float) -> Scene | None:
    """Draw ``rows``: ``what`` by ``who`` ``within`` a term, perhaps an ``exit``, in ``order`` per ``process``; None when empty."""
    found = processes(edition, chart)
    if not found:
        return None
    width = max(width, LEAST_WIDTH)
    label = _label([step for process in found for step in process.steps], width)
    shapes: list[Shape] = []
    y = 0.75
    for process in found:
        y += BETWEEN if shapes else 0.0
        drawn, y = _process(process, y, _grid(len(process.steps), label, width))
        shapes += drawn
    return Scene(width, y + 1, tuple(shapes), description(chart.label, found), twin(edition, chart, found))


def _process(process: Process, top: float, grid: _Grid) -> tuple[list[Shape], float]:
    shapes, top = _header(process, top, grid.width)
    lanes = list(dict.fromkeys(step.lane for step in process.steps))
    before: Point | None = None
    for start in range(0, len(process.steps), grid.across):
        boxes = [_box(step, grid) for step in process.steps[start : start + grid.across]]
        top += BETWEEN if start else 0.0
        band = _lanes(boxes, lanes, top, grid)
        bottom = top + sum(lane.height for lane in band.values())
        shapes += [*_frame(band, top, bottom, grid), *_connectors(boxes, band, grid)]
        if before is not None:
            shapes += _carried_on(before, (grid.left(0), band[boxes[0].step.lane].middle), top, grid)
        for place, box in enumerate(boxes):
            shapes += _drawn(box, grid.left(place), band[box.step.lane], grid)
        before = (grid.left(len(boxes) - 1) + grid.box, band[boxes[-1].step.lane].middle)
        top = bottom
    return shapes, top


def _label(steps: Sequence[Step], width: float) -> float:
    """Return how wide the column with the names of the lanes is."""
    names = " ".join([step.who for step in steps if step.who] or [OPEN])
    least, share = LABEL
    return min(max(widest_piece(names, LANE.size, LANE.weight) + 2 * PAD + 1, least), width * share)


def _grid(count: int, label: float, width: float) -> _Grid:
    room = width - label - MARGIN
    bands = max(1, -(-count // max(1, int(room // PITCH[0]))))
    across = max(1, -(-count // bands))
    return _Grid(width, label, across, min(room / across, PITCH[1]))


def _box(step: Step, grid: _Grid) -> _Box:
    room = grid.box - 2 * PAD
    return _Box(
        step,
        WHAT.wrap(step.what or OPEN, room, WHAT_LINES),
        TERM.wrap(step.term, room, TERM_LINES),
        OPEN_WORDS.wrap(step.missing, room, 2),
        EXIT.wrap(step.exit, room, EXIT_LINES),
    )


def _header(process: Process, top: float, width: float) -> tuple[list[Shape], float]:
    """Return the title of a process and what to do in acute danger, and the y under them."""
    shapes: list[Shape] = []
    bottom = top
    for step in process.acute:
        words = f"{step.what} · {step.term.lower()}" if step.term else step.what
        lines = ALARM.wrap(words, width * ALARM_SHARE - 2 * PAD, ALARM_LINES)
        room = max(measured(line, ALARM.size, ALARM.weight) for line in lines) + 2 * PAD
        height = ALARM.height(lines) + PAD
        shapes.append(
            Rect(width - room - 0.75, bottom, room, height, 4, Tone.DANGER_TINT, Tone.DANGER, 1, cell=step.cell)
        )
        shapes += ALARM.lines(lines, width - room - 0.75 + PAD, bottom + PAD / 2, step.cell)
        bottom += height + 5
    room = width * (1 - ALARM_SHARE) - 12 if process.acute else width
    title = TITLE.wrap(process.title, room, 2)
    shapes += TITLE.lines(title, 0, top)
    return shapes, max(bottom, top + TITLE.height(title) + 6 if title else top)


def _lanes(boxes: Sequence[_Box], order: Sequence[str], top: float, grid: _Grid) -> dict[str, _Lane]:
    """Return the lanes of a band by who: only those in which something happens."""
    found: dict[str, _Lane] = {}
    for who in order:
        here = [box for box in boxes if box.step.lane == who]
        if here:
            name = here[0].step.who
            label = (LANE if name else LANE_OPEN).wrap(name or f"Wie: {OPEN}", grid.label - 2 * PAD, LANE_LINES)
            height = max(box.height for box in here)
            deepest = max(height + box.tail for box in here)
            whole = max(ABOVE + deepest + BELOW, LANE.height(label) + 2 * ABOVE)
            found[who] = _Lane(label, bool(name), top, whole, height)
            top += whole
    return found


def _frame(band: dict[str, _Lane], top: float, bottom: float, grid: _Grid) -> Iterator[Shape]:
    for place, lane in enumerate(band.values()):
        if place % 2 == 0:
            yield Rect(0.75, lane.top, grid.width - 1.5, lane.height, fill=Tone.SURFACE2)
        if place:
            yield Line(0.75, lane.top, grid.width - 0.75, lane.top, Tone.LINE)
        style = LANE if lane.known else LANE_OPEN
        yield from style.lines(lane.label, PAD, lane.middle - style.height(lane.label) / 2)
    yield Line(grid.label, top, grid.label, bottom, Tone.LINE)
    yield Rect(0.75, top, grid.width - 1.5, bottom - top, stroke=Tone.LINE)


def _connectors(boxes: Sequence[_Box], band: dict[str, _Lane], grid: _Grid) -> Iterator[Shape]:
    for place in range(1, len(boxes)):
        start = band[boxes[place - 1].step.lane].middle
        end = band[boxes[place].step.lane].middle
        left, right = grid.left(place - 1) + grid.box, grid.left(place)
        gutter = right - GUTTER / 2
        bends = [] if start == end else [(gutter, start), (gutter, end)]
        yield from arrow([(left, start), *bends, (right, end)])


def _carried_on(before: Point, after: Point, top: float, grid: _Grid) -> list[Shape]:
    """Return the connector from the last step of a band, around the right, to the first step of the next."""
    right, left, between = grid.width - MARGIN / 2, after[0] - GUTTER / 2, top - BETWEEN / 2
    return arrow([before, (right, before[1]), (right, between), (left, between), (left, after[1]), after])


def _drawn(box: _Box, x: float, lane: _Lane, grid: _Grid) -> Iterator[Shape]:
    cell, top = box.step.cell, lane.top + ABOVE
    fill, stroke = (Tone.WARN_TINT, Tone.WARN_MARK) if box.missing else (Tone.SURFACE, Tone.PRIMARY)
    yield Rect(x, top, grid.box, lane.box, 4, fill, stroke, STROKE, bool(box.missing), cell)
    y = top + (lane.box - box.height) / 2 + PAD
    for style, lines in ((WHAT, box.what), (TERM, box.term), (OPEN_WORDS, box.missing)):
        yield from style.lines(lines, x + PAD, y, cell)
        y += style.height(lines)
    yield Circle(x + 2, top, BADGE, Tone.WARN if box.missing else Tone.PRIMARY, Tone.SURFACE, 1, cell=cell)
    yield Style(8.0, Weight.SEMIBOLD, Tone.ON_PRIMARY, Anchor.MIDDLE).centred(box.step.number, x + 2, top, cell)
    if box.exit:
        yield from _exit(box, x, top + lane.box, grid)


def _exit(box: _Box, x: float, top: float, grid: _Grid) -> Iterator[Shape]:
    centre, cell = x + grid.box / 2, box.step.cell
    acute = is_emergency(box.step.exit)
    style, stroke = (EXIT_ACUTE, Tone.DANGER) if acute else (EXIT, Tone.INK2)
    yield from arrow([(centre, top), (centre, top + DROP)], dashed=True, cell=cell)
    height = EXIT.height(box.exit) + PAD
    yield Rect(x, top + DROP, grid.box, height, 8, Tone.SURFACE, stroke, 1, dashed=True, cell=cell)
    yield from style.lines(box.exit, centre, top + DROP + PAD / 2, cell)
