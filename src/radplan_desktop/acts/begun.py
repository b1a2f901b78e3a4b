"""What is typed and is no answer: half a date, a word where a number goes. It is kept in the file and is no part of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from radplan_desktop.plan.values import Answer, Cell, content_in, encode

BEGUN = "begun/"
"""What the row of such a draft begins with; no row of a plan can. The row of its cell follows."""


def is_begun(cell: Cell) -> bool:
    """Whether a draft is a text that is no answer."""
    return cell.row.startswith(BEGUN)


def begun_cell(cell: Cell) -> Cell:
    """Return where what was typed for a cell is kept while it is no answer."""
    return Cell(f"{BEGUN}{cell.row}", cell.field)


class Begun:
    """Cell -> the text as it was typed. What a file holds that is no text is left out."""

    def __init__(self, kept: Mapping[Cell, str]) -> None:
        self._texts: dict[Cell, str] = {}
        for cell, kept_text in kept.items():
            text = content_in(kept_text) if is_begun(cell) else None
            if isinstance(text, str) and text.strip():
                self._texts[Cell(cell.row.removeprefix(BEGUN), cell.field)] = text

    def __contains__(self, cell: object) -> bool:
        return cell in self._texts

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells with such a text, in the order in which they were typed."""
        return tuple(self._texts)

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
        """Forget these; return where they are kept in the file."""
        return tuple(begun_cell(cell) for cell in cells if self._texts.pop(cell, None) is not None)
