"""Looking at a drawing: where its shapes are, what its texts say, and whether they are in each other's way."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Anchor, Circle, Line, Polyline, Rect, Scene, Shape, Text, Tone

ASCENT, DESCENT = 0.72, 0.22
"""How far capitals and tails reach from the baseline, in sizes of the bundled font."""
SLACK = 0.6
_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


class Box(NamedTuple):
    """The rectangle around a shape."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether two rectangles share more than an edge."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > SLACK and down > SLACK


def box(shape: Shape) -> Box:
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


def texts(scene: Scene) -> list[Text]:
    """Return the texts of a drawing."""
    return [shape for shape in scene.shapes if isinstance(shape, Text)]


def said(scene: Scene) -> list[str]:
    """Return what the texts of a drawing say."""
    return [text.text for text in texts(scene)]


def outside(scene: Scene) -> list[Shape]:
    """Return the shapes that leave the drawing."""
    inner = Box(-SLACK, -SLACK, scene.width + SLACK, scene.height + SLACK)
    found = [(shape, box(shape)) for shape in scene.shapes]
    return [
        shape
        for shape, b in found
        if b.left < inner.left or b.top < inner.top or b.right > inner.right or b.bottom > inner.bottom
    ]


def overlapping(scene: Scene) -> list[tuple[str, str]]:
    """Return the pairs of texts that stand over each other."""
    found = [(text.text, box(text)) for text in texts(scene) if text.text.strip()]
    return [(a, b) for (a, one), (b, other) in combinations(found, 2) if one.overlaps(other)]


def touching(shapes: list[Circle]) -> list[tuple[Circle, Circle]]:
    """Return the pairs of circles that touch each other."""
    return [
        (a, b)
        for a, b in combinations(shapes, 2)
        if (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < (a.radius + b.radius - SLACK) ** 2
    ]


def discs(scene: Scene) -> list[Circle]:
    """Return the discs and ghosts of a map."""
    return [shape for shape in scene.shapes if isinstance(shape, Circle)]


def rects(scene: Scene, tone: Tone) -> list[Rect]:
    """Return the rectangles that are filled with a tone."""
    return [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.fill is tone]


def legible(scene: Scene) -> None:
    """Fail when a shape leaves the drawing or a text stands over another."""
    assert outside(scene) == []
    assert overlapping(scene) == []
