"""What is typed and is no answer: half a date, a word where a number goes, half the reason of an "n.v.t." or "later".

It is kept in the file and is no part of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from radplan_desktop.plan.values import Answer, Cell, content_in, encode

BEGUN = "begun/"
"""What the row of such a draft begins with; no row of a plan can. The row of its cell follows."""
INSTEAD = "instead/"
"""What stands before that row when it was typed in the line of "n.v.t." or "later" of the cell."""


def is_begun(cell: Cell) -> bool:
    """Whether a draft is a text that is no answer."""
    return cell.row.startswith(BEGUN)


def begun_cell(cell: Cell) -> Cell:
    """Return where what was typed for a cell is kept while it is no answer."""
    return Cell(f"{BEGUN}{cell.row}", cell.field)


def instead_cell(cell: Cell) -> Cell:
    """Return the cell of the line in which "n.v.t." or "later" is said of a cell."""
    return Cell(f"{INSTEAD}{cell.row}", cell.field)


class Begun:
    """Cell -> the text as it was typed. What a file holds that is no text is left out."""

    def __init__(self, kept: Mapping[Cell, str]) -> None:
        self._texts: dict[Cell, str] = {}
        for cell, kept_text in kept.items():
            text = content_in(kept_text) if is_begun(cell) else None
            if isinstance(text, str) and text.strip():
                self._texts[Cell(cell.row.removeprefix(BEGUN), cell.field)] = text

    def __contains__(self, cell: object) -> bool:
        return isinstance(cell, Cell) and bool(self.kept_of(cell))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells with such a text, in the editor or in the line in its place, in the order in which they were typed."""
        return tuple(dict.fromkeys(Cell(cell.row.removeprefix(INSTEAD), cell.field) for cell in self._texts))

    def kept_of(self, cell: Cell) -> tuple[Cell, ...]:
        """Return where in the file something is kept for a cell."""
        return tuple(begun_cell(one) for one in (cell, instead_cell(cell)) if one in self._texts)

    def of(self, cell: Cell) -> str:
        """Return what was typed for a cell; "" when there is nothing, or it became an answer."""
        return self._texts.get(cell, "")

    def put(self, cell: Cell, text: str) -> str | None:
        """Keep what is typed; return its text for the file, "" when there is nothing any more, None when nothing changed."""
        if text.strip() == self.of(cell).strip():
            return None
        if not text.strip():
            del self._texts[cell]
            return ""
        self._texts[cell] = text
        return encode(Answer(text))

    def drop(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """Forget all that was typed for these; return where it is kept in the file."""
        both = (one for cell in cells for one in (cell, instead_cell(cell)))
        return tuple(begun_cell(one) for one in both if self._texts.pop(one, None) is not None)
