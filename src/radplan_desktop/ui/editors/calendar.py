"""The calendar that opens for a date: below it, or above it where the screen ends."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from radplan_desktop.ui.look.icons import icon
from radplan_desktop.ui.look.theme import theme

GAP = 2
ARROWS = {
    "qt_calendar_prevmonth": ("chevron-left", "Vorige maand"),
    "qt_calendar_nextmonth": ("chevron-right", "Volgende maand"),
}


class CalendarPopup(QWidget):
    """A calendar that opens beside a date and closes when a day is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName("Kalender")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.addWidget(self.calendar)

    def open_at(self, line: QWidget, day: QDate) -> None:
        """Show the calendar beside a line, with this day selected."""
        self._dress()
        self.calendar.setSelectedDate(day)
        self.show()
        self.adjustSize()
        self.move(beside(line, self.size()))
        self.calendar.setFocus()

    def _dress(self) -> None:
        """Take the colours of now: Qt's own are black arrows and red weekends, and red means an error here."""
        days = QTextCharFormat()
        days.setForeground(theme().colour("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, days)
        for name, (icon_name, said) in ARROWS.items():
            arrow = self.calendar.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(icon(icon_name, 18, "ink2"))
                arrow.setToolTip(said)
                arrow.setAccessibleName(said)


def beside(line: QWidget, size: QSize) -> QPoint:
    """Return where on the screen something of this size opens for a line: below it, or above it where the screen ends."""
    screen = line.screen().availableGeometry()
    top, below = line.mapToGlobal(QPoint(0, 0)), line.mapToGlobal(QPoint(0, line.height() + GAP))
    over = top.y() - size.height() - GAP
    fits = below.y() + size.height() <= screen.bottom() or over < screen.top()
    left = max(screen.left(), min(below.x(), screen.right() - size.width()))
    return QPoint(left, below.y() if fits else over)
