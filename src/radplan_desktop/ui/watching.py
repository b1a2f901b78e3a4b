"""What makes the window lock or leave by itself: nobody at the keyboard, the end of the session, a signal to stop."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager, QWindow

from radplan_desktop.host.signals import StopSignals

T = QEvent.Type
INPUT = frozenset(
    {T.KeyPress, T.MouseButtonPress, T.MouseMove, T.Wheel, T.TouchBegin, T.TouchUpdate, T.TabletPress, T.InputMethod}
)
LOOK = 15_000
"""Milliseconds between two looks at the clock."""
A_MINUTE = 60
SECONDS = 4.0
"""How long the end of a session may wait for the file; Windows waits five seconds."""


def clock() -> tuple[float, float]:
    """Return seconds that stop while the computer sleeps, and seconds that go on."""
    return time.monotonic(), time.time()


class Idle(QObject):
    """Tells when there was no input for some minutes.

    It listens to the windows of the system, where each key and each move of the mouse comes by once. A filter on the whole
    application would see every event of every widget, thousands for one page.
    """

    passed = Signal()

    def __init__(
        self, minutes: Callable[[], int], parent: QObject, now: Callable[[], tuple[float, float]] = clock
    ) -> None:
        super().__init__(parent)
        self._minutes, self._now, self._last = minutes, now, now()
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)
        _app().focusWindowChanged.connect(self._follow)

    def look(self) -> None:
        """Look at the clock. Of both clocks the one that ran on counts, so that a laptop wakes up locked."""
        elapsed = max(now - last for now, last in zip(self._now(), self._last, strict=True))
        if elapsed >= self._minutes() * A_MINUTE:
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        del watched
        if event.type() in INPUT:
            self._last = self._now()
        return False

    def _follow(self, window: QWindow | None) -> None:
        """Listen to a dialog too: it is a window of its own."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


class SessionEnd(QObject):
    """Closes the plan when the user logs out or the computer is shut down.

    ``leave`` closes it within some seconds and returns whether everything is in the file. When it is not, and the system lets
    itself be asked, the end of the session is called off.
    """

    def __init__(self, leave: Callable[[float], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        _app().commitDataRequest.connect(self._commit)
        _app().saveStateRequest.connect(_keep_nothing)

    def _commit(self, manager: QSessionManager) -> None:
        if not self._leave(SECONDS) and manager.allowsInteraction():
            manager.cancel()


def _keep_nothing(manager: QSessionManager) -> None:
    """Do not start again by itself with the next session: a plan is opened with its passphrase."""
    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)


class Stopping(QObject):
    """Tells that the system asked the program to stop."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._signals = StopSignals()
        if self._signals.handle is not None:
            self._notifier = QSocketNotifier(self._signals.handle, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        if self._signals.read():
            self.asked.emit()

    def close(self) -> None:
        """Let the signals do again what they did before."""
        if self._signals.handle is not None:
            self._notifier.setEnabled(False)
        self._signals.close()


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise TypeError("there is no window without an application")
    return app
