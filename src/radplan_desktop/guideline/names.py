"""The index: every name in the forms and what it stands for. Built from the raw tables, before anything refers to anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from radplan_desktop.guideline.errors import FormError, Wrong, shown, suggestion
from radplan_desktop.guideline.model import Kind
from radplan_desktop.guideline.tables import Entry, Tables, entry, name_of

NUMERIC = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.SCALE})
DATED = frozenset({Kind.DATE, Kind.MONTH})
LISTED = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.CHECKLIST})
LINKED = frozenset({Kind.LINK, Kind.LINKS})

_KINDS = {kind.value: kind for kind in Kind}
_DERIVED = {
    "count": Kind.NUMBER,
    "sum": Kind.NUMBER,
    "share": Kind.PERCENT,
    "weeks_between": Kind.NUMBER,
    "earliest": Kind.DATE,
    "latest": Kind.DATE,
    "linked": Kind.LINKS,
}


class Known(NamedTuple):
    """What is known of a field or column; ``kind`` is None when the file does not say it well."""

    id: str
    kind: Kind | None
    choices: str
    target: str
    register: str
    derive: Mapping[str, Any]

    @property
    def path(self) -> str:
        """``field`` or ``register.column``."""
        return f"{self.register}.{self.id}" if self.register else self.id


@dataclass(slots=True)
class Names:
    """Everything that can be referred to, by name."""

    fields: dict[str, Known] = field(default_factory=dict)
    registers: dict[str, dict[str, Known]] = field(default_factory=dict)
    presets: dict[str, frozenset[str]] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    requirements: set[str] = field(default_factory=set)
    gates: set[str] = field(default_factory=set)

    def lookup(self, name: str, register: str = "") -> Known | None:
        """Return the column of the register, or else the plan field, of this name."""
        return self.registers.get(register, {}).get(name) or self.fields.get(name)

    def find(self, path: str, register: str = "") -> Known:
        """Return what stands at ``register.column`` or, by name, in the row or the plan. Raises Wrong."""
        home, dot, column = path.partition(".")
        known = self.registers.get(home, {}).get(column) if dot else self.lookup(path, register)
        if known is None:
            raise Wrong(
                f"Het veld {shown(path)} bestaat niet.", suggestion(path, self._near(home, register, dotted=bool(dot)))
            )
        return known

    def _near(self, home: str, register: str, *, dotted: bool) -> Iterable[str]:
        if not dotted:
            return [*self.registers.get(register, {}), *self.fields]
        registers = [home] if home in self.registers else self.registers
        return [f"{name}.{column}" for name in registers for column in self.registers[name]]

    def column(self, path: str, register: str) -> Known:
        """Return a column of a register, named bare or as ``register.column``. Raises Wrong."""
        home, dot, column = path.rpartition(".")
        known = self.registers.get(register, {}).get(column) if not dot or home == register else None
        if known is None:
            columns = self.registers.get(register, {})
            raise Wrong(f"Het register {shown(register)} heeft geen kolom {shown(path)}.", suggestion(path, columns))
        return known

    def answer_kind(self, known: Known) -> Kind | None:
        """Return the kind of the answer; for what is derived, the kind of the outcome."""
        if known.kind is not Kind.DERIVED:
            return known.kind
        function = known.derive.get("function")
        if function != "most_recent":
            return _DERIVED.get(str(function))
        home, _, column = str(known.derive.get("of")).partition(".")
        source = self.registers.get(home, {}).get(column)
        return None if source is None or source.kind is Kind.DERIVED else source.kind


def index(tables: Tables, errors: list[FormError]) -> Names:
    """Return all names; report those that are given twice."""
    names = Names()
    for item in tables["field"]:
        names.fields[item.id] = _known(item.data)
    for item in tables["register"]:
        columns = [_known(column, item.id) for column in part(item.data, "column")]
        names.registers[item.id] = {known.id: known for known in columns}
        names.presets[item.id] = frozenset(p["key"] for p in part(item.data, "preset") if isinstance(p.get("key"), str))
    for item in tables["list"]:
        names.lists[item.id] = frozenset(c["id"] for c in part(item.data, "choices") if isinstance(c.get("id"), str))
    names.groups.update(item.id for item in tables["group"])
    names.requirements.update(item.id for item in tables["requirement"])
    names.gates.update(item.id for item in tables["gate"])
    for columns_or_fields in (names.fields, *names.registers.values()):
        columns_or_fields.pop("", None)
    names.registers.pop("", None)
    names.lists.pop("", None)
    errors.extend(_doubles(tables))
    return names


def part(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the tables in a list of a raw table; whatever is no table is left to the strict reader."""
    items = data.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _known(data: Mapping[str, Any], register: str = "") -> Known:
    derive = data.get("derive")
    derived = derive if isinstance(derive, dict) else {}
    return Known(
        name_of(data),
        _KINDS.get(name_of(data, "kind")),
        name_of(data, "choices"),
        name_of(data, "register"),
        register,
        derived,
    )


def _doubles(tables: Tables) -> Iterator[FormError]:
    spaces: list[list[Entry]] = [
        [*tables["field"], *tables["group"], *tables["register"], *tables["page"], *_views(tables)],
        *(tables[kind] for kind in ("list", "check", "gate", "requirement", "document", "section", "track", "helper")),
    ]
    for register in tables["register"]:
        columns = part(register.data, "column")
        if len({name_of(column) for column in columns}) < len(columns):
            spaces.append([entry(register.file, f"{register.path}.column", n, c) for n, c in enumerate(columns, 1)])
    for space in spaces:
        seen: dict[str, Entry] = {}
        for item in space:
            first = seen.setdefault(item.id, item)
            if item.id and first is not item:
                problem = f"De naam {shown(item.id)} bestaat al ({first.path} in {first.file})."
                yield FormError(item.file, item.path, problem, "Kies een andere naam.")


def _views(tables: Tables) -> Iterator[Entry]:
    for page in tables["page"]:
        for n, item in enumerate(part(page.data, "items"), 1):
            if "view" in item:
                yield entry(page.file, f"{page.path}.view", n, item, "view")
