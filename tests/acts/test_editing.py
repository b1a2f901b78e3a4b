"""Edits on a real file that once went wrong: presets, drafts, undo, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.acts.events import PlanChanged, Restored, SessionEvent
from radplan_desktop.acts.opening import create_plan, open_plan
from radplan_desktop.acts.refusals import CannotSave, NotFound, NotNow
from radplan_desktop.acts.session import Session
from radplan_desktop.dossier import Dossier
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.values import Answer, Cell, NotApplicable
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener

GOAL = Cell("plan", "hoofddoel")
START = Cell("plan", "looptijd_start")
PRESET = "signaalstappen:collega"
STEP = Cell(PRESET, "stap")


def test_a_preset_row_is_deleted_and_undo_brings_it_back_in_its_place(reopen: Opener) -> None:
    session = reopen()
    before, code = session.answers.rows("signaalstappen"), session.fingerprint
    session.delete_row(PRESET)
    assert PRESET not in session.answers.rows("signaalstappen")
    assert PRESET not in reopen().answers.rows("signaalstappen")
    session = reopen()
    session.delete_row(before[0])
    session.undo()
    assert session.answers.rows("signaalstappen") == tuple(row for row in before if row != PRESET)
    session.set(Cell(PRESET, "@in"), Answer("signaalstappen"))
    assert reopen().fingerprint == code


def test_a_text_that_the_forms_filled_in_can_be_emptied_while_typing_too(reopen: Opener) -> None:
    session = reopen()
    filled = session.answers.text(*STEP)
    session.draft(STEP, "")
    assert session.answers.text(*STEP) == ""
    session.settle()
    assert reopen().answers.value(*STEP) is None
    session = reopen()
    session.set(STEP, Answer("Overleg"))
    session.set(STEP, None)
    session.undo()
    session.undo()
    assert session.answers.text(*STEP) == ""
    assert filled


def test_undo_puts_back_what_the_forms_filled_in(session: Session) -> None:
    filled = session.answers.text(*STEP)
    session.set(STEP, None)
    session.undo()
    assert session.answers.text(*STEP) == filled


def test_half_a_date_is_no_error_and_no_answer(session: Session) -> None:
    assert not session.draft(START, "12-1")
    assert session.answers.value(*START) is None
    assert session.draft(START, "12-1-2027")
    assert not session.draft(START, "12-1-2027x")
    session.settle()
    assert session.answers.text(*START) == "12-01-2027"


def test_typing_can_be_undone_before_the_field_is_left_and_ends_what_can_be_redone(session: Session) -> None:
    session.set(GOAL, Answer("een"))
    session.undo()
    assert session.can_redo
    session.draft(GOAL, "twee")
    assert (session.can_undo, session.can_redo, session.undo_title) == (True, False, "Hoofddoel")
    assert session.redo() is None
    assert session.answers.text(*GOAL) == "twee"
    session.undo()
    assert session.answers.value(*GOAL) is None
    assert not session.can_undo


def test_what_was_typed_before_saying_not_applicable_comes_back_with_undo(session: Session) -> None:
    session.draft(GOAL, "bijna af")
    session.set(GOAL, NotApplicable("toch niet"))
    session.undo()
    assert session.answers.text(*GOAL) == "bijna af"


def test_typing_that_ends_where_it_began_is_no_act(session: Session) -> None:
    session.set(GOAL, Answer("een"))
    session.draft(GOAL, "een twee")
    session.draft(GOAL, "een")
    session.settle()
    assert len(session.history()) == 1
    assert not session.has_draft(GOAL)


def test_a_read_only_plan_refuses_in_dutch_before_anything_shows(reopen: Opener, plan_file: Path) -> None:
    reopen().set(GOAL, Answer("doel"))
    reopen().close()
    reader = open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True)
    for refused in (
        lambda: reader.set(GOAL, Answer("ander")),
        lambda: reader.add_row("subdoelen"),
        lambda: reader.copy_row(PRESET),
        lambda: reader.move_row(PRESET, None),
        lambda: reader.delete_row(PRESET),
        lambda: reader.version("1.0", "x"),
        lambda: reader.apply("x", []),
    ):
        with pytest.raises(NotNow, match="alleen te lezen"):
            refused()
    assert not reader.draft(GOAL, "ander")
    reader.settle()
    assert (reader.undo(), reader.can_undo, reader.answers.text(*GOAL)) == (None, False, "doel")
    reader.close()


def test_rows_that_are_not_there_are_refused_by_every_act(session: Session) -> None:
    gone = session.add_row("subdoelen")
    session.delete_row(gone)
    other = session.add_row("organisaties")
    for refused in (
        lambda: session.set(Cell(gone, "subdoel"), Answer("x")),
        lambda: session.copy_row(gone),
        lambda: session.move_row(gone, None),
        lambda: session.delete_row(gone),
        lambda: session.add_row("subdoelen", after=gone),
        lambda: session.add_row("subdoelen", after=other),
        lambda: session.add_row("subdoelen", {"bestaat_niet": Answer("x")}),
        lambda: session.move_row(other, PRESET),
    ):
        with pytest.raises(NotFound):
            refused()
    assert session.answers.rows("subdoelen") == ()


def test_typing_in_a_row_that_was_deleted_meanwhile_raises_nothing(session: Session) -> None:
    row = session.add_row("subdoelen")
    session.draft(Cell(row, "subdoel"), "half")
    session.delete_row(row)
    assert not session.draft(Cell(row, "subdoel"), "half af")
    session.undo()
    assert session.answers.text(row, "subdoel") == "half"


def test_drafts_that_no_longer_have_a_place_are_kept_in_the_history(plan_file: Path) -> None:
    with Dossier.open(plan_file, PASSPHRASE) as dossier:
        dossier.put_draft(Cell("d" * 32, "subdoel"), '{"v":"verdwaald"}')
        dossier.put_draft(GOAL, '{"v":"doel"}')
        dossier.put_draft(START, "5")
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    session.settle()
    assert {line.text for line in session.history()} == {"doel", "verdwaald"}
    session.close()


def test_a_new_plan_with_an_answer_that_does_not_fit_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        create_plan(tmp_path / "Nieuw.radplan", PASSPHRASE, officer=OFFICER, answers=[(START, Answer("morgen"))])
    assert not list(tmp_path.iterdir())


def test_the_first_answers_of_a_new_plan_are_not_undone(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "Nieuw.radplan", PASSPHRASE, officer=OFFICER, answers=[(GOAL, Answer("doel"))])
    assert not session.can_undo
    assert session.undo() is None
    assert session.answers.text(*GOAL) == "doel"
    session.close()
    with pytest.raises(CannotSave, match="gesloten"):
        session.set(GOAL, Answer("te laat"))
    assert session.answers.text(*GOAL) == "doel"


def test_restored_typing_is_told_to_whoever_comes_as_long_as_it_stands(plan_file: Path) -> None:
    with Dossier.open(plan_file, PASSPHRASE) as dossier:
        dossier.append(EntryKind.EDIT, "x", "", [(START, '{"v":"2027-01-01"}')])
        dossier.put_draft(GOAL, '{"v":"half"}')
        dossier.put_draft(START, '{"v":"2027-01-01"}')
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    early: list[SessionEvent] = []
    late: list[SessionEvent] = []
    last: list[SessionEvent] = []
    leave = session.subscribe(early.append)
    session.settle()
    session.subscribe(late.append)
    leave()
    leave()
    session.set(GOAL, Answer("heel"))
    session.subscribe(last.append)
    assert early[0] == late[0] == Restored(frozenset({GOAL}))
    assert PlanChanged(frozenset({GOAL})) in late
    assert Restored(frozenset({GOAL})) not in last
    session.close()
