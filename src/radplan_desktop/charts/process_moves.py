"""A process line under the hand: what changes when a step is put earlier or later, or with somebody else.

A step gets who does it from a step that stands in the lane it comes in, so that a lane keeps one name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.process_steps import Step, processes
from radplan_desktop.charts.roles import column, role
from radplan_desktop.charts.scene import Scene
from radplan_desktop.charts.touch import Box, places
from radplan_desktop.guideline.model import Chart, Confidentiality
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.rows import FIRST, moved
from radplan_desktop.plan.values import Answer, Cell, Value

Changes = list[tuple[Cell, Value]]
GAP = 5.0
"""How far beside a step the mark of a target stands, in points."""


class Target(NamedTuple):
    """Where a dragged step would come: its place in the flow (from 0, without itself), and in the lane of which step.

    ``x``, ``top`` and ``bottom`` are where that is to be shown, in points.
    """

    place: int
    like: str
    x: float
    top: float
    bottom: float


def flow_of(answers: Answers, chart: Chart, row: str) -> list[Step]:
    """Return the steps of the process that a row is a step of, in order; none for what stands outside it."""
    found = processes(Edition(answers, Confidentiality.V), chart)
    return next((process.steps for process in found if any(step.cell.row == row for step in process.steps)), [])


def nudged(answers: Answers, chart: Chart, row: str, *, later: int = 0, down: int = 0) -> Changes:
    """Return what changes when a step goes one place later or earlier, or one lane down or up; nothing at the edge."""
    flow = flow_of(answers, chart, row)
    rows = [step.cell.row for step in flow]
    if row not in rows:
        return []
    if later:
        place = rows.index(row) + later
        return _ordered(answers, chart, rows, row, place) if 0 <= place < len(rows) else []
    lanes = list(dict.fromkeys(step.lane for step in flow))
    lane = lanes.index(flow[rows.index(row)].lane) + down
    if not 0 <= lane < len(lanes):
        return []
    return _like(answers, chart, row, next(step.cell.row for step in flow if step.lane == lanes[lane]))


def put(answers: Answers, chart: Chart, row: str, target: Target) -> Changes:
    """Return what changes when a step is dropped at a target: its place, who does it, both, or nothing."""
    lanes = {step.cell.row: step.lane for step in flow_of(answers, chart, row)}
    rows = list(lanes)
    ordered = _ordered(answers, chart, rows, row, target.place) if rows.index(row) != target.place else []
    return [*ordered, *(_like(answers, chart, row, target.like) if lanes[row] != lanes[target.like] else [])]


def target_at(answers: Answers, chart: Chart, scene: Scene, row: str, at: tuple[float, float]) -> Target | None:
    """Return where a step comes that is dropped at a point of the drawing; None for what stands outside the flow."""
    x, y = at
    found = places(scene)
    steps = flow_of(answers, chart, row)
    boxes = [(step.cell.row, found[step.cell]) for step in steps if step.cell in found]
    if row not in dict(boxes):
        return None
    band = min(_bands(boxes), key=lambda one: _away(one, y))
    like, beside = min(band, key=lambda pair: abs(pair[1].centre[1] - y))
    before = [one for one, box in band if box.centre[0] < x]
    order = [one for one, _ in boxes]
    place = order.index(before[-1]) + 1 if before else order.index(band[0][0])
    place -= order.index(row) < place
    edge = dict(boxes)[before[-1]].right + GAP if before else band[0][1].left - GAP
    return Target(place, like, edge, beside.top, beside.bottom)


def _bands(boxes: Sequence[tuple[str, Box]]) -> list[list[tuple[str, Box]]]:
    """Return the steps band by band: a new one begins where a step stands left of the one before."""
    bands: list[list[tuple[str, Box]]] = []
    for pair in boxes:
        if not bands or pair[1].left <= bands[-1][-1][1].left:
            bands.append([])
        bands[-1].append(pair)
    return bands


def _away(band: Sequence[tuple[str, Box]], y: float) -> float:
    top, bottom = min(box.top for _, box in band), max(box.bottom for _, box in band)
    return max(top - y, y - bottom, 0.0)


def _ordered(answers: Answers, chart: Chart, rows: Sequence[str], row: str, place: int) -> Changes:
    others = [other for other in rows if other != row]
    wanted = [*others[:place], row, *others[place:]]
    order = column(chart, "order")
    if order:
        numbers = [(other, str(number)) for number, other in enumerate(wanted, 1)]
        return [(Cell(r, order), Answer(n)) for r, n in numbers if answers.content(r, order) != n]
    register = role(chart, "rows")
    if place:
        return moved(answers, register, row, wanted[place - 1])
    standing = [other for other in answers.rows(register) if other != row]
    before = standing.index(wanted[1]) if len(wanted) > 1 else 0
    return moved(answers, register, row, standing[before - 1] if before else FIRST)


def _like(answers: Answers, chart: Chart, row: str, other: str) -> Changes:
    """Return the change that gives a step who another one has; nothing where that is not answered."""
    name = column(chart, "who")
    value = answers.value(other, name)
    return [(Cell(row, name), value)] if isinstance(value, Answer) else []
