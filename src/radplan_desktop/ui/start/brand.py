"""The dark panel at the left of every screen before a plan is open: the mark, the route of seven rings, and what matters there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.ui.look.drawing import Drawing, svg_of
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import column, frame, row, words
from radplan_desktop.ui.look.theme import FAMILY, theme

WIDE, NARROW = 404, 344
WIDE_MARGINS, NARROW_MARGINS = (34, 30, 32, 26), (26, 28, 22, 22)
AROUND_ROUTE = 372
"""What stands above and below the route, in pixels."""
AMBER, DIM = "#F2C879", "#5F8486"
LEAD = "Samen voorkomen dat mensen radicaliseren: van eerste idee tot geborgde aanpak."
LESSONS = (
    "Voorbereiding",
    "Draagvlak",
    "Samenwerking",
    "Stigmatisering voorkomen",
    "Gevoel van veiligheid",
    "Evalueren",
    "Doorontwikkelen en borgen",
)
"""The seven lessons of the guideline, as a drawing: the forms are not read yet when it is shown."""
OFFSETS = (28, 66, 34, 72, 30, 64, 32)
DISC, GAP = 34, 58


def mark(width: int, height: int) -> str:
    """Return the brand mark: a ring that is three quarters full."""
    arc = 'fill="none" stroke-width="6.5"'
    dim = f'<path {arc} stroke="{DIM}" d="M4.25 18A13.75 13.75 0 0 1 18 4.25"/>'
    full = f'<path {arc} stroke="{AMBER}" d="M18 4.25A13.75 13.75 0 1 1 4.25 18"/>'
    return svg_of(width, height, dim, full)


def locked(width: int, height: int) -> str:
    """Return a closed padlock inside a ring of seven segments."""
    light, ground = theme().colours["onbrand"], theme().colours["brand"]
    span = math.tau * 52 / len(LESSONS)
    ring = f'<circle cx="60" cy="60" r="52" fill="none" stroke="{AMBER}" stroke-width="13"'
    dashes = f'{ring} stroke-dasharray="{span - 6} 6" transform="rotate(-87 60 60)"/>'
    shackle = f'<path fill="none" stroke="{light}" stroke-width="5.5" d="M46.5 57V47a13.5 13.5 0 0 1 27 0V57"/>'
    body = f'<rect x="40" y="56" width="40" height="30" rx="4" fill="{light}"/>'
    hole = (
        f'<circle cx="60" cy="69" r="4" fill="{ground}"/><rect x="58.4" y="69" width="3.2" height="9" fill="{ground}"/>'
    )
    return svg_of(width, height, dashes, shackle, body, hole)


class Route(Drawing):
    """Seven rings on one thread."""

    def __init__(self) -> None:
        super().__init__(self._route)
        self._swing = 1.0
        self.setAccessibleName(f"De route: {', '.join(LESSONS)}")

    def fit(self, *, narrow: bool, height: int) -> None:
        """Take the room that a panel of this height leaves."""
        self._swing = 0.5 if narrow else 1.0
        self.setFixedHeight(max(len(LESSONS) * (DISC + 6), min(len(LESSONS) * GAP, height - AROUND_ROUTE)))

    def _route(self, width: int, height: int) -> str:
        gap = height / len(LESSONS)
        centres = [(22 + (x - 22) * self._swing, gap * (place + 0.5)) for place, x in enumerate(OFFSETS)]
        stops = (_stop(place, *centre) for place, centre in enumerate(centres))
        return svg_of(width, height, _thread(centres), *stops)


def _thread(centres: Sequence[tuple[float, float]]) -> str:
    (left, top), *rest = centres
    path = f"M{left} {top}"
    for x, y in rest:
        middle = (top + y) / 2
        path += f"C{left} {middle + 4} {x} {middle - 4} {x} {y}"
        left, top = x, y
    return (
        f'<path fill="none" stroke="{theme().colours["onbrand2"]}" stroke-opacity="0.6" stroke-width="3" d="{path}"/>'
    )


def _stop(place: int, x: float, y: float) -> str:
    ground, size, small = theme().colours["brand"], theme().px(16), theme().px(15)
    ring = f'<circle cx="{x}" cy="{y}" r="{DISC / 2}" fill="{ground}" stroke="{AMBER}" stroke-width="4"/>'
    number = f'<text x="{x}" y="{y + small / 3}" text-anchor="middle" font-weight="600" font-size="{small}"'
    name = f'<text x="{x + 31}" y="{y + size / 3}" font-size="{size}"'
    ink = f'font-family="{FAMILY}" fill="{theme().colours["onbrand"]}"'
    return f"{ring}{number} {ink}>{place + 1}</text>{name} {ink}>{LESSONS[place]}</text>"


def brand_icon(name: str, size: int) -> IconLabel:
    """Return an icon in the amber of the brand panel."""
    return IconLabel(name, size, AMBER)


class BrandPanel(QFrame):
    """Mark and name above, a drawing in the middle, a promise with its points below."""

    def __init__(
        self, drawing: QWidget, promise: str, icon_name: str, points: Sequence[str], *, lead: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("brandPanel")
        self._drawing = drawing
        lines = self._lines = column(self, WIDE_MARGINS)
        head = row(gap=13)
        picture = Drawing(mark)
        picture.setFixedSize(QSize(36, 36))
        head.addWidget(picture)
        head.addWidget(words("RadPlan", "brand"), 1)
        lines.addLayout(head)
        if lead:
            lines.addSpacing(6)
            lines.addWidget(words(lead, "brandLead", wrap=True))
        lines.addSpacing(18)
        lines.addWidget(drawing)
        lines.addStretch()
        lines.addWidget(_promise(promise, icon_name, points))

    def fit(self, width: int, height: int) -> None:
        """Take the room that a window of this size leaves."""
        narrow = width < 1100  # noqa: PLR2004 - tokens, "Window behaviour"
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._lines.setContentsMargins(*(NARROW_MARGINS if narrow else WIDE_MARGINS))
        if isinstance(self._drawing, Route):
            self._drawing.fit(narrow=narrow, height=height)


def _promise(text: str, icon_name: str, points: Sequence[str]) -> QFrame:
    foot = frame("brandFoot")
    lines = column(foot, (0, 17, 0, 0), 7)
    head = row(gap=10)
    head.addWidget(brand_icon(icon_name, 20))
    head.addWidget(words(text, "brandH2", wrap=True), 1)
    lines.addLayout(head)
    for point in points:
        line = row(gap=9)
        line.addWidget(brand_icon("check", 17).at_top())
        line.addWidget(words(point, "brandSoft", wrap=True), 1)
        lines.addLayout(line)
    return foot
