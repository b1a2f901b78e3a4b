"""What was typed and is no answer: it is in the file, it is no part of the plan, and it goes when there is an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell, NotApplicable, Parked, Value
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener

DAY, NUMBER = Cell("plan", "besluitdatum"), Cell("plan", "groepsgrootte_max")


def test_it_is_no_part_of_the_plan(session: Session) -> None:
    before = dict(session.plan.cells), session.fingerprint
    session.begin(DAY, "12-0")
    assert session.begun(DAY) == "12-0"
    assert session.begun_cells == (DAY,)
    assert (dict(session.plan.cells), session.fingerprint) == before
    assert not session.can_undo
    assert not session.has_draft(DAY)


def test_it_comes_back_after_closing_and_is_no_change_in_the_history(reopen: Opener) -> None:
    session = reopen()
    session.set(DAY, Answer("2026-11-12"))
    lines = session.history()
    session.begin(DAY, "12-0")
    session = reopen()
    assert session.begun(DAY) == "12-0"
    assert session.answers.content(*DAY) == "2026-11-12"
    assert len(session.history()) == len(lines)
    assert not session.restored


def test_it_comes_back_when_the_program_stopped_in_the_middle(plan_file: Path, reopen: Opener) -> None:
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    session.begin(NUMBER, "veel")
    session.problems()  # waits for the file
    session.close(abandon=True)
    assert reopen().begun(NUMBER) == "veel"


def test_the_beginning_of_it_that_was_an_answer_does_not_stay_as_one(reopen: Opener) -> None:
    session = reopen()
    session.set(NUMBER, Answer("17"))
    session.draft(NUMBER, "2")
    session.begin(NUMBER, "2 of 3")
    assert session.answers.content(*NUMBER) == "17"
    session = reopen()
    assert (session.answers.content(*NUMBER), session.begun(NUMBER)) == ("17", "2 of 3")
    assert session.history()[0].text == "17 personen"


@pytest.mark.parametrize("value", [Answer("17"), NotApplicable("regelt de regio"), None])
def test_an_answer_and_emptying_it_end_it(reopen: Opener, value: Value) -> None:
    session = reopen()
    session.begin(NUMBER, "veel")
    session.set(NUMBER, value)
    assert session.begun(NUMBER) == ""
    assert reopen().begun_cells == ()


def test_typing_on_to_an_answer_ends_it_and_taking_the_text_away_too(reopen: Opener) -> None:
    session = reopen()
    session.begin(NUMBER, "1 z")
    session.draft(NUMBER, "17")
    session.begin(DAY, "12-0")
    session.begin(DAY, " ")
    assert session.begun_cells == ()
    session = reopen()
    assert session.begun_cells == ()
    assert session.answers.content(*NUMBER) == "17"


def test_undo_of_an_answer_ends_what_was_typed_over_it(session: Session) -> None:
    session.set(NUMBER, Answer("17"))
    session.begin(NUMBER, "veel")
    session.undo()
    assert session.begun_cells == ()
    assert session.answers.content(*NUMBER) == session.answers.field(*NUMBER).default


def test_it_waits_while_its_row_is_deleted(reopen: Opener) -> None:
    session = reopen()
    row = session.add_row("begroting")
    cell = Cell(row, "bedrag")
    session.begin(cell, "veel")
    session.delete_row(row)
    assert not session.begun_cells
    session.undo()
    assert session.begun_cells == (cell,)


def test_a_version_leaves_it_out(reopen: Opener) -> None:
    session = reopen()
    session.begin(DAY, "12-0")
    version = session.version("1.0", "vastgesteld")
    assert version.fingerprint == session.fingerprint
    assert session.begun(DAY) == "12-0"


def test_a_plan_that_is_only_read_keeps_nothing(session: Session, plan_file: Path) -> None:
    session.close()
    reading = open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True)
    reading.begin(DAY, "12-0")
    assert reading.begun(DAY) == ""
    reading.close()


def test_in_a_line_that_was_not_added_it_is_kept_with_the_line(reopen: Opener) -> None:
    session = reopen()
    cell = Cell("line/uitvoering", "gehouden")
    session.begin(cell, "dri")
    session = reopen()
    assert (session.begun(cell), session.begun_lines, session.begun_cells) == ("dri", ("uitvoering",), ())
    session.add_line("uitvoering", {"gehouden": Answer("3")})
    assert reopen().begun_lines == ()


@pytest.mark.parametrize("typed", [NotApplicable("dat doet de reg"), Parked("12-0", "wacht"), Parked("", "wacht op")])
def test_half_a_special_answer_is_kept_beside_the_plan(reopen: Opener, typed: Value) -> None:
    session = reopen()
    lines, before = session.history(), session.fingerprint
    session.begin_instead(DAY, typed)
    assert (session.begun_cells, session.fingerprint, session.begun(DAY)) == ((DAY,), before, "")
    session = reopen()
    assert session.instead(DAY) == typed
    assert (session.begun_cells, session.answers.value(*DAY)) == ((DAY,), None)
    assert session.history() == lines
    assert not session.restored


@pytest.mark.parametrize("value", [Answer("2026-11-12"), NotApplicable("regelt de regio"), Parked("2027-01-01"), None])
def test_an_answer_ends_it_together_with_what_was_typed_in_the_editor(reopen: Opener, value: Value) -> None:
    session = reopen()
    session.begin(DAY, "12-0")
    session.begin_instead(DAY, NotApplicable("regelt"))
    session.set(DAY, value)
    assert (session.begun_cells, session.instead(DAY)) == ((), None)
    assert reopen().begun_cells == ()


def test_a_draft_of_an_answer_ends_it_and_forgetting_it_too(reopen: Opener) -> None:
    session = reopen()
    session.begin_instead(NUMBER, Parked("", "wacht"))
    session.draft(NUMBER, "17")
    session.begin_instead(DAY, Parked("1", ""))
    session.begin_instead(DAY, None)
    assert session.begun_cells == ()
    assert reopen().begun_cells == ()


def test_of_a_register_as_a_whole_it_is_kept_too(reopen: Opener) -> None:
    session = reopen()
    cell = Cell("plan", next(one.id for one in session.guideline.registers.values() if one.na))
    session.begin_instead(cell, NotApplicable("geen gel"))
    session = reopen()
    assert (session.begun_cells, session.instead(cell)) == ((cell,), NotApplicable("geen gel"))
    session.set(cell, NotApplicable("geen geld"))
    assert reopen().begun_cells == ()
