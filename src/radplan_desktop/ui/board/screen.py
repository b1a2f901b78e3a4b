"""The one place that knows which charts have a screen of their own, and which screen that is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Chart, Register
from radplan_desktop.guideline.parts import path
from radplan_desktop.ui.board.map_board import MapBoard
from radplan_desktop.ui.board.process_board import ProcessBoard
from radplan_desktop.ui.charts.panel import MAP
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.register.held_form import entry_of


def board_screen(desk: Desk, place: Place, parent: QWidget) -> MapBoard | ProcessBoard:
    """Return the screen of a chart. Raises LookupError when the place names none that has one."""
    entry = desk.outlines[place.section].find(place.item)
    if entry is None or not isinstance(entry.item, Chart):
        raise LookupError(place.item)
    chart = entry.item
    rows = entry_of(desk, path(chart.roles, "rows"))
    if rows is None or not isinstance(rows.item, Register):
        raise LookupError(place.item)
    kind = MapBoard if chart.chart == MAP else ProcessBoard
    return kind(desk, entry, chart, (rows, rows.item), parent)
