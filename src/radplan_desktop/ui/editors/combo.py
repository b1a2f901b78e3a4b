"""The combo box of the design: a painted chevron, and no change by a wheel that only wanted to scroll the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy

from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.plain import restyle
from radplan_desktop.ui.look.theme import theme

MIN_LETTERS = 8
SHIFT, KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class Combo(QComboBox):
    """A list to choose from. The first entry is "nothing chosen"."""

    def __init__(self) -> None:
        super().__init__()
        self._label: QLabel | None = None
        self._closing = QTimer(self, singleShot=True, interval=0)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(MIN_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.currentIndexChanged.connect(self._dim)

    def _dim(self, place: int) -> None:
        restyle(self, "empty", "true" if place <= 0 else "false")

    def offer(self, nothing: str, options: list[tuple[str, str]]) -> None:
        """Replace the entries by ``nothing`` and these (id, label) pairs, and keep what was chosen if it is still there."""
        chosen = self.chosen()
        blocked = self.blockSignals(True)
        self.clear()
        self.addItem(nothing, None)
        for option, label in options:
            self.addItem(label, option)
        self.choose(chosen)
        self.blockSignals(blocked)
        self._dim(self.currentIndex())

    def chosen(self) -> str | None:
        """Return the id of the chosen entry; None for the first one."""
        data = self.currentData()
        return data if isinstance(data, str) else None

    def choose(self, option: str | None) -> None:
        """Choose an entry by its id; an unknown one chooses nothing."""
        self.setCurrentIndex(max(self.findData(option), 0) if option is not None else 0)

    def setAccessibleName(self, name: str) -> None:
        """Name the box. Under Linux the spoken name of a combo is its value, and what it is about comes from a label beside it."""
        super().setAccessibleName(name)
        if self._label is None:
            self._label = QLabel(self.parentWidget())
            self._label.hide()
            self._label.setBuddy(self)
        self._label.setText(name)

    @property
    def just_closed(self) -> bool:
        """Whether the key that is being handled is the one that closed the list."""
        return self._closing.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on an arrow or a letter, which then looks in the list: an answer is chosen there, once, with Enter."""
        if self.just_closed:
            event.accept()
            return
        arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        typed = event.text().strip()
        letter = typed and typed.isprintable() and not event.modifiers() & ~(SHIFT | KEYPAD)
        if arrow or letter:
            self.showPopup()
            if letter:
                self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)

    def hidePopup(self) -> None:
        """Close the list. The key that closed it comes to the box as well (Qt), and has had its effect."""
        if self.view().isVisible():
            self._closing.start()
        super().hidePopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(self.width() - 27, (self.height() - 18) / 2, 18, 18)
        paint_icon(painter, "chevron-down", place, theme().colour("ink2" if self.isEnabled() else "ink3"))
        painter.end()
