"""Keeps what is typed in a line that was not added yet, so that it is there again after closing or a crash."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from radplan_desktop.acts.lines import line_cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import HALF_TYPED, Editor


class Line(Protocol):
    """A line that adds a row."""

    kept_as: str
    """Its register, or another name that is its own."""
    editors: dict[str, Editor]
    """Column -> where it is typed."""

    def keeps(self, editor: Editor) -> bool:
        """Whether an answer stays for the next line."""


class LineKeeper(QObject):
    """Watches the editors of a line. Half a number or date is kept as it was typed."""

    def __init__(self, desk: Desk, maker: Line) -> None:
        super().__init__(next(iter(maker.editors.values())))
        self._desk, self._maker = desk, maker
        self.restored = self._restore()
        """Whether something of the line came back that was not only kept for the next one."""
        for editor in maker.editors.values():
            for signal in (editor.changed, editor.finished):
                signal.connect(self.keep)

    def _restore(self) -> bool:
        """Put back what was typed; a link to a row that is gone is left out."""
        back = False
        for name, content in self._desk.session.line(self._maker.kept_as).items():
            editor = self._maker.editors.get(name)
            if editor is None or (editor.field.target and not self._there(content)):
                continue
            editor.set_value(content)
            back = back or not self._maker.keeps(editor)
        for name, editor in self._maker.editors.items():
            if begun := self._desk.session.begun(line_cell(self._maker.kept_as, name)):
                editor.put_typed(begun)
                back = True
        return back

    def _there(self, content: object) -> bool:
        rows = content if isinstance(content, list) else [content]
        return all(isinstance(row, str) and self._desk.answers.exists(row) for row in rows)

    def keep(self) -> None:
        """Keep the line; what only stays for the next one (its day) is kept once there is more."""
        found = {name: editor.standing() for name, editor in self._maker.editors.items()}
        begun = any(
            found[name] is not None for name, editor in self._maker.editors.items() if not self._maker.keeps(editor)
        )
        for name, content in found.items():
            self._keep_typed(name, content is HALF_TYPED)
            if content is not HALF_TYPED:
                self._desk.session.draft_line(self._maker.kept_as, name, content if begun else None)

    def _keep_typed(self, name: str, half: bool) -> None:  # noqa: FBT001 - said once, above
        """Keep a text that is no answer as it was typed; it goes, with its error, once it is one."""
        cell, editor = line_cell(self._maker.kept_as, name), self._maker.editors[name]
        if self._desk.session.begun(cell) and not half:
            editor.set_error("")
        self._desk.session.begin(cell, editor.typed() if half else "")
