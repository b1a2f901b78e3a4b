"""The form of the selected row: the columns of the basis route, and more behind a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from radplan_desktop.guideline.model import Field, Register, View
from radplan_desktop.plan.items import asked
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import register_of
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.form import FieldForm
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import Button, Elided, column, row, words
from radplan_desktop.ui.look.walking import LAST
from radplan_desktop.ui.outline import Entry, columns_of
from radplan_desktop.ui.pages.card import privacy_line
from radplan_desktop.ui.titled import named


class RowForm(Card):
    """Everything about one row."""

    copied = Signal(str)
    deleted = Signal(str)

    def __init__(self, desk: Desk, entry: Entry, item: Register | View) -> None:
        super().__init__()
        self.row = ""
        self._desk, self._entry = desk, entry
        self._register = register_of(desk.guideline, item)
        basis, depth = columns_of(desk.guideline, item)
        self._depth_columns = depth
        self._lines = column(self, CARD_MARGINS, 8)
        self._add_head()
        self.basis = self._form(basis)
        self._lines.addWidget(self.basis)
        self._open = self._open_line()
        self.more = Button(f"Meer velden ({len(depth)})", "quiet", "chevron-right", size="small")
        self.more.clicked.connect(self._enter_depth)
        self._lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(bool(depth))
        self.deeper: FieldForm | None = None
        if self._register.tempting:
            self._lines.addWidget(privacy_line())

    def _add_head(self) -> None:
        head = row(gap=8)
        self._title = Elided("h2")
        self._saved = words(role="meta")
        self.copy = Button("Kopiëren", icon_name="copy", size="small")
        self.delete = Button("Verwijderen", "danger", "trash-2", size="small")
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(lambda: self.deleted.emit(self.row))
        head.addWidget(self._title, 1)
        for widget in (self._saved, self.copy, self.delete):
            head.addWidget(widget)
            widget.setProperty(LAST, True)
        self._lines.addLayout(head)
        changeable = not self._register.fixed and not self._desk.session.read_only
        self.copy.setVisible(changeable)
        self.delete.setVisible(changeable)

    def _copy(self) -> None:
        answers = self._desk.answers
        name = named(answers.number(self.row), answers.title(self.row))
        self.copied.emit(self.row)
        announce(self, f"Kopie gemaakt van {name}")

    def _open_line(self) -> tuple[IconLabel, QLabel]:
        line = row(gap=8)
        mark = IconLabel("circle-dashed", 16, "warn")
        text = words(role="open", wrap=True)
        line.addWidget(mark)
        line.addWidget(text, 1)
        self._lines.addLayout(line)
        return mark, text

    def _form(self, columns: tuple[Field, ...]) -> FieldForm:
        return FieldForm([FieldBox(self._desk, self._entry, one, compact=True) for one in columns])

    def _enter_depth(self) -> None:
        self.open_depth()
        boxes = self.deeper.boxes if self.deeper is not None else ()
        first = next((box for box in boxes if not box.isHidden()), None)
        if first is not None:
            first.focus()

    def open_depth(self) -> None:
        """Show the other fields, in place of the button."""
        if self.deeper is None:
            self.deeper = self._form(self._depth_columns)
            self._lines.insertWidget(self._lines.indexOf(self.more), self.deeper)
            self.more.hide()
            if self.row:
                self.deeper.bind(self.row)
            self.deeper.show()

    def bind(self, row_id: str) -> None:
        """Show a row."""
        self.row = row_id
        for form in self._forms():
            form.bind(row_id)
        self._show_head()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed."""
        if self.row and self._desk.answers.exists(self.row):
            for form in self._forms():
                form.refresh(cells)
            self._show_head()

    def show_saved(self) -> None:
        """Say when everything was saved."""
        at = self._desk.session.saved_at
        self._saved.setText(f"✓ opgeslagen {at:%H:%M}" if at is not None and not self._desk.session.pending else "")

    def focus(self, field: str = "") -> None:
        """Put the focus in a field, else in the first one without an answer."""
        if not self.row:
            return
        if field and any(column.id == field for column in self._depth_columns):
            self.open_depth()
        boxes = [box for form in self._forms() for box in form.boxes if not box.isHidden()]
        named_box = next((box for box in boxes if box.field.id == field), None)
        target = named_box or next((box for box in boxes if box.is_open()), None) or next(iter(boxes), None)
        if target is not None:
            target.focus()

    def _forms(self) -> tuple[FieldForm, ...]:
        return (self.basis,) if self.deeper is None else (self.basis, self.deeper)

    def _show_head(self) -> None:
        answers = self._desk.answers
        name = named(answers.number(self.row), answers.title(self.row))
        self._title.say(name)
        for button in (self.copy, self.delete):
            button.setAccessibleDescription(name)
        self.show_saved()
        gate = self._desk.standing.progress.gate
        lacking = [
            column.label
            for column in self._register.columns.values()
            if asked(column, gate)
            and answers.visible(self.row, column.id)
            and answers.value(self.row, column.id) is None
        ]
        mark, text = self._open
        text.setText(f"Nog open: {', '.join(lacking)}. U kunt ook eerst verder.")
        for widget in (mark, text):
            widget.setVisible(bool(lacking))
