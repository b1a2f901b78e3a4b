"""Dates and months: typed as dd-mm-jjjj, or a date picked from a calendar. Empty is allowed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent

from radplan_desktop.guideline.model import Field, Guideline
from radplan_desktop.plan import display
from radplan_desktop.plan.content import ContentError, parse_date
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.editors.calendar import CalendarPopup
from radplan_desktop.ui.editors.text import LineEditor
from radplan_desktop.ui.look.lines import ButtonLine
from radplan_desktop.ui.look.plain import icon_button

ALT_DOWN = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)


class DateEditor(LineEditor):
    """A day."""

    drafts = False

    def __init__(self, field: Field, guideline: Guideline) -> None:
        self.button = icon_button("calendar-days", "Kies een datum")
        super().__init__(field, guideline, ButtonLine(self.button))
        self.line.setPlaceholderText(field.placeholder or "dd-mm-jjjj")
        self.button.clicked.connect(self._open)
        self._popup: CalendarPopup | None = None

    def written(self, content: Content) -> str:
        """Return the date as dd-mm-jjjj."""
        return display.short_date(str(content))

    def describe(self, name: str, description: str = "") -> None:
        """Name the button to the calendar too: a page has several."""
        super().describe(name, description)
        self.button.setAccessibleName(f"{name}: kies een datum")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar on Alt and the arrow down, as a list does."""
        pressed = event.type() == QEvent.Type.KeyPress
        opens = pressed and isinstance(event, QKeyEvent) and event.keyCombination() == ALT_DOWN
        if opens:
            self._open()
        return opens or super().eventFilter(watched, event)

    def _open(self) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.calendar.clicked.connect(self._pick)
            self._popup.calendar.activated.connect(self._pick)
        try:
            day = date.fromisoformat(parse_date(self.line.text()))
        except ContentError:
            day = date.today()  # noqa: DTZ011 - the calendar on the wall
        self._popup.open_at(self.line, QDate(day.year, day.month, day.day))

    def _pick(self, day: QDate) -> None:
        if self._popup is not None and self._popup.isVisible():
            self._popup.close()
            self.line.setText(f"{day.day():02d}-{day.month():02d}-{day.year()}")
            self.finished.emit()
            self.line.setFocus()


class MonthEditor(LineEditor):
    """A month."""

    drafts = False

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self.line.setPlaceholderText(field.placeholder or "mm-jjjj")

    def written(self, content: Content) -> str:
        """Return the month in words."""
        return display.month(str(content))
