"""What is shown while something takes long: a line of progress with a way to stop, after half a second and not before."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.plain import Button, row, words

LONG = 500
CANCEL = "Annuleren"
DONE = "Klaar."


class Waiting(QFrame):
    """``begin`` when work begins, ``end`` when it is there, ``offer`` when it was given up and can be done after all."""

    cancelled = Signal()
    resumed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "info")
        self._words = words(role="strong", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._given_up = False
        self.button = Button(CANCEL, size="small")
        self.button.clicked.connect(self._pressed)
        line = row(self, (14, 8, 10, 8), 12)
        line.addWidget(self._words, 1)
        line.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.button)
        self._patience = QTimer(self, singleShot=True, interval=LONG)
        self._patience.timeout.connect(self._lasts)
        self.hide()

    def begin(self, what: str) -> None:
        """Work begins; say what if it takes long."""
        self._say(what, CANCEL, given_up=False)
        if self.isHidden():
            self._patience.start()

    def _lasts(self) -> None:
        self.show()
        announce(self, self._words.text())

    def end(self) -> None:
        """Say nothing any more: the work is done or given up."""
        self._patience.stop()
        if self.isVisible() and not self._given_up:
            announce(self, DONE)
        self.hide()

    def offer(self, what: str, button: str) -> None:
        """Say what was given up, and offer to do it after all."""
        self._patience.stop()
        self._say(what, button, given_up=True)
        self.show()
        announce(self, what)

    def _say(self, what: str, button: str, *, given_up: bool) -> None:
        self._given_up = given_up
        self._words.setText(what)
        self._bar.setVisible(not given_up)
        self._bar.setAccessibleName(what)
        self.button.setText(button)
        self.button.setAccessibleDescription(what)

    def _pressed(self) -> None:
        (self.resumed if self._given_up else self.cancelled).emit()
