"""A sitting of an example plan as data, and the changes it stands for (``forms/README.md``, "Voorbeelden")."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from radplan_desktop.guideline import Field, Guideline, Wrong, content_of
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.order import key_between
from radplan_desktop.plan.plan import NULL
from radplan_desktop.plan.rows import placed
from radplan_desktop.plan.values import (
    IN,
    ORDER,
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


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one officer did at one time. ``fields`` and ``rows`` are as in the file; ``version`` is (label, why)."""

    source: str
    at: datetime
    officer: str
    fields: Mapping[str, Any]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    version: tuple[str, str] | None


class ExampleError(Exception):
    """An example does not fit the forms; ``str()`` says where."""


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
            raise ExampleError(f"{sitting.source}: er is geen register {register}")
        known.setdefault(register, set()).update(str(row["key"]) for row in rows)
    writer = _Writer(guideline, example, known, sitting.source)
    acts = [[writer.plan_change(name, value)] for name, value in sitting.fields.items()]
    for register, rows in sitting.rows.items():
        last = _last_key(answers, register)
        for row in rows:
            acts.append(writer.row_changes(register, row, answers, last))
            last = key_between(last)
    return acts


def _last_key(answers: Answers, register: str) -> str:
    keys = [answers.plan.content(row, ORDER) for row in answers.plan.rows.get(register, ())]
    return max((key for key in keys if isinstance(key, str)), default="")


@dataclass(frozen=True, slots=True)
class _Writer:
    guideline: Guideline
    example: str
    known: Mapping[str, set[str]]
    source: str

    def plan_change(self, name: str, value: object) -> Change:
        field = self.guideline.fields.get(name)
        if field is None and name not in self.guideline.registers:
            raise ExampleError(f"{self.source}: er is geen vraag {name}")
        return Cell(PLAN_ROW, name), encode(self._value(name, field, value))

    def row_changes(self, register: str, row: Mapping[str, Any], answers: Answers, last: str) -> list[Change]:
        key = str(row["key"])
        where = f"{register}/{key}"
        form = self.guideline.registers[register]
        presets = {preset.key for preset in form.presets}
        place = preset_row(register, key) if key in presets else row_id(self.example, register, key)
        if row.get("delete"):
            return [(Cell(place, IN), NULL)]
        made: list[Change] = []
        if key not in presets and not answers.exists(place):
            made = [(cell, encode(value)) for cell, value in placed(answers, register, place, None)[:1]]
            made.append((Cell(place, ORDER), encode(Answer(key_between(last)))))
        for name, value in row.items():
            if name in ("key", "delete"):
                continue
            if name not in form.columns:
                raise ExampleError(f"{self.source}: {where} heeft geen kolom {name}")
            made.append((Cell(place, name), encode(self._value(f"{where}.{name}", form.columns[name], value))))
        return made

    def _value(self, where: str, field: Field | None, value: object) -> Value:
        if isinstance(value, dict) and "na" in value:
            return NotApplicable(value["na"])
        if isinstance(value, dict) and "parked" in value:
            known = value.get("v")
            content = None if known is None or field is None else self._content(where, field, known)
            return Parked(str(value["parked"]), value.get("why", ""), content)
        if field is None:
            raise ExampleError(f"{self.source}: {where} is een register: alleen na of parked")
        return Answer(self._content(where, field, value))

    def _content(self, where: str, field: Field, value: object) -> Any:  # noqa: ANN401 - JSON content of any shape
        choices = [choice.id for choice in self.guideline.lists[field.choices].choices] if field.choices else []
        try:
            return content_of(field.kind, value, choices, self._row_of(field))
        except Wrong as wrong:
            raise ExampleError(f"{self.source}: {where}: {wrong}") from wrong

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
