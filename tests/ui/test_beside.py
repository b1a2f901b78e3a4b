"""Parts beside each other where there is room, else below each other; larger text asks for more room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.theme import Look

WIDE, GAP, SIDE, LOW = 400, 12, 50, 20
Resize = Callable[[int], bool]


@pytest.fixture
def beside(qtbot: QtBot) -> Resize:
    """Two parts in a holder; gives the holder a width, 0 for the one it has, and says whether they stand beside each other."""
    holder, parts = QWidget(), (QWidget(), QWidget())
    qtbot.addWidget(holder)
    across = Beside(holder, WIDE, GAP)
    holder.setLayout(across)
    for part in parts:
        part.setFixedSize(SIDE, LOW)
        across.addWidget(part)
    holder.show()

    def resized(width: int) -> bool:
        if width:
            holder.resize(width, 200)
        QApplication.processEvents()
        first, second = (part.pos() for part in parts)
        across, down = second.x() - first.x(), second.y() - first.y()
        assert (across >= SIDE + GAP and not down) or (down >= LOW + GAP and not across)
        return bool(across)

    return resized


def test_parts_stand_beside_each_other_from_a_width_on(beside: Resize) -> None:
    assert [beside(width) for width in (WIDE, WIDE - 1, WIDE + 300)] == [True, False, True]


def test_larger_text_asks_for_more_room_at_once(beside: Resize, look: Look) -> None:
    assert beside(WIDE + 50)
    look.resize(130)
    try:
        assert not beside(0)
        assert beside(round(WIDE * 1.3) + 1)
    finally:
        look.resize(100)
    assert beside(WIDE)
