"""How much changed since the last version."""

from __future__ import annotations

from radplan_desktop.acts.printing import documents, printed
from radplan_desktop.acts.since import changes_since
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from tests.acts.conftest import Opener


def test_a_plan_without_a_version_has_no_changes_since(reopen: Opener) -> None:
    session = reopen()
    session.set(Cell(PLAN_ROW, session.guideline.role("plan_name")), Answer("Een naam"))
    assert changes_since(session, session.answers.plan) == 0


def test_an_answer_counts_once_and_a_row_counts_once(reopen: Opener) -> None:
    session = reopen()
    name = Cell(PLAN_ROW, session.guideline.role("plan_name"))
    session.version("1.0", "eerste")
    assert changes_since(session, session.answers.plan) == 0
    for text in ("Een naam", "Een andere naam"):
        session.set(name, Answer(text))
    register = session.guideline.registers["subdoelen"]
    row = session.add_row(register.id, {register.title: Answer("Ouders weten de weg")})
    assert changes_since(session, session.answers.plan) == 2
    session.set(name, None)
    session.delete_row(row)
    assert changes_since(session, session.answers.plan) == 0


def test_a_print_says_from_which_version_it_differs_and_how_much(reopen: Opener) -> None:
    session = reopen()
    session.version("1.0", "eerste")
    document = documents(session.guideline)[0].id
    assert (printed(session, document).version, printed(session, document).changes) == ("1.0", 0)
    session.set(Cell(PLAN_ROW, session.guideline.role("plan_name")), Answer("Een naam"))
    assert (printed(session, document).version, printed(session, document).changes) == ("1.0", 1)
