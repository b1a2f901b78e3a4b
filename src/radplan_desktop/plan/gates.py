"""The gates as a page shows them: by when each is due and why then, whether it is met, by which reason, and what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from radplan_desktop.guideline.model import Gate, GateSpec
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.deadlines import gate_day
from radplan_desktop.plan.items import is_met
from radplan_desktop.plan.progress import OVERRIDE, OpenPoint, Progress, meets, open_points, progress
from radplan_desktop.plan.values import PLAN_ROW, Cell, NotApplicable


@dataclass(frozen=True, slots=True)
class GateStanding:
    """Where one gate stands. ``met`` counts an ``override`` (the reason, empty when there is none); ``reached`` does not.

    ``due`` is when it has to be met and ``event`` the day that counts back from, both None while that day is open; the day is
    answered at ``row``, ``field``. ``points`` are what this gate waits for, those of earlier gates left out.
    """

    spec: GateSpec
    met: bool
    reached: bool
    override: str
    due: date | None
    event: date | None
    row: str
    field: str
    points: tuple[OpenPoint, ...]


def override_cell(gate: Gate) -> Cell:
    """Return the reserved cell that holds why a gate counts as met all the same."""
    return Cell(PLAN_ROW, f"{OVERRIDE}{gate.name}")


def gate_standings(answers: Answers) -> tuple[GateStanding, ...]:
    """Return where every gate stands, in order. What an earlier gate waits for already is not said again."""
    found: list[GateStanding] = []
    said: set[tuple[str, str, str, str]] = set()
    for spec in answers.guideline.gates:
        points = [p for p in open_points(answers, spec.gate, privacy=False) if p.gate is spec.gate]
        fresh = tuple(p for p in points if (p.kind, p.item, p.row, p.field) not in said)
        said.update((p.kind, p.item, p.row, p.field) for p in fresh)
        found.append(_standing(answers, spec, fresh))
    return tuple(found)


def next_standing(answers: Answers, reckoned: Progress, points: Iterable[OpenPoint]) -> GateStanding | None:
    """Return where the next gate stands by what was reckoned before: cheap enough for the interface thread."""
    spec = next((spec for spec in answers.guideline.gates if spec.gate is reckoned.gate), None)
    if spec is None:
        return None
    met = reckoned.met[spec.gate]
    mine = tuple(point for point in points if point.gate is spec.gate)
    return _dated(answers, GateStanding(spec, met, met, "", None, None, PLAN_ROW, "", mine))


def _standing(answers: Answers, spec: GateSpec, points: tuple[OpenPoint, ...]) -> GateStanding:
    value = answers.plan.value(*override_cell(spec.gate))
    override = value.why if isinstance(value, NotApplicable) and is_met(value) else ""
    met, reached = progress(answers).met[spec.gate], meets(answers, spec.gate)
    return _dated(answers, GateStanding(spec, met, reached, override, None, None, PLAN_ROW, "", points))


def _dated(answers: Answers, standing: GateStanding) -> GateStanding:
    day = gate_day(answers, standing.spec)
    return standing if day is None else replace(standing, due=day.due, event=day.event, row=day.row, field=day.field)
