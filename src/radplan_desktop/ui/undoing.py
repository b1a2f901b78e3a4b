"""Undo and redo by act, told aloud: what changes may stand on another page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from radplan_desktop.acts.session import Session
from radplan_desktop.acts.undoing import UndoOutcome
from radplan_desktop.ui.announce import announce

NOTHING = "Er is niets om ongedaan te maken."
SKIPPED = "Wat daarna nog is gewijzigd, bleef staan."


def undo(session: Session, source: QWidget) -> UndoOutcome | None:
    """Undo the last act, and say which on behalf of a widget; None when there was none."""
    return _told(session.undo(), source, "Ongedaan gemaakt", NOTHING)


def redo(session: Session, source: QWidget) -> UndoOutcome | None:
    """Do the act again that was undone last, and say which; None when there was none."""
    return _told(session.redo(), source, "Opnieuw gedaan", "")


def _told(outcome: UndoOutcome | None, source: QWidget, what: str, nothing: str) -> UndoOutcome | None:
    if outcome is None:
        announce(source, nothing)
    else:
        announce(source, " ".join((f"{what}: {outcome.title}.", *([SKIPPED] if outcome.skipped else []))))
    return outcome
