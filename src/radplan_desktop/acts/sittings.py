"""The changes that a sitting of an example plan stands for (``forms/README.md``, "Voorbeelden")."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from radplan_desktop.acts.example_files import ExampleError, Sitting
from radplan_desktop.guideline import Field, Guideline, Register, Wrong, content_of
from radplan_desktop.plan import shape
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.plan import NULL, in_register
from radplan_desktop.plan.rows import moved
from radplan_desktop.plan.values import (
    IN,
    PLAN_ROW,
    Answer,
    Cell,
    NotApplicable,
    Parked,
    Value,
    encode,
    preset_row,
)

Change = tuple[Cell, str]


def row_id(example: str, register: str, key: str) -> str:
    """Return the row id of an example's row: 32 hex digits that are the same every time."""
    return hashlib.sha256(f"{example}/{register}/{key}".encode()).hexdigest()[:32]


def changes_of(
    sitting: Sitting, guideline: Guideline, example: str, known: dict[str, set[str]], answers: Answers
) -> list[list[Change]]:
    """Return the acts of a sitting: first its fields, then one act a row. ``known`` gathers register -> keys so far.

    A row may be linked before it is written in the same sitting. Raises ExampleError.
    """
    for register, rows in sitting.rows.items():
        if register not in guideline.registers:
            raise ExampleError(f"{sitting.source}: er is geen register {register}.")
        known.setdefault(register, set()).update(row["key"] for row in rows)
    writer = _Writer(guideline, example, known, sitting.source)
    acts = [[writer.plan_change(name, value)] for name, value in sitting.fields.items()]
    for register, rows in sitting.rows.items():
        for row in rows:
            act = writer.row_changes(guideline.registers[register], row, answers)
            answers = Answers(guideline, answers.plan.with_changes(act), answers.today)
            acts.append(act)
    return acts


@dataclass(frozen=True, slots=True)
class _Writer:
    guideline: Guideline
    example: str
    known: Mapping[str, set[str]]
    source: str

    def plan_change(self, name: str, value: Any) -> Change:  # noqa: ANN401 - whatever stands in the file
        field = self.guideline.fields.get(name)
        if field is None and name not in self.guideline.registers:
            raise ExampleError(f"{self.source}: er is geen vraag {name}.")
        return Cell(PLAN_ROW, name), encode(self._value(name, field, value))

    def row_changes(self, register: Register, row: Mapping[str, Any], answers: Answers) -> list[Change]:
        key = row["key"]
        where = f"{register.id}/{key}"
        preset = preset_row(register.id, key)
        place = preset if preset in answers.presets(register.id) else row_id(self.example, register.id, key)
        if row.get("delete"):
            if not answers.exists(place):
                raise ExampleError(f"{self.source}: {where} bestaat niet en kan dus niet weg.")
            return [(Cell(place, IN), NULL)]
        made: list[Change] = []
        if not answers.exists(place):
            made = [(Cell(place, IN), in_register(register.id))]
            made += [(cell, encode(value)) for cell, value in moved(answers, register.id, place, None)]
        for name, value in row.items():
            if name in ("key", "delete"):
                continue
            if name not in register.columns:
                raise ExampleError(f"{self.source}: {where} heeft geen kolom {name}.")
            made.append((Cell(place, name), encode(self._value(f"{where}.{name}", register.columns[name], value))))
        return made

    def _value(self, where: str, field: Field | None, value: Any) -> Value:  # noqa: ANN401 - whatever stands in the file
        match value:
            case {"na": str(why)}:
                return NotApplicable(why)
            case {"parked": until}:
                if not shape.is_date(str(until)):
                    raise ExampleError(f"{self.source}: {where}: {until} is geen datum.")
                known = value.get("v")
                content = None if known is None or field is None else self._content(where, field, known)
                return Parked(str(until), str(value.get("why", "")), content)
        if field is None:
            raise ExampleError(f"{self.source}: {where} is een register: alleen na of parked.")
        return Answer(self._content(where, field, value))

    def _content(self, where: str, field: Field, value: object) -> Any:  # noqa: ANN401 - JSON content of any shape
        choices = [choice.id for choice in self.guideline.lists[field.choices].choices] if field.choices else []
        try:
            content = content_of(field.kind, value, choices, self._row_of(field))
            shape.check(field, content, self.guideline)
        except (Wrong, ContentError) as wrong:
            raise ExampleError(f"{self.source}: {where}: {wrong}") from wrong
        return content

    def _row_of(self, field: Field) -> Callable[[str], str]:
        def row_of(key: str) -> str:
            if field.target and key in {preset.key for preset in self.guideline.registers[field.target].presets}:
                return preset_row(field.target, key)
            if key not in self.known.get(field.target, set()):
                raise Wrong(
                    f"{field.target} heeft nog geen rij {key}.", "Schrijf die rij in deze of een eerdere zitting."
                )
            return row_id(self.example, field.target, key)

        return row_of
