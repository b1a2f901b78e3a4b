from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.putting_back import ROW_GONE, ROW_STANDS, STANDS, earlier, put_back
from radplan_desktop.acts.refusals import NotFound, NotNow
from radplan_desktop.acts.session import Session
from radplan_desktop.dossier import Dossier
from radplan_desktop.guideline import Kind
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.values import IN, ORDER, Answer, Cell, NotApplicable, Parked, Value
from tests.acts.conftest import OFFICER, PASSPHRASE

GOAL = Cell("plan", "hoofddoel")
PRESET = "signaalstappen:collega"


def line_of(session: Session, cell: tuple[str, str], wanted: Callable[[HistoryLine], bool] = bool) -> HistoryLine:
    """The newest line about a cell that is wanted."""
    return next(line for line in session.history() if (line.row, line.field) == cell and wanted(line))


@pytest.mark.parametrize(
    "value", [Answer("eerst"), NotApplicable("het speelt hier niet"), Parked("2027-03-01", "raad")]
)
def test_an_earlier_answer_of_any_kind_comes_back_and_undo_reverses_that(session: Session, value: Value) -> None:
    session.set(GOAL, value)
    session.set(GOAL, Answer("later"))
    old = session.history()[1]
    assert put_back(session, old) == GOAL
    assert session.answers.value(*GOAL) == value
    assert session.undo_title == "Hoofddoel teruggezet"
    session.undo()
    assert session.answers.value(*GOAL) == Answer("later")


def test_it_is_a_new_act_and_the_history_keeps_all_that_was_there(session: Session) -> None:
    for text in ("een", "twee"):
        session.set(GOAL, Answer(text))
    put_back(session, session.history()[1])
    assert [line.text for line in session.history()] == ["een", "twee", "een"]


def test_an_answer_that_was_emptied_can_be_emptied_again(session: Session) -> None:
    for value in (Answer("een"), None, Answer("twee")):
        session.set(GOAL, value)
    put_back(session, session.history()[1])
    assert session.answers.value(*GOAL) is None


@pytest.mark.parametrize("preset", [False, True])
def test_a_row_that_was_deleted_comes_back_with_its_answers(session: Session, *, preset: bool) -> None:
    row = PRESET if preset else session.add_row("subdoelen", {"subdoel": Answer("Ouders weten de weg")})
    before = session.answers.title(row)
    session.delete_row(row)
    gone = line_of(session, (row, IN))
    assert (gone.text, gone.register) == ("verwijderd", "signaalstappen" if preset else "subdoelen")
    put_back(session, gone)
    assert session.answers.title(row) == before
    session.undo()
    assert not session.answers.exists(row)


def test_what_stands_there_is_not_put_back_again(session: Session) -> None:
    row = session.add_row("subdoelen", {"subdoel": Answer("doel")})
    for field, why in (("subdoel", STANDS), (IN, ROW_STANDS)):
        with pytest.raises(NotFound, match=why):
            earlier(session.answers, line_of(session, (row, field)))


def test_an_answer_of_a_deleted_row_waits_for_the_row(session: Session) -> None:
    row = session.add_row("subdoelen", {"subdoel": Answer("doel")})
    session.delete_row(row)
    with pytest.raises(NotFound, match=ROW_GONE[:20]):
        earlier(session.answers, line_of(session, (row, "subdoel")))


def test_a_link_to_a_row_that_is_gone_is_refused_in_words(session: Session) -> None:
    party = session.add_row("organisaties", {"naam": Answer("Welzijn")})
    registers = [register for register in session.guideline.registers.values() if not register.fixed]
    columns = [column for register in registers for column in register.columns.values()]
    column = next(one for one in columns if one.kind is Kind.LINK and one.target == "organisaties")
    row = session.add_row(column.register, {column.id: Answer(party)})
    session.set(Cell(row, column.id), None)
    session.delete_row(party)
    with pytest.raises(ContentError, match="een rij die er niet is"):
        earlier(session.answers, line_of(session, (row, column.id), lambda line: line.text != "leeggemaakt"))


def test_what_was_erased_moved_made_or_is_asked_no_more_is_refused(plan_file: Path) -> None:
    with Dossier.open(plan_file, PASSPHRASE) as dossier:
        made = dossier.append(EntryKind.EDIT, "x", "", [(GOAL, '{"v":"geheim"}'), (Cell("plan", "weg"), '{"v":"?"}')])
        dossier.erase([(made.copy, made.seq, 0)], "x", "")
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    session.move_row(PRESET, None)
    session.version("1.0", "eerste")
    refused = {}
    for line in session.history():
        with pytest.raises(NotFound) as why:
            earlier(session.answers, line)
        refused[line.field] = str(why.value).split()[0:3]
    assert set(refused) == {"", ORDER, "weg", "hoofddoel"}
    assert len({tuple(words) for words in refused.values()}) == 4
    session.close()


def test_a_plan_that_can_only_be_read_stays_as_it_is(session: Session, plan_file: Path) -> None:
    session.set(GOAL, Answer("een"))
    session.set(GOAL, Answer("twee"))
    old = session.history()[1]
    session.close()
    reader = open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True)
    with pytest.raises(NotNow):
        put_back(reader, old)
    reader.close()
