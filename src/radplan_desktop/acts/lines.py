"""Rows in the making: what is typed in a line that was not added yet. It is kept in the file and is no part of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from radplan_desktop.plan.values import Answer, Cell, Content, content_of, decode, encode, is_empty

LINE = "line/"
"""What the row of such a draft begins with; no row of a plan can."""
ADDING = "add/"
"""What stands there before the id of a card when it is the line that adds a row below its table, by name alone."""


def is_line(cell: Cell) -> bool:
    """Whether a draft belongs to a line that was not added yet."""
    return cell.row.startswith(LINE)


def register_of_line(cell: Cell) -> str:
    """Return the register of the line that a draft belongs to."""
    return cell.row.removeprefix(LINE)


def adding_at(item: str) -> str:
    """Return the name under which the adding line of a card is kept, in the place of a register."""
    return f"{ADDING}{item}"


def line_cell(register: str, column: str) -> Cell:
    """Return where a column of a line is kept."""
    return Cell(f"{LINE}{register}", column)


class Lines:
    """Register -> column -> what was typed. What a file holds that is no value is left out."""

    def __init__(self, kept: Mapping[Cell, str]) -> None:
        self._contents: dict[Cell, Content] = {}
        for cell, text in kept.items():
            if is_line(cell) and (content := _read(text)) is not None:
                self._contents[cell] = content

    @property
    def registers(self) -> tuple[str, ...]:
        """The registers with a line in the making."""
        return tuple(dict.fromkeys(register_of_line(cell) for cell in self._contents))

    def of(self, register: str) -> dict[str, Content]:
        """Return what was typed in the line of a register."""
        row = f"{LINE}{register}"
        return {cell.field: content for cell, content in self._contents.items() if cell.row == row}

    def put(self, cell: Cell, content: Content) -> str | None:
        """Keep what is typed; return its text for the file, "" when there is nothing any more, None when nothing changed."""
        if self._contents.get(cell) == content or (is_empty(content) and cell not in self._contents):
            return None
        if is_empty(content):
            del self._contents[cell]
            return ""
        self._contents[cell] = content
        return encode(Answer(content))

    def drop(self, cells: Iterable[Cell]) -> None:
        """Forget these."""
        for cell in cells:
            self._contents.pop(cell, None)

    def cells(self, register: str) -> tuple[Cell, ...]:
        """Return where the line of a register is kept."""
        return tuple(line_cell(register, column) for column in self.of(register))


def _read(text: str) -> Content:
    try:
        return content_of(decode(text))
    except ValueError:
        return None
