"""What looks like data about a person is said under the text, while it stands there, and with the open points."""

from __future__ import annotations

from PySide6.QtCore import Qt

from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.fields.notes import Note
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.pages import PATIENCE, PlanPage
from tests.ui.probes import LongTextProbe

SAID = "‘06-12345678’: dit lijkt op een mobiel nummer."


def test_the_line_comes_while_typing_and_goes_when_the_text_is_changed(plan: PlanPage) -> None:
    probe = plan.probe("Vraagstuk")
    assert isinstance(probe, LongTextProbe)
    probe.type("Bel 06-12345678 voor meer.")
    card = plan.card("Vraagstuk")
    plan.qtbot.waitUntil(lambda: plan.sees(SAID, card), timeout=PATIENCE)
    assert probe.text.hasFocus()
    probe.type("Bel de gemeente voor meer.")
    plan.qtbot.waitUntil(lambda: not plan.sees(SAID, card), timeout=PATIENCE)


def test_more_than_one_is_counted_and_read_aloud_with_the_question(plan: PlanPage) -> None:
    probe = plan.probe("Vraagstuk")
    probe.answer("Bel 06-12345678, 06-87654321 of leerling X.")
    card = plan.card("Vraagstuk")
    plan.qtbot.waitUntil(lambda: plan.sees("Er zijn nog 2 van zulke plekken.", card), timeout=PATIENCE)
    [note] = card.findChildren(Note)
    assert note.isVisible()


def test_it_is_an_open_point_that_leads_to_the_row(plan: PlanPage) -> None:
    form = plan.session.guideline.registers[plan.session.guideline.role("organisations")]
    row = plan.session.add_row(form.id, {form.title: Answer("Bureau Kompas, bel 06-12345678")})
    plan.qtbot.waitUntil(lambda: any("mobiel nummer" in line.text() for line in plan.points()), timeout=PATIENCE)
    line = next(line for line in plan.points() if "mobiel nummer" in line.text())
    plan.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert isinstance(plan.page, RegisterScreen)
    assert plan.sees(SAID, plan.page)
    plan.session.set(Cell(row, form.title), Answer("Bureau Kompas"))
    plan.qtbot.waitUntil(lambda: not plan.sees(SAID, plan.page), timeout=PATIENCE)


def test_a_plan_is_gone_through_after_it_opened(plan: PlanPage) -> None:
    name = Cell(PLAN_ROW, plan.session.guideline.role("plan_name"))
    assert not plan.shell.desk.standing.remarks
    plan.session.set(name, Answer("Plan van leerling X"))
    plan.qtbot.waitUntil(lambda: list(plan.shell.desk.standing.remarks) == [name], timeout=PATIENCE)
