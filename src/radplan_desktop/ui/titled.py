"""New rows by their title alone: what the last line of a table and the last entry of a list of links make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from radplan_desktop.acts.session import Session
from radplan_desktop.guideline.model import Kind
from radplan_desktop.plan.content import ContentError, parse
from radplan_desktop.plan.values import Answer, Value


def add_titled(session: Session, register: str, title: str, values: Mapping[str, Value] | None = None) -> str:
    """Add a row with this title, and other values that are known, and return its id.

    Where the title is itself a link, it is linked to the row of that name, which is made when there is none.
    """
    return session.add_row(register, {**(values or {}), **_titled(session, register, title)})


def _titled(session: Session, register: str, title: str) -> dict[str, Value]:
    form = session.guideline.registers[register]
    column = form.columns[form.title]
    if column.kind is Kind.LINK:
        return {column.id: Answer(_named(session, column.target, title))}
    try:
        return {column.id: Answer(parse(column, title, session.guideline))}
    except ContentError:
        return {}


def _named(session: Session, register: str, title: str) -> str:
    wanted = title.casefold()
    answers = session.answers
    same = (row for row in answers.rows(register) if answers.title(row).casefold() == wanted)
    return next(same, "") or add_titled(session, register, title)


class RowTargets:
    """The rows of a register as the targets of a link."""

    def __init__(self, session: Session, register: str) -> None:
        self._session, self._register = session, register

    @property
    def row_name(self) -> str:
        """How one row is called."""
        return self._session.guideline.registers[self._register].row

    def options(self) -> Sequence[tuple[str, str]]:
        """Return (row id, number and title) of every row, in order."""
        answers = self._session.answers
        return [(row, named(answers.number(row), answers.title(row))) for row in answers.rows(self._register)]

    def create(self, title: str) -> str:
        """Add a row with this title and return its id."""
        return add_titled(self._session, self._register, title)


def named(number: str, title: str) -> str:
    """Return number and title; a row without a title is called by its number."""
    return title if number in ("", title) else f"{number}  {title}"
