"""A name on at most two lines: a word that is too long is broken, and what does not fit ends in an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

LEAST = 40


class TwoLines(QLabel):
    """The whole name is its tooltip and is read aloud."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show another name."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.setToolTip(self._whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the name where the room ends."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Break it again when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        shown = "\n".join(two_lines(self._whole, self.font(), max(self.width(), LEAST)))
        if shown != self.text():
            self.setText(shown)


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Return one line, or two of which the second may end in an ellipsis."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    end = line.textLength() if line.isValid() else 0
    layout.endLayout()
    first, rest = text[:end].rstrip(), text[end:].strip()
    if not rest:
        return [first]
    return [first, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
