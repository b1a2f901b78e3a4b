"""Progress towards the gates, and the open points (DESIGN, "Forms": gates, progress). Nothing here blocks anyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from radplan_desktop.guideline.model import Gate, Item, Register, Section
from radplan_desktop.plan import sentences
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.checks import Finding, findings
from radplan_desktop.plan.items import ItemState, Missing, is_met, item_state, rows_lacking
from radplan_desktop.plan.privacy_review import review
from radplan_desktop.plan.values import IN, PLAN_ROW, NotApplicable

OVERRIDE = "@gate_"
"""Reserved field: ``@gate_B`` on the plan row holds the reason why gate B counts as met all the same."""


@dataclass(frozen=True, slots=True)
class Ring:
    """How far a section is for the next gate: ``done`` 0 to 1, and the numbers of points open and parked, and items needed."""

    done: float
    open: int
    parked: int
    needed: int
    answered: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the plan is. ``gate`` is the next gate (the last one when all are met); ``met`` says which gates are."""

    gate: Gate
    met: Mapping[Gate, bool]
    sections: Mapping[str, Ring]
    total: float


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that still asks for attention, and where to go for it.

    ``kind``: open, parked, conflict, link (points at a deleted row), check, or privacy (looks like data about a person).
    ``gate`` is None when no gate waits for it.
    """

    kind: str
    gate: Gate | None
    section: str
    item: str
    row: str
    field: str
    message: str


def progress(answers: Answers) -> Progress:
    """Return the progress for the next gate."""
    return answers.kept(progress, lambda: _progress(answers))


def _progress(answers: Answers) -> Progress:
    found = findings(answers)
    met = {gate: _is_met(answers, gate, found) for gate in Gate}
    following = next((gate for gate in Gate if not met[gate]), Gate.L)
    rings = {section.id: _ring(answers, section, following) for section in answers.guideline.sections}
    numbered = [rings[section.id].done for section in answers.guideline.sections if section.number]
    return Progress(following, met, rings, sum(numbered) / len(numbered) if numbered else 1.0)


def _is_met(answers: Answers, gate: Gate, found: tuple[Finding, ...]) -> bool:
    overridden = answers.plan.value(PLAN_ROW, f"{OVERRIDE}{gate.name}")
    if isinstance(overridden, NotApplicable) and is_met(overridden):
        return True
    return meets(answers, gate, found)


def meets(answers: Answers, gate: Gate, found: tuple[Finding, ...] | None = None) -> bool:
    """Whether the answers themselves meet a gate, whatever was decided about it; ``found`` are the findings, if known."""
    found = findings(answers) if found is None else found
    if any(finding.check.gate is not None and finding.check.gate <= gate for finding in found):
        return False
    return all(item_state(answers, item, gate).done >= 1 for _, item in all_items(answers))


def all_items(answers: Answers) -> Iterator[tuple[Section, Item]]:
    """Yield every item of every page with its section, in order."""
    for section in answers.guideline.sections:
        for item in section.items():
            yield section, item


def _ring(answers: Answers, section: Section, gate: Gate) -> Ring:
    states = [state for item in section.items() if (state := item_state(answers, item, gate)).needed]
    done = sum(state.done for state in states) / len(states) if states else 1.0
    answered = sum(1 for state in states if state.done >= 1)
    return Ring(done, sum(s.open for s in states), sum(len(s.parked) for s in states), len(states), answered)


def open_points(answers: Answers, gate: Gate | None = None, *, privacy: bool = True) -> tuple[OpenPoint, ...]:
    """Return everything that is open for a gate (the next one by default) and before it, then what concerns the whole plan.

    Without ``privacy`` the texts are not gone through for data about persons; the first time that takes as long as all the rest.
    """
    wanted = progress(answers).gate if gate is None else gate
    points = list(_conflicts(answers))
    for section, item in all_items(answers):
        state = item_state(answers, item, wanted)
        if state.needed:
            points += _of_item(answers, section, item, state, wanted)
    points += _dangling(answers)
    points += _findings(answers, wanted)
    if privacy:
        points += _privacy(answers)
    return tuple(points)


def _of_item(answers: Answers, section: Section, item: Item, state: ItemState, gate: Gate) -> Iterator[OpenPoint]:
    name = getattr(item, "id", "")
    for missing in state.missing:
        first = missing.columns[0] if missing.columns else ""
        sentence = sentences.missing(answers, item, missing)
        yield OpenPoint("open", _gate_of(answers, item, gate, missing), section.id, name, missing.row, first, sentence)
    for row, column in state.parked:
        yield OpenPoint("parked", gate, section.id, name, row, column, sentences.parked(answers, item, row, column))


def _gate_of(answers: Answers, item: Item, gate: Gate, missing: Missing) -> Gate:
    """Return the first gate that asks for this: that of the cells, else the first that lacks rows."""
    if missing.columns:
        asked = (answers.field(missing.row, column).gate for column in missing.columns)
        return min((earlier for earlier in asked if earlier is not None), default=gate)
    if not isinstance(item, Register):
        return gate
    return next((earlier for earlier in Gate if earlier <= gate and rows_lacking(answers, item, earlier)), gate)


def home_of(answers: Answers, row: str, field_id: str) -> tuple[str, str]:
    """Return the section and item where a cell is answered; empty strings when it is asked nowhere."""
    homes = answers.kept(home_of, lambda: _homes(answers))
    return homes.get(answers.register_of(row) or field_id, ("", ""))


def _homes(answers: Answers) -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for section, item in all_items(answers):
        for name in (getattr(item, "id", ""), *getattr(item, "fields", ())):
            found.setdefault(name, (section.id, getattr(item, "id", "")))
    return found


def _conflicts(answers: Answers) -> Iterator[OpenPoint]:
    for row, field_id in sorted(answers.plan.conflicts):
        section, item = home_of(answers, row, field_id)
        field = "" if field_id == IN else field_id
        yield OpenPoint("conflict", None, section, item, row, field, sentences.conflict(answers, row, field_id))


def _dangling(answers: Answers) -> Iterator[OpenPoint]:
    for row, column, register in _links(answers):
        gone = [t for t in link_targets(answers.content(row, column)) if not answers.exists(t)]
        if gone and answers.visible(row, column):
            section, item = home_of(answers, row, column)
            sentence = sentences.dangling(answers, row, column)
            yield OpenPoint("link", None, section, item or register, row, column, sentence)


def _links(answers: Answers) -> Iterator[tuple[str, str, str]]:
    for field in answers.guideline.fields.values():
        if field.target:
            yield PLAN_ROW, field.id, ""
    for register in answers.guideline.registers.values():
        columns = [column.id for column in register.columns.values() if column.target]
        if columns:
            for row in answers.rows(register.id):
                yield from ((row, column, register.id) for column in columns)


def _findings(answers: Answers, gate: Gate) -> Iterator[OpenPoint]:
    for finding in findings(answers):
        if finding.check.gate is not None and finding.check.gate > gate:
            continue
        section, item = home_of(answers, PLAN_ROW, finding.check.field.partition(".")[0])
        yield OpenPoint("check", finding.check.gate, section, item, finding.row, finding.column, finding.message)


def _privacy(answers: Answers) -> Iterator[OpenPoint]:
    for (row, name), found in review(answers).items():
        section, item = home_of(answers, row, name)
        field = "" if name in answers.guideline.registers else name
        yield OpenPoint(
            "privacy", None, section, item, row, field, sentences.private(answers, row, name, found[0].message)
        )
