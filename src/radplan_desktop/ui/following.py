"""Who follows the answers: a page in sight at once, a page out of sight when it comes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from radplan_desktop.plan.values import PLAN_ROW, Cell

Refresh = Callable[[frozenset[Cell] | None], None]
"""Shows what changed in these cells; None means anything may have."""


class Following(QObject):
    """Calls ``refresh`` with what a signal tells while a page is in sight, and once with None when it comes back into sight."""

    def __init__(self, page: QWidget, told: SignalInstance, refresh: Refresh) -> None:
        super().__init__(page)
        self._page, self._refresh, self._stale = page, refresh, False
        told.connect(self._tell)
        page.installEventFilter(self)

    def _tell(self, cells: object = None) -> None:
        if self._page.isVisible():
            self._refresh(cells if isinstance(cells, frozenset) else None)
        else:
            self._stale = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up when the page comes into sight."""
        del watched
        if self._stale and event.type() == QEvent.Type.Show:
            self._stale = False
            self._refresh(None)
        return False


def touches_rows(cells: frozenset[Cell] | None) -> bool:
    """Whether rows of registers may have changed, and not only answers to questions of the plan itself."""
    return cells is None or any(cell.row != PLAN_ROW for cell in cells)
