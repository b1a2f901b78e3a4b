"""A list that drops down can be read, and shows which entry would be chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from radplan_desktop.host.preferences import Theme
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.look.theme import Look, theme


def colours(picture: QImage, place: QRect) -> list[int]:
    """Return every colour in a part of a picture, as its lightness."""
    spots = ((x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom()))
    return [picture.pixelColor(x, y).lightness() for x, y in spots]


@pytest.mark.parametrize("scheme", [Theme.LIGHT, Theme.DARK])
def test_what_can_be_chosen_does_not_look_as_if_it_cannot(qtbot: QtBot, look: Look, scheme: Theme) -> None:
    look.choose(scheme)
    combo = Combo()
    qtbot.addWidget(combo)
    combo.offer("Kies…", [("een", "Training of cursus"), ("twee", "Les of gastles")])
    combo.show()
    combo.showPopup()
    view = combo.view()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    picture = view.viewport().grab().toImage()
    chosen, other = (view.visualRect(combo.model().index(place, 0)) for place in (1, 2))
    assert picture.pixelColor(chosen.right() - 4, chosen.center().y()).name() == theme().colour("primaryTint").name()
    far = max if scheme is Theme.DARK else min
    ink, dimmed = theme().colour("ink").lightness(), theme().colour("ink3").lightness()
    assert abs(far(colours(picture, other)) - ink) < abs(far(colours(picture, other)) - dimmed)
    combo.hidePopup()
    look.choose(Theme.LIGHT)
