"""The window as a program: what it is made of, put together in one place."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from radplan_desktop import __version__
from radplan_desktop.host import paths
from radplan_desktop.ui import heavy
from radplan_desktop.ui.gathering import Gathering
from radplan_desktop.ui.look.fonts import load_fonts
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.window import Window
from radplan_desktop.ui.work import Worker

NAME = "RadPlan"
USAGE = "gebruik: radplan [--forms MAP] [BESTAND]"
STOP_SECONDS = 30.0
"""How long the file has when the system asks the program to stop; a system that shuts down waits ninety."""
STYLE = ("-style", "fusion")
"""One look on every system; said here, because asking the style object for it costs more than the first frame."""


class Program:
    """The parts of the running window."""

    def __init__(self, app: QApplication, window: Window, worker: Worker) -> None:
        self.app, self.window, self.worker = app, window, worker
        self._guarded = False
        window.arrival.entered.connect(self._guard)

    def _guard(self) -> None:
        """From the first open plan on, leave with everything saved when the system asks the program to stop."""
        if not self._guarded:
            self._guarded = True
            heavy.on_stop(self.window, self._stop)

    def _stop(self) -> None:
        if self.window.leave(STOP_SECONDS):
            self.window.close()

    def run(self) -> int:
        """Show the window and return the exit code once it is closed."""
        self.window.show()
        gathering = Gathering(self.app)
        code = self.app.exec()
        self.worker.close()
        gathering.stop()
        return code


def build(arguments: Sequence[str] = ()) -> Program:
    """Put the window together, on a planbestand if one is named. ``arguments``: ``[--forms MAP] [BESTAND]``."""
    file, forms = _read(arguments)
    app = QApplication([sys.argv[0], *STYLE])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("radplan")
    folders = paths.standard()
    settings = Settings(folders.config)
    load_fonts()
    look = Look(app, settings.now.theme, settings.now.text_size)
    worker = Worker()
    window = Window(look, settings, folders, worker, forms=forms)
    window.arrival.show_start()
    if file is not None:
        window.arrival.unlock(file.absolute())
    return Program(app, window, worker)


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window and return the exit code once it is closed. ``arguments`` are as for ``build``."""
    return build(arguments).run()


def _read(arguments: Sequence[str]) -> tuple[Path | None, Path | None]:
    """Return the planbestand and the folder of forms that were named. Exits with code 2 when the arguments are not understood."""
    rest, forms = list(arguments), None
    if rest[:1] == ["--forms"] and len(rest) > 1:
        forms, rest = Path(rest[1]), rest[2:]
    if len(rest) > 1 or any(word.startswith("-") for word in rest):
        sys.stderr.write(f"{USAGE}\n")
        sys.exit(2)
    return (Path(rest[0]) if rest else None), forms
