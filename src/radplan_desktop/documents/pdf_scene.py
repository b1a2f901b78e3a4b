"""A chart on the page: its shapes drawn with the colours of paper."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Anchor, Circle, Line, Polyline, Rect, Scene, Shape, Text, Tone
from radplan_desktop.documents.glyphs import on_one_line
from radplan_desktop.documents.pdf_fonts import FONTS
from radplan_desktop.documents.pdf_look import BODY_HEIGHT, TONES

TALLEST = float(BODY_HEIGHT) * 0.8
AROUND = (4.0, 10.0)
_DASH = (3.5, 2.5)
_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def fits_on_a_page(scene: Scene) -> bool:
    """Whether a drawing can stand on one page below a heading."""
    return scene.height <= TALLEST


class SceneFigure(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A drawing in the running text; it never splits."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene, self.width, self.height = scene, scene.width, scene.height
        self.spaceBefore, self.spaceAfter = AROUND

    def draw(self) -> None:
        """Draw the shapes in order."""
        for shape in self.scene.shapes:
            self.canv.saveState()
            _draw(self.canv, shape, self.height)
            self.canv.restoreState()

    def lead(self, _available: float) -> float:
        """Return the height that has to stay with a heading above it: all of it."""
        return self.scene.height + AROUND[0]


def _draw(canvas: Canvas, shape: Shape, height: float) -> None:
    match shape:
        case Text():
            _text(canvas, shape, height)
        case Line():
            _stroke(canvas, shape.tone, shape.thickness, dashed=shape.dashed)
            canvas.line(shape.x1, height - shape.y1, shape.x2, height - shape.y2)
        case Rect():
            _paint(canvas, shape)
            flags = {"stroke": int(shape.stroke is not None), "fill": int(shape.fill is not None)}
            canvas.roundRect(shape.x, height - shape.y - shape.height, shape.width, shape.height, shape.radius, **flags)
        case Circle():
            _paint(canvas, shape)
            flags = {"stroke": int(shape.stroke is not None), "fill": int(shape.fill is not None)}
            canvas.circle(shape.x, height - shape.y, shape.radius, **flags)
        case Polyline():
            _paint(canvas, shape)
            path = canvas.beginPath()
            path.moveTo(shape.points[0][0], height - shape.points[0][1])
            for x, y in shape.points[1:]:
                path.lineTo(x, height - y)
            if shape.fill is not None:
                path.close()
            canvas.drawPath(path, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None))


def _paint(canvas: Canvas, shape: Rect | Circle | Polyline) -> None:
    if shape.fill is not None:
        canvas.setFillColor(TONES[shape.fill])
    if shape.stroke is not None:
        _stroke(canvas, shape.stroke, shape.thickness, dashed=shape.dashed)


def _stroke(canvas: Canvas, tone: Tone, thickness: float, *, dashed: bool) -> None:
    canvas.setStrokeColor(TONES[tone])
    canvas.setLineWidth(thickness)
    if dashed:
        canvas.setDash(*_DASH)


def _text(canvas: Canvas, shape: Text, height: float) -> None:
    words = on_one_line(shape.text)
    canvas.setFont(FONTS[shape.weight], shape.size)
    canvas.setFillColor(TONES[shape.tone])
    left = shape.x - width(words, shape.size, shape.weight) * _SHIFT[shape.anchor]
    canvas.drawString(left, height - shape.y, words)
