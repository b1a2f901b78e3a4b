"""The window by keyboard alone: real keys go in where the system delivers them, and what they do is read from the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.window import Window

E = QEvent.Type
MOUSE = frozenset(
    {E.MouseButtonPress, E.MouseButtonRelease, E.MouseButtonDblClick, E.MouseMove, E.Wheel, E.TouchBegin, E.TabletPress}
)
NONE = Qt.KeyboardModifier.NoModifier
FAR = 400
"""More stops than any page has: whoever tabs so often is in a trap."""


class MouseWatch(QObject):
    """Notes every event of a mouse, anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() in MOUSE:
            self.seen.append(f"{event.type().name} on {watched}")
        return False


class Keyboard:
    """Presses keys. It never says which widget gets them: that is up to the window, as with a real keyboard."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window
        self.moves = 0
        """How many keys were pressed besides letters."""
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def focus(self) -> QWidget:
        """What has the focus; something always has."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is on nothing"
        assert focused.isVisible(), f"the focus is on {focused}, which is hidden"
        return focused

    def is_on(self, kind: type[QWidget]) -> bool:
        """Whether the focus is on something of this kind."""
        return isinstance(self.focus, kind)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and release one key, or several together."""
        self.moves += 1
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def chord(self, keys: str) -> None:
        """Press keys together: "Ctrl+Shift+F7"."""
        pressed: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
        self.press(pressed.key(), pressed.keyboardModifiers())

    def letters(self, text: str) -> None:
        """Type a text of plain letters, one key a letter."""
        handle = self.window.windowHandle()
        for letter in text:
            QTest.keyClick(handle, letter)  # type: ignore[call-overload]

    def paste(self, text: str) -> None:
        """Put a text on the clipboard, as if copied from a document, and paste it."""
        QApplication.clipboard().setText(text)
        self.chord("Ctrl+V")

    def until(self, key: Qt.Key, kind: type[QWidget], name: str = "") -> QWidget:
        """Press a key until the focus is on something of this kind, whose text or spoken name begins so."""
        for _ in range(FAR):
            focus = self.focus
            texts = (focus.accessibleName(), focus.text() if isinstance(focus, QAbstractButton) else "")
            if isinstance(focus, kind) and any(text.startswith(name) for text in texts):
                return focus
            self.press(key)
        raise AssertionError(f"{name} is not reached with {key.name}")

    def tab_to(self, kind: type[QWidget], name: str = "") -> QWidget:
        """Press Tab until the focus is there."""
        return self.until(Qt.Key.Key_Tab, kind, name)
