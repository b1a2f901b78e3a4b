"""The panels that have a screen of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.actions import ActionsScreen
from radplan_desktop.ui.keeping.findings import FindingsScreen
from radplan_desktop.ui.keeping.reactions import ReactionsScreen
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place

Maker = Callable[[Desk, Entry, Panel, QWidget], QWidget]
SCREENS: Mapping[str, Maker] = {"actions": ActionsScreen, "reactions": ReactionsScreen, "findings": FindingsScreen}


def panel_screen(desk: Desk, place: Place, parent: QWidget) -> QWidget:
    """Return the screen of a place. Raises LookupError when it names no panel with a screen."""
    entry = desk.outlines[place.section].find(place.item)
    if entry is None or not isinstance(entry.item, Panel):
        raise LookupError(place.item)
    return SCREENS[entry.item.panel](desk, entry, entry.item, parent)
