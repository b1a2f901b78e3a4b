"""Gives the focus to everything that takes it, on every screen, and prints what does not show that: one JSON list.

Run as ``python -m tests.accessibility.focusing``; it needs no screen.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.accessibility.scenes import SCENES, SHOWN
from tests.pictures.studio import studio

FEW = 2
"""Of each kind of control, so many are tried per screen."""
LEAST = 40
"""Pixels that change where the focus is seen: a ring around the smallest control has more."""


def _changed(one: QImage, other: QImage) -> int:
    if one.size() != other.size():
        return LEAST
    size = range(one.height()), range(one.width())
    return sum(one.pixel(x, y) != other.pixel(x, y) for y in size[0] for x in size[1])


def _shot(window: QWidget, widget: QWidget) -> QImage:
    QApplication.processEvents()
    place = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft())).adjusted(-3, -3, 3, 3)
    return window.grab(place).toImage()


def _stops(window: QWidget) -> list[QWidget]:
    found: dict[tuple[object, ...], list[QWidget]] = {}
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
            kind = (type(widget).__name__, widget.property("kind"), widget.property("small"), widget.objectName())
            found.setdefault(kind, []).append(widget)
    return [widget for widgets in found.values() for widget in widgets[:FEW]]


def unseen(window: QWidget) -> list[str]:
    """Return what does not show that it has the focus."""
    found = []
    for widget in _stops(window):
        before = QApplication.focusWidget()
        if before is not None:
            before.clearFocus()
        without = _shot(window, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus() and _changed(without, _shot(window, widget)) < LEAST:
            found.append(f"{type(widget).__name__} {widget.property('kind') or ''} {widget.accessibleName()!r}")
    return found


def main() -> None:
    """Try every screen."""
    hidden: dict[str, list[str]] = {}
    with studio() as room:
        for scene in SCENES:
            if scene.name in SHOWN:
                scene.way(room)
                room.settle()
                hidden[scene.name] = unseen(QApplication.activeModalWidget() or room.window)
                scene.after(room)
    sys.stdout.write(json.dumps(hidden))


if __name__ == "__main__":
    main()
