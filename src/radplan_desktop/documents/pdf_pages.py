"""The pages: frames, running head and footer, and the contents."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from radplan_desktop.charts.measure import shorten, width
from radplan_desktop.documents.glyphs import on_one_line
from radplan_desktop.documents.pdf_canvas import PageCanvas
from radplan_desktop.documents.pdf_cover import HEIGHT as COVER_HEIGHT
from radplan_desktop.documents.pdf_fonts import FONTS
from radplan_desktop.documents.pdf_look import (
    BODY_HEIGHT,
    BOTTOM,
    ENTRY,
    FOOT,
    HEAD,
    HEAD_STRONG,
    LEFT,
    LINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PETROL,
    RIGHT,
    TOP,
    WIDTH,
    Style,
)
from radplan_desktop.documents.pdf_text import draw_lines, draw_right
from radplan_desktop.documents.story import Story
from radplan_desktop.host.brake import Brake
from radplan_desktop.plan.display import short_date
from radplan_desktop.plan.fingerprint import grouped

BODY = "body"
NUMBER_COLUMN = 28.0
CODE_DIGITS = 16
PAGE_COLUMN = 40.0


class Pages(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """A4 pages: a cover without a head, and pages with one."""

    def __init__(self, story: Story, file: BytesIO, brake: Brake) -> None:
        name = on_one_line(story.name)
        super().__init__(
            file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=name,
            author=on_one_line(story.organisation),
            subject=f"versie {on_one_line(story.stamp.version)}, controlecode {story.stamp.fingerprint}",
            keywords=f"plan {story.stamp.plan_id}",
            creator="RadPlan",
            lang="nl-NL",
            invariant=1,
            pageCompression=1,
            initialFontName=next(iter(FONTS.values())),
            initialFontSize=HEAD.size,
        )
        self.story, self.name, self._brake = story, name, brake
        flat = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        cover = Frame(LEFT, BOTTOM, WIDTH, COVER_HEIGHT, **flat)
        body = Frame(LEFT, BOTTOM, WIDTH, BODY_HEIGHT, **flat)
        self.addPageTemplates(
            [
                PageTemplate("cover", [cover], onPage=lambda canvas, _: self._foot(canvas)),
                PageTemplate(BODY, [body], onPage=lambda canvas, _: self._head_and_foot(canvas)),
            ]
        )

    def afterPage(self) -> None:  # noqa: N802 - ReportLab's own name
        """Stop between two pages when the document was given up."""
        self._brake.check()

    def _head_and_foot(self, canvas: PageCanvas) -> None:
        stamp, right = self.story.stamp, PAGE_WIDTH - RIGHT
        top = PAGE_HEIGHT - TOP - 1
        marks = [mark for mark in ("Concept" if stamp.concept else "", on_one_line(self.story.marking)) if mark]
        marking = shorten(" · ".join(marks), WIDTH / 3, HEAD_STRONG.size, HEAD_STRONG.weight)
        draw_right(canvas, right, top, marking, HEAD_STRONG)
        room = WIDTH - width(marking, HEAD_STRONG.size, HEAD_STRONG.weight) - 14
        words = f"{on_one_line(self.story.organisation)} · {self.name}"
        draw_lines(canvas, LEFT, top, [shorten(words, room, HEAD.size, HEAD.weight)], HEAD)
        _rule(canvas, PAGE_HEIGHT - TOP - 6.2 * 2.8346)
        self._foot(canvas)

    def _foot(self, canvas: PageCanvas) -> None:
        stamp, right = self.story.stamp, PAGE_WIDTH - RIGHT
        _rule(canvas, BOTTOM - 8)
        top, baseline = BOTTOM - 14, BOTTOM - 14 - FOOT.drop
        page = canvas.getPageNumber()
        canvas.draw_late(right, baseline, FOOT, lambda: f"{page} / {canvas.page_count}")
        code = f"controlecode {grouped(stamp.fingerprint, CODE_DIGITS)}"
        code_left = right - PAGE_COLUMN - width(code, FOOT.size, FOOT.weight)
        draw_lines(canvas, code_left, top, [code], FOOT)
        said = f"versie {on_one_line(stamp.version)} · {short_date(stamp.date.isoformat())} · {on_one_line(self.story.marking)}"
        room = code_left - LEFT - 10
        name = shorten(self.name, room - width(f" · {said}", FOOT.size, FOOT.weight), FOOT.size, FOOT.weight)
        draw_lines(canvas, LEFT, top, [shorten(f"{name} · {said}", room, FOOT.size, FOOT.weight)], FOOT)


def _rule(canvas: PageCanvas, y: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.75)
    canvas.line(LEFT, y, PAGE_WIDTH - RIGHT, y)


class ContentsEntry(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """One chapter in the contents, with a link to it; its page is filled in at the end."""

    def __init__(self, number: str, text: str, key: str) -> None:
        super().__init__()
        self.number, self.text, self.key = number, text, key
        self.width, self.height = WIDTH, ENTRY.leading

    def draw(self) -> None:
        """Draw number, title, page and a hairline."""
        canvas: Any = self.canv
        strong = Style(ENTRY.size, ENTRY.leading, HEAD_STRONG.weight)
        draw_lines(canvas, 0, self.height, [self.number], Style(ENTRY.size, ENTRY.leading, strong.weight, PETROL))
        title = shorten(on_one_line(self.text), WIDTH - NUMBER_COLUMN - 40, ENTRY.size, ENTRY.weight)
        draw_lines(canvas, NUMBER_COLUMN, self.height, [title], ENTRY)
        canvas.draw_late(WIDTH, self.height - strong.drop, strong, lambda: str(canvas.page_of.get(self.key, "")))
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(0, 0, WIDTH, 0)
        canvas.linkRect("", self.key, (0, 0, WIDTH, self.height), relative=1, Border="[0 0 0]")
