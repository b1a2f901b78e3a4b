"""A process that types in an open plan, until it is killed: ``python -m tests.ui.typist FILE PASSPHRASE PATH ROW TEXT [LINE]``.

LINE says in which other line of the question it types: "why" of n.v.t., "until" or "later" (its reason);
"add" is the line that adds a row to the register PATH.
On every line it says what stands in the field: as JSON, the time (seconds of the machine) and the text typed until then.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget

from radplan_desktop.app import Program, build
from radplan_desktop.guideline.model import Kind, Register, View
from radplan_desktop.host.preferences import Officer
from radplan_desktop.ui import heavy
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.special import Asking
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.table import AddRow
from radplan_desktop.ui.shell.screen import PlanScreen

EVERY = 15
"""Milliseconds between two keys."""


def opened(program: Program, file: Path, passphrase: str) -> PlanScreen:
    """Open a plan in the window, as unlocking does."""
    program.window.show()
    program.window.arrival.entered.emit(heavy.open_plan(file, passphrase, Officer("M. de Wit"), None))
    program.window.activateWindow()
    assert program.window.plan is not None
    return program.window.plan


def box_of(plan: PlanScreen, path: str, row: str) -> FieldBox:
    """Go to a field and return it."""
    register, _, column = path.rpartition(".")
    for section, outline in plan.desk.outlines.items():
        entry = outline.find(register or path)
        if entry is not None:
            inside = isinstance(entry.item, Register | View)
            place = Place(Screen.REGISTER if inside else Screen.SECTION, section, entry.id, row, column or path)
            plan.go(place)
            break
    boxes = plan.findChildren(FieldBox)
    return next(box for box in boxes if box.field.id == (column or path) and box.isVisible())


def line_in(box: FieldBox) -> QWidget:
    """Return where words are typed in a field; a reason or a note comes after its tick."""
    if box.field.kind in (Kind.YESNO, Kind.CHECKLIST):
        box.editor.findChildren(QAbstractButton)[0].click()
    QApplication.processEvents()
    kinds = (QLineEdit, QTextEdit)
    found = next(part for part in box.editor.findChildren(QWidget) if isinstance(part, kinds) and part.isEnabled())
    found.selectAll()
    return found


def line_instead(box: FieldBox, line: str) -> QWidget:
    """Ask for "n.v.t." or "later" of a field, and return where its date or reason is typed."""
    box.menu.asked.emit(Asking.NOT_APPLICABLE if line == "why" else Asking.LATER)
    return box.special.until if line == "until" else box.special.why


def adding_line(plan: PlanScreen, register: str) -> QWidget:
    """Go to a register and return the line in which a new row is named."""
    section = next(name for name, outline in plan.desk.outlines.items() if outline.find(register) is not None)
    plan.go(Place(Screen.REGISTER, section, register))
    part = next(line for line in plan.findChildren(AddRow) if line.isVisible()).editor.first_part()
    assert part is not None
    return part


def where_to_type(plan: PlanScreen, path: str, row: str, line: str) -> QWidget:
    """Return what is typed in."""
    if line == "add":
        return adding_line(plan, path)
    box = box_of(plan, path, row)
    return line_instead(box, line) if line else line_in(box)


def type_on(program: Program, text: str) -> None:
    """Type a key every few milliseconds, and tell; go on telling when all is typed."""
    handle, count = program.window.windowHandle(), 0

    def key() -> None:
        nonlocal count
        if count < len(text):
            QTest.keyClick(handle, Qt.Key(ord(text[count].upper())))
            count += 1
        sys.stdout.write(json.dumps([time.monotonic(), text[:count]]) + "\n")
        sys.stdout.flush()

    timer = QTimer(program.window, interval=EVERY)
    timer.timeout.connect(key)
    timer.start()


def main() -> None:
    file, passphrase, path, row, text, *line = sys.argv[1:]
    program = build()
    plan = opened(program, Path(file), passphrase)
    where_to_type(plan, path, row, "".join(line)).setFocus()
    QTimer.singleShot(0, program.window, lambda: type_on(program, text))
    sys.exit(program.app.exec())


if __name__ == "__main__":
    main()
