"""The shipped examples to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import Button, column, restyle, words
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.start.brand import LEAD, BrandPanel, Route
from radplan_desktop.ui.start.entrance import Entrance

GIVEN_UP = "Het voorbeeldplan is niet gemaakt."


class ExampleScreen(Entrance):
    """One card per example: (id, title, summary)."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, examples: Sequence[tuple[str, str, str]]) -> None:
        promise = ("Een voorbeeldplan is een gewoon planbestand. Wat u erin wijzigt, raakt uw eigen plannen niet.",)
        brand = BrandPanel(Route(), "Vrij om te proberen", "life-buoy", promise, lead=LEAD)
        super().__init__(
            brand, "Voorbeeldplannen", "Bedachte plannen van een bedachte gemeente. Kijk rond en probeer alles uit."
        )
        self.buttons: dict[str, Button] = {}
        for name, title, summary in examples:
            card = Card()
            lines = column(card, CARD_MARGINS, 4)
            lines.addWidget(words(title, "h2", wrap=True))
            lines.addWidget(words(summary, "soft", wrap=True))
            lines.addSpacing(4)
            button = Button("Openen", icon_name="folder-open", size="small")
            button.setAccessibleName(f"{title} openen")
            button.clicked.connect(lambda _=False, one=name: self.chosen.emit(one))
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons[name] = button
            self.body.addWidget(card)
        self.waiting = Waiting(self)
        self.hold(self.waiting)
        self.error = words(role="error", wrap=True)
        self.body.addWidget(self.error)
        self.error.hide()
        back = Button("Terug", icon_name="chevron-left", size="large")
        back.clicked.connect(self.cancelled)
        self.foot.addWidget(back)
        self.foot.addStretch()

    def focus(self) -> None:
        """Put the focus on the first example."""
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus()

    def show_given_up(self) -> None:
        """Say that the example was not made."""
        self._say(GIVEN_UP, "hint")

    def show_error(self, sentence: str) -> None:
        """Say why the example could not be opened."""
        self._say(sentence, "error")

    def _say(self, sentence: str, role: str) -> None:
        self.error.setText(sentence)
        restyle(self.error, "role", role)
        self.error.setVisible(bool(sentence))
        announce(self.error, sentence, at_once=role == "error")
