"""Every screen at the sizes of real windows and at every text size: no word is cut, nothing overlaps, nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from radplan_desktop.guideline.model import Guideline, Panel, Register
from radplan_desktop.host.preferences import TEXT_SIZES
from radplan_desktop.ui.keeping.screen import SCREENS
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.places import GATES, POINTS, Place, Screen
from tests.pictures.studio import Studio
from tests.pictures.ways import PICTURES, Picture, empty
from tests.ui.cut import faults

SIZES = ((1024, 700), (1366, 720), (1920, 1080))
TIGHT = ((1024, 700, 115), (1024, 700, 130), (1366, 720, 130))
"""The windows in which large words have little room."""


@pytest.fixture
def studio(look: Look, tmp_path: Path) -> Iterator[Studio]:
    """One window for all screens."""
    studio = Studio(tmp_path / "home", look)
    yield studio
    studio.close()
    studio.window.deleteLater()
    look.resize(TEXT_SIZES[0])


def seen_at(studio: Studio, size: tuple[int, int]) -> list[str]:
    """Return what is wrong with what is shown at this size, once everything has its place."""
    studio.window.resize(*size)
    studio.settle()
    return list(faults(QApplication.activeModalWidget() or studio.window))


def walk(studio: Studio, picture: Picture, percent: int) -> Iterator[str]:
    """Go to a screen and yield what is wrong with it, at every size of the window."""
    picture.way(studio)
    for size in SIZES:
        for fault in seen_at(studio, size):
            yield f"{picture.name} at {size[0]}x{size[1]}, {percent} %: {fault}"
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


def test_nothing_is_cut(studio: Studio) -> None:
    found: list[str] = []
    for percent in TEXT_SIZES:
        studio.window.choices.choose_text_size(percent)
        for picture in PICTURES:
            found += walk(studio, picture, percent)
    assert not found, "\n".join(found)


def rooms(guideline: Guideline) -> Iterator[Place]:
    """Yield every section, every sheet, every panel with a screen of its own, every track, and what lies beside them."""
    for section in guideline.sections:
        yield Place(Screen.SECTION, section.id)
        for item in section.items():
            if isinstance(item, Register) and item.sheet:
                yield Place(Screen.SHEET, section.id, item.id)
            elif isinstance(item, Panel) and item.panel in SCREENS:
                yield Place(Screen.PANEL, section.id, item.panel)
    yield from (Place(Screen.TRACK, item=track) for track in guideline.tracks)
    yield from (POINTS, GATES)


def test_nothing_is_cut_in_a_plan_without_answers(studio: Studio) -> None:
    empty(studio)
    found: list[str] = []
    for wide, high, percent in TIGHT:
        studio.window.choices.choose_text_size(percent)
        for place in rooms(studio.plan.desk.guideline):
            studio.plan.go(place)
            where = f"{place.screen} {place.section} {place.item} at {wide}x{high}, {percent} %"
            found += [f"{where}: {fault}" for fault in seen_at(studio, (wide, high))]
    assert not found, "\n".join(found)
