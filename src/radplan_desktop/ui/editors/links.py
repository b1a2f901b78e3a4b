"""Links: one or more rows of a register, with "Nieuwe …" as the last entry, made on the spot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from radplan_desktop.guideline.model import Field, Guideline
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.editors.base import Editor, Targets
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.look.plain import clear, column, frame, icon_button, row, words

NEW = "\0new"


class NewRowLine(QLineEdit):
    """Where the name of a new row is typed; Escape gives it up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.text().strip():  # the Enter that chose "new" in the list comes here as well
            super().keyPressEvent(event)
            event.accept()


class RowPicker(QWidget):
    """A combo of the rows of a register that can turn into a line for a new row's name."""

    picked = Signal(str)

    def __init__(self, targets: Targets, nothing: str) -> None:
        super().__init__()
        self._targets, self._nothing = targets, nothing
        self._without: set[str] = set()
        self.combo = Combo()
        self.line = NewRowLine()
        self.line.setPlaceholderText(f"Naam van {targets.row_name}, en dan Enter")
        self.line.hide()
        lines = column(self)
        lines.addWidget(self.combo)
        lines.addWidget(self.line)
        self.combo.activated.connect(self._chosen)
        self.line.returnPressed.connect(self._create)
        self.line.given_up.connect(self._back)
        self.offer()

    def offer(self, without: set[str] | None = None) -> None:
        """Read the rows anew; those in ``without`` are not offered."""
        self._without = self._without if without is None else without
        options = [option for option in self._targets.options() if option[0] not in self._without]
        self.combo.offer(self._nothing, [*options, (NEW, f"Nieuw: {self._targets.row_name}…")])

    def _chosen(self) -> None:
        if self.combo.chosen() == NEW:
            self.combo.hide()
            self.line.clear()
            self.line.show()
            self.line.setFocus()
        else:
            self.picked.emit(self.combo.chosen() or "")

    def _create(self) -> None:
        title = self.line.text().strip()
        self._back()
        if title:
            made = self._targets.create(title)
            self.offer()
            self.combo.choose(made)
            self.picked.emit(made)

    def _back(self) -> None:
        self.line.hide()
        self.combo.choose(None)
        self.combo.show()
        self.combo.setFocus()


class LinkEditor(Editor):
    """One row of a register."""

    def __init__(self, field: Field, guideline: Guideline, targets: Targets) -> None:
        super().__init__(field, guideline)
        self.picker = RowPicker(targets, f"Kies een {targets.row_name}…")
        self.picker.picked.connect(self._picked)
        self._adopt(self.picker.combo)
        self._adopt(self.picker.line)
        self._lines.addWidget(self.picker)
        self._row: str | None = None

    def _picked(self, row_id: str) -> None:
        self._row = row_id or None
        self.finished.emit()

    def value(self) -> Content:
        """Return the id of the row; None when nothing is chosen."""
        return self._row

    def set_value(self, content: Content, text: str = "") -> None:
        """Choose a row; a deleted one shows as such until another is chosen."""
        self._row = content
        self.picker.offer()
        if content is not None and self.picker.combo.findData(content) == -1:
            self.picker.combo.addItem(text, content)
        self.picker.combo.choose(content)

    def choices_changed(self) -> None:
        """Offer the rows of now."""
        self.set_value(self._row)


class LinksEditor(Editor):
    """Any number of rows of a register: those chosen below each other, each with a button to take it away."""

    def __init__(self, field: Field, guideline: Guideline, targets: Targets) -> None:
        super().__init__(field, guideline)
        self._targets = targets
        self._rows: list[str] = []
        self._chosen = column(gap=3)
        self._lines.addLayout(self._chosen)
        self.picker = RowPicker(targets, f"Voeg een {targets.row_name} toe…")
        self.picker.picked.connect(self._picked)
        self._adopt(self.picker.combo)
        self._adopt(self.picker.line)
        self._lines.addWidget(self.picker)

    def _picked(self, row_id: str) -> None:
        if row_id and row_id not in self._rows:
            self._rows = sorted([*self._rows, row_id])
            self._show()
            self.finished.emit()

    def _take_away(self, row_id: str) -> None:
        self._rows = [other for other in self._rows if other != row_id]
        self._show()
        self.focus()
        self.finished.emit()

    def value(self) -> Content:
        """Return the sorted ids of the rows; None when there is none."""
        return list(self._rows) or None

    def set_value(self, content: Content, text: str = "") -> None:
        """Choose these rows and no others."""
        del text
        self._rows = list(content or [])
        self._show()

    def choices_changed(self) -> None:
        """Show the names of now."""
        self._show()

    def _show(self) -> None:
        clear(self._chosen)
        titles = dict(self._targets.options())
        for row_id in sorted(self._rows, key=lambda one: titles.get(one, "")):
            title = titles.get(row_id, "verwijderd")
            chosen = frame(role="inset")
            line = row(chosen, (10, 1, 3, 1), 6)
            line.addWidget(words(title), 1)
            away = icon_button("x", f"{title} weghalen")
            away.setEnabled(self.isEnabled())
            away.clicked.connect(lambda _=False, one=row_id: self._take_away(one))
            line.addWidget(away)
            self._chosen.addWidget(chosen)
        self.picker.offer(set(self._rows))
