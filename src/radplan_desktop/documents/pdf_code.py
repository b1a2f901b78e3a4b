"""The box with the fingerprint and its QR code."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode import qrencoder
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from radplan_desktop.charts.measure import break_lines
from radplan_desktop.charts.scene import Weight
from radplan_desktop.documents.glyphs import printable
from radplan_desktop.documents.pdf_look import INK, INK2, LINE, MM, ZEBRA, Style
from radplan_desktop.documents.pdf_text import draw_lines
from radplan_desktop.documents.story import CodeBox

LEAD = Style(10, 13, color=INK2)
CODE = Style(18, 24, Weight.SEMIBOLD)
NOTE = Style(9.25, 12.2, color=INK2)
PAD = 14.0
GAP = 18.0
LARGE, SMALL = 29 * MM, 20 * MM


@lru_cache(maxsize=4)
def _modules(content: str) -> tuple[tuple[bool, ...], ...]:
    """Return the dark modules of a QR code of UTF-8 text, row by row, without the quiet zone."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(content))
    code.make()
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def draw_qr(canvas: Canvas, x: float, top: float, size: float, content: str) -> None:
    """Draw a QR code as one filled path; the caller keeps four modules around it free."""
    rows = _modules(content)
    module = size / len(rows)
    path = canvas.beginPath()
    for row, modules in enumerate(rows):
        column = 0
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                path.rect(x + column * module, top - (row + 1) * module, length * module, module)
            column += length
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


class CodeFrame(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """The box, as wide as the text; on the cover it is framed, under signatures it has a ground."""

    def __init__(self, box: CodeBox) -> None:
        super().__init__()
        self.box = box
        self.size, self.pad = (LARGE, PAD) if box.framed else (SMALL, PAD * 2 / 3)
        self.spaceBefore = 12

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Return the size: that of the QR code with room around it."""
        room = available - self.size - 2 * self.pad - GAP
        self._texts = [
            (break_lines(printable(text), room, style.size, style.weight), style)
            for text, style in ((self.box.lead, LEAD), (self.box.code, CODE), (self.box.note, NOTE))
        ]
        text = sum(len(lines) * style.leading for lines, style in self._texts)
        self.width, self.height = available, max(self.size, text) + 2 * self.pad
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box."""
        canvas = self.canv
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(1)
        canvas.setFillColor(ZEBRA)
        canvas.roundRect(0.5, 0.5, self.width - 1, self.height - 1, 4, stroke=self.box.framed, fill=not self.box.framed)
        draw_qr(canvas, self.pad, (self.height + self.size) / 2, self.size, self.box.content)
        text = sum(len(lines) * style.leading for lines, style in self._texts)
        top = (self.height + text) / 2
        for lines, style in self._texts:
            draw_lines(canvas, self.pad + self.size + GAP, top, lines, style)
            top -= len(lines) * style.leading
