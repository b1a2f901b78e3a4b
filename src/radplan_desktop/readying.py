"""Getting ready for Qt: what would make the start slow is kept away, and what Qt would abort on is said in Dutch."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

SHOWN_ON = ("DISPLAY", "WAYLAND_DISPLAY")
CANNOT_OPEN = 3
UNKNOWN = "RadPlan kan geen venster tonen. Geef deze melding door aan uw beheerder:"


def make_ready() -> None:
    """Load Qt. Exits with code 3, and a sentence, where it cannot load or show a window."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, SHOWN_ON)):
        _say_obstacle()
    gc.disable()  # what the start makes stays, so looking for garbage only costs time; ``ui.gathering`` does it later
    ordinary = builtins.__import__
    try:
        import PySide6.QtCore  # noqa: PLC0415

        builtins.__import__ = ordinary  # Qt's own reads the source of every module that is imported (decision 0020)
        import PySide6.QtWidgets  # noqa: PLC0415
    except ImportError as error:
        _refuse(str(error))
    PySide6.QtCore.qInstallMessageHandler(_hear)


def _hear(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says; where it would abort, say what is missing instead, and stop."""
    from PySide6 import QtCore  # noqa: PLC0415 - loaded by now

    if kind == QtCore.QtMsgType.QtFatalMsg:
        _refuse(text)
    if not QtCore.QCoreApplication.startingUp():
        sys.stderr.write(f"{text}\n")


def _refuse(reason: str) -> None:
    _say_obstacle()
    sys.stderr.write(f"{UNKNOWN}\n{reason}\n")
    _stop()


def _say_obstacle() -> None:
    """Say what keeps this computer from showing a window, and stop; if nothing does, return."""
    from radplan_desktop.host import machine  # noqa: PLC0415 - an ordinary start does not need it

    found = machine.obstacle()
    if found is not None:
        sys.stderr.write("".join(f"{line}\n" for line in (found.sentence, found.command) if line))
        _stop()


def _stop() -> None:
    """Leave at once: Qt, or what calls us from within it, would still abort."""
    sys.stderr.flush()
    os._exit(CANNOT_OPEN)
