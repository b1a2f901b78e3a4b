"""Which rows there are, in what order, and what is remembered while a Plan is being read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any, TypeVar

from radplan_desktop.guideline.model import Guideline, Preset, Register
from radplan_desktop.plan.order import preset_key
from radplan_desktop.plan.plan import Plan, is_preset
from radplan_desktop.plan.values import IN, preset_row

T = TypeVar("T")
_UNKNOWN = object()


class Tables:
    """The rows of one Plan. What is asked twice is kept; two threads may ask at once, for whatever is kept is complete."""

    def __init__(self, guideline: Guideline, plan: Plan, today: date) -> None:
        self.guideline, self.plan, self.today = guideline, plan, today
        self._kept: dict[Hashable, Any] = {}
        self._registers: dict[str, str] = {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under this key before, else make it. It may not depend on anything but these answers."""
        found: Any = self._kept.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._kept[key] = make()
        return found  # type: ignore[no-any-return]

    def all_rows(self, register: str) -> tuple[str, ...]:
        """Return the ids of a register's rows in order: presets nobody deleted and stored rows."""
        stored = self.plan.rows.get(register, ())
        presets = self.presets(register)
        if not presets:
            return stored
        return self.kept(("rows", register), lambda: self._together(stored, presets))

    def _together(self, stored: tuple[str, ...], presets: Mapping[str, tuple[Preset, str]]) -> tuple[str, ...]:
        rows = [*stored, *(row for row in presets if not self.plan.is_deleted(row))]
        return tuple(sorted(rows, key=lambda row: (self.order(row), row)))

    def presets(self, register: str) -> Mapping[str, tuple[Preset, str]]:
        """Return row id -> (preset, the key it sorts by until someone moves it) of a register's preset rows."""
        return self.kept(("presets", register), lambda: _presets(self.guideline.registers[register]))

    def preset(self, row: str) -> Preset | None:
        """Return the preset that a row began as, if any."""
        register = row.partition(":")[0] if is_preset(row) else ""
        found = self.presets(register).get(row) if register in self.guideline.registers else None
        return None if found is None else found[0]

    def order(self, row: str) -> str:
        """Return the key that a row sorts by in its register; the empty string for a row that was never given a place."""
        key = self.plan.order(row)
        if key or not is_preset(row):
            return key
        register = row.partition(":")[0]
        found = self.presets(register).get(row) if register in self.guideline.registers else None
        return "" if found is None else found[1]

    def register_of(self, row: str) -> str:
        """Return the register of a row; the empty string for the plan row and for a deleted or unknown row."""
        register = self._registers.get(row)
        if register is None:
            register = self.plan.register_of(row) or ""
            register = self._registers[row] = register if register in self.guideline.registers else ""
        return register

    def exists(self, row: str) -> bool:
        """Whether a row can be pointed at: it is in a known register and not deleted."""
        if not self.register_of(row):
            return False
        return self.preset(row) is not None if is_preset(row) else (row, IN) in self.plan.cells

    def number(self, row: str) -> str:
        """Return the printed number of a row, such as ``S1``; the empty string when its rows have none."""
        register = self.guideline.registers.get(self.register_of(row))
        if register is None or not register.prefix:
            return ""
        return self.kept(("numbers", register.id), lambda: self._numbers(register)).get(row, "")

    def _numbers(self, register: Register) -> Mapping[str, str]:
        return {row: f"{register.prefix}{number}" for number, row in enumerate(self.all_rows(register.id), 1)}


def _presets(register: Register) -> Mapping[str, tuple[Preset, str]]:
    return {
        preset_row(register.id, preset.key): (preset, preset_key(number))
        for number, preset in enumerate(register.presets)
    }
