"""The Plan read with the Guideline: rows with presets, defaults, derived values, what is visible, and Dutch text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from radplan_desktop.guideline.conditions import Condition
from radplan_desktop.guideline.model import Confidentiality, Field, Guideline, Kind, Preset, Register
from radplan_desktop.plan import derive, display, evaluate
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import (
    IN,
    ORDER,
    PLAN_ROW,
    Answer,
    Content,
    NotApplicable,
    Parked,
    Value,
    content_of,
    preset_row,
)

OPEN = "…"
_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")


class Answers:
    """The answers now, as the forms mean them. Cheap to make: one for every Plan; what is asked twice is kept.

    ``today`` is the day that deadlines and ``vandaag`` count from.
    """

    def __init__(self, guideline: Guideline, plan: Plan, today: date) -> None:
        self.guideline, self.plan, self.today = guideline, plan, today
        self._rows: dict[str, tuple[str, ...]] = {}
        self._titles: dict[str, str] = {}
        self._numbers: dict[str, dict[str, str]] = {}

    def rows(self, register: str, where: Condition | None = None) -> tuple[str, ...]:
        """Return the ids of a register's rows in order: presets nobody deleted and stored rows; ``where`` filters them."""
        found = self._rows.get(register)
        if found is None:
            found = self._rows[register] = self._ordered(self.guideline.registers[register])
        return found if where is None else tuple(row for row in found if self.holds(where, row))

    def _ordered(self, register: Register) -> tuple[str, ...]:
        stored = self.plan.rows.get(register.id, ())
        if not register.presets:
            return stored
        placed = [(self._order(row, ""), row) for row in stored]
        known = set(stored)
        for number, preset in enumerate(register.presets):
            row = preset_row(register.id, preset.key)
            if row not in known and not self.plan.is_deleted(row):
                placed.append((self._order(row, f"0{number:03d}"), row))
        return tuple(row for _, row in sorted(placed))

    def _order(self, row: str, otherwise: str) -> str:
        order = self.plan.content(row, ORDER)
        return order if isinstance(order, str) else otherwise

    def register_of(self, row: str) -> str:
        """Return the register of a row; the empty string for the plan row and for a deleted or unknown row."""
        register = self.plan.register_of(row) or ""
        return register if register in self.guideline.registers else ""

    def exists(self, row: str) -> bool:
        """Whether a row can be pointed at: it is in a known register and not deleted."""
        register = self.register_of(row)
        if not register or self.plan.is_deleted(row):
            return False
        return (row, IN) in self.plan.cells or self.preset(row) is not None

    def preset(self, row: str) -> Preset | None:
        """Return the preset that a row began as, if any."""
        register, colon, key = row.partition(":")
        presets = self.guideline.registers[register].presets if colon and register in self.guideline.registers else ()
        return next((preset for preset in presets if preset.key == key), None)

    def field(self, row: str, name: str) -> Field:
        """Return the column of the row's register, else the plan field of that name. Raises KeyError when there is neither."""
        register = self.guideline.registers.get(self.register_of(row))
        if register is not None and name in register.columns:
            return register.columns[name]
        return self.guideline.fields[name]

    def value(self, row: str, name: str) -> Value:
        """Return a value: derived ones computed, a preset's or a field's default where nothing was answered."""
        field = self.field(row, name)
        place = row if field.register else PLAN_ROW
        if field.derive is not None:
            content = derive.compute(self, field.derive, place)
            return None if content is None else Answer(content)
        stored = self.plan.value(place, field.id)
        if stored is not None:
            return stored
        preset = self.preset(place) if field.register else None
        content = preset.values.get(field.id) if preset is not None else None
        if content is None:
            content = field.default
        return None if content is None else Answer(content)

    def content(self, row: str, name: str) -> Content:
        """Return the content of a value; None when it has none."""
        return content_of(self.value(row, name))

    def register_value(self, register: str) -> Value:
        """Return what was said of a whole register: n.v.t., later, or None."""
        return self.plan.value(PLAN_ROW, register)

    def visible(self, row: str, name: str) -> bool:
        """Whether a field is asked now: its own condition and that of its register hold, and it is not retired."""
        field = self.field(row, name)
        if field.retired or not self.holds(field.when, row):
            return False
        return not field.register or self.shown(self.guideline.registers[field.register].when)

    def shown(self, condition: Condition | None) -> bool:
        """Whether a condition on the plan as a whole holds (none always does)."""
        return self.holds(condition, PLAN_ROW)

    def holds(self, condition: Condition | None, row: str = PLAN_ROW) -> bool:
        """Whether a condition holds; within a row, names mean that row first and then the plan."""
        return condition is None or evaluate.holds(self, condition, row)

    def title(self, row: str) -> str:
        """Return the name of a row: its title column, else its number, else "zonder naam"."""
        found = self._titles.get(row)
        if found is None:
            self._titles[row] = ""  # a circle of titles ends here
            register = self.guideline.registers.get(self.register_of(row))
            found = self.content_text(row, register.title) if register is not None else ""
            found = self._titles[row] = found.partition("\n")[0] or self.number(row) or display.NAMELESS
        return found

    def number(self, row: str) -> str:
        """Return the printed number of a row, such as ``S1``; the empty string when its rows have none."""
        register = self.guideline.registers.get(self.register_of(row))
        if register is None or not register.prefix:
            return ""
        numbers = self._numbers.get(register.id)
        if numbers is None:
            rows = self.rows(register.id)
            numbers = self._numbers[register.id] = {r: f"{register.prefix}{n}" for n, r in enumerate(rows, 1)}
        return numbers.get(row, "")

    def text(self, row: str, name: str, *, long_dates: bool = False) -> str:
        """Return what the reader sees of a value, n.v.t. and "volgt uiterlijk" included; empty when it is still open."""
        value = self.value(row, name)
        match value:
            case NotApplicable(why):
                return display.not_applicable(why)
            case Parked(until, why):
                return display.parked(until, why)
            case _:
                return self.content_text(row, name, long_dates=long_dates)

    def content_text(self, row: str, name: str, *, long_dates: bool = False) -> str:
        """Return the text of a value's content only."""
        content = self.content(row, name)
        if content is None:
            return ""
        return display.content(self, self.field(row, name), content, long_dates=long_dates)

    def fill(self, template: str) -> str:
        """Return a sentence of the forms with every ``{field}`` replaced by the answer to that plan field."""
        return _PLACEHOLDER.sub(self._filled, template) if "{" in template else template

    def _filled(self, match: re.Match[str]) -> str:
        name = match.group(1)
        return (self.content_text(PLAN_ROW, name) if name in self.guideline.fields else "") or OPEN

    def confidentiality(self, row: str, name: str) -> Confidentiality:
        """Return the class of a cell: the strictest of its field, its register and the row's own class column."""
        field = self.field(row, name)
        register = self.guideline.registers.get(field.register)
        if register is None:
            return field.confidentiality
        own = self.row_class(row, register)
        return max(field.confidentiality, own)

    def row_class(self, row: str, register: Register) -> Confidentiality:
        """Return the class of a row as a whole: its class column where that is stricter than O, else O."""
        chosen = self.content(row, register.class_column) if register.class_column else None
        return Confidentiality.__members__.get(str(chosen).upper(), Confidentiality.O)

    def linked_from(self, row: str, register: str, column: str) -> tuple[str, ...]:
        """Return the rows of a register whose link column points at this row."""
        return tuple(other for other in self.rows(register) if row in link_targets(self.content(other, column)))

    def is_text(self, field: Field) -> bool:
        """Whether a field holds words of the user's own."""
        return field.kind in (Kind.TEXT, Kind.LONGTEXT)

    @property
    def roles(self) -> Mapping[str, Any]:
        """The roles of the guideline, for callers that hold only the answers."""
        return self.guideline.roles


def link_targets(content: Content) -> tuple[str, ...]:
    """Return the row ids that a link or links content points at."""
    if isinstance(content, str):
        return (content,)
    return tuple(content) if isinstance(content, list) else ()
