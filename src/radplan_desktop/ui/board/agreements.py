"""The agreements that belong with a step: between whom, what goes over and what does not, and how far each is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem

from radplan_desktop.charts.scene import Twin
from radplan_desktop.guideline.model import Chart
from radplan_desktop.guideline.parts import column as column_of
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.agreements import Agreement, agreements, headings
from radplan_desktop.plan.values import Answer, Cell, Value
from radplan_desktop.ui.charts.panel import Switch
from radplan_desktop.ui.charts.twin import TwinTable
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, column, row, rule, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.pages.card import privacy_line
from radplan_desktop.ui.places import place_of_cell

ALL, HERE = "Alle", "Bij deze stap"
NOTHING = "Nog niets afgesproken. Voeg de eerste afspraak toe."
NOT_HERE = "Bij deze stap hoort nog geen afspraak. Hieronder staan ze allemaal."
ROUND, HIGH, PAD = 12, 24, 10


class StandingDelegate(QStyledItemDelegate):
    """Draws how far an agreement is as a chip: green when it is done, ochre until then."""

    def __init__(self, table: AgreementTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground as of any cell, and the chip on it."""
        text = str(index.data())
        done = self._table.is_done(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._table.currentIndex().row():
            painter.fillRect(option.rect, theme().colour("sel"))
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme().colour("line"))
        font = theme().font(13, QFont.Weight.DemiBold)
        high = theme().px(HIGH)
        wide = min(QFontMetrics(font).horizontalAdvance(text) + 2 * PAD, option.rect.width() - PAD)
        top = option.rect.center().y() - high / 2
        chip = QRectF(option.rect.left() + 5.5, top + 0.5, wide, high - 1)
        painter.setPen(QPen(theme().colour("okLine" if done else "warnLine"), 1))
        painter.setBrush(theme().colour("okTint" if done else "warnTint"))
        painter.drawRoundedRect(chip, ROUND, ROUND)
        painter.setPen(theme().colour("ok" if done else "warn"))
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of the chip."""
        del option, index
        return QSize(90, theme().px(HIGH) + PAD)


class AgreementTable(TwinTable):
    """The agreements as a table; the last column is how far each is."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._found: tuple[Agreement, ...] = ()

    def is_done(self, place: int) -> bool:
        """Whether the agreement of a row is done."""
        return place < len(self._found) and self._found[place].done

    def show_agreements(self, found: tuple[Agreement, ...], columns: tuple[str, ...], title: str) -> None:
        """Show other agreements."""
        self._found = found
        rows = tuple((*one.texts, one.standing)[: len(columns)] for one in found)
        cells = tuple(Cell(one.row, title) for one in found)
        self.show_twin(Twin(columns, rows, (False,) * len(columns), cells))


class AgreementsCard(QFrame):
    """The card beside the form of a step."""

    def __init__(self, desk: Desk, chart: Chart) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._beside = desk, chart.beside
        self.register = desk.guideline.registers[path(chart.beside, "agreements")]
        self._step = ""
        self.table = AgreementTable(self.register.label)
        if column_of(chart.beside, "standing"):
            last = len(headings(desk.answers, chart.beside)) - 1
            self.table.setItemDelegateForColumn(last, StandingDelegate(self.table))
        self.table.opened.connect(lambda cell: self._open(cell.row))
        self.switch = Switch(self.register.label, HERE, ALL)
        self.switch.turned.connect(lambda _: self.refresh())
        self.nothing = words(role="soft", wrap=True)
        self.nothing.setContentsMargins(14, 8, 14, 8)
        self.button = Button(
            f"{self.register.row[:1].upper()}{self.register.row[1:]} toevoegen", icon_name="plus", size="small"
        )
        self.button.clicked.connect(self._add)
        self.button.setEnabled(not desk.session.read_only)
        self._place()
        self.refresh()

    def _place(self) -> None:
        lines = column(self, (1, 10, 1, 1), 0)
        head = row(margins=(14, 0, 14, 8), gap=8)
        head.addWidget(words(self.register.label, "h2", wrap=True), 1)
        head.addWidget(self.switch)
        head.addWidget(self.button)
        lines.addLayout(head)
        lines.addWidget(self.nothing)
        lines.addWidget(self.table)
        lines.addStretch()
        lines.addWidget(rule())
        foot = column(margins=(14, 7, 14, 7))
        foot.addWidget(privacy_line())
        lines.addLayout(foot)

    def show_step(self, step: str) -> None:
        """Show the agreements with another step."""
        if step != self._step:
            self._step = step
            self.refresh()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the agreements of now."""
        del cells
        answers, beside = self._desk.answers, self._beside
        everything = agreements(answers, beside)
        here = agreements(answers, beside, self._step) if self._step else ()
        shown = here if here and not self.switch.listed.isChecked() else everything
        self.switch.setVisible(bool(here))
        self.table.setVisible(bool(shown))
        self.table.show_agreements(shown, headings(answers, beside), self.register.title)
        self.nothing.setText(NOTHING if not everything else NOT_HERE)
        self.nothing.setVisible(not everything or bool(self._step and not here))

    def _open(self, row_id: str) -> None:
        place = place_of_cell(self._desk.answers, Cell(row_id, self.register.title))
        if place is not None:
            self._desk.go(place)

    def _add(self) -> None:
        steps = column_of(self._beside, "steps")
        values: dict[str, Value] = {steps: Answer([self._step])} if steps and self._step else {}
        self._open(self._desk.session.add_row(self.register.id, values))
