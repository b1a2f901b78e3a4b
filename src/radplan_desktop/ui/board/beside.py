"""What stands beside the map: the contacts with the chosen party, or the form of that party."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from radplan_desktop.guideline.model import Panel, Register
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.board.rooms import OwnScroll, after_resizing
from radplan_desktop.ui.contacts.log import ContactLog
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, column, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.register.held_form import HeldForm

TITLE, EVERYBODY = "Contacten", "Alle partijen"
LEAST = 360
LIST_LEAST = 150
NARROW = 318
"""How wide it is at least: what needs more stands below each other then, and the map keeps its width."""
FEW = 30
ROOMY, WORDS, LEAST_NAME = 400, 190, 60
"""From which width on there is room for a second button, what the words in the head take, and the least of the name."""


class PartyPane(QStackedWidget):
    """One of the two: the log, or the form."""

    cleared = Signal()
    """No party is to be chosen any more."""

    def __init__(self, desk: Desk, entry: Entry, register: Register, panel: Panel | None) -> None:
        super().__init__()
        self._desk = desk
        self._title = ""
        after_resizing(self, self._fit)
        self.log = ContactLog(desk, panel.roles, few=FEW) if panel is not None else None
        self.party = Button("", "filter", "x", size="small")
        self.party.trail()
        self.party.setMinimumWidth(LEAST_NAME)
        self.party.clicked.connect(self.cleared)
        self.everybody = Button(EVERYBODY, "quiet", size="small")
        self.everybody.clicked.connect(self.cleared)
        self.held = HeldForm(desk, entry, register, narrow=True)
        self.back = Button("Terug naar contacten", "quiet", "arrow-left", size="small")
        self.back.clicked.connect(self.show_log)
        self._logged = self._log_card()
        self._formed = self._form_side()
        self.addWidget(self._logged)
        self.addWidget(self._formed)
        self.show_row("")

    def _log_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, (1, 8, 1, 1), 0)
        head = row(margins=(14, 0, 8, 6), gap=8)
        head.addWidget(words(TITLE, "h2"))
        head.addWidget(self.party)
        head.addStretch()
        head.addWidget(self.everybody)
        lines.addLayout(head)
        if self.log is not None:
            self.log.scroll_in(lambda listed: OwnScroll(listed, LIST_LEAST))
            lines.addWidget(self.log, 1)
        return card

    def _form_side(self) -> QWidget:
        side = QWidget()
        lines = column(side, gap=6)
        head = row()
        head.addWidget(self.back)
        head.addStretch()
        lines.addLayout(head)
        body = QWidget()
        body.setObjectName("scrollBody")
        inner = column(body)
        inner.addWidget(self.held)
        inner.addStretch()
        lines.addWidget(OwnScroll(body, LEAST, "scroll"), 1)
        self.back.setVisible(self.log is not None)
        return side

    @property
    def form_shown(self) -> bool:
        """Whether the form stands there, and not the log."""
        return self.currentWidget() is self._formed

    def show_row(self, row_id: str) -> None:
        """Show another party; without one the contacts with everybody stand there."""
        if not row_id and not self.held.banner.isVisible():
            self.show_log()
        title = self._desk.answers.title(row_id) if row_id else ""
        self._title = title
        self._fit()
        self.party.setAccessibleName(f"{title}: niet meer kiezen")
        self.party.setToolTip(f"{title}: klik om alle contacten te zien")
        self.party.setVisible(bool(row_id))
        if self.log is not None:
            self.log.show_party(row_id)
        if self.form_shown:
            self.held.show_row(row_id)

    def minimumSizeHint(self) -> QSize:
        """Return what it needs where there is little room."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), theme().px(NARROW)), least.height())

    def _fit(self) -> None:
        """Cut the name of the party where there is little room."""
        roomy = self.width() >= theme().px(ROOMY)
        self.everybody.setVisible(bool(self._title) and roomy)
        taken = theme().px(WORDS) + (self.everybody.sizeHint().width() if roomy else 0)
        room = max(self.width() - taken, theme().px(LEAST_NAME))
        self.party.setText(self.party.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room))

    def show_log(self) -> None:
        """Show the contacts."""
        if self.log is not None:
            self.setCurrentWidget(self._logged)

    def show_form(self, row_id: str, field: str = "") -> None:
        """Show the form of a party, and put the focus in it."""
        self.setCurrentWidget(self._formed)
        self.held.show_row(row_id)
        self.held.focus(field)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed."""
        if self.log is not None:
            self.log.refresh(cells)
        if self.form_shown:
            self.held.refresh(cells)
