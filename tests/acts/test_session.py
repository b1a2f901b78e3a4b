from __future__ import annotations

import threading
from pathlib import Path

import pytest

from radplan_desktop.acts.events import PlanChanged, Restored, Saved, SaveFailed, SessionEvent
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.refusals import CannotOpen, CannotSave, NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Answer, Cell, NotApplicable, Parked, Value
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener
from tests.machine import full_disk

GOAL = Cell("plan", "hoofddoel")


@pytest.mark.parametrize(
    "value",
    [
        Answer("Iedereen kent elkaar."),
        NotApplicable("Dat volgt uit het beleid."),
        Parked("2027-01-01", "na het gesprek"),
    ],
)
def test_an_answer_is_there_at_once_and_again_after_reopening(reopen: Opener, value: Value) -> None:
    session = reopen()
    session.set(GOAL, value)
    assert session.answers.value(*GOAL) == value
    assert reopen().answers.value(*GOAL) == value


def test_an_answer_that_does_not_fit_is_refused_and_nothing_changes(session: Session) -> None:
    with pytest.raises(ContentError, match="geen bestaande datum"):
        session.change("twee", [(GOAL, Answer("x")), (Cell("plan", "looptijd_start"), Answer("morgen"))])
    assert session.answers.value(*GOAL) is None
    assert not session.can_undo


def test_undo_and_redo_go_act_by_act_over_pages(session: Session) -> None:
    session.set(GOAL, Answer("een"))
    session.set(Cell("plan", "naam"), Answer("Plan"))
    session.set(GOAL, Answer("twee"))
    session.undo()
    assert session.answers.text(*GOAL) == "een"
    session.undo()
    assert session.answers.text("plan", "naam") == ""
    session.redo()
    session.redo()
    assert session.answers.text(*GOAL) == "twee"
    assert session.redo() is None


def test_a_deleted_row_comes_back_whole(session: Session) -> None:
    row = session.add_row("subdoelen", {"subdoel": Answer("Ouders weten de weg")})
    session.delete_row(row)
    assert session.answers.rows("subdoelen") == ()
    session.undo()
    assert [session.answers.title(r) for r in session.answers.rows("subdoelen")] == ["Ouders weten de weg"]


def test_rows_keep_the_order_they_are_given(reopen: Opener) -> None:
    session = reopen()
    first, second = (session.add_row("subdoelen", {"subdoel": Answer(name)}) for name in ("een", "twee"))
    between = session.add_row("subdoelen", {"subdoel": Answer("anderhalf")}, after=first)
    assert session.answers.rows("subdoelen") == (first, between, second)
    session.move_row(second, None)
    copy = session.copy_row(second)
    assert reopen().answers.rows("subdoelen") == (second, copy, first, between)
    assert reopen().answers.number(first) == "S3"


def test_a_row_of_an_unknown_register_is_refused_by_name(session: Session) -> None:
    with pytest.raises(NotFound, match="deelnemers"):
        session.add_row("deelnemers")


def test_typing_is_kept_as_a_draft_and_comes_back_as_restored_after_a_crash(plan_file: Path) -> None:
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    session.draft(GOAL, "Halverwege een zin")
    assert session.history() == ()  # read after the draft was written
    session.close(abandon=True)
    events: list[SessionEvent] = []
    again = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    again.subscribe(events.append)
    assert again.answers.text(*GOAL) == "Halverwege een zin"
    assert events == [Restored(frozenset({GOAL}))]
    again.close()


def test_leaving_a_field_turns_its_draft_into_one_change(session: Session) -> None:
    for text in ("E", "Ee", "Een doel"):
        session.draft(GOAL, text)
    session.settle(GOAL)
    assert [line.text for line in session.history() if line.field == "hoofddoel"] == ["Een doel"]
    assert not session.has_draft(GOAL)
    session.undo()
    assert session.answers.value(*GOAL) is None


def test_listeners_hear_what_changed_and_when_it_is_saved(session: Session) -> None:
    saved = threading.Event()
    heard: list[SessionEvent] = []

    def listen(event: SessionEvent) -> None:
        heard.append(event)
        if isinstance(event, Saved):
            saved.set()

    session.subscribe(listen)
    session.set(GOAL, Answer("doel"))
    assert saved.wait(10)
    assert PlanChanged(frozenset({GOAL})) in heard
    assert session.saved_at is not None


def test_a_version_names_the_plan_and_ends_the_undo_stack(reopen: Opener) -> None:
    session = reopen()
    session.draft(GOAL, "doel")
    made = session.version("0.1", "Eerste opzet")
    assert made.fingerprint == session.fingerprint
    assert not session.can_undo
    session.set(GOAL, Answer("ander doel"))
    assert [version.label for version in reopen().versions] == ["0.1"]
    assert reopen().fingerprint != made.fingerprint


def test_the_file_is_sound_after_a_sitting(reopen: Opener) -> None:
    session = reopen()
    session.set(GOAL, Answer("doel"))
    session.delete_row(session.add_row("subdoelen"))
    session.undo()
    session.version("0.1", "Eerste opzet")
    assert reopen().problems() == ()


def test_a_second_opener_hears_who_has_the_plan(session: Session, plan_file: Path) -> None:
    with pytest.raises(CannotOpen, match=r"M\. de Wit"):
        open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert session.answers.value(*GOAL) is None


def test_the_wrong_passphrase_is_refused_in_a_sentence_and_leaves_no_lock_behind(plan_file: Path) -> None:
    with pytest.raises(CannotOpen, match="wachtwoord"):
        open_plan(plan_file, "niet dit wachtwoord", officer=OFFICER)
    open_plan(plan_file, PASSPHRASE, officer=OFFICER).close()
    assert [path.name for path in plan_file.parent.iterdir()] == [plan_file.name]


def test_on_a_full_disk_nothing_is_lost_and_closing_waits(reopen: Opener, plan_file: Path) -> None:
    session = reopen()
    failed, saved = threading.Event(), threading.Event()
    session.subscribe(lambda event: failed.set() if isinstance(event, SaveFailed) else None)
    session.subscribe(lambda event: saved.set() if isinstance(event, Saved) else None)
    with full_disk(plan_file.stat().st_size // 2):
        session.set(GOAL, Answer("doel " * 20_000))
        assert failed.wait(10)
        assert session.pending
        with pytest.raises(CannotSave):
            session.close()
        assert session.answers.text(*GOAL).startswith("doel")
    session.try_again()
    assert saved.wait(10)
    assert reopen().answers.text(*GOAL).startswith("doel")
