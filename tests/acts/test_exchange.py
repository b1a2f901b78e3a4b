from __future__ import annotations

import json
from pathlib import Path

import pytest

from radplan_desktop.acts.exchange import exported, imported
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.refusals import CannotOpen
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell, NotApplicable
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener

GOAL = Cell("plan", "hoofddoel")
FIRST, SECOND = "signaalstappen:acuut_gevaar", "signaalstappen:beschrijven"


def filled(session: Session) -> Session:
    """Answer a bit of everything: text, rows between presets, a deleted row and preset, a typing."""
    session.set(GOAL, Answer("Elkaar kennen"))
    session.set(Cell("plan", "subdoelen"), NotApplicable("nog niet"))
    for name in ("een", "twee"):
        session.add_row("subdoelen", {"subdoel": Answer(name)})
    session.move_row(session.answers.rows("subdoelen")[1], None)
    session.add_row("signaalstappen", {"stap": Answer("ertussen")}, after=FIRST)
    session.delete_row(SECOND)
    session.delete_row(session.add_row("subdoelen", {"subdoel": Answer("weg")}))
    session.draft(Cell("plan", "naam"), "Half")
    return session


def test_reading_in_your_own_export_changes_nothing(session: Session) -> None:
    text = exported(filled(session))
    session.settle()
    acts = len(session.history())
    assert imported(session, text) == 0
    assert (len(session.history()), exported(session)) == (acts, text)


def test_what_shows_is_what_is_in_the_file(reopen: Opener) -> None:
    session = filled(reopen())
    shown = session.plan
    session.undo()
    session.undo()
    session.redo()
    session.redo()
    assert session.plan == shown
    again = reopen().plan
    assert (dict(again.cells), again.rows) == (dict(shown.cells), shown.rows)


def test_an_empty_plan_becomes_equal_and_undo_makes_it_empty_again(
    session: Session, empty_plan: Path, tmp_path: Path
) -> None:
    text = exported(filled(session))
    copy = tmp_path / "Kopie.radplan"
    copy.write_bytes(empty_plan.read_bytes())
    other = open_plan(copy, PASSPHRASE, officer=OFFICER)
    before = exported(other)
    assert imported(other, text) > 0
    assert json.loads(exported(other))["cells"] == json.loads(text)["cells"]
    for register in ("subdoelen", "signaalstappen"):
        assert other.answers.rows(register) == session.answers.rows(register)
    other.undo()
    assert exported(other) == before
    imported(other, text)
    imported(other, before)
    assert exported(other) == before
    other.close()


def test_rows_that_go_come_back_whole(session: Session) -> None:
    before = exported(session)
    row = session.add_row("subdoelen", {"subdoel": Answer("een")})
    imported(session, before)
    assert session.answers.rows("subdoelen") == ()
    session.undo()
    assert session.answers.text(row, "subdoel") == "een"


def test_answers_to_questions_and_registers_that_are_not_known_are_kept(session: Session) -> None:
    form = json.loads(exported(session))
    form["registers"]["vroeger"] = ["a" * 32]
    form["cells"] += [["a" * 32, "kolom", {"v": "oud"}], ["plan", "weg", {"v": ["x"]}], ["b" * 32, "los", {"v": "y"}]]
    assert imported(session, json.dumps(form)) == 5
    again = json.loads(exported(session))
    assert again["registers"]["vroeger"] == ["a" * 32]
    assert ["plan", "weg", {"v": ["x"]}] in again["cells"]
    assert session.problems() == ()


@pytest.mark.parametrize(
    "cell",
    [
        ["plan", "weg", {"v": 1.5}],
        ["plan", "weg", {"v": float("nan")}],
        ["plan", "weg", {"x": 1}],
        ["plan", "weg", "tekst"],
        ["plan", "", {"v": "x"}],
        ["a" * 32, "@in", {"v": 5}],
        ["a" * 32, "@order", {"v": "Z"}],
        ["plan", "looptijd_start", {"v": "2027-02-30"}],
        ["plan", "hoofddoel", {"na": 5}],
    ],
)
def test_one_cell_that_is_none_stops_all_of_it(session: Session, cell: list[object]) -> None:
    form = json.loads(exported(session))
    form["cells"] += [["plan", "hoofddoel", {"v": "doel"}], cell]
    with pytest.raises(CannotOpen, match="niets ingelezen"):
        imported(session, json.dumps(form))
    assert session.answers.value(*GOAL) is None
