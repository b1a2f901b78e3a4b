"""The form of a chosen row that stands beside or under what it was chosen in, with the offer to undo when it was deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Register
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import column
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.register.row_form import RowForm
from radplan_desktop.ui.titled import named
from radplan_desktop.ui.undoing import undo


def entry_of(desk: Desk, register: str) -> Entry | None:
    """Return the card of a register, where it is asked."""
    found = (outline.find(register) for outline in desk.outlines.values())
    return next((entry for entry in found if entry is not None), None)


class HeldForm(QWidget):
    """The form of one row of a register; made when it is first needed. A narrow one does not offer to copy the row."""

    copied = Signal(str)
    """The copy that was made of the row."""
    deleted = Signal()
    """The row is gone."""

    def __init__(self, desk: Desk, entry: Entry, register: Register, *, narrow: bool = False) -> None:
        super().__init__()
        self._narrow = narrow
        self._desk, self._entry, self._register = desk, entry, register
        self.form: RowForm | None = None
        self.banner = Banner("info", "undo-2", closable=True)
        self.banner.hide()
        self._deleted = ""
        self.banner.pressed.connect(self._undo)
        self._lines = column(self, gap=8)
        self._lines.addWidget(self.banner)

    @property
    def row(self) -> str:
        """The row that is shown; "" when there is none."""
        return self.form.row if self.form is not None and not self.form.isHidden() else ""

    def show_row(self, row: str) -> None:
        """Show a row; "" shows none."""
        if not row:
            if self.form is not None:
                self.form.hide()
            return
        form = self._made()
        if form.row != row or form.isHidden():
            if not self._desk.session.read_only:
                self._desk.session.settle()
            form.bind(row)
        form.show()
        self.banner.hide()

    def _made(self) -> RowForm:
        if self.form is None:
            self.form = RowForm(self._desk, self._entry, self._register)
            self.form.deleted.connect(self._delete)
            self.form.copied.connect(self._copy)
            if self._narrow:
                self.form.copy.hide()
            self._lines.addWidget(self.form)
        return self.form

    def focus(self, field: str = "") -> None:
        """Put the focus in a field, else in the first open one."""
        if self.row and self.form is not None:
            self.form.focus(field)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed; a row that is gone is shown no longer, one that came back is."""
        if self._deleted and self._desk.answers.exists(self._deleted):
            row, self._deleted = self._deleted, ""
            self.show_row(row)
        if self.form is None or not self.form.row:
            return
        if self._desk.answers.exists(self.form.row):
            self.form.refresh(cells)
        else:
            self.form.hide()

    def _delete(self, row: str) -> None:
        answers = self._desk.answers
        name = named(answers.number(row), answers.title(row))
        self._desk.session.delete_row(row)
        self.show_row("")
        self._deleted = row
        self.banner.say(f"{name} verwijderd.", button="Ongedaan maken")
        self.deleted.emit()

    def _copy(self, row: str) -> None:
        self._desk.session.settle()
        self.copied.emit(self._desk.session.copy_row(row))

    def _undo(self) -> None:
        self.banner.hide()
        undo(self._desk.session, self)
        self.refresh()
