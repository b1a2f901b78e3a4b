"""What is shown while something takes long: a line of progress with a way to stop, after half a second and not before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QScrollArea, QWidget
from shiboken6 import isValid

from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.around import around
from radplan_desktop.ui.look.plain import Button, column, row, words

LONG = 500
CANCEL = "Annuleren"
DONE = "Klaar."


class Waiting(QFrame):
    """``begin`` when work begins, ``end`` when it is there, ``stop`` when it was given up, ``offer`` when it can be done after all.

    Escape gives it up too: in the line itself, and wherever the keyboard is in the widget ``around`` it. When the line goes, the
    focus that is in it goes back to where it was when the work began.
    """

    cancelled = Signal()
    resumed = Signal()

    def __init__(self, around: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("role", "info")
        self._around = around
        self._before: QWidget | None = None
        self._busy = self._given_up = False
        self._words = words(role="strong", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.button = Button(CANCEL, size="small")
        self.button.clicked.connect(self._pressed)
        line = row(self, (14, 8, 10, 8), 12)
        said = column(gap=5)
        said.addWidget(self._words)
        said.addWidget(self._bar)
        line.addLayout(said, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._patience = QTimer(self, singleShot=True, interval=LONG)
        self._patience.timeout.connect(self.insist)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether work is going on, in sight or not."""
        return self._busy

    def begin(self, what: str) -> None:
        """Work begins; say what if it takes long."""
        if not self._busy:
            now = QApplication.focusWidget()
            if now is None or not self.isAncestorOf(now):
                self._before = now
            if self._around is not None:
                self._around.installEventFilter(self)
        self._busy = True
        self._say(what, CANCEL, given_up=False)
        if self.isHidden():
            self._patience.start()

    def insist(self) -> None:
        """Say now what is going on."""
        if self._busy and self.isHidden():
            self._patience.stop()
            self.show()
            announce(self, self._words.text())
            QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """Scroll to the line when the user is right beside it, once it has its place."""
        now, area = QApplication.focusWidget(), around(self, QScrollArea)
        if self._around is not None and now is not None and self._around.isAncestorOf(now) and area is not None:
            area.ensureWidgetVisible(self, 0, 8)

    def let_go(self, why: str) -> None:
        """Say why the work cannot be given up any more; the button for that is gone."""
        self._give_focus_back()
        self._say(why, "", given_up=False)
        announce(self, why)
        QTimer.singleShot(0, self, self._come_into_sight)

    def end(self) -> None:
        """Say nothing any more: the work is done."""
        if self._busy:
            announce(self, DONE)
        self.stop()

    def stop(self) -> None:
        """Say nothing any more: the work was given up."""
        self._rest()
        self.hide()

    def offer(self, what: str, button: str) -> None:
        """Say what was given up, and offer to do it after all."""
        self._rest()
        self._say(what, button, given_up=True)
        self.show()
        announce(self, what)

    def _rest(self) -> None:
        self._patience.stop()
        self._busy = False
        if self._around is not None:
            self._around.removeEventFilter(self)
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        now, before = QApplication.focusWidget(), self._before
        if now is None or not self.isAncestorOf(now) or before is None or not isValid(before):
            return
        if before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, what: str, button: str, *, given_up: bool) -> None:
        self._given_up = given_up
        self._words.setText(what)
        self._bar.setVisible(not given_up)
        self._bar.setAccessibleName(what)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.setAccessibleDescription(what)

    def _pressed(self) -> None:
        (self.resumed if self._given_up else self.cancelled).emit()

    # Escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if not self._gives_up(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give up on Escape around the line too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._gives_up(event):
            return True
        return super().eventFilter(watched, event)

    def _gives_up(self, event: QKeyEvent) -> bool:
        gives_up = event.key() == Qt.Key.Key_Escape and self._busy and self.button.isVisible()
        if gives_up:
            self.cancelled.emit()
        return gives_up
