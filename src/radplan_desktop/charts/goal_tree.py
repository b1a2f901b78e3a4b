"""The goal tree: the main goal, and under it one box per sub-goal; a box is dashed as long as something in it is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.measure import wrap
from radplan_desktop.charts.roles import column, role
from radplan_desktop.charts.scene import Anchor, Line, Polyline, Rect, Scene, Shape, Text, Tone, Twin, Weight
from radplan_desktop.guideline.model import Chart
from radplan_desktop.plan.values import PLAN_ROW, Cell

GAP = 10.5
NARROWEST = 84.0
TITLE, SMALL, GOAL = 9.5, 8.5, 11.0
LEADING = 1.26
PAD = 8.0
DROP = 30.0
TRUNK = 16.0
STROKE = 1.25
GOAL_LINES, TITLE_LINES, OWNER_LINES = 8, 6, 2
TO_BE_DECIDED = "nog te bepalen"


class _Node(NamedTuple):
    """One sub-goal; its texts are broken to the width of a box."""

    cell: Cell
    number: str
    title: list[str]
    owner: list[str]
    complete: bool

    @property
    def height(self) -> float:
        return 2 * PAD + (len(self.title) + bool(self.number)) * TITLE * LEADING + len(self.owner) * SMALL * LEADING + 7


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the boxes stand: ``across`` of them in each row, all ``box`` wide, from x ``left`` on."""

    across: int
    box: float
    left: float

    def centre(self, place: int) -> float:
        """Return the x of the middle of the box at a place in its row."""
        return self.left + place * (self.box + GAP) + self.box / 2


def goal_tree(edition: Edition, chart: Chart, width: float) -> Scene | None:
    """Draw ``goal`` (a field) over ``nodes`` (a register), each with its ``owner`` (a column); None when both are empty."""
    goal, register = role(chart, "goal"), role(chart, "nodes")
    rows = edition.rows(register)
    said = edition.line(PLAN_ROW, goal)
    if not rows and not said:
        return None
    grid = _grid(len(rows), width)
    nodes = [_node(edition, chart, row, grid.box) for row in rows]
    shapes, bottom = _goal_box(edition, goal, said, width)
    boxes, height = _boxes(nodes, grid, bottom, width)
    return Scene(width, height + 1, (*shapes, *boxes), _description(said, nodes), _twin(edition, chart, rows))


def _grid(count: int, width: float) -> _Grid:
    most = max(1, int((width + GAP) // (NARROWEST + GAP)))
    left = 0.0 if count <= most else TRUNK
    rows = max(1, -(-count // most))
    across = max(1, -(-count // rows))
    return _Grid(across, (width - left - GAP * (across - 1)) / across, left)


def _node(edition: Edition, chart: Chart, row: str, box: float) -> _Node:
    answers = edition.answers
    name, owner = answers.guideline.registers[role(chart, "nodes")].title, column(chart, "owner")
    number = answers.number(row)
    who = edition.line(row, owner) if owner else ""
    if owner and not who and edition.shows(row, owner):
        who = TO_BE_DECIDED
    title = wrap(edition.line(row, name) or TO_BE_DECIDED, box - 2 * PAD, TITLE, Weight.SEMIBOLD, TITLE_LINES)
    owners = wrap(who, box - 2 * PAD, SMALL, Weight.REGULAR, OWNER_LINES) if who else []
    return _Node(Cell(row, name), number, title, owners, edition.complete(row, also=owner))


def _goal_box(edition: Edition, goal: str, said: str, width: float) -> tuple[list[Shape], float]:
    cell, middle = Cell(PLAN_ROW, goal), width / 2
    label = edition.answers.guideline.fields[goal].label
    lines = wrap(said or TO_BE_DECIDED, width - 80, GOAL, Weight.SEMIBOLD, GOAL_LINES)
    top = PAD + TITLE * LEADING + 3
    height = top + len(lines) * GOAL * LEADING + PAD
    shapes: list[Shape] = [
        Rect(0.75, 0.75, width - 1.5, height, 4, Tone.TINT, Tone.PRIMARY, 1.25, dashed=not said, cell=cell),
        Text(middle, PAD + TITLE, label, TITLE, Weight.SEMIBOLD, Tone.PRIMARY, Anchor.MIDDLE, cell),
    ]
    for place, line in enumerate(lines, 1):
        baseline = top + place * GOAL * LEADING - 3
        shapes.append(Text(middle, baseline, line, GOAL, Weight.SEMIBOLD, Tone.INK, Anchor.MIDDLE, cell))
    return shapes, height + 0.75


def _boxes(nodes: list[_Node], grid: _Grid, top: float, width: float) -> tuple[list[Shape], float]:
    """Return the boxes with their connectors, hanging under y ``top``, and the y where they end."""
    trunk = grid.left / 2 or width / 2
    shapes: list[Shape] = []
    bottom = bus = top
    for start in range(0, len(nodes), grid.across):
        row = nodes[start : start + grid.across]
        bus, head = bottom + DROP / 2, bottom + DROP
        bottom = head + max(node.height for node in row)
        ends = (trunk, grid.centre(0), grid.centre(len(row) - 1))
        shapes.append(Line(min(ends), bus, max(ends), bus, thickness=STROKE))
        for place, node in enumerate(row):
            shapes += _box(node, grid.centre(place), (bus, head, bottom), grid.box)
    return [Line(trunk, top, trunk, bus, thickness=STROKE), *shapes] if nodes else [], bottom


def _box(node: _Node, x: float, levels: tuple[float, float, float], box: float) -> list[Shape]:
    bus, top, bottom = levels
    shapes: list[Shape] = [
        Line(x, bus, x, top - 5, thickness=STROKE),
        Polyline(((x - 3.75, top - 6.5), (x + 3.75, top - 6.5), (x, top)), fill=Tone.INK2),
        Rect(
            x - box / 2 + 0.5,
            top,
            box - 1,
            bottom - top,
            4,
            Tone.SURFACE,
            Tone.PRIMARY,
            1,
            not node.complete,
            node.cell,
        ),
    ]
    y = top + PAD
    if node.number:
        shapes.append(Text(x, y + TITLE, node.number, TITLE, Weight.SEMIBOLD, Tone.PRIMARY, Anchor.MIDDLE, node.cell))
        y += TITLE * LEADING + 3
    for line in node.title:
        y += TITLE * LEADING
        shapes.append(Text(x, y - 3, line, TITLE, Weight.SEMIBOLD, Tone.INK, Anchor.MIDDLE, node.cell))
    for line in node.owner:
        y += SMALL * LEADING
        shapes.append(Text(x, y + 1, line, SMALL, Weight.REGULAR, Tone.INK2, Anchor.MIDDLE, node.cell))
    return shapes


def _description(said: str, nodes: list[_Node]) -> str:
    open_ones = sum(not node.complete for node in nodes)
    count = "één subdoel" if len(nodes) == 1 else f"{len(nodes)} subdoelen"
    state = f", waarvan {open_ones} nog niet compleet" if open_ones else ""
    return f"Doelenboom. Bovenaan staat het hoofddoel: {said.rstrip('.') or TO_BE_DECIDED}. Daaronder staan {count}{state}."


def _twin(edition: Edition, chart: Chart, rows: tuple[str, ...]) -> Twin:
    register = edition.answers.guideline.registers[role(chart, "nodes")]
    columns = [register.columns[name] for name in (register.title, column(chart, "owner")) if name]
    body = tuple(
        (edition.answers.number(row), *(edition.text(row, found.id) or TO_BE_DECIDED for found in columns))
        for row in rows
    )
    cells = tuple(Cell(row, register.title) for row in rows)
    return Twin(("Nr", *(found.label for found in columns)), body, (False,) * (len(columns) + 1), cells)
