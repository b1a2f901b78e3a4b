"""The first frame is drawn with a part of the stylesheet; nothing in it may look otherwise once the rest is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radplan_desktop.host.preferences import TEXT_SIZES, Theme
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.start.start_screen import StartScreen


@pytest.fixture(params=[(Theme.LIGHT, TEXT_SIZES[0]), (Theme.DARK, TEXT_SIZES[-1])], ids=["light", "dark and large"])
def first(look: Look, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Look]:
    """The look of a program that just started."""
    yield Look(qapp, *request.param)
    look.choose(Theme.LIGHT)


@pytest.mark.parametrize(
    "recent", [(), (Path("Plan.radplan"), Path("Weg", "Ander plan.radplan"))], ids=["new", "known"]
)
def test_the_first_screen_looks_the_same_once_the_rest_of_the_look_is_there(
    first: Look, recent: tuple[Path, ...], qtbot: QtBot
) -> None:
    start = StartScreen(recent)
    qtbot.addWidget(start)
    start.resize(1280, 770)
    with qtbot.waitExposed(start):
        start.show()
    before = start.grab().toImage()
    first.complete()
    QApplication.processEvents()
    assert start.grab().toImage() == before
