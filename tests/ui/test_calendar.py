"""The calendar opens where there is room, and wears the colours of the design."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.editors.calendar import ARROWS, CalendarPopup, beside
from radplan_desktop.ui.look.theme import Look, theme

SIZE = QSize(260, 220)


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> QLineEdit:
    """A line in a window of its own."""
    line = QLineEdit()
    qtbot.addWidget(line)
    line.resize(240, 36)
    line.show()
    return line


def top(line: QLineEdit) -> int:
    """Where the line stands on the screen."""
    return line.mapToGlobal(QPoint(0, 0)).y()


def test_it_opens_below_the_line_and_above_it_where_the_screen_ends(line: QLineEdit) -> None:
    screen = line.screen().availableGeometry()
    line.move(screen.left() + 20, screen.top() + 20)
    assert beside(line, SIZE).y() > top(line)
    line.move(screen.left() + 20, screen.bottom() - 60)
    assert beside(line, SIZE).y() + SIZE.height() < top(line)


def test_it_leaves_the_line_in_sight_also_the_first_time(line: QLineEdit) -> None:
    line.move(40, line.screen().availableGeometry().bottom() - 60)
    popup = CalendarPopup(line)
    popup.open_at(line, QDate(2027, 3, 1))
    QApplication.processEvents()
    assert popup.geometry().bottom() < top(line)
    popup.close()


def test_it_stays_on_the_screen_at_the_side(line: QLineEdit) -> None:
    screen = line.screen().availableGeometry()
    line.move(screen.right() - 100, screen.top() + 20)
    assert beside(line, SIZE).x() + SIZE.width() <= screen.right()


def test_weekends_are_not_red_and_the_arrows_have_a_name(line: QLineEdit) -> None:
    popup = CalendarPopup(line)
    popup.open_at(line, QDate(2027, 3, 1))
    format_of = popup.calendar.weekdayTextFormat
    assert format_of(Qt.DayOfWeek.Saturday).foreground().color() == theme().colour("ink")
    arrows = [popup.calendar.findChild(QToolButton, name) for name in ARROWS]
    assert [arrow.accessibleName() for arrow in arrows if arrow is not None] == ["Vorige maand", "Volgende maand"]
    popup.close()
