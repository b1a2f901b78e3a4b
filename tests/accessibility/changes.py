"""Changes that are announced, made in the window on a plan in a real file. The name of each is the name of its scene."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QTextEdit

from radplan_desktop.guideline.model import Gate
from radplan_desktop.plan.gates import override_cell
from radplan_desktop.plan.values import NotApplicable
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.pictures.studio import DIALOGUE, EMPTY_PASSPHRASE, THEATRE, Studio

SENSITIVE = "Bel voor het gesprek met 06-12345678 of mail naar j.jansen@voorbeeld.nl."


def box_of(room: Studio, field: str) -> FieldBox:
    """Return the field that is shown."""
    return room.find(FieldBox, lambda box: box.field.id == field)


def subgoals(room: Studio) -> RegisterScreen:
    """Go to the sub-goals, at the first."""
    plan = room.open_example(THEATRE)
    plan.go(Place(Screen.REGISTER, "voorbereiding", "subdoelen", plan.desk.answers.rows("subdoelen")[0]))
    return room.find(RegisterScreen)


def written(room: Studio, text: str) -> FieldBox:
    """Write something at the main goal."""
    room.open_example(DIALOGUE).go(Place(Screen.SECTION, "voorbereiding", "hoofddoel"))
    box = box_of(room, "hoofddoel")
    editor = box.findChild(QTextEdit)
    if editor is not None:
        editor.setFocus()
        editor.setPlainText(text)
    return box


def saved_by_hand(room: Studio) -> None:
    """Write a main goal, and ask to save."""
    written(room, "Iedereen in Lindeveld weet waar hij met zorgen terechtkan.")
    room.plan.actions_by_name()["save"]()
    room.until(lambda: not room.plan.desk.session.pending)


def undone(room: Studio) -> None:
    """Take the main goal back."""
    room.window.setFocus()
    room.plan.undo()


def done_again(room: Studio) -> None:
    """Write it all the same."""
    room.plan.redo()


def private_text(room: Studio) -> None:
    """Write a telephone number in the main goal, and go on."""
    room.open_example(DIALOGUE)
    room.until(lambda: room.plan.desk.standing.reviewed)
    box = written(room, SENSITIVE)
    box.editor.finished.emit()
    room.until(lambda: box.cell in room.plan.desk.standing.remarks)


def impossible_date(room: Studio) -> None:
    """Type a date that does not exist, and leave the field."""
    subgoals(room)
    box = box_of(room, "einddatum")
    line = box.findChild(QLineEdit)
    if line is not None:
        line.setFocus()
        line.setText("31-02-2027")
    box.editor.finished.emit()


def copied_row(room: Studio) -> None:
    """Copy a sub-goal."""
    subgoals(room).form.copy.click()


def removed_row(room: Studio) -> None:
    """Remove it again."""
    room.find(RegisterScreen).form.delete.click()


def long_work(room: Studio) -> None:
    """Begin work that takes long, and end it."""
    waiting = Waiting()
    waiting.setParent(room.plan)
    waiting.begin("De bladzijde wordt getekend…")
    room.until(waiting.isVisible)
    waiting.end()
    waiting.deleteLater()


def gate_reached(room: Studio) -> None:
    """Count a milestone as reached."""
    room.leave()
    room.open(room.empty, EMPTY_PASSPHRASE)
    before = room.plan.desk.standing
    room.plan.desk.session.set(override_cell(Gate.B), NotApplicable("Het college besloot al."))
    room.until(lambda: room.plan.desk.standing is not before and room.plan.desk.standing.progress.met[Gate.B])


def restored_typing(room: Studio) -> None:
    """Open a plan in which typing was not finished when the program stopped."""
    example = room.shipped[THEATRE]
    room.open_example(THEATRE).go(Place(Screen.SECTION, "voorbereiding", "vraagstuk"))
    session = room.plan.desk.session
    session.draft(box_of(room, "vraagstuk").cell, "Dit was nog niet af")
    room.until(lambda: not session.pending)
    stopped = Path(shutil.copy(room.files[THEATRE], room.files[THEATRE].with_name("Gestopt.radplan")))
    room.leave()
    room.open(stopped, example.passphrase)


CHANGES: tuple[Callable[[Studio], None], ...] = (
    saved_by_hand,
    undone,
    done_again,
    private_text,
    impossible_date,
    copied_row,
    removed_row,
    long_work,
    gate_reached,
    restored_typing,
)
