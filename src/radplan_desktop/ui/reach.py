"""From a cell of the plan to where one can answer it now."""

from __future__ import annotations

from dataclasses import replace

from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.places import Place, place_of_cell


def place_to(desk: Desk, row: str, field: str) -> Place | None:
    """Return where a cell is answered; of a whole row, the row. None for what is asked no more and for what was deleted."""
    place = place_of_cell(desk.answers, Cell(row, field))
    if place is None or desk.outlines[place.section].find(place.item) is None:
        return None
    return replace(place, field="") if field.startswith("@") else place
