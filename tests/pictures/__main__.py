"""Write ``docs/pictures/``: every screen of the window, from the shipped examples, in light and dark (``make pictures``).

QT_QPA_PLATFORM=offscreen python -m tests.pictures [--to FOLDER] [NAME ...]

Nothing on a picture depends on the hour or on the machine. ``docs/screens.md`` says what each screen is for.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from radplan_desktop.host.preferences import Theme
from tests.pictures.studio import WIDE, Studio, save_small, studio
from tests.pictures.ways import PICTURES, Picture

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"


def take(studio: Studio, picture: Picture, folder: Path) -> None:
    """Take a picture in both themes, at all its sizes."""
    for scheme in (Theme.LIGHT, Theme.DARK):
        studio.look.choose(scheme)
        for size in picture.sizes:
            studio.window.resize(*size)
            studio.settle()
            studio.window.activateWindow()
            picture.way(studio)
            narrow, dark = f"-{size[0]}" if size != WIDE else "", "-dark" if scheme is Theme.DARK else ""
            save_small(studio.grab(), folder / f"{picture.name}{narrow}{dark}.png")
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                dialog.close()
                studio.window.activateWindow()


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("--to", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these; otherwise all")
    given = parser.parse_args()
    given.to.mkdir(parents=True, exist_ok=True)
    with studio() as room:
        for picture in PICTURES:
            if not given.names or picture.name in given.names:
                take(room, picture, given.to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
