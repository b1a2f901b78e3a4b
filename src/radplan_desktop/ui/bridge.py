"""Session events as Qt signals, always delivered on the interface thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from radplan_desktop.acts.events import PlanChanged, Restored, Saved, SaveFailed, Saving, SessionEvent
from radplan_desktop.acts.session import Session


class Bridge(QObject):
    """Listens to one session. Its signals are queued: whoever edits hears of it after the edit is done, like all others."""

    changed = Signal(object)
    """The cells that changed (a frozenset), or None for everything."""
    saving = Signal()
    saved = Signal(object)
    """When everything reached the file (a datetime)."""
    failed = Signal(str)
    """Why writing failed, for the user."""
    restored = Signal(object)
    """The cells whose unfinished typing came back."""
    _heard = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._leave = session.subscribe(self._heard.emit)

    def close(self) -> None:
        """Hear nothing more."""
        self._leave()

    def _tell(self, event: SessionEvent) -> None:
        match event:
            case PlanChanged(cells):
                self.changed.emit(cells)
            case Saving():
                self.saving.emit()
            case Saved(at):
                self.saved.emit(at)
            case SaveFailed(sentence):
                self.failed.emit(sentence)
            case Restored(cells):
                self.restored.emit(cells)
