"""Registers on paper: as a table, or every row as a block of labels and answers."""

from __future__ import annotations

from radplan_desktop.charts.edition import LINKED, NUMERIC, Edition
from radplan_desktop.documents.prose import NOTHING, OPEN, capital, item, open_paragraph
from radplan_desktop.documents.story import Block, Column, Fact, FactList, Heading, Item, Paragraph, TableBlock, Tone
from radplan_desktop.guideline import model
from radplan_desktop.guideline.model import Field, Kind, Register
from radplan_desktop.plan import display
from radplan_desktop.plan.answers import link_targets
from radplan_desktop.plan.values import Answer, NotApplicable, Parked

NUMBER = "Nr"
LONG, SHORT = 4, 2
_SHORT_KINDS = NUMERIC | {Kind.DATE, Kind.MONTH, Kind.YESNO}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_COUNTING = frozenset({"count", "sum", "share", "weeks_between"})


def table(edition: Edition, block: model.Block) -> list[Block]:
    """Return a register as a table of the columns the block names; nothing when there is nothing to say."""
    register = edition.answers.guideline.registers[block.source]
    columns = _columns(edition, register, block)
    rows = edition.rows(register.id, block.where) if columns else ()
    if not rows:
        return _instead(edition, register) if columns else []
    notes: dict[str, str] = {}
    known: set[str] = set()
    cells = [
        [_noted(edition, row, column, _cell(edition, row, column, known), notes) for column, _ in columns]
        for row in rows
    ]
    told = [place for place in range(len(columns)) if any(line[place].text not in ("", NOTHING) for line in cells)]
    if not told:
        return _instead(edition, register)
    head = [
        Column(capital(columns[place][0].label), columns[place][1], numeric(edition, columns[place][0]))
        for place in told
    ]
    body = [tuple(line[place] for place in told) for line in cells]
    if register.prefix:
        head.insert(0, Column(NUMBER, 1))
        body = [(Item(edition.answers.number(row), Tone.STRONG), *line) for row, line in zip(rows, body, strict=True)]
    below = "\n".join(f"{mark} {note}" for note, mark in notes.items())
    return [TableBlock(tuple(head), tuple(body)), *([Paragraph(below, Tone.NOTE)] if below else [])]


def rows(edition: Edition, block: model.Block) -> list[Block]:
    """Return every row of a register as a heading with labels and answers under it."""
    register = edition.answers.guideline.registers[block.source]
    columns = [column for column, _ in _columns(edition, register, block) if column.id != register.title]
    found = edition.rows(register.id, block.where)
    if not found:
        return _instead(edition, register) if edition.asks(register.id) else []
    printed: list[Block] = []
    for row in found:
        facts = [Fact(column.label, _cell(edition, row, column, set())) for column in columns]
        told = tuple(fact for fact in facts if fact.value.text not in ("", NOTHING))
        printed.append(Heading(3, edition.title(row) or display.NAMELESS, edition.answers.number(row)))
        if told:
            printed.append(FactList(told))
    return printed


def numeric(edition: Edition, field: Field) -> bool:
    """Whether the answers to a field are numbers, also when they are worked out."""
    if field.derive is None:
        return field.kind in NUMERIC
    if field.derive.function == "most_recent":
        return numeric(edition, edition.answers.guideline.field(field.derive.of[0]))
    return field.derive.function in _COUNTING


def _columns(edition: Edition, register: Register, block: model.Block) -> list[tuple[Field, int]]:
    """Return the columns that this edition has, each with its share of the width."""
    if not edition.asks(register.id):
        return []
    names = block.columns or tuple(register.columns)
    shares = block.widths or tuple(SHORT if register.columns[name].kind in _SHORT_KINDS else LONG for name in names)
    named = zip(names, shares, strict=True)
    return [(register.columns[name], share) for name, share in named if edition.has_column(register.id, name)]


def _cell(edition: Edition, row: str, column: Field, known: set[str]) -> Item:
    """Return a cell. ``known`` gathers the rows that links in this table have named in full; later they go by their number."""
    if not edition.shows(row, column.id):
        return Item("")
    value = edition.value(row, column.id)
    text = edition.text(row, column.id)
    if column.kind in LINKED and isinstance(value, Answer):
        text = ", ".join(edition.targets(value.content, known))
        known.update(link_targets(value.content))
    cell = item(value, text, OPEN if column.gate is not None and value is None else NOTHING)
    register = edition.answers.guideline.registers[column.register]
    strong = column.id == register.title and column.kind != Kind.LONGTEXT and cell.tone == Tone.PLAIN
    return Item(cell.text, Tone.STRONG) if strong else cell


def _noted(edition: Edition, row: str, column: Field, cell: Item, notes: dict[str, str]) -> Item:
    """Return the cell, or where a reason would not fit in a narrow column, its gist with a mark; the reason joins the notes."""
    gist = edition.gist(row, column.id)
    if not gist or column.kind not in _SHORT_KINDS:
        return cell
    note = f"{capital(column.label)}: {cell.text}"
    mark = notes.setdefault(note, str(len(notes) + 1).translate(_SUPERSCRIPT))
    return Item(f"{gist} {mark}", cell.tone)


def _instead(edition: Edition, register: Register) -> list[Block]:
    """Return what stands there when a register has no rows to print."""
    match edition.answers.register_value(register.id):
        case NotApplicable(why):
            return [Paragraph(capital(display.not_applicable(why)), Tone.QUIET)]
        case Parked(until, why):
            return [Paragraph(capital(display.parked(until, why)), Tone.QUIET)]
    return [open_paragraph()] if register.needs else []
