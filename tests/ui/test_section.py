"""A section: basis cards first, one closed line of depth, and nothing that calls an untouched page incomplete."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from radplan_desktop.guideline.model import Kind
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, NotApplicable
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.places import Place, Screen
from tests.ui.pages import PlanPage


def chips(page: SectionPage) -> list[str]:
    labels = page.findChildren(QLabel)
    return [label.text() for label in labels if label.property("chip") and label.isVisible()]


def shown(page: SectionPage) -> set[str]:
    return {name for name, card in page.cards.items() if card.isVisible()}


def test_depth_is_one_closed_line_that_opens(plan: PlanPage, qtbot: QtBot) -> None:
    page = plan.step("Voorbereiding")
    outline = plan.shell.desk.outlines[page.section.id]
    qtbot.waitUntil(lambda: set(page.cards) == {entry.id for entry in outline.basis})
    assert page.depth_line.text().startswith("Verdieping: ")
    assert page.depth_line.text().endswith("nodig vóór de start")
    qtbot.mouseClick(page.depth_line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: {entry.id for entry in outline.depth} <= set(page.cards))
    assert page.depth_line.isVisible()


def test_going_to_a_question_of_the_depth_opens_it(plan: PlanPage) -> None:
    section, entry = next(
        (section, entry)
        for section, outline in plan.shell.desk.outlines.items()
        for entry in outline.depth
        if getattr(entry.item, "kind", None) is Kind.LONGTEXT
    )
    plan.shell.go(Place(Screen.SECTION, section, entry.id))
    page = plan.page
    assert isinstance(page, SectionPage)
    assert page.cards[entry.id].isVisible()
    assert plan.focus_is_in(page.cards[entry.id])


def test_an_untouched_page_says_nothing_is_missing_until_it_was_left(plan: PlanPage) -> None:
    page = plan.step("Draagvlak")
    assert page.fresh
    assert not chips(page)
    assert plan.sees("Nog niets ingevuld, en dat geeft niet")
    plan.step("Samenwerking")
    page = plan.step("Draagvlak")
    assert any("nog open" in text.lower() for text in chips(page))


def test_a_question_appears_when_its_condition_holds(plan: PlanPage) -> None:
    guideline = plan.session.guideline
    field = next(f for f in guideline.fields.values() if f.when is not None and f.kind is Kind.LONGTEXT and f.gate == 0)
    section = next(key for key, o in plan.shell.desk.outlines.items() if o.find(field.id))
    page = plan.step(next(s.title for s in guideline.sections if s.id == section))
    assert field.id not in shown(page)
    yes = next(c for r in guideline.registers.values() for c in r.columns.values() if c.path == "uitvoerders.extern")
    plan.session.add_row(yes.register, {yes.id: Answer({"is": True, "why": ""})})
    plan.qtbot.waitUntil(lambda: field.id in shown(page))


def test_the_first_focus_is_the_first_question_without_an_answer(plan: PlanPage) -> None:
    page = plan.step("Plangegevens")
    box = next(box for box in page.findChildren(FieldBox) if plan.focus_is_in(box))
    outline = plan.shell.desk.outlines[page.section.id]
    answered = [e.id for e in outline.basis if plan.session.answers.plan.value(PLAN_ROW, e.id) is not None]
    assert box.field.id == next(entry.id for entry in outline.basis if entry.id not in answered)


def test_the_focused_card_is_marked_and_in_sight(plan: PlanPage, qtbot: QtBot) -> None:
    page = plan.step("Voorbereiding")
    card = plan.card("Werkwijze")
    qtbot.waitUntil(lambda: card.active)
    assert [one for one in page.cards.values() if one.active] == [card]
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().height() > 100)


def test_a_long_text_begins_with_the_draft_of_the_chosen_type(plan: PlanPage) -> None:
    guideline = plan.session.guideline
    field = next(f for f in guideline.fields.values() if f.label == "Vraagstuk")
    kind, text = next(iter(field.opzet.items()))
    card = plan.card("Vraagstuk")
    assert not any(b.text() == "Begin met een opzet" and b.isVisible() for b in card.findChildren(QAbstractButton))
    plan.session.set(Cell(PLAN_ROW, guideline.role("intervention_types")), Answer([kind]))
    plan.settle()
    plan.click("Begin met een opzet", card)
    assert plan.probe("Vraagstuk").value == plan.session.answers.fill(text).strip()
    plan.settle()
    assert not any(b.text() == "Begin met een opzet" and b.isVisible() for b in card.findChildren(QAbstractButton))


def test_a_whole_register_can_be_not_applicable(plan: PlanPage) -> None:
    card = plan.card("Risico’s")
    plan.click("N.v.t., later of leegmaken", card)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    plan.qtbot.keyClicks(QApplication.focusWidget(), "staan in het veiligheidsplan")
    plan.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    plan.settle()
    register = plan.entry("Risico’s")[1].id
    assert plan.session.answers.register_value(register) == NotApplicable("staan in het veiligheidsplan")
    assert not plan.sees("Nog geen risico", card)
    plan.click("Toch invullen", card)
    plan.settle()
    assert plan.sees("Nog geen risico", card)


def test_a_card_says_where_it_is_printed_and_who_may_read_it(plan: PlanPage) -> None:
    assert plan.sees("Komt in: Plan van aanpak", plan.card("Vraagstuk"))
    assert plan.sees("Openbaar", plan.card("Vraagstuk"))
    assert plan.sees("Gegevens over personen horen niet in dit plan.", plan.card("Partijen in het krachtenveld"))


def test_words_are_counted(plan: PlanPage) -> None:
    plan.probe("Vraagstuk").answer("Drie korte woorden")
    plan.settle()
    assert plan.sees("3 woorden", plan.card("Vraagstuk"))
