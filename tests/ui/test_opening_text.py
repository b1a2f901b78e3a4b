"""A long text may begin with the draft that the forms hold for this type of intervention; undo takes it back."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.pages.questions import counted
from tests.ui.pages import PlanPage

BEGIN = "Begin met een opzet"


def offers(plan: PlanPage, label: str) -> bool:
    buttons = plan.card(label).findChildren(QAbstractButton)
    return any(button.text() == BEGIN and button.isVisible() for button in buttons)


def test_the_draft_is_one_act_to_undo_and_is_offered_again(plan: PlanPage) -> None:
    field = next(f for f in plan.session.guideline.fields.values() if f.label == "Hoofddoel")
    kind = next(iter(field.opzet))
    plan.session.set(Cell(PLAN_ROW, plan.session.guideline.role("intervention_types")), Answer([kind]))
    plan.settle()
    plan.click(BEGIN, plan.card("Hoofddoel"))
    plan.settle()
    assert "Lindeveld" in plan.probe("Hoofddoel").value
    assert plan.sees(" staat nog …", plan.card("Hoofddoel")), "the gaps of the draft are not counted"
    assert not offers(plan, "Hoofddoel")
    plan.key("Ctrl+Z")
    plan.settle()
    assert plan.probe("Hoofddoel").value == ""
    assert offers(plan, "Hoofddoel")


def test_words_and_gaps_are_counted() -> None:
    assert (counted("  "), counted("Ja"), counted("Wij doen dit")) == ("", "1 woord", "3 woorden")
    assert counted("Eind …").endswith("op 1 plek staat nog …")
    assert counted("Eind … in …").endswith("op 2 plekken staat nog …")


def test_no_draft_is_offered_over_what_was_written(plan: PlanPage) -> None:
    field = next(f for f in plan.session.guideline.fields.values() if f.label == "Hoofddoel")
    kinds = list(field.opzet)
    plan.session.set(Cell(PLAN_ROW, plan.session.guideline.role("intervention_types")), Answer(sorted(kinds)[:1]))
    plan.probe("Hoofddoel").answer("Eigen woorden")
    plan.settle()
    assert not offers(plan, "Hoofddoel")
