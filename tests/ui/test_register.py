"""A register: rows are added by typing a name, answered in a form, copied, deleted with an offer to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.register.model import Role
from tests.ui.pages import PlanPage, RegisterPage, menu_action
from tests.ui.probes import LinksProbe


@pytest.fixture
def goals(plan: PlanPage) -> RegisterPage:
    page = plan.register("Subdoelen")
    for title in ("Ouders weten de weg", "Leraren durven te vragen", "De wijk kent een vast gezicht"):
        page.add(title)
    return page


def test_a_row_is_added_with_enter_and_its_form_waits_for_the_next_answer(goals: RegisterPage, plan: PlanPage) -> None:
    assert goals.titles == ["Ouders weten de weg", "Leraren durven te vragen", "De wijk kent een vast gezicht"]
    assert plan.sees("S3  De wijk kent een vast gezicht", goals.screen.form)
    box = next(b for b in goals.screen.form.findChildren(FieldBox) if goals.focus_is_in(b))
    assert box.field.label == "Meetbaar als"


def test_a_name_that_was_typed_and_not_added_is_a_row_once_one_goes_elsewhere(
    goals: RegisterPage, plan: PlanPage
) -> None:
    adding = goals.screen.table.add
    assert adding is not None
    adding.focus()
    plan.qtbot.keyClicks(adding.editor.first_part(), "Buren groeten elkaar")
    plan.click("Terug naar Voorbereiding")
    plan.settle()
    register = plan.entry("Subdoelen")[1].id
    answers = plan.session.answers
    assert answers.title(answers.rows(register)[-1]) == "Buren groeten elkaar"
    again = plan.register("Subdoelen")
    assert len(again.titles) == 4
    plan.click("Terug naar Voorbereiding")
    assert len(plan.session.answers.rows(register)) == 4, "it was added twice"


def test_a_question_stands_once_above_its_rows(plan: PlanPage) -> None:
    page = plan.register("Follow-up")
    assert not plan.sees("Wat gebeurt er na een bijeenkomst", page.screen)


def test_nothing_is_added_without_a_name(goals: RegisterPage) -> None:
    goals.add("")
    assert len(goals.titles) == 3


def test_the_form_follows_the_selected_row(goals: RegisterPage, plan: PlanPage) -> None:
    goals.select("Ouders weten de weg")
    goals.probe("Meetbaar als").answer("een meting onder ouders")
    goals.select("Leraren durven te vragen")
    assert not goals.probe("Meetbaar als").value
    goals.select("Ouders weten de weg")
    assert goals.probe("Meetbaar als").value == "een meting onder ouders"
    plan.settle()
    second_line = goals.screen.table.model.index(0, 1).data(Role.SECOND_LINE)
    assert second_line == "een meting onder ouders"


def test_a_cell_without_its_answer_says_so_and_no_longer_once_it_has_one(goals: RegisterPage, plan: PlanPage) -> None:
    model = goals.screen.table.model
    place = next(n for n in range(model.columnCount()) if model.headerData(n, Qt.Orientation.Horizontal) == "Uiterlijk")
    assert model.index(2, place).data(Role.MISSING) == "nog open"
    assert model.index(2, place).data(Qt.ItemDataRole.AccessibleTextRole) == "nog open"
    assert plan.sees("Nog open: ", goals.screen.form)
    goals.probe("Uiterlijk").answer("31-12-2027")
    plan.settle()
    assert not model.index(2, place).data(Role.MISSING)
    assert model.index(2, place).data() == "31-12-2027"


def test_a_row_is_copied_below_itself(goals: RegisterPage) -> None:
    goals.select("Ouders weten de weg")
    goals.click("Kopiëren")
    assert goals.titles[:2] == ["Ouders weten de weg", "Ouders weten de weg"]
    assert len(goals.titles) == 4


def test_deleting_asks_nothing_and_offers_to_undo(goals: RegisterPage, plan: PlanPage) -> None:
    goals.select("Leraren durven te vragen")
    goals.click("Verwijderen")
    assert goals.titles == ["Ouders weten de weg", "De wijk kent een vast gezicht"]
    assert goals.sees("S2  Leraren durven te vragen verwijderd.")
    assert goals.sees("S2  De wijk kent een vast gezicht", goals.screen.form)
    goals.click("Ongedaan maken")
    plan.settle()
    assert goals.titles[1] == "Leraren durven te vragen"


def test_the_keyboard_walks_the_table_opens_the_form_and_deletes(goals: RegisterPage, qtbot: QtBot) -> None:
    view = goals.screen.table.view
    goals.select("Ouders weten de weg")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert goals.screen.form.row == goals.screen.table.model.rows[1]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(goals.titles) == 2
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert goals.focus_is_in(goals.screen.form)


def test_more_fields_stand_behind_one_button(goals: RegisterPage) -> None:
    fewer = [box for box in goals.screen.form.findChildren(FieldBox) if box.isVisible()]
    assert goals.screen.form.more.text().startswith("Meer velden (")
    goals.click(goals.screen.form.more.text())
    more = [box for box in goals.screen.form.findChildren(FieldBox) if box.isVisible()]
    assert len(more) == len(fewer) + int(goals.screen.form.more.text().split("(")[1][:-1])
    assert not goals.screen.form.more.isVisible()
    first = next(box for box in more if box not in fewer)
    assert goals.focus_is_in(first), "the focus went elsewhere with the button"


def test_the_form_comes_with_the_first_row_whatever_was_open_before(plan: PlanPage) -> None:
    for label in ("Doelgroepen", "Subdoelen", "Activiteiten"):
        page = plan.register(label)
        assert not page.screen.form.isVisible()
        page.add("Een korte naam")
        plan.qtbot.waitUntil(page.screen.form.isVisible)
        assert page.focus_is_in(page.screen.form)


def test_the_form_of_the_first_row_gets_the_room_it_needs(plan: PlanPage) -> None:
    plan.window.resize(1366, 720)
    page = plan.register("Feiten over de gemeente")
    adding = page.screen.table.add
    assert adding is not None
    line = adding.findChildren(QTextEdit)[0]
    plan.qtbot.waitUntil(line.hasFocus)
    plan.qtbot.keyClicks(line, "Vier van de zes scholen melden dit")
    plan.qtbot.keyClick(line, Qt.Key.Key_Return)
    form = page.screen.form
    table = page.screen.table
    plan.qtbot.waitUntil(lambda: page.focus_is_in(form) and table.height() == least(table))
    assert form.visibleRegion().boundingRect().height() > 250


def least(table: QWidget) -> int:
    """The height below which a table does not go."""
    return table.minimumSizeHint().height()


def field_at(page: RegisterPage, label: str) -> FieldBox:
    """The box of a field of the form."""
    return next(b for b in page.screen.form.findChildren(FieldBox) if b.field.label == label and b.isVisible())


def test_an_error_leaves_the_fields_beside_it_where_they_are(plan: PlanPage) -> None:
    page = plan.register("Doelgroepen")
    page.add("Jongeren op het mbo")
    beside = field_at(page, "Direct of via anderen")
    plan.qtbot.waitUntil(lambda: beside.y() == field_at(page, "Geschat aantal").y() > 0)
    before = beside.pos(), beside.editor.pos()
    page.probe("Geschat aantal").answer("veel")
    plan.qtbot.waitUntil(lambda: page.sees("geen getal"))
    assert (beside.pos(), beside.editor.pos()) == before


def test_later_takes_a_whole_line_of_the_form(goals: RegisterPage, plan: PlanPage) -> None:
    goals.select("Ouders weten de weg")
    box = field_at(goals, "Streefwaarde")
    narrow = box.width()
    menu_action(box.menu.menu_now(), "Later, uiterlijk…").trigger()
    plan.qtbot.waitUntil(lambda: box.width() > narrow + 200 and box.special.why.width() > 200)
    whole = box.width()
    plan.qtbot.keyClicks(box.special.until, "1 april 2027")
    plan.qtbot.keyClick(box.special.until, Qt.Key.Key_Tab)
    plan.settle()
    row = [goals.screen.table.model.index(0, place).data() for place in range(goals.screen.table.model.columnCount())]
    assert "later, 01-04-2027" in row, "the day does not fit in the cell"
    goals.click("Toch invullen")
    plan.qtbot.waitUntil(lambda: box.width() < whole - 200)


def test_a_table_without_rows_says_so(plan: PlanPage) -> None:
    view = plan.register("Subdoelen").screen.table.view
    assert view.accessibleDescription() == "Nog geen subdoel"
    blank = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(blank)
    middle = view.viewport().geometry().center()
    colours = {blank.pixel(x, middle.y() + y) for x in range(middle.x() - 60, middle.x() + 60) for y in range(-8, 8)}
    assert len(colours) > 1, "nothing is written in the middle"


def test_a_new_row_to_link_to_is_made_on_the_spot(goals: RegisterPage, plan: PlanPage, qtbot: QtBot) -> None:
    goals.click(goals.screen.form.more.text())
    probe = goals.probe("Bij welke doelgroep")
    assert isinstance(probe, LinksProbe)
    probe.answer("Nieuw: doelgroep…")
    line = next(one for one in probe.editor.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(line, "Ouders van brugklassers")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    plan.settle()
    assert "Ouders van brugklassers" in probe.value
    register = plan.entry("Doelgroepen")[1].id
    assert [plan.session.answers.title(row) for row in plan.session.answers.rows(register)] == [
        "Ouders van brugklassers"
    ]


def test_a_row_named_after_a_link_makes_what_it_links_to(plan: PlanPage, qtbot: QtBot) -> None:
    page = plan.register("Partijen in het krachtenveld")
    adding = page.screen.table.add
    assert adding is not None
    probe = LinksProbe(qtbot, adding.editor)
    probe.answer("Nieuw: organisatie…")
    line = next(one for one in adding.editor.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(line, "Bureau Kompas")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    page.click("Toevoegen")
    plan.settle()
    assert page.titles == ["Bureau Kompas"]
    organisations = plan.session.guideline.role("organisations")
    assert len(plan.session.answers.rows(organisations)) == 1


def test_the_way_back_leads_to_the_section(goals: RegisterPage, plan: PlanPage) -> None:
    plan.click("Terug naar Voorbereiding")
    assert plan.sees("Alle 3 openen", plan.page) or plan.button("Alle 3 openen").isVisible()
