"""The immutable Guideline that ``forms/*.toml`` becomes, and everything in it. The grammar is explained in ``forms/README.md``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from radplan_desktop.guideline.beside import Helper, HelperPart, Lack, Track, TrackItem, TrackStep
from radplan_desktop.guideline.papers import Block, Chapter, Check, DocumentSpec, Fact, Operand
from radplan_desktop.guideline.questions import (
    Chart,
    Choice,
    ChoiceList,
    Confidentiality,
    Deadline,
    Derivation,
    Field,
    Filter,
    Gate,
    GateSpec,
    Group,
    Help,
    Item,
    Kind,
    Need,
    Page,
    Panel,
    Preset,
    Register,
    Requirement,
    Route,
    Section,
    View,
)

__all__ = [
    "Block",
    "Chapter",
    "Chart",
    "Check",
    "Choice",
    "ChoiceList",
    "Confidentiality",
    "Deadline",
    "Derivation",
    "DocumentSpec",
    "Fact",
    "Field",
    "Filter",
    "Gate",
    "GateSpec",
    "Group",
    "Guideline",
    "Help",
    "Helper",
    "HelperPart",
    "Item",
    "Kind",
    "Lack",
    "Need",
    "Operand",
    "Page",
    "Panel",
    "Preset",
    "Register",
    "Requirement",
    "Route",
    "Section",
    "Track",
    "TrackItem",
    "TrackStep",
    "View",
]


@dataclass(frozen=True, slots=True)
class Guideline:
    """Everything that is asked and printed. All mappings are by id and keep the order of the files.

    ``version`` is the first 16 hex digits of the SHA-256 over the files that were read.
    """

    version: str
    sections: tuple[Section, ...]
    fields: Mapping[str, Field]
    groups: Mapping[str, Group]
    registers: Mapping[str, Register]
    views: Mapping[str, View]
    lists: Mapping[str, ChoiceList]
    gates: tuple[GateSpec, ...]
    checks: tuple[Check, ...]
    requirements: Mapping[str, Requirement]
    documents: Mapping[str, DocumentSpec]
    roles: Mapping[str, str | tuple[str, ...]]
    tracks: Mapping[str, Track]
    helpers: Mapping[str, Helper]
    overlay: str = ""

    def field(self, path: str) -> Field:
        """Return the field at ``field`` or ``register.column``. Raises KeyError when there is none."""
        register, dot, column = path.partition(".")
        return self.registers[register].columns[column] if dot else self.fields[path]

    def role(self, name: str) -> str:
        """Return the id or path that plays a role; the empty string when no form does."""
        value = self.roles.get(name, "")
        return value if isinstance(value, str) else value[0]

    def role_list(self, name: str) -> tuple[str, ...]:
        """Return the ids that play a role together, in order."""
        value = self.roles.get(name, ())
        return (value,) if isinstance(value, str) else value
