"""The cover: whose document it is, what it is, and the code to compare."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from radplan_desktop.charts.measure import shorten, width, wrap
from radplan_desktop.charts.scene import Weight
from radplan_desktop.documents.emblem import emblem
from radplan_desktop.documents.glyphs import on_one_line, printable
from radplan_desktop.documents.pdf_code import CodeFrame
from radplan_desktop.documents.pdf_look import (
    BOTTOM,
    EMBLEM,
    INK,
    INK2,
    LINE,
    MM,
    PAGE_HEIGHT,
    PETROL,
    TOP,
    WIDTH,
    Style,
)
from radplan_desktop.documents.pdf_text import draw_lines
from radplan_desktop.documents.story import Cover, Fact

HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
ORGANISATION = Style(17, 20, Weight.SEMIBOLD)
TEAM = Style(10.5, 13.5, color=INK2)
MARK = Style(10.5, 13, Weight.SEMIBOLD)
KIND = Style(17, 22, Weight.SEMIBOLD, PETROL)
TITLE = Style(40, 44, Weight.BOLD)
SUBTITLE = Style(14.5, 19.5, color=INK2)
LABEL = Style(10.5, 13.9, color=INK2)
VALUE = Style(10.5, 13.9, Weight.SEMIBOLD)
RULE = 4.0
EMBLEM_SIZE = 14 * MM
LOGO_WIDTH = 45 * MM
MARK_HEIGHT = 22.0
TITLE_TOP = 66 * MM
TITLE_SIZES = (40.0, 32.0, 26.0, 21.0)
TITLE_LINES, SUBTITLE_LINES, VALUE_LINES = 3, 7, 4
LABEL_SHARE = 0.41
COLUMN_GAP = 14.0
ROW_GAP = 5.5


class CoverPage(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """The whole cover as one drawing that fills its page between the margins."""

    def __init__(self, cover: Cover) -> None:
        super().__init__()
        self.cover, self.width, self.height = cover, WIDTH, HEIGHT

    def draw(self) -> None:
        """Draw the cover from top to bottom."""
        canvas, cover = self.canv, self.cover
        canvas.setFillColor(PETROL)
        canvas.rect(0, HEIGHT - RULE, WIDTH, RULE, stroke=0, fill=1)
        left_of_marks = _marks(canvas, cover, HEIGHT - 15 * MM)
        _sender(canvas, cover, HEIGHT - 8.5 * MM, left_of_marks)
        title_end = _title(canvas, cover, HEIGHT - TITLE_TOP)
        code = CodeFrame(cover.code)
        _, box = code.wrapOn(canvas, WIDTH, HEIGHT)
        code.drawOn(canvas, 0, 9 * MM)
        _facts(canvas, cover.facts, title_end, 9 * MM + box)


def _sender(canvas: Canvas, cover: Cover, top: float, right: float) -> None:
    """Draw the logo or our emblem, with the organisation and its team beside it."""
    logo = emblem(cover.emblem)
    y = top - EMBLEM_SIZE / 2
    left = (_ring(canvas, y) if logo is None else _logo(canvas, logo, y)) + 4.5 * MM
    room = right - left - 8
    names = wrap(on_one_line(cover.organisation), room, ORGANISATION.size, ORGANISATION.weight, 2)
    team = wrap(on_one_line(cover.team), room, TEAM.size, TEAM.weight, 2) if cover.team.strip() else []
    height = len(names) * ORGANISATION.leading + len(team) * TEAM.leading
    start_y = y + height / 2
    draw_lines(canvas, left, start_y, names, ORGANISATION)
    draw_lines(canvas, left, start_y - len(names) * ORGANISATION.leading, team, TEAM)


def _ring(canvas: Canvas, middle: float) -> float:
    """Draw our emblem; return how wide it is."""
    radius, x = EMBLEM_SIZE * 22 / 64, EMBLEM_SIZE * 28 / 64
    canvas.setLineWidth(EMBLEM_SIZE * 12 / 64)
    for color, start, sweep in ((EMBLEM, 90, 90), (PETROL, 180, 270)):
        canvas.setStrokeColor(color)
        canvas.arc(x - radius, middle - radius, x + radius, middle + radius, start, sweep)
    return EMBLEM_SIZE


def _logo(canvas: Canvas, logo: Image.Image, middle: float) -> float:
    """Draw a logo, as large as its place allows; return how wide it is."""
    scale = min(LOGO_WIDTH / logo.width, EMBLEM_SIZE / logo.height)
    wide, high = logo.width * scale, logo.height * scale
    canvas.drawImage(ImageReader(logo), 0, middle - high / 2, wide, high)
    return wide


def _marks(canvas: Canvas, cover: Cover, middle: float) -> float:
    """Draw in boxes at the right who may read this and whether it is a draft; return the x where they begin."""
    right = WIDTH
    for text, dashed in ((cover.marking, False), ("Concept" if cover.concept else "", True)):
        words = shorten(on_one_line(text), WIDTH / 3, MARK.size, MARK.weight)
        if not words:
            continue
        size = width(words, MARK.size, MARK.weight) + 20
        canvas.saveState()
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.25)
        if dashed:
            canvas.setDash(3, 2.2)
        canvas.roundRect(right - size + 0.6, middle - MARK_HEIGHT / 2, size - 1.2, MARK_HEIGHT, 3.5)
        canvas.restoreState()
        draw_lines(canvas, right - size + 10, middle + MARK.leading / 2, [words], MARK)
        right -= size + 8
    return right


def _title(canvas: Canvas, cover: Cover, top: float) -> float:
    """Draw what the document is, its title and subtitle; return the y where they end."""
    draw_lines(canvas, 0, top, [shorten(on_one_line(cover.kind), WIDTH, KIND.size, KIND.weight)], KIND)
    top -= KIND.leading + 4
    title = on_one_line(cover.title)
    for size in TITLE_SIZES:
        style = replace(TITLE, size=size, leading=size * 1.1)
        lines = wrap(title, WIDTH, size, style.weight)
        if len(lines) <= TITLE_LINES:
            break
    lines = wrap(title, WIDTH, style.size, style.weight, TITLE_LINES)
    draw_lines(canvas, 0, top, lines, style)
    top -= len(lines) * style.leading + 8
    subtitle = wrap(on_one_line(cover.subtitle), WIDTH * 0.92, SUBTITLE.size, SUBTITLE.weight, SUBTITLE_LINES)
    if cover.subtitle.strip():
        draw_lines(canvas, 0, top, subtitle, SUBTITLE)
        top -= len(subtitle) * SUBTITLE.leading
    return top


def _facts(canvas: Canvas, facts: tuple[Fact, ...], top: float, bottom: float) -> None:
    """Draw the facts in two columns, between the title and the code box, nearer to the box."""
    half = (len(facts) + 1) // 2
    column = (WIDTH - COLUMN_GAP) / 2
    drawn = [_fact(fact, column) for fact in facts]
    pairs = list(zip_longest(drawn[:half], drawn[half:]))
    heights = [max(len(lines) for pair in row if pair for lines in pair) * VALUE.leading + ROW_GAP for row in pairs]
    y = min(top - 14, max(bottom + sum(heights) + 22 * MM, bottom + (top - bottom) * 0.62))
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.75)
    canvas.line(0, y, WIDTH, y)
    y -= 14
    for row, height in zip(pairs, heights, strict=True):
        if y - height < bottom:
            return
        for x, pair in zip((0.0, column + COLUMN_GAP), row, strict=True):
            if pair is not None:
                draw_lines(canvas, x, y, pair[0], LABEL)
                draw_lines(canvas, x + column * LABEL_SHARE, y, pair[1], VALUE)
        y -= height


def _fact(fact: Fact, column: float) -> tuple[list[str], list[str]]:
    """Return the lines of a label and of its value."""
    label = wrap(on_one_line(fact.label), column * LABEL_SHARE - 8, LABEL.size, LABEL.weight, 2)
    text = " ".join(printable(fact.value.text).split())
    return label, wrap(text, column * (1 - LABEL_SHARE), VALUE.size, VALUE.weight, VALUE_LINES)
