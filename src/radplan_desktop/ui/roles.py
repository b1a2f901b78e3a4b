"""What a screen reader calls the widgets that Qt has no name for: titles are headings, drawings are charts or images."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QDialog, QLabel, QWidget

SPOKEN = "spoken"
"""The property of a widget that names its QAccessible.Role."""
HEADINGS = frozenset({"display", "display2", "h1", "h2"})
"""The type roles (see look/plain.py) that title what follows."""
NAMED = {"canvas": "Pane", "readingDesk": "Document"}
"""The roles of what the stylesheet knows by name."""


class Heading(QAccessibleWidget):
    """A title, read as its label has it."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, which: QAccessible.Text) -> str:
        """Return the words of the title as its name."""
        if which is QAccessible.Text.Name:
            return self._label.accessibleName() or self._label.text()
        return super().text(which)


def install() -> None:
    """Tell Qt of the roles of this program, once there is an application; once is enough."""
    app = QApplication.instance()
    if app is not None and not app.property(SPOKEN):
        app.setProperty(SPOKEN, True)
        QAccessible.installFactory(_interface)


def _interface(_: str, described: QObject) -> QAccessibleWidget | None:
    """Return what a screen reader gets of a widget; None leaves it to Qt."""
    if isinstance(described, QLabel) and described.property("role") in HEADINGS:
        return Heading(described)
    if not isinstance(described, QWidget) or isinstance(described, QDialog):
        return None
    role = described.property(SPOKEN) or NAMED.get(described.objectName())
    return QAccessibleWidget(described, QAccessible.Role[role]) if role else None
