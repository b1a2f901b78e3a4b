"""A line that was typed in and not added: it is in the file, it is no part of the plan, and it comes back."""

from __future__ import annotations

from pathlib import Path

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener

REGISTER, COLUMN, NUMBER = "uitvoering", "wat_anders", "gehouden"


def test_a_line_is_no_part_of_the_plan(session: Session) -> None:
    before = dict(session.plan.cells)
    session.draft_line(REGISTER, COLUMN, "Online, want het buurthuis was dicht")
    assert session.line(REGISTER) == {COLUMN: "Online, want het buurthuis was dicht"}
    assert session.begun_lines == (REGISTER,)
    assert (dict(session.plan.cells), session.answers.rows(REGISTER)) == (before, ())
    assert not session.can_undo


def test_a_line_comes_back_after_closing_and_is_no_change_in_the_history(reopen: Opener) -> None:
    session = reopen()
    lines = session.history()
    session.draft_line(REGISTER, COLUMN, "Half een z")
    session.draft_line(REGISTER, NUMBER, "3")
    session = reopen()
    assert session.line(REGISTER) == {COLUMN: "Half een z", NUMBER: "3"}
    assert len(session.history()) == len(lines)
    assert not session.restored


def test_a_line_comes_back_when_the_program_stopped_in_the_middle(plan_file: Path, reopen: Opener) -> None:
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    session.draft_line(REGISTER, COLUMN, "Half een z")
    session.problems()  # waits for the file
    session.close(abandon=True)
    assert reopen().line(REGISTER) == {COLUMN: "Half een z"}


def test_what_is_emptied_is_forgotten(reopen: Opener) -> None:
    session = reopen()
    session.draft_line(REGISTER, COLUMN, "Half een z")
    session.draft_line(REGISTER, COLUMN, "")
    session.draft_line(REGISTER, NUMBER, None)
    assert session.line(REGISTER) == {}
    assert reopen().line(REGISTER) == {}


def test_an_added_line_is_a_row_and_nothing_is_kept_of_it(reopen: Opener) -> None:
    session = reopen()
    session.draft_line(REGISTER, NUMBER, "3")
    row = session.add_line(REGISTER, {NUMBER: Answer("3")})
    session = reopen()
    assert session.answers.content(row, NUMBER) == "3"
    assert session.line(REGISTER) == {}


def test_a_plan_that_is_only_read_keeps_no_line(session: Session, plan_file: Path) -> None:
    session.close()
    reading = open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True)
    reading.draft_line(REGISTER, COLUMN, "Half een z")
    assert reading.line(REGISTER) == {}
    reading.close()
