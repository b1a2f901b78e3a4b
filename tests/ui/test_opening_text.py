"""A long text may begin with the draft that the forms hold for this type of intervention; undo takes it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.pages.questions import counted
from tests.ui.pages import PlanPage
from tests.ui.probes import LongTextProbe

BEGIN = "Begin met een opzet"


def offers(plan: PlanPage, label: str) -> bool:
    buttons = plan.card(label).findChildren(QAbstractButton)
    return any(button.text() == BEGIN and button.isVisible() for button in buttons)


def paste(plan: PlanPage, text: str) -> LongTextProbe:
    """Paste a text over the main goal: QTest knows no key for the mark of a gap."""
    probe = plan.probe("Hoofddoel")
    assert isinstance(probe, LongTextProbe)
    probe.text.setFocus()
    probe.text.selectAll()
    probe.text.insertPlainText(text)
    return probe


def test_the_draft_is_one_act_to_undo_and_is_offered_again(plan: PlanPage) -> None:
    field = next(f for f in plan.session.guideline.fields.values() if f.label == "Hoofddoel")
    kind = next(iter(field.opzet))
    plan.session.set(Cell(PLAN_ROW, plan.session.guideline.role("intervention_types")), Answer([kind]))
    plan.settle()
    plan.click(BEGIN, plan.card("Hoofddoel"))
    plan.settle()
    assert "Lindeveld" in plan.probe("Hoofddoel").value
    assert plan.sees("Nog 1 plek met … in te vullen.", plan.card("Hoofddoel"))
    assert not offers(plan, "Hoofddoel")
    plan.key("Ctrl+Z")
    plan.settle()
    assert plan.probe("Hoofddoel").value == ""
    assert offers(plan, "Hoofddoel")


def test_words_are_counted() -> None:
    assert (counted("  "), counted("Ja"), counted("Wij doen dit")) == ("", "1 woord", "3 woorden")


def test_a_text_with_gaps_is_kept_and_still_open_until_they_are_filled(plan: PlanPage) -> None:
    probe = paste(plan, "Eind … praten ouders in … daarover.")
    plan.settle()
    card = plan.card("Hoofddoel")
    assert plan.sees("Nog 2 plekken met … in te vullen. Tot dan telt deze vraag als nog open.", card)
    assert plan.session.answers.content("plan", "hoofddoel") == "Eind … praten ouders in … daarover."
    paste(plan, "Eind 2028 praten ouders in … daarover.")
    plan.qtbot.waitUntil(lambda: plan.sees("Nog 1 plek met … in te vullen.", card))
    probe.answer("Eind 2028 praten ouders in Lindeveld daarover.")
    plan.settle()
    assert not plan.sees("in te vullen", card)


def test_what_still_has_gaps_is_an_open_point_that_leads_there_and_is_no_card_that_is_done(plan: PlanPage) -> None:
    paste(plan, "Eind … praten ouders daarover.").leave()
    plan.settle()
    said = "Hoofddoel: nog 1 plek met … in te vullen"
    plan.qtbot.waitUntil(lambda: any(point.message == said for point in plan.shell.desk.standing.points))
    line = next(line for line in plan.points() if line.text().startswith(said))
    plan.qtbot.keyClick(line, Qt.Key.Key_Return)
    goal = plan.card("Hoofddoel")
    assert plan.focus_is_in(goal)
    plan.probe("Vraagstuk").parts[0].setFocus()
    plan.qtbot.waitUntil(lambda: plan.sees("Nog open", goal))
    paste(plan, "Eind 2028 praten ouders daarover.").leave()
    plan.probe("Vraagstuk").parts[0].setFocus()
    plan.qtbot.waitUntil(lambda: plan.sees("Ingevuld", goal))


def test_dots_in_a_text_that_has_no_draft_are_dots(plan: PlanPage) -> None:
    name = plan.session.guideline.role("plan_name")
    plan.session.set(Cell(PLAN_ROW, name), Answer("Praten over …"))
    plan.settle()
    assert not plan.sees("in te vullen", plan.card("Naam"))


def test_no_draft_is_offered_over_what_was_written(plan: PlanPage) -> None:
    field = next(f for f in plan.session.guideline.fields.values() if f.label == "Hoofddoel")
    kinds = list(field.opzet)
    plan.session.set(Cell(PLAN_ROW, plan.session.guideline.role("intervention_types")), Answer(sorted(kinds)[:1]))
    plan.probe("Hoofddoel").answer("Eigen woorden")
    plan.settle()
    assert not offers(plan, "Hoofddoel")
