"""About the program: a page of an open plan, and a screen of the start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.about.cards import add_cards
from radplan_desktop.ui.look.plain import Button, Scroll, column
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.start.brand import LEAD, BrandPanel, Route
from radplan_desktop.ui.start.entrance import Entrance


class AboutPage(Scroll):
    """In an open plan."""

    def __init__(self) -> None:
        body = QWidget()
        body.setObjectName("scrollBody")
        super().__init__(body)
        lines = column(body, (24, 16, 18, 16), 12)
        self.licence = add_cards(lines)
        lines.addStretch()

    def enter(self, place: Place) -> None:
        """Put the focus on the first licence."""
        del place
        self.licence.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing to note."""


class AboutScreen(Entrance):
    """Before a plan is open."""

    left = Signal()

    def __init__(self) -> None:
        promise = ("Er gaat niets naar buiten: geen cloud, geen statistiek, geen automatische updates.",)
        brand = BrandPanel(Route(), "Dit programma werkt zonder internet", "wifi-off", promise, lead=LEAD)
        super().__init__(brand, "Over RadPlan", "Versie, licenties en waar de vragen vandaan komen.")
        self.licence = add_cards(self.body)
        self.button = Button("Terug", icon_name="chevron-left", size="large")
        self.button.clicked.connect(self.left)
        self.foot.addWidget(self.button)
        self.foot.addStretch()

    def focus(self) -> None:
        """Put the focus on the first licence."""
        self.licence.button.setFocus(Qt.FocusReason.OtherFocusReason)
