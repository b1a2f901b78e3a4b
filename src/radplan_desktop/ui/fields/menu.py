"""The small menu of a question: "n.v.t.", "later", and emptying the answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from radplan_desktop.ui.fields.special import Asking
from radplan_desktop.ui.look.plain import Button
from radplan_desktop.ui.look.walking import LAST

NAME = "N.v.t., later of leegmaken"


class AnswerMenu(Button):
    """What can be said of a question besides answering it: a button whose menu is made when it opens."""

    asked = Signal(object)
    """One of ``Asking``."""
    emptied = Signal()

    def __init__(self, question: str, *, empties: bool = True) -> None:
        super().__init__("", "icon", "ellipsis", hint=question)
        self._empties = empties
        self.setProperty(LAST, True)
        self.setAccessibleName(NAME)
        self.setToolTip(NAME)
        self.clicked.connect(self._open)

    def menu_now(self) -> QMenu:
        """Make the menu; it goes when it closes."""
        menu = QMenu(self)
        for asking in (Asking.NOT_APPLICABLE, Asking.LATER):
            menu.addAction(f"{asking}…", partial(self.asked.emit, asking))
        if self._empties:
            menu.addSeparator()
            menu.addAction("Antwoord leegmaken", self.emptied.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self) -> None:
        self.menu_now().popup(self.mapToGlobal(QPoint(0, self.height())))
