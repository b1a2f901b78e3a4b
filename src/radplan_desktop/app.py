"""The window as a program: what it is made of, put together in one place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from radplan_desktop import __version__
from radplan_desktop.host import paths
from radplan_desktop.host.assets import resource
from radplan_desktop.ui.look.fonts import load_fonts
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.window import Window
from radplan_desktop.ui.work import Worker

NAME = "RadPlan"


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window, on a planbestand if one is named, and return the exit code once it is closed.

    ``arguments`` are those of the command line without the program's name: ``[--forms MAP] [BESTAND]``.
    """
    given = _read(arguments)
    app = QApplication([sys.argv[0]])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("radplan")
    app.setWindowIcon(QIcon(QPixmap(str(resource("radplan.svg")))))
    folders = paths.standard()
    settings = Settings(folders.config)
    load_fonts()
    look = Look(app, settings.now.theme, settings.now.text_size)
    worker = Worker()
    window = Window(look, settings, folders, worker, forms=given.forms)
    window.arrival.show_start()
    if given.file is not None:
        window.arrival.unlock(given.file.absolute())
    window.show()
    code = app.exec()
    worker.close()
    return code


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="radplan", add_help=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--forms", type=Path)
    return parser.parse_args(list(arguments))
