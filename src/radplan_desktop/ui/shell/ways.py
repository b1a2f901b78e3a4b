"""Ways through an open plan that a key opens: the next open point, and the menu of the question where the focus is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.menu import AnswerMenu
from radplan_desktop.ui.pages.points import place_of_point
from radplan_desktop.ui.places import Place


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
    while widget is not None:
        found = getattr(widget, "menu", None)
        if isinstance(found, AnswerMenu):
            return found
        widget = widget.parentWidget()
    return None
