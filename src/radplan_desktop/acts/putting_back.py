"""Putting one earlier answer back: from a line of the history to an act of now, or one Dutch sentence why that cannot be."""

from __future__ import annotations

from radplan_desktop.acts import edits
from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.acts.refusals import NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.plan import NULL
from radplan_desktop.plan.progress import OVERRIDE
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, Answer, Cell, Value, decode

NO_ANSWER = "Hier is geen antwoord om terug te zetten."
MOVED = "Een volgorde zet u terug in het register zelf."
ERASED = "Dit antwoord is gewist. Het is niet terug te zetten."
UNREADABLE = "Dit antwoord is niet te lezen. Het is niet terug te zetten."
ROW_STANDS = "Deze rij staat in het plan."
ROW_GONE = "Deze rij is verwijderd. Zet eerst de rij terug, met de regel waarop zij is verwijderd."
UNASKED = "Deze vraag wordt niet meer gesteld."
STANDS = "Dit antwoord staat nu in het plan."


def put_back(session: Session, line: HistoryLine) -> Cell:
    """Put back what a line of the history says, as one new act that undo reverses; return the cell.

    Raises NotFound and ContentError as ``earlier`` does, NotNow when the plan can only be read.
    """
    cell, value = earlier(session.answers, line)
    session.change(f"{line.label} teruggezet", [(cell, value)])
    return cell


def earlier(answers: Answers, line: HistoryLine) -> tuple[Cell, Value]:
    """Return the change that puts back what a line says: its answer; of a row that was deleted, the row.

    Raises NotFound where there is nothing to put back, ContentError where it fits no longer. Both say so in Dutch.
    """
    if not line.row:
        raise NotFound(NO_ANSWER)
    if line.field == ORDER:
        raise NotFound(MOVED)
    cell = Cell(line.row, line.field)
    value = _row(answers, line) if line.field == IN else _answer(answers, line)
    edits.vetted(answers, [(cell, value)])
    return cell, value


def _row(answers: Answers, line: HistoryLine) -> Value:
    if answers.exists(line.row):
        raise NotFound(ROW_STANDS)
    if line.register not in answers.guideline.registers:
        raise NotFound(UNASKED)
    return Answer(line.register)


def _answer(answers: Answers, line: HistoryLine) -> Value:
    if line.value is None:
        raise NotFound(ERASED)
    if line.row != PLAN_ROW and not answers.exists(line.row):
        raise NotFound(ROW_GONE)
    if not _asked(answers, line):
        raise NotFound(UNASKED)
    if answers.plan.text(line.row, line.field) == line.value:
        raise NotFound(STANDS)
    try:
        return decode(line.value) if line.value != NULL else None
    except ValueError:
        raise NotFound(UNREADABLE) from None


def _asked(answers: Answers, line: HistoryLine) -> bool:
    """Whether the forms still know the question, the register as a whole, or the milestone."""
    if line.row == PLAN_ROW and (line.field in answers.guideline.registers or line.field.startswith(OVERRIDE)):
        return True
    try:
        return bool(answers.field(line.row, line.field))
    except KeyError:
        return False
