"""Keeps what is typed in a line that was not added yet, so that it is there again after closing or a crash."""

from __future__ import annotations

from PySide6.QtCore import QObject

from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.fields.box import HALF_TYPED
from radplan_desktop.ui.sheet.maker import RowMaker


class LineKeeper(QObject):
    """Watches the editors of a line. Half a number or date is not kept, as with every question."""

    def __init__(self, desk: Desk, maker: RowMaker) -> None:
        super().__init__(maker)
        self._desk, self._maker = desk, maker
        self.restored = self._restore()
        """Whether something of the line came back that was not only kept for the next one."""
        for editor in maker.editors.values():
            for signal in (editor.changed, editor.finished):
                signal.connect(self._keep)

    def _restore(self) -> bool:
        """Put back what was typed; a link to a row that is gone is left out."""
        back = False
        for name, content in self._desk.session.line(self._maker.register.id).items():
            editor = self._maker.editors.get(name)
            if editor is None or (editor.field.target and not self._there(content)):
                continue
            editor.set_value(content)
            back = back or not self._maker.keeps(editor)
        return back

    def _there(self, content: object) -> bool:
        rows = content if isinstance(content, list) else [content]
        return all(isinstance(row, str) and self._desk.answers.exists(row) for row in rows)

    def _keep(self) -> None:
        """Keep the line; what only stays for the next one (its day) is kept once there is more."""
        found = {name: _content(editor) for name, editor in self._maker.editors.items()}
        begun = any(
            found[name] is not None for name, editor in self._maker.editors.items() if not self._maker.keeps(editor)
        )
        for name, content in found.items():
            if content is not HALF_TYPED:
                self._desk.session.draft_line(self._maker.register.id, name, content if begun else None)


def _content(editor: Editor) -> Content:
    try:
        return editor.value()
    except ContentError:
        return HALF_TYPED
