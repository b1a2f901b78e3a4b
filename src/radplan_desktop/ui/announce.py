"""Says aloud that something changed: a screen reader reads the sentence, and the focus stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(source: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Say a sentence on behalf of a widget that can be seen, after what is being said; ``at_once`` says it before that.

    Costs nothing while no screen reader runs.
    """
    accessible = QtGui.QAccessible
    if not sentence or not accessible.isActive() or not source.isVisible():
        return
    event = QtGui.QAccessibleAnnouncementEvent(source, sentence)
    if at_once:
        event.setPoliteness(accessible.AnnouncementPoliteness.Assertive)
    accessible.updateAccessibility(event)
