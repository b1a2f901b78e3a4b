"""Where the things in a lane stand, and where their names: no two of them overlap.

A name stands inside its bar, or right or left of it, on one line or on two; where it would cover something else it goes to a next
row. A lane that would need too many rows shows numbers, and the names follow in a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Anchor, Weight
from radplan_desktop.charts.strokes import Style
from radplan_desktop.charts.timeline_axis import Axis
from radplan_desktop.charts.timeline_items import Item, Lane, Sign, State

SIZE = 8.5
BAR, SIGN, ROW, AROUND = 13.0, 5.5, 17.0, 4.0
LEAST_BAR, TICK = 7.0, 12.0
ASIDE, APART = 4.0, 5.0
LEAST_ROOM = 40.0
NAME_LINES, MOST_ROWS = 2, 9
OUTSIDE = Style(SIZE)
INSIDE = Style(SIZE, Weight.SEMIBOLD)


class Place(NamedTuple):
    """Where an item and its name stand: the item from x ``start`` to ``stop``, all of it from ``low`` to ``high``."""

    item: Item
    start: float
    stop: float
    lines: list[str]
    x: float
    anchor: Anchor
    inside: bool
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rows:
    """A lane laid out: its rows of places, and whether names gave way to numbers."""

    lane: Lane
    rows: list[list[Place]]
    numbered: bool

    @property
    def height(self) -> float:
        """How high the lane is."""
        return 2 * AROUND + sum(row_height(row) for row in self.rows)


def row_height(row: Sequence[Place]) -> float:
    """Return how high one row is."""
    return max(ROW, *(OUTSIDE.height(place.lines) + 3 for place in row))


def lay_out(lane: Lane, axis: Axis, today: float | None) -> Rows:
    """Return the rows of a lane. ``today`` is the x of the line of today, which names inside bars keep clear of."""
    dated = sorted((item for item in lane.items if item.begin is not None), key=lambda item: (item.begin, item.end))
    named = _packed([_candidates(item, item.name, lane.sign, axis, today) for item in dated])
    if len(named) <= MOST_ROWS:
        return Rows(lane, named, numbered=False)
    return Rows(
        lane, _packed([_candidates(item, item.number, lane.sign, axis, today) for item in dated]), numbered=True
    )


def _packed(items: Sequence[Sequence[Place]]) -> list[list[Place]]:
    rows: list[list[Place]] = []
    for candidates in items:
        if not any(_fitted(row, candidates) for row in rows):
            rows.append([candidates[0]])
    return rows


def _fitted(row: list[Place], candidates: Sequence[Place]) -> bool:
    """Add the first place that overlaps nothing in the row; False when each of them does."""
    for place in candidates:
        if all(place.high + APART <= other.low or other.high + APART <= place.low for other in row):
            row.append(place)
            return True
    return False


def _candidates(item: Item, name: str, sign: Sign, axis: Axis, today: float | None) -> list[Place]:
    """Return the places an item can have, best first; there is always one."""
    start, stop = _ends(item, sign, axis)
    found = [] if sign is not Sign.BAR else [*_inside(item, name, (start, stop), today)]
    sides = {Anchor.START: axis.right - stop - ASIDE, Anchor.END: start - axis.left - ASIDE}
    found += sorted(_beside(item, name, (start, stop), sides, 1), key=lambda place: _crosses(place, today))
    found = found or [*_beside(item, name, (start, stop), sides, NAME_LINES)]
    if found:
        return found
    side = max(sides, key=lambda anchor: sides[anchor])
    if sign is Sign.BAR and (room := stop - start - 2 * ASIDE - _tick(item)) > sides[side]:
        return [*_inside(item, INSIDE.wrap(name, room, 1)[0], (start, stop), today)]
    return [_outside(item, OUTSIDE.wrap(name, sides[side], NAME_LINES), (start, stop), side)]


def _crosses(place: Place, today: float | None) -> bool:
    """Whether the line of today runs through a name."""
    return today is not None and place.low < today < place.high and not place.start <= today <= place.stop


def _ends(item: Item, sign: Sign, axis: Axis) -> tuple[float, float]:
    if item.begin is None or item.end is None:
        raise ValueError("an item without a date has no place")
    if sign is Sign.BAR:
        start = min(axis.x(item.begin), axis.right - LEAST_BAR)
        return start, max(axis.end(item.end), start + LEAST_BAR)
    middle = min(max(axis.x(item.begin), axis.left + SIGN), axis.right - SIGN)
    return middle - SIGN, middle + SIGN


def _inside(item: Item, name: str, ends: tuple[float, float], today: float | None) -> Iterator[Place]:
    start, stop = ends
    text = width(name, INSIDE.size, INSIDE.weight)
    first = start + ASIDE + _tick(item)
    last = stop - ASIDE - text
    if first > last:
        return
    crossed = today is not None and first - 2 < today < first + text + 2
    x = today + ASIDE if crossed and today is not None and today + ASIDE <= last else first
    yield Place(item, start, stop, [name], x, Anchor.START, inside=True, low=start, high=stop)


def _tick(item: Item) -> float:
    """Return the room for the tick before the name of what is done."""
    return TICK if item.state is State.DONE else 0.0


def _beside(item: Item, name: str, ends: tuple[float, float], sides: dict[Anchor, float], most: int) -> Iterator[Place]:
    for side, room in sides.items():
        if room >= LEAST_ROOM or width(name, SIZE) <= room:
            lines = OUTSIDE.wrap(name, room, most + 1)
            if len(lines) <= most:
                yield _outside(item, lines, ends, side)


def _outside(item: Item, lines: list[str], ends: tuple[float, float], side: Anchor) -> Place:
    start, stop = ends
    text = max(width(line, SIZE) for line in lines)
    if side is Anchor.START:
        x = stop + ASIDE
        return Place(item, start, stop, lines, x, side, inside=False, low=start, high=x + text)
    x = start - ASIDE
    return Place(item, start, stop, lines, x, side, inside=False, low=x - text, high=stop)
