"""A canvas that can hold back text until the whole document is laid out: page totals and the pages of chapters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from radplan_desktop.charts.measure import width
from radplan_desktop.documents.pdf_fonts import FONTS
from radplan_desktop.documents.pdf_look import Style


class PageCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Canvas with late text. ``page_of`` says on which page a heading came to stand."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.page_of: dict[str, int] = {}
        self._late: list[tuple[int, str, Callable[[], str]]] = []

    def draw_late(self, right: float, baseline: float, style: Style, text: Callable[[], str]) -> None:
        """Draw a text that is only known when all pages are there; it ends at x ``right``, and is placed as things are here."""
        mark = f"%late-{len(self._late)}%"
        self._late.append((self.getPageNumber(), mark, lambda: self._drawn(right, baseline, style, text())))
        self.addLiteral(mark)

    @property
    def page_count(self) -> int:
        """Return how many pages are finished."""
        return len(self._doc.Pages.pages)

    def save(self) -> None:
        """Fill in the late texts and write the document; its last page is finished."""
        pages = self._doc.Pages.pages
        for page, mark, drawn in self._late:
            stream = pages[page - 1].stream
            pages[page - 1].stream = stream.replace(mark, drawn(), 1)
        super().save()

    def _drawn(self, right: float, baseline: float, style: Style, words: str) -> str:
        text = self.beginText(right - width(words, style.size, style.weight), baseline)
        text.setFont(FONTS[style.weight], style.size)
        text.setFillColor(style.color)
        text.textOut(words)
        return f"q {text.getCode()} Q"
