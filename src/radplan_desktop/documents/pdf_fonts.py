"""The bundled font, registered with ReportLab; no other font is ever used."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from radplan_desktop.charts.scene import Weight
from radplan_desktop.host.assets import resource

FONTS = {
    Weight.REGULAR: "SourceSans3-Regular",
    Weight.SEMIBOLD: "SourceSans3-Semibold",
    Weight.BOLD: "SourceSans3-Bold",
    Weight.ITALIC: "SourceSans3-It",
}


@cache
def register_fonts() -> None:
    """Make the fonts known to ReportLab, once in a process."""
    for name in FONTS.values():
        registerFont(TTFont(name, str(resource(f"fonts/{name}.ttf"))))
