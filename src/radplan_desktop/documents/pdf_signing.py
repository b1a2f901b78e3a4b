"""Signature blocks on the page: two beside each other, each whole."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from radplan_desktop.charts.measure import wrap
from radplan_desktop.charts.scene import Weight
from radplan_desktop.documents.glyphs import on_one_line
from radplan_desktop.documents.pdf_look import INK2, LINE, MM, PETROL, WIDTH, Style
from radplan_desktop.documents.pdf_text import draw_lines
from radplan_desktop.documents.story import Signer

ORGANISATION = Style(12.5, 15.5, Weight.SEMIBOLD, PETROL)
ROLE = Style(9.5, 12.5, color=INK2)
NAME = Style(10.5, 13.2, Weight.SEMIBOLD)
TEXT = Style(10.5, 13.2)
LABEL = Style(9.5, 13.2, color=INK2)
HINT = Style(8.5, 11, color=INK2)
GUTTER = 11.0
PAD = 11.0
BOX = 22.5 * MM
LABEL_WIDTH = 46.0
ROW = 17.0
MOST_LINES = 3


class _Line:
    """A label with text beside it, or a dotted line to write on."""

    def __init__(self, label: str, text: str, room: float, style: Style) -> None:
        self.label, self.style = label, style
        self.lines = wrap(on_one_line(text), room, style.size, style.weight, MOST_LINES) if text.strip() else []
        self.height = max(ROW, (len(self.lines) - 1) * style.leading + ROW) if self.lines else ROW + 3

    def draw(self, canvas: Canvas, x: float, top: float, right: float) -> None:
        """Draw the line between x and right."""
        if self.lines:
            draw_lines(canvas, x, top, [self.label], LABEL)
            draw_lines(canvas, x + LABEL_WIDTH, top, self.lines, self.style)
            return
        draw_lines(canvas, x, top - 7, [self.label], LABEL)
        canvas.setStrokeColor(INK2)
        canvas.setLineWidth(0.75)
        canvas.setDash(0.75, 2)
        canvas.line(x + LABEL_WIDTH, top - self.height + 3, right, top - self.height + 3)
        canvas.setDash()


class _Block:
    """One block: who signs, where and when, and the box for the signature."""

    def __init__(self, signer: Signer, size: float) -> None:
        room = size - 2 * PAD
        self.size = size
        self.organisation = self._broken(signer.organisation, room, ORGANISATION)
        self.role = self._broken(signer.role, room, ROLE)
        text = room - LABEL_WIDTH
        self.lines = (
            _Line("Naam", signer.name, text, NAME),
            _Line("Functie", signer.function, text, TEXT),
            _Line("Plaats", "", text, TEXT),
            _Line("Datum", "", text, TEXT),
        )

    @staticmethod
    def _broken(text: str, room: float, style: Style) -> list[str]:
        words = on_one_line(text)
        return wrap(words, room, style.size, style.weight, MOST_LINES) if words else []

    @property
    def head(self) -> float:
        """Return the height of organisation and role."""
        return len(self.organisation) * ORGANISATION.leading + len(self.role) * ROLE.leading + 6

    @property
    def height(self) -> float:
        """Return the height of the whole block."""
        return 2 * PAD + self.head + sum(line.height for line in self.lines) + 6 + BOX

    def draw(self, canvas: Canvas, x: float, top: float, head: float, height: float) -> None:
        """Draw the block in a frame of this height; ``head`` is the height of the tallest head beside it."""
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(1)
        canvas.roundRect(x + 0.5, top - height + 0.5, self.size - 1, height - 1, 4)
        left, right, y = x + PAD, x + self.size - PAD, top - PAD
        draw_lines(canvas, left, y, self.organisation, ORGANISATION)
        draw_lines(canvas, left, y - len(self.organisation) * ORGANISATION.leading, self.role, ROLE)
        y -= head
        for line in self.lines:
            line.draw(canvas, left, y, right)
            y -= line.height
        canvas.setStrokeColor(INK2)
        canvas.setLineWidth(0.75)
        canvas.roundRect(left, top - height + PAD, right - left, BOX, 3)
        draw_lines(canvas, left + 6, top - height + PAD + BOX - 3, ["Handtekening"], HINT)


class SignatureRow(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """One or two blocks beside each other."""

    def __init__(self, signers: tuple[Signer, ...]) -> None:
        super().__init__()
        self.blocks = [_Block(signer, (WIDTH - GUTTER) / 2) for signer in signers]
        self.head = max(block.head for block in self.blocks)
        self.width = WIDTH
        self.height = max(block.height - block.head for block in self.blocks) + self.head
        self.spaceBefore = self.spaceAfter = GUTTER

    def draw(self) -> None:
        """Draw the blocks."""
        for place, block in enumerate(self.blocks):
            block.draw(self.canv, place * (block.size + GUTTER), self.height, self.head, self.height)
