"""What is asked: fields, registers, pages and sections, each an immutable value. Import them from ``model``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from decimal import Decimal
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from radplan_desktop.guideline.conditions import Condition

NOTHING: Mapping[str, Any] = MappingProxyType({})
Roles = Mapping[str, str | tuple[str, ...]]
"""Which field, register or column plays which part: a path, or a list of paths."""


class Kind(StrEnum):
    """The kinds of answer a field can take."""

    TEXT = "text"
    LONGTEXT = "longtext"
    CHOICE = "choice"
    CHOICES = "choices"
    YESNO = "yesno"
    DATE = "date"
    MONTH = "month"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    SCALE = "scale"
    CHECKLIST = "checklist"
    LINK = "link"
    LINKS = "links"
    ATTACHMENT = "attachment"
    DERIVED = "derived"


class Confidentiality(IntEnum):
    """Who may read an answer; a higher value is stricter (O < K < I < V)."""

    O = 0  # noqa: E741 - the field's own letter
    K = 1
    I = 2  # noqa: E741 - the field's own letter
    V = 3


class Gate(IntEnum):
    """The milestones of a plan, in order."""

    B = 0
    S = 1
    E = 2
    L = 3


class Route(StrEnum):
    """The basis route is a plan in two afternoons; depth is offered, closed."""

    BASIS = "basis"
    DEPTH = "verdieping"


@dataclass(frozen=True, slots=True)
class Help:
    """What stands beside a question: why it is asked, a tip, an invented example, and a self-check."""

    why: str
    tip: str = ""
    example: str = ""
    check: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a choice list."""

    id: str
    label: str
    hint: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """A named list of choices, in the order in which they are offered."""

    id: str
    label: str
    choices: tuple[Choice, ...]

    def label_of(self, choice_id: str) -> str:
        """Return the label of a choice; an unknown id is shown as it is."""
        return next((c.label for c in self.choices if c.id == choice_id), choice_id)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date that has to be met: ``done`` names the column or field that is filled once it has been."""

    label: str
    done: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a derived field is computed; the functions and their keys stand in ``forms/README.md``."""

    function: str
    of: tuple[str, ...] = ()
    where: Condition | None = None
    by: str = ""
    link: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One question, or one column of a register (then ``register`` names it)."""

    id: str
    kind: Kind
    label: str
    code: str = ""
    question: str = ""
    hint: str = ""
    placeholder: str = ""
    unit: str = ""
    confidentiality: Confidentiality = Confidentiality.I
    gate: Gate | None = None
    route: Route = Route.DEPTH
    requirements: tuple[str, ...] = ()
    when: Condition | None = None
    help: Help | None = None
    choices: str = ""
    target: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    default: Any = None
    opzet: Mapping[str, str] = attribute(default_factory=lambda: NOTHING)
    derive: Derivation | None = None
    deadline: Deadline | None = None
    tempting: bool = False
    retired: bool = False
    register: str = ""

    @property
    def path(self) -> str:
        """``field`` or ``register.column``: unique in the whole guideline."""
        return f"{self.register}.{self.id}" if self.register else self.id


@dataclass(frozen=True, slots=True)
class Group:
    """Several plan fields on one card."""

    id: str
    label: str
    question: str
    fields: tuple[str, ...]
    code: str = ""
    hint: str = ""
    help: Help | None = None
    when: Condition | None = None
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """How many rows (that satisfy ``where``) a register needs for a gate."""

    gate: Gate
    minimum: int = 1
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """A row that exists from the start; its row id is ``<register>:<key>``."""

    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Register:
    """A table: ``columns`` are fields that are answered once per row."""

    id: str
    label: str
    question: str
    row: str
    title: str
    columns: Mapping[str, Field]
    code: str = ""
    subtitle: str = ""
    prefix: str = ""
    hint: str = ""
    confidentiality: Confidentiality = Confidentiality.I
    class_column: str = ""
    route: Route = Route.DEPTH
    needs: tuple[Need, ...] = ()
    requirements: tuple[str, ...] = ()
    when: Condition | None = None
    help: Help | None = None
    presets: tuple[Preset, ...] = ()
    fixed: bool = False
    na: bool = True
    tempting: bool = False
    retired: bool = False
    sheet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Part of a register that stands elsewhere: some columns, the rows that satisfy ``where``."""

    id: str
    register: str
    label: str
    question: str
    columns: tuple[str, ...]
    where: Condition | None = None
    preset: Mapping[str, Any] = attribute(default_factory=lambda: NOTHING)
    help: Help | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Some of the rows of a drawing, by name: what it can be narrowed to on its own screen."""

    label: str
    where: Condition


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing; ``roles`` names the fields and registers it is drawn from, ``beside`` what stands beside it on its own screen.

    ``filters`` is what it can be narrowed to there. ``where`` says to what it is narrowed: never by the forms, and never on paper.
    """

    chart: str
    label: str
    roles: Roles
    beside: Roles = attribute(default_factory=lambda: NOTHING)
    filters: tuple[Filter, ...] = ()
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A block of the program, such as the open points, made of ``roles``; ``preset`` is what stands in a row it adds."""

    panel: str
    label: str
    roles: Roles = attribute(default_factory=lambda: NOTHING)
    question: str = ""
    preset: Mapping[str, Any] = attribute(default_factory=lambda: NOTHING)


Item = Field | Group | Register | View | Chart | Panel


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a section."""

    id: str
    title: str
    subtitle: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One lesson of the guideline (1 to 7), or the plan's own data (0)."""

    id: str
    number: int
    title: str
    subtitle: str
    lesson: str
    source: str
    pages: tuple[Page, ...]

    def items(self) -> Iterator[Item]:
        """Yield the items of all pages in order."""
        for page in self.pages:
            yield from page.items


@dataclass(frozen=True, slots=True)
class GateSpec:
    """A milestone: its name, and the date (a path) before which it is due."""

    gate: Gate
    label: str
    hint: str = ""
    due: str = ""
    lead_weeks: int = 0


@dataclass(frozen=True, slots=True)
class Requirement:
    """One numbered sentence of the guideline, in our own words; ``behaviour`` says how the program itself answers it."""

    id: str
    section: str
    text: str
    behaviour: str = ""
