"""The table of a register and the line below it that adds a row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLineEdit, QTableView, QWidget

from radplan_desktop.acts.lines import adding_at
from radplan_desktop.guideline.model import Field, Kind, Register, View
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Answer, Cell, Value
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import HALF_TYPED, Editor
from radplan_desktop.ui.editors.kinds import make_editor
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import Button, column, frame, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.register.delegate import TWO_LINES, RowDelegate
from radplan_desktop.ui.register.model import NUMERIC, RegisterModel
from radplan_desktop.ui.sheet.keeper import LineKeeper

MIN_ROWS = 3
HOW_TO_ADD = "Typ of kies, en druk op Enter."
CAME_BACK = "Hersteld, nog niet toegevoegd"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NARROW, WIDE, WIDEST = 104, 150, 170
LEAST_TITLE = 180


def _width(field: Field | None) -> int:
    """Return the width of a column: enough for its answers and for its name, up to a point."""
    if field is None:
        return theme().px(52)
    narrow = field.kind in NUMERIC or field.kind in (Kind.DATE, Kind.MONTH, Kind.YESNO)
    named = QFontMetrics(theme().font(13, QFont.Weight.DemiBold)).horizontalAdvance(field.label) + 24
    return min(max(theme().px(NARROW if narrow else WIDE), named), theme().px(WIDEST))


def none_yet(register: Register) -> str:
    """Return what stands where there are no rows: 'Nog geen subdoel'. Not every name of a register can stand after 'geen'."""
    return f"Nog geen {register.row}"


class RowsView(QTableView):
    """The rows. Enter opens the form of a row, Delete deletes it."""

    entered_row = Signal()
    deleted_row = Signal()
    went_below = Signal()
    """Down was pressed on the last row."""

    def __init__(self, model: RegisterModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setAccessibleName(model.register.label)
        self._nothing = none_yet(model.register)
        self.describe()
        self._rows = model
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self._size()

    def _size(self) -> None:
        """Take the sizes of the text size of now; the last columns make room for the title, for the form below shows all."""
        high, header, model = theme().px(TWO_LINES), self.horizontalHeader(), self._rows
        self.verticalHeader().setDefaultSectionSize(high)
        room = self.viewport().width() - theme().px(LEAST_TITLE)
        for place in range(model.columnCount()):
            field = model.field_at(place)
            if field is not None and field.id == model.register.title:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
                continue
            room -= _width(field)
            self.setColumnHidden(place, room < 0 and field is not None)
            self.setColumnWidth(place, _width(field))
        self.setMinimumHeight(high * MIN_ROWS + header.sizeHint().height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that fit."""
        if event.size().width() != event.oldSize().width():
            self._size()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._size()

    def describe(self) -> None:
        """Let a screen reader hear that there are no rows."""
        self.setAccessibleDescription("" if self.model().rowCount() else self._nothing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows; without one, say so."""
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme().font())
        painter.setPen(theme().colour("ink2"))
        painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter.value), self._nothing)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, delete on Delete."""
        last = self.currentIndex().row() >= self.model().rowCount() - 1
        if event.key() in ENTER:
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() == Qt.Key.Key_Down and last:
            self.went_below.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted_row.emit()
        else:
            super().keyPressEvent(event)


class AddRow(QFrame):
    """The last line of a table: type a name, press Enter. Until then what is typed is kept under the id of its card."""

    wanted = Signal(object)
    """The values the new row begins with: column id -> Value."""
    went_up = Signal()
    """The arrow up was pressed where the name is typed."""

    def __init__(self, desk: Desk, item: Register | View, register: Register, card: str = "") -> None:
        super().__init__()
        title = register.columns[register.title]
        self._preset = dict(item.preset) if isinstance(item, View) else {}
        self._column = title
        self.editor = make_editor(title, desk.guideline, desk.targets, compact=True)
        name = f"{register.row[:1].upper()}{register.row[1:]} toevoegen"
        self.editor.describe(name, HOW_TO_ADD)
        self.button, self._note = Button("Toevoegen", size="small"), words(CAME_BACK, "hint")
        self.button.setAccessibleDescription(name)
        self.button.clicked.connect(self._add)
        line = row(self, (10, 6, 14, 7), 12)
        line.addWidget(IconLabel("plus", 18))
        line.addWidget(self.editor, 1)
        line.addWidget(self._note)
        line.addWidget(self.button)
        field = self.editor.first_part()
        if field is not None:
            field.installEventFilter(self)
            if hasattr(field, "setPlaceholderText") and title.kind in (Kind.TEXT, Kind.LONGTEXT):
                field.setPlaceholderText(f"{name}: typ hier en druk op Enter")
        self.kept_as, self.editors = adding_at(card or item.id), {title.id: self.editor}
        self._keeper = LineKeeper(desk, self)
        self._came_back = self.editor.standing() if self._keeper.restored and not desk.session.read_only else None
        self._note.setVisible(self.waits)
        for signal in (self.editor.changed, self.editor.finished):
            signal.connect(self._look_again)

    @property
    def waits(self) -> bool:
        """Whether something stands there that came back, and that nobody touched yet."""
        return self._came_back is not None

    def keeps(self, editor: Editor) -> bool:
        """Nothing stays for the next row."""
        del editor
        return False

    def _look_again(self) -> None:
        """Take note that what came back became something else."""
        if self.editor.standing() != self._came_back:
            self._came_back = None
            self._note.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on Enter; go up to the rows with the arrow."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._add()
                return True
            if event.key() == Qt.Key.Key_Up and isinstance(watched, QLineEdit):
                self.went_up.emit()
                return True
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Offer the rows of now, when the title is a link."""
        self.editor.choices_changed()

    def focus(self) -> None:
        """Put the focus where the name is typed."""
        self.editor.focus()

    def finish(self) -> None:
        """Add what was typed and not added yet; not what is no answer, or only came back: that stays kept as it is."""
        if self.editor.standing() not in (None, HALF_TYPED, self._came_back):
            self._add()

    def _add(self) -> None:
        try:
            content = self.editor.value()
        except ContentError as error:
            self.editor.set_error(str(error))
            return
        if content is None:
            self.focus()
            return
        self.editor.set_error("")
        self.editor.set_value(None)
        values: dict[str, Value] = {name: Answer(preset) for name, preset in self._preset.items()}
        self.wanted.emit({**values, self._column.id: Answer(content)})
        self._look_again()
        self._keeper.keep()


class TablePanel(QFrame):
    """Table and adding line in one frame."""

    chosen = Signal(str)
    """The row that is selected; "" when there is none."""

    def __init__(self, desk: Desk, item: Register | View) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.model = RegisterModel(desk, item, self)
        self.view = RowsView(self.model)
        self.add: AddRow | None = None
        lines = column(self, (1, 1, 1, 1))
        lines.addWidget(self.view, 1)
        if not self.model.register.fixed and not desk.session.read_only:
            self.add = AddRow(desk, item, self.model.register)
            lines.addWidget(_inset(self.add))
            self.view.went_below.connect(self.add.focus)
            self.add.went_up.connect(self.view.setFocus)
        self.view.selectionModel().currentRowChanged.connect(self._tell)

    def refresh(self, cells: frozenset[Cell] | None) -> None:
        """Show what changed, and keep the selected row."""
        kept = self.row
        self.model.refresh(cells)
        self.view.describe()
        if self.row != kept:
            self.select(kept)
        if self.add is not None:
            self.add.refresh()

    @property
    def row(self) -> str:
        """The id of the selected row; empty when there is none."""
        place = self.view.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else ""

    def select(self, row_id: str) -> None:
        """Select a row; an unknown one selects the first."""
        rows = self.model.rows
        place = rows.index(row_id) if row_id in rows else 0
        if rows:
            self.view.selectRow(place)
        self.chosen.emit(self.row)

    def _tell(self) -> None:
        self.chosen.emit(self.row)


def _inset(widget: QWidget) -> QFrame:
    holder = frame("addLine")
    column(holder).addWidget(widget)
    return holder
