"""The squares of the stakeholder map as places to put a party: what a party gets that is dropped there."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.roles import column
from radplan_desktop.charts.stakeholder_axes import axes, parties
from radplan_desktop.charts.stakeholder_bands import LEAST_WIDTH, laid_out, levels_of
from radplan_desktop.guideline.model import Chart, Confidentiality
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Answer, Cell


class Square(NamedTuple):
    """One square, in points of the drawing, with the choices it stands for and how they read."""

    left: float
    top: float
    width: float
    height: float
    attitude: str
    influence: str
    said: str

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


def squares(answers: Answers, chart: Chart, width: float, height: float = 0.0) -> tuple[Square, ...]:
    """Return the squares of the map that is ``width`` points wide, row by row; none when there is no map.

    ``height`` is what ``map_height`` says of the room that the map was drawn in.
    """
    found = axes(answers.guideline, chart)
    known = parties(Edition(answers, Confidentiality.V), chart, found) if found is not None else []
    if found is None or not known:
        return ()
    frame, bands = laid_out(known, found, max(width, LEAST_WIDTH), height)
    return tuple(
        Square(
            frame.edge(place),
            level.top,
            frame.pitch,
            level.height,
            attitude.id,
            influence.id,
            f"{attitude.label}, invloed {influence.label.lower()}",
        )
        for influence, level in zip(found.rows, levels_of(bands, frame, height), strict=False)
        for place, attitude in enumerate(found.columns)
    )


def moves(answers: Answers, chart: Chart, row: str, square: Square) -> list[tuple[Cell, Answer]]:
    """Return what changes when a party is put in a square: its attitude, its influence, both, or nothing."""
    wanted = {column(chart, "x"): square.attitude, column(chart, "y"): square.influence}
    return [
        (Cell(row, name), Answer(choice))
        for name, choice in wanted.items()
        if answers.visible(row, name) and answers.content(row, name) != choice
    ]
