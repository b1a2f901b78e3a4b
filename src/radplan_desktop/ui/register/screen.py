"""The screen of one register: table above, form of the selected row below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from radplan_desktop.guideline.model import Register, View
from radplan_desktop.plan.values import PLAN_ROW, Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explains, Explanation, explain
from radplan_desktop.ui.fields.menu import AnswerMenu
from radplan_desktop.ui.fields.special import Asking, SpecialAnswer, is_special, without
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.keeping.way import way_to_panel
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import column, row, words
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.row_form import RowForm
from radplan_desktop.ui.register.split import TableAndForm
from radplan_desktop.ui.register.table import TablePanel
from radplan_desktop.ui.titled import named
from radplan_desktop.ui.undoing import undo


class RegisterScreen(QFrame, Explains):
    """A register, or the part of one that a view shows."""

    def __init__(self, desk: Desk, section: str, entry: Entry, item: Register | View, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._desk, self._entry, self.section = desk, entry, section
        self.table = TablePanel(desk, item)
        self.form = RowForm(desk, entry, item)
        self.register = self.table.model.register
        self._deleted = ""
        """The row that was deleted last, until undo brings it back."""
        self.undo_banner = Banner("info", "undo-2", closable=True)
        self.undo_banner.closed.connect(self._enter_table)
        self._lines = column(self, (20, 14, 20, 14), 10)
        self._lines.addWidget(self.undo_banner)
        self.way = way_to_panel(desk, self.register, lambda: self.table.row)
        self._special = self._add_special(item)
        self._lines.addWidget(TableAndForm(self.table, self.form, self), 1)
        self.undo_banner.hide()
        self._connect()
        self.table.select("")
        self._show_special()

    def _add_special(self, item: Register | View) -> SpecialAnswer | None:
        if not isinstance(item, Register) or not item.na:
            if self.way is not None:
                self._lines.addWidget(self.way, 0, Qt.AlignmentFlag.AlignRight)
            return None
        self.menu = menu = AnswerMenu(item.label, empties=False)
        special = SpecialAnswer(item.label, self._desk.session, lambda: self._cell)
        line = row(gap=8)
        line.addWidget(words(item.hint, "soft", wrap=True), 1)
        if self.way is not None:
            line.addWidget(self.way)
        line.addWidget(menu)
        self._lines.addLayout(line)
        self._lines.addWidget(special)
        special.hide()
        menu.asked.connect(self._ask)
        special.chosen.connect(lambda value: self._desk.session.set(self._cell, value))
        special.withdrawn.connect(self._withdraw)
        return special

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.view.entered_row.connect(self.form.focus)
        self.table.view.deleted_row.connect(lambda: self._delete(self.table.row))
        if self.table.add is not None:
            self.table.add.wanted.connect(self._add)
        self.form.copied.connect(self._copy)
        self.form.deleted.connect(self._delete)
        self.undo_banner.pressed.connect(self._undo)
        Following(self, self._desk.changed, self.refresh)
        self._desk.bridge.saved.connect(self.form.show_saved)

    @property
    def _cell(self) -> Cell:
        return Cell(PLAN_ROW, self.register.id)

    def explanation(self) -> Explanation | None:
        """Return what the explanation says of this register."""
        return explain(self._desk.guideline, self._entry)

    def enter(self, place: Place) -> None:
        """Select a row and put the focus in a field of it; without a row, where a new one is named."""
        chosen = self._desk.picks.row(self.register.id)
        if chosen and not place.row and chosen in self.table.model.rows:
            self.table.select(chosen)
        self._desk.row_shown.emit(place.row or self.table.row)
        if place.row:
            self.table.select(place.row)
            self.form.focus(place.field)
        elif self.table.add is not None:
            self.table.add.focus()
        else:
            self.form.focus(place.field)

    def leave(self) -> None:
        """Add what was typed below the rows and not added yet, and take the offer to undo away."""
        if self.table.add is not None:
            self.table.add.finish()
        self._desk.row_shown.emit("")
        self.undo_banner.hide()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed."""
        self.table.refresh(cells)
        self.form.refresh(cells)
        if self._deleted and self._desk.answers.exists(self._deleted):
            self.table.select(self._deleted)
            self._deleted = ""
            self.undo_banner.hide()
        self._show_special()

    def _show_special(self) -> None:
        if self._special is not None:
            self._special.show_value(self._desk.answers.register_value(self.register.id))

    def _choose(self, row_id: str) -> None:
        self.form.setVisible(bool(row_id))
        self._desk.row_shown.emit(row_id if self.isVisible() else "")
        if row_id and self.isVisible():
            self._desk.picks.pick(self.register.id, row_id)
        if row_id and row_id != self.form.row:
            self._desk.session.settle()
            self.form.bind(row_id)

    def _add(self, values: dict[str, object]) -> None:
        made = self._desk.session.add_row(self.register.id, values)  # type: ignore[arg-type]
        self._show_new(made)

    def _copy(self, row_id: str) -> None:
        self._desk.session.settle()
        self._show_new(self._desk.session.copy_row(row_id))

    def _show_new(self, row_id: str) -> None:
        self.table.refresh(None)
        self.table.select(row_id)
        self.form.focus()

    def _delete(self, row_id: str) -> None:
        if not row_id or self.register.fixed:
            return
        answers = self._desk.answers
        name = named(answers.number(row_id), answers.title(row_id))
        rows = self.table.model.rows
        place = rows.index(row_id)
        following = rows[place + 1] if place + 1 < len(rows) else ""
        self._desk.session.delete_row(row_id)
        self.table.refresh(None)
        self.table.select(following)
        self._deleted = row_id
        self.undo_banner.say(f"{name} verwijderd.", button="Ongedaan maken")
        self._enter_table()

    def _undo(self) -> None:
        undo(self._desk.session, self)
        self._enter_table()

    def _enter_table(self) -> None:
        """Put the focus on the rows; where there is none, where a new one is named."""
        if self.table.model.rows or self.table.add is None:
            self.table.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.table.add.focus()

    def go_on(self) -> bool:
        """Be done with the row in the form: on to the next one, after the last to where a new one is named. False elsewhere."""
        now, add, rows = QApplication.focusWidget(), self.table.add, self.table.model.rows
        if now is None or not self.form.isAncestorOf(now):
            return False
        following = rows[rows.index(self.form.row) + 1 :] if self.form.row in rows else ()
        if following:
            self.table.select(following[0])
            self.form.focus()
        elif add is not None:
            add.focus()
        else:
            self._enter_table()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the form to the rows with Escape, and from there back to the card of this register."""
        now = QApplication.focusWidget()
        if event.key() != Qt.Key.Key_Escape or now is None:
            super().keyPressEvent(event)
        elif self.form.isAncestorOf(now):
            self._enter_table()
        else:
            self._desk.go(Place(Screen.SECTION, self.section, self._entry.id))

    def _ask(self, asking: Asking) -> None:
        if self._special is not None:
            self._special.begin(asking, None)

    def _withdraw(self) -> None:
        value = self._desk.answers.register_value(self.register.id)
        if is_special(value):
            self._desk.session.set(self._cell, without(value))
        self._enter_table()


def register_screen(desk: Desk, place: Place, parent: QWidget) -> RegisterScreen:
    """Return the screen of a place. Raises LookupError when it names no register."""
    entry = desk.outlines[place.section].find(place.item)
    if entry is None or not isinstance(entry.item, Register | View):
        raise LookupError(place.item)
    return RegisterScreen(desk, place.section, entry, entry.item, parent)
