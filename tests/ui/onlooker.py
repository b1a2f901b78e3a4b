"""A process that opens a plan and prints a page of it, and tells what of Qt came into being on another thread than the window's.

``python -m tests.ui.onlooker FILE PASSPHRASE``. It writes one line of JSON: a list of names, empty when all is well.
"""

from __future__ import annotations

import enum
import json
import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from radplan_desktop.app import Program

os.environ["QT_QPA_PLATFORM"] = "offscreen"
QT = ("PySide6", "shiboken6", "radplan_desktop.ui")
HARMLESS = frozenset({"radplan_desktop.ui.pdfium", "radplan_desktop.ui.immortal"})
"""They know nothing of Qt."""
elsewhere: list[str] = []


class Onlooker(MetaPathFinder):
    """Notes which modules are looked for on which thread, and finds none."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        del path, target
        if name.startswith(QT) and name not in HARMLESS and current_thread() is not main_thread():
            elsewhere.append(name)
        return None


def watch_choices() -> None:
    """Note which of Qt's choices are made on another thread; PySide6 makes them when they are first named."""
    ordinary = enum.EnumType.__new__

    def made(kind: type[enum.EnumType], name: str, *rest: Any, **named: Any) -> enum.EnumType:
        one = ordinary(kind, name, *rest, **named)
        if one.__module__.startswith(QT) and current_thread() is not main_thread():
            elsewhere.append(name)
        return one

    enum.EnumType.__new__ = made  # type: ignore[assignment,method-assign]


def look(file: Path, passphrase: str) -> None:
    """Open the plan as a user does, look at a document, and leave."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - only after the onlooker is there
    from PySide6.QtWidgets import QAbstractButton, QLineEdit  # noqa: PLC0415

    from radplan_desktop.app import build  # noqa: PLC0415
    from radplan_desktop.host import paths, preferences  # noqa: PLC0415

    known = preferences.Preferences(officer=preferences.Officer("M. de Wit"))
    preferences.save(paths.standard().config, known)
    program = build([str(file)])

    def try_it() -> None:
        for line in program.window.findChildren(QLineEdit):
            line.setText(passphrase)
        next(one for one in program.window.findChildren(QAbstractButton) if one.text() == "Openen").click()

    program.window.arrival.entered.connect(lambda _: leaf_and_leave(program))
    QTimer.singleShot(0, try_it)
    program.run()


def leaf_and_leave(program: Program) -> None:
    """Go to the documents, and close the window once there is a page to see."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from radplan_desktop.ui.documents.sheet import Sheet  # noqa: PLC0415
    from radplan_desktop.ui.places import DOCUMENTS  # noqa: PLC0415

    plan = program.window.plan
    assert plan is not None
    plan.go(DOCUMENTS)
    sheet = plan.findChildren(Sheet)[0]
    ticks = QTimer(program.window, interval=20)
    ticks.timeout.connect(lambda: sheet.image.isNull() or program.window.close())
    ticks.start()


if __name__ == "__main__":
    sys.meta_path.insert(0, Onlooker())
    watch_choices()
    look(Path(sys.argv[1]), sys.argv[2])
    sys.stdout.write(json.dumps(sorted(set(elsewhere))) + "\n")
