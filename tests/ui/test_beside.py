"""Parts beside each other where there is room, else below each other; larger text asks for more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.theme import Look

WIDE, GAP = 400, 12


def places(qtbot: QtBot, width: int) -> list[QPoint]:
    """Where two parts stand in a holder of this width."""
    holder = QWidget()
    qtbot.addWidget(holder)
    across = Beside(WIDE, GAP, holder)
    parts = QWidget(), QWidget()
    for part in parts:
        part.setFixedSize(QSize(50, 20))
        across.addWidget(part)
    holder.resize(width, 200)
    across.fit(holder.width())
    across.activate()
    return [part.pos() for part in parts]


def test_parts_stand_beside_each_other_from_a_width_on(qtbot: QtBot) -> None:
    first, second = places(qtbot, WIDE)
    assert first.y() == second.y()
    assert second.x() >= first.x() + 50 + GAP


def test_parts_stand_below_each_other_where_there_is_less_room(qtbot: QtBot) -> None:
    first, second = places(qtbot, WIDE - 1)
    assert first.x() == second.x() == 0
    assert second.y() >= first.y() + 20 + GAP


def test_larger_text_asks_for_more_room(qtbot: QtBot, look: Look) -> None:
    look.resize(130)
    try:
        first, second = places(qtbot, WIDE)
        assert second.y() > first.y()
        first, second = places(qtbot, round(WIDE * 1.3) + 1)
        assert second.y() == first.y()
    finally:
        look.resize(100)


def test_parts_come_beside_each_other_again(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    across = Beside(WIDE, GAP, holder)
    ways = []
    for width in (WIDE, WIDE - 1, WIDE):
        across.fit(width)
        ways.append(across.direction())
    assert ways == [across.Direction.LeftToRight, across.Direction.TopToBottom, across.Direction.LeftToRight]
