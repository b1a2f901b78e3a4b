"""What is read: every screen of which there is a picture, and what is announced when something changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from tests.accessibility.changes import CHANGES
from tests.pictures.studio import Studio
from tests.pictures.ways import PICTURES


class Scene(NamedTuple):
    """A screen, the way to it, and what puts away what lies over it."""

    name: str
    way: Callable[[Studio], object]
    after: Callable[[Studio], object]


def close_dialog(room: Studio) -> None:
    """Close the dialog that is open, if any."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
        room.window.activateWindow()


SHOWN = tuple(picture.name for picture in PICTURES)
ANNOUNCED = tuple(change.__name__ for change in CHANGES)
SCENES = (
    *(Scene(picture.name, picture.way, close_dialog) for picture in PICTURES),
    *(Scene(change.__name__, change, close_dialog) for change in CHANGES),
)
