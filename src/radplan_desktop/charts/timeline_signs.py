"""How the things on a timeline look: bars, diamonds, squares and discs, each by how far it is."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Anchor, Circle, Polyline, Rect, Shape, Tone
from radplan_desktop.charts.strokes import LEADING, tick
from radplan_desktop.charts.timeline_items import Sign, State
from radplan_desktop.charts.timeline_rows import BAR, INSIDE, OUTSIDE, SIGN, SIZE, TICK, Place
from radplan_desktop.plan.values import Cell

LEAST_TICKED = 14.0
TONES = {Sign.BAR: Tone.PRIMARY, Sign.DIAMOND: Tone.OTHER, Sign.SQUARE: Tone.WARN_MARK, Sign.DISC: Tone.PRIMARY}


class _Look(NamedTuple):
    fill: Tone
    stroke: Tone
    dashed: bool
    text: Tone


def _look(state: State, sign: Sign) -> _Look:
    tone = TONES[sign]
    match state:
        case State.DONE | State.PAST:
            return _Look(tone, tone, dashed=False, text=Tone.ON_PRIMARY)
        case State.RUNNING:
            return _Look(Tone.TINT if sign is Sign.BAR else Tone.SURFACE, tone, dashed=False, text=Tone.PRIMARY)
        case State.LATE:
            return _Look(Tone.WARN_TINT, Tone.WARN_MARK, dashed=False, text=Tone.WARN)
    return _Look(Tone.SURFACE, tone, dashed=sign is Sign.BAR, text=Tone.PRIMARY)


def drawn(place: Place, sign: Sign, y: float) -> tuple[list[Shape], list[Shape]]:
    """Return an item around height ``y``: its shape, and its name, which goes over the line of today."""
    item = place.item
    look = _look(item.state, sign)
    shapes = _shape(sign, look, (place.start, place.stop), y, item.cell)
    if item.state is State.DONE:
        shapes += _ticked(sign, (place.start, place.stop), y, item.cell)
    if place.inside:
        style = INSIDE._replace(tone=look.text)
        return shapes, [style.centred(place.lines[0], place.x, y, item.cell)]
    tone = Tone.WARN if item.state is State.LATE else Tone.INK
    return shapes, [_ground(place, y), *_name(place, y, tone)]


def _name(place: Place, y: float, tone: Tone) -> list[Shape]:
    style = OUTSIDE._replace(tone=tone, anchor=place.anchor)
    return style.lines(place.lines, place.x, y - style.height(place.lines) / 2, place.item.cell)


def _ground(place: Place, y: float) -> Rect:
    """Return the ground on which a name stands, so that no grid line runs through it."""
    room = max(width(line, SIZE) for line in place.lines)
    left = place.x - (room if place.anchor is Anchor.END else 0.0)
    height = len(place.lines) * SIZE * LEADING
    return Rect(left - 1, y - height / 2, room + 2, height, fill=Tone.SURFACE)


def _shape(sign: Sign, look: _Look, ends: tuple[float, float], y: float, cell: Cell | None) -> list[Shape]:
    start, stop = ends
    middle = (start + stop) / 2
    match sign:
        case Sign.BAR:
            radius = min(3.0, (stop - start) / 2)
            box = (start + 0.5, y - BAR / 2, stop - start - 1, BAR)
            return [Rect(*box, radius, look.fill, look.stroke, 1, look.dashed, cell)]
        case Sign.DIAMOND:
            reach = SIGN + 0.7
            points = (
                (middle - reach, y),
                (middle, y - reach),
                (middle + reach, y),
                (middle, y + reach),
                (middle - reach, y),
            )
            return [Polyline(points, look.fill, look.stroke, 1.4, cell=cell)]
        case Sign.SQUARE:
            return [Rect(middle - SIGN, y - SIGN, 2 * SIGN, 2 * SIGN, 2, look.fill, look.stroke, 1.4, cell=cell)]
    return [Circle(middle, y, SIGN, look.fill, look.stroke, 1.4, cell=cell)]


def _ticked(sign: Sign, ends: tuple[float, float], y: float, cell: Cell | None) -> list[Shape]:
    start, stop = ends
    if sign is not Sign.BAR:
        return [tick((start + stop) / 2, y, 5.5, Tone.SURFACE, cell)]
    return [tick(start + TICK / 2 + 2, y, 6, Tone.ON_PRIMARY, cell)] if stop - start >= LEAST_TICKED else []


def swatch(state: State, sign: Sign, x: float, y: float) -> list[Shape]:
    """Return an example of a look for the legend, at most 18 points wide from ``x`` on."""
    ends = (x, x + 18) if sign is Sign.BAR else (x + 4, x + 4 + 2 * SIGN)
    shapes = _shape(sign, _look(state, sign), ends, y, None)
    return [*shapes, *(_ticked(sign, ends, y, None) if state is State.DONE else [])]
