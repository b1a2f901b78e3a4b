"""The way from where rows are written down to the screen that brings them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from radplan_desktop.guideline.model import Guideline, Panel, Register
from radplan_desktop.guideline.parts import path
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.words import WAYS
from radplan_desktop.ui.look.plain import Button
from radplan_desktop.ui.places import Place, Screen


def way_to_panel(desk: Desk, register: Register, row: Callable[[], str]) -> Button | None:
    """Return a button to the screen whose rows are written down here, at the one that ``row`` names; None when there is none."""
    place = _place(desk.guideline, register)
    if place is None:
        return None
    button = Button(WAYS[place.item], icon_name="list-checks", size="small")
    button.clicked.connect(lambda: desk.go(replace(place, row=row())))
    return button


def _place(guideline: Guideline, register: Register) -> Place | None:
    for section in guideline.sections:
        for item in section.items():
            if isinstance(item, Panel) and item.panel in WAYS and path(item.roles, "rows") == register.id:
                return Place(Screen.PANEL, section.id, item.panel)
    return None
