"""The Plan read with the Guideline: rows with presets, defaults, derived values, what is visible, and Dutch text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from radplan_desktop.guideline.conditions import Condition
from radplan_desktop.guideline.model import Confidentiality, Field, Group, Guideline, Register
from radplan_desktop.plan import derive, display, evaluate
from radplan_desktop.plan.plan import Plan, is_preset
from radplan_desktop.plan.shape import sound
from radplan_desktop.plan.tables import Tables
from radplan_desktop.plan.values import PLAN_ROW, Answer, Content, NotApplicable, Parked, Value, content_of, value_in

OPEN = "…"
_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")
_UNREAD = object()
NOTHING: Mapping[str, str] = MappingProxyType({})


class Answers(Tables):
    """The answers now, as the forms mean them. Cheap to make: one for every Plan; what is asked twice is kept.

    ``today`` is the day that deadlines and ``vandaag`` count from.
    """

    def __init__(self, guideline: Guideline, plan: Plan, today: date) -> None:
        super().__init__(guideline, plan, today)
        self._values: dict[tuple[str, str], Any] = {}

    def rows(self, register: str, where: Condition | None = None) -> tuple[str, ...]:
        """Return the ids of a register's rows in order: presets nobody deleted and stored rows; ``where`` filters them."""
        found = self.all_rows(register)
        if where is None:
            return found
        return self.kept((register, where), lambda: tuple(row for row in found if self.holds(where, row)))

    def field(self, row: str, name: str) -> Field:
        """Return the column of the row's register, else the plan field of that name. Raises KeyError when there is neither."""
        register = self.guideline.registers.get(self.register_of(row))
        if register is not None and name in register.columns:
            return register.columns[name]
        return self.guideline.fields[name]

    def value(self, row: str, name: str) -> Value:
        """Return a value: derived ones computed, a preset's or a field's default where nothing was answered.

        An answer without content, or with content that is not of the field's kind, is no answer.
        """
        found: Any = self._values.get((row, name), _UNREAD)
        if found is _UNREAD:
            found = self._values[(row, name)] = self._read(row, self.field(row, name))
        return found  # type: ignore[no-any-return]

    def _read(self, row: str, field: Field) -> Value:
        place = row if field.register else PLAN_ROW
        if field.derive is not None:
            content = derive.compute(self, field.derive, place)
            return None if content is None else Answer(content)
        value = self.answered(place, field)
        if value is None and field.default is not None and (place, field.id) not in self.plan.cells:
            return Answer(field.default)
        return value

    def answered(self, row: str, field: Field) -> Value:
        """Return what was answered in a row, or stood there from the start; nothing derived, and no default of the field."""
        text = self.plan.cells.get((row, field.id))
        if text is not None:
            return sound(field, value_in(text))
        preset = self.preset(row) if is_preset(row) else None
        content = preset.values.get(field.id) if preset is not None else None
        return None if content is None else Answer(content)

    def content(self, row: str, name: str) -> Content:
        """Return the content of a value; None when it has none."""
        return content_of(self.value(row, name))

    def register_value(self, register: str) -> Value:
        """Return what was said of a whole register: n.v.t., later, or None."""
        return self.plan.value(PLAN_ROW, register)

    def visible(self, row: str, name: str) -> bool:
        """Whether a field is asked now: its own condition and that of its register or group hold, and it is not retired."""
        field = self.field(row, name)
        if field.retired or not self.holds(field.when, row):
            return False
        if field.register:
            return self.asks(field.register)
        return self.shown(self.kept(Group, self._group_conditions).get(field.id))

    def _group_conditions(self) -> Mapping[str, Condition]:
        groups = self.guideline.groups.values()
        return {name: group.when for group in groups if group.when is not None for name in group.fields}

    def asks(self, register: str) -> bool:
        """Whether a register is asked now. Rows of one that is not stay, and count for nothing."""
        found = self.guideline.registers[register]
        return not found.retired and self.shown(found.when)

    def counted(self, register: str, where: Condition | None = None) -> tuple[str, ...]:
        """Return the rows of a register that count: none while it is not asked."""
        return self.rows(register, where) if self.asks(register) else ()

    def shown(self, condition: Condition | None) -> bool:
        """Whether a condition on the plan as a whole holds (none always does)."""
        return condition is None or self.kept(condition, lambda: evaluate.holds(self, condition, PLAN_ROW))

    def holds(self, condition: Condition | None, row: str = PLAN_ROW) -> bool:
        """Whether a condition holds; within a row, names mean that row first and then the plan."""
        return condition is None or evaluate.holds(self, condition, row)

    def title(self, row: str) -> str:
        """Return the name of a row: its title column, else its number, else "zonder naam"."""
        return self.kept(("title", row), lambda: self._title(row, frozenset()))

    def _title(self, row: str, above: frozenset[str]) -> str:
        """Return the name of a row. A title may be a link, to a row whose title is one; ``above`` ends a circle of them."""
        register = self.guideline.registers.get(self.register_of(row))
        text = ""
        if register is not None and row not in above:
            column, content = register.columns[register.title], self.content(row, register.title)
            if column.target or (column.derive is not None and isinstance(content, list)):
                names = (
                    self._title(target, above | {row}) if self.exists(target) else display.DELETED
                    for target in link_targets(content)
                )
                text = ", ".join(names)
            else:
                text = self.content_text(row, register.title)
        return text.partition("\n")[0] or self.number(row) or display.NAMELESS

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

    def fill(self, template: str, known: Mapping[str, str] = NOTHING) -> str:
        """Return a sentence of the forms with every ``{field}`` replaced by the answer to that plan field, or what is known."""
        return _PLACEHOLDER.sub(lambda found: self._filled(found[1], known), template) if "{" in template else template

    def _filled(self, name: str, known: Mapping[str, str]) -> str:
        if name in known:
            return known[name]
        return (self.content_text(PLAN_ROW, name) if name in self.guideline.fields else "") or OPEN

    def confidentiality(self, row: str, name: str) -> Confidentiality:
        """Return the class of a cell: the strictest of its field, its register and the row's own class column."""
        field = self.field(row, name)
        register = self.guideline.registers.get(field.register)
        if register is None:
            return field.confidentiality
        return max(field.confidentiality, register.confidentiality, self.row_class(row, register))

    def row_class(self, row: str, register: Register) -> Confidentiality:
        """Return the class of a row as a whole: its class column where that is stricter than O, else O."""
        chosen = self.content(row, register.class_column) if register.class_column else None
        return Confidentiality.__members__.get(str(chosen).upper(), Confidentiality.O)

    def linked_from(self, row: str, register: str, column: str) -> tuple[str, ...]:
        """Return the rows of a register whose link column points at this row."""
        return self.kept(("links", register, column), lambda: self._links(register, column)).get(row, ())

    def _links(self, register: str, column: str) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for row in self.rows(register):
            for target in set(link_targets(self.content(row, column))):
                found.setdefault(target, []).append(row)
        return {target: tuple(rows) for target, rows in found.items()}


def link_targets(content: Content) -> tuple[str, ...]:
    """Return the row ids that a link or links content points at."""
    if isinstance(content, str):
        return (content,)
    return tuple(content) if isinstance(content, list) else ()
