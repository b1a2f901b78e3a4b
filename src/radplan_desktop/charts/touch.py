"""A drawing under the hand: which cell a point means, where a cell stands, and which cell lies next to it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Anchor, Circle, Line, Polyline, Rect, Scene, Shape, Text
from radplan_desktop.plan.values import Cell

ASCENT, DESCENT = 0.75, 0.25
"""How far a text reaches above and below its baseline, in sizes."""
REACH = 3.0
"""How far beside a shape a point still means it, in points."""
ASIDE = 3.0
"""How much a step to the side counts against a step ahead, when looking for what lies next."""
ALIKE = 1.0
_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        """How large it is."""
        return (self.right - self.left) * (self.bottom - self.top)

    def holds(self, x: float, y: float, reach: float = 0.0) -> bool:
        """Whether a point lies in it, or at most ``reach`` beside it."""
        return self.left - reach <= x <= self.right + reach and self.top - reach <= y <= self.bottom + reach


class Way(StrEnum):
    """Where to look for what lies next."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def box_of(shape: Shape) -> Box:
    """Return the rectangle around a shape."""
    match shape:
        case Text():
            room = width(shape.text, shape.size, shape.weight)
            left = shape.x - room * _SHIFT[shape.anchor]
            return Box(left, shape.y - ASCENT * shape.size, left + room, shape.y + DESCENT * shape.size)
        case Rect():
            return Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        case Circle():
            return Box(shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius)
        case Line():
            points: tuple[tuple[float, float], ...] = ((shape.x1, shape.y1), (shape.x2, shape.y2))
        case Polyline():
            points = shape.points
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


@lru_cache(maxsize=16)
def places(scene: Scene) -> dict[Cell, Box]:
    """Return where every cell of a drawing stands, in the order in which it is drawn."""
    shapes: dict[Cell, list[Shape]] = {}
    for shape in scene.shapes:
        if shape.cell is not None:
            shapes.setdefault(shape.cell, []).append(shape)
    return {cell: _place(found) for cell, found in shapes.items()}


def _place(shapes: list[Shape]) -> Box:
    """Return the rectangle of what stands for the cell: its box, else its disc (not the ghost), else its sign, else its words."""
    rects = [shape for shape in shapes if isinstance(shape, Rect)]
    if rects:
        return box_of(rects[0])
    discs = [shape for shape in shapes if isinstance(shape, Circle) and not shape.dashed]
    if discs:
        return box_of(max(discs, key=lambda disc: disc.radius))
    signs = [shape for shape in shapes if isinstance(shape, Polyline) and shape.fill is not None]
    return _around(box_of(shape) for shape in signs[:1] or shapes)


def _around(boxes: Iterator[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


def cell_at(scene: Scene, x: float, y: float) -> Cell | None:
    """Return the cell of the topmost shape at a point, or close to it; None where there is none."""
    for reach in (0.0, REACH):
        for shape in reversed(scene.shapes):
            if shape.cell is not None and box_of(shape).holds(x, y, reach):
                return shape.cell
    return None


def beside(scene: Scene, cell: Cell, way: Way) -> Cell | None:
    """Return the cell that lies next to one; None at the edge. What is straight ahead goes before what is aside."""
    found = places(scene)
    here = found.get(cell)
    if here is None:
        return next(iter(found), None)
    ranked = [(cost, n, other) for n, (other, box) in enumerate(found.items()) if (cost := _cost(here, box, way))]
    return min(ranked)[2] if ranked else None


def _cost(here: Box, there: Box, way: Way) -> float:
    """Return how far a box lies that way; 0 when it does not."""
    across, down = there.centre[0] - here.centre[0], there.centre[1] - here.centre[1]
    ahead = {Way.LEFT: -across, Way.RIGHT: across, Way.UP: -down, Way.DOWN: down}[way]
    if way in (Way.LEFT, Way.RIGHT):
        aside = _gap((here.top, here.bottom), (there.top, there.bottom))
        shift = abs(down)
    else:
        aside = _gap((here.left, here.right), (there.left, there.right))
        shift = abs(across)
    if ahead <= ALIKE:
        return 0.0
    return ahead + ASIDE * aside + shift / 100


def _gap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(0.0, max(one[0], other[0]) - min(one[1], other[1]))
