"""The card of a register: its first rows, or what it will look like, and the way to the whole table."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Register, View
from radplan_desktop.plan.items import item_state
from radplan_desktop.plan.values import PLAN_ROW, Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import register_of
from radplan_desktop.ui.fields.menu import AnswerMenu
from radplan_desktop.ui.fields.special import Asking, SpecialAnswer, is_special, without
from radplan_desktop.ui.following import touches_rows
from radplan_desktop.ui.look.plain import Button, clear, column, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.outline import Entry, columns_of
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.table import none_yet

FEW_ROWS = 3
GHOSTS = ((0.44, 0.17, 0.16), (0.34, 0.10, 0.19), (0.39, 0.13, 0.14))


class SummaryRow(QAbstractButton):
    """One row in short: number, title, and one more answer at the right. A click opens it."""

    def __init__(self, number: str, title: str, aside: str) -> None:
        super().__init__()
        self._number, self._aside = number, aside
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{number} {title}: {aside}".strip())

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(200, theme().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row under its hairline."""
        del event
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))
        centre = int(Qt.AlignmentFlag.AlignVCenter.value)
        left = 34 if self._number else 0
        bold, plain = theme().font(14, QFont.Weight.DemiBold), theme().font()
        painter.setFont(bold)
        painter.setPen(theme().colour("ink2"))
        painter.drawText(QRectF(0, 1, left, self.height()), centre, self._number)
        painter.setFont(plain)
        metrics = QFontMetrics(plain)
        aside = metrics.elidedText(self._aside, Qt.TextElideMode.ElideRight, self.width() // 2)
        wide = metrics.horizontalAdvance(aside)
        painter.drawText(QRectF(self.width() - wide, 1, wide, self.height()), centre, aside)
        painter.setPen(theme().colour("ink"))
        room = self.width() - left - wide - 16
        title = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 1, room, self.height()), centre, title)
        painter.end()


class Ghosts(QWidget):
    """The shape of what will stand here: three grey rows."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix
        self.setMinimumHeight(106)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect().adjusted(0, 0, -1, 0), theme().colour("surface"))
        painter.setPen(QPen(theme().colour("lineStrong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.setFont(theme().font(14, QFont.Weight.DemiBold))
        high = self.height() / len(GHOSTS)
        for place, bars in enumerate(GHOSTS):
            middle = high * (place + 0.5)
            if place:
                painter.setPen(QPen(theme().colour("line"), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(0, high * place), QPointF(self.width(), high * place))
            painter.setPen(theme().colour("ink3"))
            painter.drawText(
                QRectF(14, middle - 10, 34, 20), int(Qt.AlignmentFlag.AlignVCenter.value), f"{self._prefix}{place + 1}"
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("ringTrackOnSurface"))
            left = 52.0
            for share in bars:
                wide = (self.width() - 60) * share
                painter.drawRoundedRect(QRectF(left, middle - 4.5, wide, 9), 4.5, 4.5)
                left += wide + 10
        painter.end()


class EmptyRegister(QFrame):
    """What an empty register shows: the shape of the result, an inviting line, and one button."""

    begun = Signal()

    def __init__(self, register: Register) -> None:
        super().__init__()
        self.setProperty("role", "ghost")
        line = row(self, (2, 2, 2, 2))
        line.addWidget(Ghosts(register.prefix), 3)
        text = column(margins=(16, 10, 16, 10), gap=2)
        text.addWidget(words(none_yet(register), "strong", wrap=True))
        text.addWidget(words("Begin met één. De rest volgt vaak vanzelf.", "hint", wrap=True))
        text.addSpacing(5)
        begin = Button(f"Eerste {register.row}", icon_name="plus", size="small")
        begin.clicked.connect(self.begun)
        text.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(text, 2)


class RegisterCard(QuestionCard):
    """A register, or a view on a part of one."""

    def __init__(self, desk: Desk, entry: Entry, item: Register | View) -> None:
        super().__init__(desk, entry)
        self._item = item
        self._register = register_of(desk.guideline, item)
        self._shown: tuple[object, ...] = ()
        self._special = self._add_special() if isinstance(item, Register) and item.na else None
        holder = QWidget()
        self._rows: QVBoxLayout = column(holder, gap=0)
        self._holder = holder
        self.body.addWidget(holder)
        self.empty = EmptyRegister(self._register)
        self.empty.begun.connect(self.open)
        self.body.addWidget(self.empty)
        self.button = Button("", icon_name="table-2", size="small")
        self.button.clicked.connect(self.open)
        foot = row(gap=8)
        foot.addWidget(self.button)
        if isinstance(item, Register) and item.sheet:
            foot.addWidget(self._sheet_button())
        foot.addStretch()
        self.body.addLayout(foot)

    def _sheet_button(self) -> Button:
        button = Button("Snel invoeren", icon_name="table", size="small")
        button.setAccessibleName(f"{self.entry.item.label}: snel invoeren")
        button.clicked.connect(self._open_sheet)
        return button

    def _open_sheet(self) -> None:
        section = next(name for name, one in self.desk.outlines.items() if self.entry in (*one.basis, *one.depth))
        self.desk.go(Place(Screen.SHEET, section, self.entry.id))

    def _add_special(self) -> SpecialAnswer:
        self.menu = AnswerMenu(self.entry.item.label, empties=False)
        self.menu.asked.connect(self._ask)
        self.add_tool(self.menu)
        special = SpecialAnswer(self.entry.item.label, self.desk.session, lambda: self._cell)
        special.hide()
        special.chosen.connect(lambda value: self.desk.session.set(self._cell, value))
        special.withdrawn.connect(self._withdraw)
        self.body.addWidget(special)
        return special

    @property
    def _cell(self) -> Cell:
        return Cell(PLAN_ROW, self._register.id)

    def _ask(self, asking: Asking) -> None:
        if self._special is not None:
            self._special.begin(asking, None)
            self.refresh()

    def _withdraw(self) -> None:
        value = self.desk.answers.register_value(self._register.id)
        if is_special(value):
            self.desk.session.set(self._cell, without(value))
        self.refresh()
        self.focus(Place(Screen.SECTION))

    def open(self) -> None:
        """Go to the whole table."""
        self.open_row("")

    def open_row(self, row_id: str) -> None:
        """Go to one row of the table."""
        section = next(key for key, outline in self.desk.outlines.items() if outline.find(self.entry.id) is not None)
        self.desk.go(Place(Screen.REGISTER, section, self.entry.id, row_id))

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the rows of now."""
        super().refresh(cells)
        if not self.desk.steers(cells) and self._cell not in (cells or ()):
            return
        answers = self.desk.answers
        special = self._special is not None and self._special.show_value(answers.register_value(self._register.id))
        where = self._item.where if isinstance(self._item, View) else None
        rows = answers.rows(self._register.id, where)
        self.empty.setVisible(not rows and not special)
        self._holder.setVisible(bool(rows))
        self.button.setVisible(bool(rows))
        self.button.setText("Openen" if len(rows) == 1 else f"Alle {len(rows)} openen")
        self.button.setAccessibleName(f"{self.entry.item.label}: {self.button.text()}")
        self._show_rows(rows[:FEW_ROWS])

    def concerns(self, cells: frozenset[Cell]) -> bool:
        """Whether the rows may have changed: their own cells, those they link to, or what is said in their place."""
        return touches_rows(cells) or self._cell in cells

    def _show_rows(self, rows: tuple[str, ...]) -> None:
        lines = tuple((row_id, *self._line(row_id)) for row_id in rows)
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._rows)
        for row_id, number, title, aside in lines:
            button = SummaryRow(number, title, aside)
            button.clicked.connect(lambda _=False, one=row_id: self.open_row(one))
            self._rows.addWidget(button)

    def _line(self, row_id: str) -> tuple[str, str, str]:
        answers = self.desk.answers
        basis, _ = columns_of(self.desk.guideline, self._item)
        others = [column.id for column in basis if column.id != self._register.title]
        aside = self._register.subtitle or next(iter(others), "")
        text = answers.text(row_id, aside).replace("\n", " ") if aside and answers.visible(row_id, aside) else ""
        return answers.number(row_id), answers.title(row_id), text

    def focus(self, place: Place) -> None:
        """Put the focus on the way to the table, or on why there is none."""
        del place
        if self._special is not None and not self._special.isHidden():
            self._special.focus()
        elif not self.button.isHidden():
            self.button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            target = self.empty.findChild(Button)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)

    def is_open(self) -> bool:
        """Whether there are no rows, and nobody said why; or rows that still ask something, such as those that are always there."""
        if isinstance(self._item, Register):
            gate = self.desk.standing.progress.gate
            return item_state(self.desk.answers, self._item, gate).open > 0 or not self.empty.isHidden()
        return not self.empty.isHidden()
