"""A list with the line at hand beside it: it is filled in there, and then comes the next one, without leaving the keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.base import NOTHING, LedgerScreen
from radplan_desktop.ui.keeping.empty import EmptyLedger
from radplan_desktop.ui.keeping.split import ListAndDetail
from radplan_desktop.ui.ledger.model import LedgerLine
from radplan_desktop.ui.ledger.narrow import Narrow
from radplan_desktop.ui.look.panels import Card
from radplan_desktop.ui.look.plain import Button, row
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place, Screen

STATE = "Wat"


class Listed(Protocol):
    """What the list is of: rows of a register."""

    @property
    def row(self) -> str:
        """Its row."""


One = TypeVar("One", bound=Listed)


class DetailCard(Card, Generic[One]):
    """Shows one line of the list, and asks for what is still open about it."""

    def show_one(self, one: One | None) -> None:
        """Show it, or nothing."""
        raise NotImplementedError

    def focus(self) -> None:
        """Put the focus on what is asked first."""
        raise NotImplementedError


class DetailScreen(LedgerScreen[One]):
    """Shows the lines that are wanted, by their state and by words, and ``detail`` of the one that is chosen."""

    ADD: ClassVar[str]
    """On the button that goes to where new ones are written down."""
    NONE_YET: ClassVar[str]
    INVITING: ClassVar[str]
    STATES: ClassVar[Mapping[Enum, str]]
    detail: DetailCard[Any]

    def __init__(
        self, desk: Desk, entry: Entry, panel: Panel, narrow: Narrow, detail: DetailCard[One], parent: QWidget
    ) -> None:
        super().__init__(desk, entry, panel, narrow, parent)
        self.register = desk.guideline.registers[path(panel.roles, "rows")]
        self.detail = detail
        self.add = Button(self.ADD, icon_name="plus", size="small")
        self.add.setEnabled(not desk.session.read_only)
        self.add.clicked.connect(self._add)
        head = row(gap=10)
        head.addWidget(self.count, 1)
        head.addWidget(self.add)
        self.split = ListAndDetail(self.in_card(self.view), detail)
        self.filled.addWidget(narrow)
        self.filled.addLayout(head)
        self.filled.addWidget(self.split, 1)
        self.offer_first(EmptyLedger(self.register, self.NONE_YET, self.INVITING, self.ADD), self._add)
        self.view.chose.connect(self._choose)
        self.view.opened.connect(lambda _: detail.focus())

    @property
    def section(self) -> str:
        """The section that the register stands in."""
        return next(name for name, outline in self.desk.outlines.items() if outline.find(self.register.id) is not None)

    def state_of(self, one: One) -> Enum:
        """Return its state, one of STATES."""
        raise NotImplementedError

    def texts_of(self, one: One) -> Iterable[str]:
        """Return the texts in which words are looked for."""
        raise NotImplementedError

    def line_of(self, one: One) -> LedgerLine:
        """Return its line of the list."""
        raise NotImplementedError

    def sum_up(self, counts: Mapping[Enum, int]) -> str:
        """Return in a sentence how many there are, and how many of them ask something. There is at least one."""
        raise NotImplementedError

    def show_found(self) -> None:
        """Show those that are wanted, and the one that is at hand."""
        counts = {state: sum(self.state_of(one) is state for one in self.found) for state in self.STATES}
        self.narrow.offer(STATE, [(state.name, f"{text} ({counts[state]})") for state, text in self.STATES.items()])
        wanted = [one for one in self.found if self.wants(one) or self.keeps(one.row)]
        self.view.show_lines([self.line_of(one) for one in wanted], self.narrow.words)
        self.count.setText(self.sum_up(counts) if wanted else NOTHING)
        self._choose(self.view.row)

    def wants(self, one: One) -> bool:
        """Whether it is among what one chose to see."""
        return self.narrow.chosen(STATE) in ("", self.state_of(one).name) and self.narrow.fits(*self.texts_of(one))

    def _choose(self, row_id: str) -> None:
        self.detail.show_one(next((one for one in self.found if one.row == row_id), None))

    def go_on(self) -> bool:
        """Be done with the one at hand, and go on to the next. False when the focus is elsewhere."""
        now = QApplication.focusWidget()
        if now is None or not self.detail.isAncestorOf(now):
            return False
        self.show_next()
        return True

    def show_next(self) -> None:
        """Go to the next one; when there is none, to the list."""
        if self.choose_next():
            self.detail.focus()
        else:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_next(self) -> bool:
        """Choose the next one. False when there is none."""
        return self.view.choose_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the detail to the list with Escape, and from there back to the card of this panel."""
        now = QApplication.focusWidget()
        if event.key() != Qt.Key.Key_Escape or now is None:
            super().keyPressEvent(event)
        elif self.detail.isAncestorOf(now):
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.desk.go(Place(Screen.SECTION, self.section, self.entry.id))

    def _add(self) -> None:
        screen = Screen.SHEET if self.register.sheet else Screen.REGISTER
        self.desk.go(Place(screen, self.section, self.register.id))
