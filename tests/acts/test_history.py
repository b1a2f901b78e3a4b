from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from radplan_desktop.acts import memory
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.dossier import Dossier
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.values import Answer, Cell, NotApplicable
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener

GOAL = Cell("plan", "hoofddoel")
PRESET = "signaalstappen:collega"


def said(session: Session) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in session.history()]


def test_rows_are_called_by_their_names_also_once_they_were_deleted(session: Session) -> None:
    row = session.add_row("organisaties", {"naam": Answer("Stichting Welzijn")})
    session.delete_row(row)
    session.delete_row(PRESET)
    assert said(session) == [
        ("Stap ‘Overleg met een collega’", "verwijderd"),
        ("Organisatie ‘Stichting Welzijn’", "verwijderd"),
        ("Organisatie ‘Stichting Welzijn’", "toegevoegd"),
        ("Organisatie ‘Stichting Welzijn’ · Naam", "Stichting Welzijn"),
    ]


def test_moving_emptying_and_overruling_a_gate_are_told_in_words(session: Session) -> None:
    session.set(GOAL, Answer("doel"))
    session.set(GOAL, None)
    session.set(Cell("plan", "@gate_B"), NotApplicable("Het college wilde dit zo."))
    session.move_row(PRESET, None)
    assert said(session)[:3] == [
        ("Stap ‘Overleg met een collega’", "verplaatst"),
        ("Klaar voor het college", "toch verder: Het college wilde dit zo."),
        ("Hoofddoel", "leeggemaakt"),
    ]


def test_what_was_erased_is_said_and_not_taken_for_a_deletion(plan_file: Path) -> None:
    with Dossier.open(plan_file, PASSPHRASE) as dossier:
        row = "a" * 32
        changes = [(Cell(row, "@in"), '{"v":"subdoelen"}'), (Cell(row, "subdoel"), '{"v":"geheim"}')]
        made = dossier.append(EntryKind.EDIT, "x", "", changes)
        dossier.erase([(made.copy, made.seq, 0), (made.copy, made.seq, 1)], "x", "")
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert [text for _, text in said(session)] == ["", "(gewist)", "(gewist)"]
    session.close()


CRASH = """
import os, sys
from pathlib import Path
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.values import Answer, Cell
session = open_plan(Path(sys.argv[1]), sys.argv[2], officer=Officer("X"))
session.set(Cell("plan", "hoofddoel"), Answer("twee"))
session.history()
os._exit(7)
"""


def test_after_a_crash_a_new_copy_begins_so_that_a_backup_put_back_cannot_fork(reopen: Opener, plan_file: Path) -> None:
    reopen().set(GOAL, Answer("een"))
    reopen().close()
    assert memory.last_written(plan_file) is not None
    backup = plan_file.read_bytes()
    assert subprocess.run([sys.executable, "-c", CRASH, str(plan_file), PASSPHRASE], check=False).returncode == 7
    lost = copies_in(plan_file)
    plan_file.write_bytes(backup)
    plan_file.with_name(f"{plan_file.name}-journal").unlink(missing_ok=True)
    reopen().set(GOAL, Answer("drie"))
    reopen().close()
    assert len(lost) == 1
    assert len(copies_in(plan_file) - lost) == 1


def copies_in(path: Path) -> set[str]:
    with Dossier.open(path, PASSPHRASE) as dossier:
        return set(dossier.heads)
