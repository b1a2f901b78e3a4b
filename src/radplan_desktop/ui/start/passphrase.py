"""A line for a passphrase, hidden until one asks to see it, and the bars that say how strong a new one is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.lines import ButtonLine
from radplan_desktop.ui.look.plain import Button
from radplan_desktop.ui.look.theme import theme

BARS, ENOUGH = 4, 3


class PassphraseLine(ButtonLine):
    """Hides what is typed; the button inside shows it."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__(Button("Tonen", "quiet", "eye", size="small"))
        self.setProperty("passphrase", True)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.button.setAccessibleDescription(name)
        self.button.clicked.connect(self._toggle)

    def reveal(self, *, shown: bool) -> None:
        """Show or hide what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.button.setText("Verbergen" if shown else "Tonen")
        self.button.show_icon("eye-off" if shown else "eye")
        self.place_button()

    def _toggle(self) -> None:
        self.reveal(shown=self.echoMode() is QLineEdit.EchoMode.Password)


class StrengthBars(QWidget):
    """Four bars; as many are filled as the passphrase has points."""

    def __init__(self) -> None:
        super().__init__()
        self._score = 0
        self.setFixedHeight(8)

    def show_score(self, score: int, label: str) -> None:
        """Show a score from 0 to 4; the label says it in words."""
        self._score = score
        if label != self.accessibleName():
            announce(self, f"Wachtwoord: {label.lower()}")
        self.setAccessibleName(label)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(200, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("surface"))
        wide = (self.width() - 12) / BARS
        for place in range(BARS):
            filled = place < self._score
            painter.setBrush(
                theme().colour(("ok" if self._score >= ENOUGH else "warnMark") if filled else "ringTrackOnSurface")
            )
            painter.drawRoundedRect(round(place * (wide + 4)), 0, round(wide), 8, 3, 3)
        painter.end()
