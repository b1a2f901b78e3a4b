"""What a section shows: its basis cards first, then the depth behind one closed line. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from radplan_desktop.guideline.model import (
    Chart,
    DocumentSpec,
    Field,
    Gate,
    Group,
    Guideline,
    Item,
    Page,
    Panel,
    Register,
    Route,
    Section,
    View,
)
from radplan_desktop.guideline.parts import paths
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import PLAN_ROW

Question = Field | Group | Register | View | Chart | Panel
Shown = Chart | Panel
"""What asks nothing itself, and so has no number."""
GATE_PANEL = "gate"
CONTACTS_PANEL, DIVERSITY_PANEL, PASSING_PANEL = "contact_log", "diversity", "passing_on"
KEEPING = frozenset({"actions", "reactions", "findings"})
"""The panels that bring registers together, on a screen of their own."""
PANELS = frozenset({"open_points", GATE_PANEL, CONTACTS_PANEL, DIVERSITY_PANEL, PASSING_PANEL}) | KEEPING
"""The panels that exist; the others come with the screens they belong to."""
NEEDED = {
    Gate.B: "nodig voor het college",
    Gate.S: "nodig vóór de start",
    Gate.E: "nodig voor de evaluatieafspraken",
    Gate.L: "nodig bij afsluiten of overdragen",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One card: its item, its number ("1.2"; empty in section 0), and the page of the forms that it stands on."""

    item: Question
    number: str
    page: Page

    @property
    def id(self) -> str:
        """The id of the item; of a panel, its kind; of a chart, its page and name."""
        if isinstance(self.item, Chart):
            return f"{self.page.id}/{self.item.label}"
        return self.item.panel if isinstance(self.item, Panel) else self.item.id

    @property
    def heading(self) -> str:
        """Number and label, as they stand above the question and in the explanation beside it."""
        return f"{self.number}  {self.item.label}".strip()


@dataclass(frozen=True, slots=True)
class Outline:
    """The cards of one section."""

    basis: tuple[Entry, ...]
    depth: tuple[Entry, ...]

    def find(self, item_id: str) -> Entry | None:
        """Return the card of an item, or of a field that stands in a group."""
        for entry in (*self.basis, *self.depth):
            if entry.id == item_id or (isinstance(entry.item, Group) and item_id in entry.item.fields):
                return entry
        return None


def outline(guideline: Guideline, section: Section) -> Outline:
    """Return the cards of a section, numbered in the order in which they are shown."""
    items = [(page, item) for page in section.pages for item in page.items if _shows(item)]
    basis = [pair for pair in items if is_basis(guideline, pair[1])]
    depth = [pair for pair in items if not is_basis(guideline, pair[1])]
    count = 0
    entries: list[Entry] = []
    for page, item in basis + depth:
        count += not isinstance(item, Shown)
        entries.append(Entry(item, _number(section, count, item), page))
    return Outline(tuple(entries[: len(basis)]), tuple(entries[len(basis) :]))


def _number(section: Section, place: int, item: Question) -> str:
    return f"{section.number}.{place}" if section.number and not isinstance(item, Shown) else ""


def _shows(item: Item) -> TypeGuard[Question]:
    if isinstance(item, Panel):
        return item.panel in PANELS
    if isinstance(item, Field | Register):
        return not item.retired
    return isinstance(item, Group | View | Chart)


def is_basis(guideline: Guideline, item: Question) -> bool:
    """Whether an item belongs to the route of two afternoons."""
    if isinstance(item, Field | Register):
        return item.route is Route.BASIS
    if isinstance(item, Group):
        return any(guideline.fields[name].route is Route.BASIS for name in item.fields)
    if isinstance(item, Chart):
        return any(guideline.registers[name].route is Route.BASIS for name in registers_of(guideline, item))
    if isinstance(item, Panel) and item.panel not in KEEPING:
        return any(guideline.registers[name].route is Route.BASIS for name in paths(item.roles, "rows"))
    return False


def paths_of(chart: Chart) -> list[str]:
    """Return the fields, registers and columns a chart is made of, in the order of its roles."""
    given = [(value,) if isinstance(value, str) else value for value in chart.roles.values()]
    return [path for paths in given for path in paths]


def registers_of(guideline: Guideline, chart: Chart) -> tuple[str, ...]:
    """Return the registers a chart is made of, without those that are not asked any more."""
    names = dict.fromkeys(path.partition(".")[0] for path in paths_of(chart))
    found = (guideline.registers[name] for name in names if name in guideline.registers)
    return tuple(register.id for register in found if not register.retired)


def asked(answers: Answers, item: Question) -> bool:
    """Whether an item is shown now: its condition holds."""
    if isinstance(item, Field):
        return answers.visible(PLAN_ROW, item.id)
    if isinstance(item, Group):
        return answers.shown(item.when) and any(answers.visible(PLAN_ROW, name) for name in item.fields)
    if isinstance(item, View):
        return answers.shown(answers.guideline.registers[item.register].when)
    if isinstance(item, Chart):
        return any(answers.asks(name) for name in registers_of(answers.guideline, item))
    if isinstance(item, Panel):
        found = [name for name in paths(item.roles, "rows") if name in answers.guideline.registers]
        return not found or any(answers.asks(name) for name in found)
    return answers.shown(item.when)


def gates(guideline: Guideline, item: Question) -> Iterator[Gate]:
    """Yield the gates that need this item."""
    if isinstance(item, Field):
        if item.gate is not None:
            yield item.gate
    elif isinstance(item, Group):
        for name in item.fields:
            yield from gates(guideline, guideline.fields[name])
    elif isinstance(item, Register):
        yield from (need.gate for need in item.needs)


def depth_reason(guideline: Guideline, entries: tuple[Entry, ...]) -> str:
    """Return why the depth is there: the first gate that needs some of it."""
    needing = [gate for entry in entries for gate in gates(guideline, entry.item)]
    return NEEDED[min(needing)] if needing else "mag leeg blijven"


def columns_of(guideline: Guideline, item: Register | View) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """Return the columns of a row form: those of the basis route, and the rest. A register without basis shows all."""
    register = guideline.registers[item.register] if isinstance(item, View) else item
    columns = tuple(column for column in register.columns.values() if not column.retired)
    if isinstance(item, View):
        wanted = tuple(column for column in columns if column.id in item.columns)
        return wanted, tuple(column for column in columns if column not in wanted)
    basis = tuple(column for column in columns if column.route is Route.BASIS or column.id == register.title)
    if len(basis) <= 1:
        return columns, ()
    return basis, tuple(column for column in columns if column not in basis)


def printed_in(guideline: Guideline) -> dict[str, str]:
    """Return, per field, register and ``register.column``, where it is printed first: "Plan van aanpak, hoofdstuk 2"."""
    found: dict[str, str] = {}
    longest_first = sorted(guideline.documents.values(), key=lambda document: -len(document.chapters))
    for document in longest_first:
        for name, where in _printed(document):
            found.setdefault(name, where)
    return found


def _drawn(chart: Chart | None) -> Iterator[str]:
    """Yield what a chart is drawn from."""
    for names in chart.roles.values() if chart is not None else ():
        yield from (names,) if isinstance(names, str) else names


def _printed(document: DocumentSpec) -> Iterator[tuple[str, str]]:
    for fact in document.cover:
        yield from ((name, f"{document.title}, voorblad") for name in fact.fields)
    number = 0
    for chapter in document.chapters:
        number += chapter.numbered
        where = f"{document.title}, hoofdstuk {number}" if chapter.numbered else f"{document.title}, ‘{chapter.title}’"
        for block in chapter.blocks:
            names = (block.source, *block.fields, *_drawn(block.chart))
            yield from ((name, where) for name in names if name)
            yield from ((f"{block.source}.{name}", where) for name in block.columns)
