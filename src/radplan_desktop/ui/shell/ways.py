"""Ways through an open plan that a key opens: to the next open point, into the menu of a question, and back to the work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from radplan_desktop.ui.around import outward
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.menu import AnswerMenu
from radplan_desktop.ui.pages.points import place_of_point
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.shell.guidance import GuidancePane
from radplan_desktop.ui.shell.regions import Regions

WORKED_ON = frozenset({Screen.SECTION, Screen.REGISTER, Screen.SHEET, Screen.PANEL, Screen.BOARD, Screen.TRACK})
"""The screens on which the plan is filled in."""


def next_point(desk: Desk, here: Place) -> Place | None:
    """Return where the open point after this place is answered; after the last comes the first. None when nothing is open."""
    points = [point for point in desk.standing.points if point.section]
    places = [place_of_point(desk.guideline, point) for point in points]
    if here in places:
        at = places.index(here)
        return next((place for place in (*places[at:], *places[:at]) if place != here), None)
    order = [section.id for section in desk.guideline.sections]
    from_here = order.index(here.section) if here.section in order else 0
    later = (place for place in places if order.index(place.section) >= from_here)
    return next(later, places[0] if places else None)


def answer_menu(widget: QWidget | None) -> AnswerMenu | None:
    """Return the menu of the question that a widget belongs to: of its field, else of its card or register."""
    menus = (getattr(one, "menu", None) for one in outward(widget))
    return next((menu for menu in menus if isinstance(menu, AnswerMenu)), None)


def to_explanation(regions: Regions, guidance: GuidancePane, page: QWidget) -> None:
    """Go into the explanation, open it if need be; out of it, fold it away and go back to the page."""
    now = QApplication.focusWidget()
    if guidance.isHidden():
        return
    if guidance.is_open and now is not None and guidance.isAncestorOf(now):
        regions.enter(page, None)
        guidance.toggle()
        return
    if not guidance.is_open:
        guidance.toggle()
    regions.enter(guidance, now)


class WayBack:
    """Where one worked in the plan before one looked at another screen, and what had the focus there."""

    def __init__(self) -> None:
        self._place: Place | None = None
        self._focus: QWidget | None = None

    def leave(self, here: Place, there: Place) -> None:
        """Note the place that is left for another screen, unless that is one to work on as well."""
        if here.screen in WORKED_ON and there.screen not in WORKED_ON:
            self._place, self._focus = here, QApplication.focusWidget()

    def go(self, go: Callable[[Place], None]) -> bool:
        """Go back; False when one came from nowhere."""
        if self._place is None:
            return False
        go(self._place)
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.TabFocusReason)
        return True
