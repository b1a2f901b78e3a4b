"""The sheets: a row is one line and Enter; what it leads to stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.look.theme import Look, theme
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.screen import RegisterScreen
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.sheet.beside import Added, Drawn
from radplan_desktop.ui.sheet.screen import SheetScreen
from tests.ui.conftest import OFFICER, PASSPHRASE
from tests.ui.pages import PlanPage, UnlockPage
from tests.ui.probes import Probe, probe_of

BUTTON = 40
"""The width of the button of the calendar."""


class SheetPage(PlanPage):
    """The sheet of a register."""

    @property
    def screen(self) -> SheetScreen:
        assert isinstance(self.page, SheetScreen)
        return self.page

    def cell(self, label: str) -> Probe:
        """The probe of a column, by its label."""
        editors = self.screen.line.editors.values()
        return probe_of(self.qtbot, next(editor for editor in editors if editor.field.label == label))

    def enter(self) -> None:
        """Press Enter in the last column."""
        part = self.cell("Waarde" if "Waarde" in self.labels else "Deelnemers samen").parts[0]
        self.qtbot.keyClick(part, Qt.Key.Key_Return)

    @property
    def labels(self) -> list[str]:
        return [editor.field.label for editor in self.screen.line.editors.values()]

    @property
    def rows(self) -> list[str]:
        """What was entered, newest first."""
        model = self.screen.lately.model
        return [model.index(n, 0).data() for n in range(model.rowCount())]


def focused(page: SheetPage) -> QWidget:
    """What has the focus in the window, also while a list that dropped down was the active window."""
    widget = page.window.focusWidget()
    assert widget is not None
    return widget


def sheet(plan: PlanPage, label: str) -> SheetPage:
    plan.click(f"{label}: snel invoeren", plan.card(label))
    page = SheetPage(plan.qtbot, plan.window)
    page.qtbot.waitUntil(lambda: isinstance(page.page, SheetScreen))
    return page


@pytest.fixture
def measuring(plan: PlanPage) -> SheetPage:
    """The sheet of measurements, of a plan with two indicators."""
    register = plan.entry("Indicatoren")[1].id
    columns = {c.label: c.id for c in plan.session.guideline.registers[register].columns.values()}
    for name in ("Ouders bereikt", "Leraren getraind"):
        values = {columns["Indicator"]: Answer(name), columns["Beginwaarde"]: Answer("0")}
        plan.session.add_row(register, {**values, columns["Streefwaarde"]: Answer("20")})
    plan.settle()
    return sheet(plan, "Metingen")


def fill(page: SheetPage, indicator: str, value: str, day: str = "12-11-2026") -> None:
    page.cell("Indicator").answer(indicator)
    page.cell("Gemeten op").answer(day)
    page.cell("Waarde").answer(value)


def test_the_focus_begins_at_the_first_column(measuring: SheetPage) -> None:
    assert measuring.cell("Indicator").editor.isAncestorOf(focused(measuring))


def test_enter_adds_the_line_and_the_next_one_can_be_typed(measuring: SheetPage) -> None:
    fill(measuring, "I1  Ouders bereikt", "12,5")
    measuring.cell("Aantal antwoorden (n)").answer("30")
    measuring.enter()
    measuring.qtbot.waitUntil(lambda: measuring.rows == ["Ouders bereikt"])
    answers = measuring.session.answers
    (row,) = answers.rows(measuring.screen.register.id)
    said = {c.label: answers.text(row, c.id) for c in measuring.screen.register.columns.values()}
    assert [said[label] for label in measuring.labels] == ["Ouders bereikt", "12-11-2026", "12,5", "30", ""]
    assert (measuring.cell("Gemeten op").value, measuring.cell("Waarde").value) == ("12-11-2026", "")
    assert measuring.cell("Indicator").editor.isAncestorOf(focused(measuring))


def test_the_newest_row_stands_first_and_opens_with_everything(measuring: SheetPage) -> None:
    for indicator in ("I1  Ouders bereikt", "I2  Leraren getraind"):
        fill(measuring, indicator, "5")
        measuring.enter()
    measuring.qtbot.waitUntil(lambda: measuring.rows == ["Leraren getraind", "Ouders bereikt"])
    view = measuring.screen.lately.view
    view.selectRow(0)
    measuring.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert isinstance(measuring.page, RegisterScreen)
    assert measuring.page.form.row == measuring.session.answers.rows(measuring.page.register.id)[-1]


def test_a_line_that_cannot_be_says_what_to_do(measuring: SheetPage) -> None:
    measuring.enter()
    assert measuring.cell("Indicator").error == "Vul eerst in: Indicator."
    fill(measuring, "I1  Ouders bereikt", "veel")
    measuring.enter()
    assert measuring.cell("Waarde").error
    assert not measuring.cell("Indicator").error
    assert measuring.rows == []


def test_one_line_is_one_act_to_undo(measuring: SheetPage) -> None:
    fill(measuring, "I1  Ouders bereikt", "5")
    measuring.enter()
    measuring.qtbot.waitUntil(lambda: len(measuring.rows) == 1)
    measuring.key("Ctrl+Z")
    measuring.qtbot.waitUntil(lambda: measuring.rows == [])


def test_the_bars_and_the_standing_stand_beside_the_measurements(measuring: SheetPage) -> None:
    beside = measuring.screen.beside
    assert isinstance(beside, Drawn)
    fill(measuring, "I1  Ouders bereikt", "5")
    measuring.enter()
    measuring.qtbot.waitUntil(lambda: "Ouders bereikt: 5" in beside.panel.canvas.accessibleName())
    measuring.qtbot.waitUntil(lambda: len(beside.boxes) == 2)
    combo = beside.boxes[0].findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    offered = [combo.itemText(n) for n in range(combo.count())]
    assert offered[1:] == ["Nog niet", "Niet bekend", "Gehaald", "Niet gehaald"]
    probe_of(measuring.qtbot, beside.boxes[0].editor).answer("Niet gehaald")
    box = beside.boxes[0]
    assert measuring.session.answers.text(box.row, box.field.id) == "Niet gehaald"
    assert "I1  Ouders bereikt" in combo.accessibleName()


def test_execution_is_added_up_per_activity(plan: PlanPage) -> None:
    activities = plan.entry("Activiteiten")[1].id
    title = plan.session.guideline.registers[activities].title
    row = plan.session.add_row(activities, {title: Answer("Oudercursus")})
    plan.settle()
    page = sheet(plan, "Uitvoering")
    assert isinstance(page.screen.beside, Added)
    for month, held, people in (("10-2026", "2", "17"), ("11-2026", "1", "9")):
        page.cell("Activiteit").answer(page.cell("Activiteit").editor.findChild(QComboBox).itemText(1))  # type: ignore[union-attr]
        page.cell("Maand").answer(month)
        page.cell("Aantal keer gehouden").answer(held)
        page.cell("Deelnemers samen").answer(people)
        page.enter()
    model = page.screen.beside.table.model()
    page.qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert [model.index(0, n).data() for n in range(model.columnCount())] == ["Oudercursus", "2", "3", "26"]
    page.screen.beside.table.opened.emit(Cell(row, title))
    assert page.window.plan.place.row == row  # type: ignore[union-attr]


def test_one_goes_back_to_the_section(measuring: SheetPage) -> None:
    measuring.click("Terug naar Evalueren")
    section, entry = measuring.entry("Metingen")
    assert measuring.window.plan.place == Place(Screen.SECTION, section, entry.id)  # type: ignore[union-attr]


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (1024, False)])
def test_the_bars_stand_beside_the_rows_where_there_is_room(measuring: SheetPage, width: int, *, beside: bool) -> None:
    measuring.window.resize(width, 720)
    QApplication.processEvents()
    screen = measuring.screen
    assert (screen.beside.geometry().top() == screen.lately.geometry().top()) is beside


def test_a_line_that_was_not_added_is_there_again_after_closing(
    measuring: SheetPage, plan_file: Path, enter: Callable[[Session], PlanPage]
) -> None:
    fill(measuring, "I1  Ouders bereikt", "7")
    measuring.close()
    plan = enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER))
    page = sheet(plan, "Metingen")
    assert page.sees("Hersteld: deze regel had u getypt en nog niet toegevoegd.")
    said = [page.cell(label).value for label in ("Indicator", "Gemeten op", "Waarde")]
    assert said == ["I1  Ouders bereikt", "12-11-2026", "7"]
    assert page.rows == []
    page.enter()
    page.qtbot.waitUntil(lambda: page.rows == ["Ouders bereikt"])
    assert not page.screen.banner.isVisible()
    assert page.session.begun_lines == ()


def test_a_restored_line_can_be_emptied(
    measuring: SheetPage, plan_file: Path, enter: Callable[[Session], PlanPage]
) -> None:
    fill(measuring, "I1  Ouders bereikt", "7")
    measuring.close()
    page = sheet(enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER)), "Metingen")
    page.click("Regel leegmaken")
    assert (page.cell("Indicator").value, page.cell("Waarde").value) == ("", "")
    assert page.session.begun_lines == ()
    assert not page.screen.banner.isVisible()


def test_a_number_that_is_none_is_there_again_with_its_line(
    measuring: SheetPage, plan_file: Path, enter: Callable[[Session], PlanPage]
) -> None:
    fill(measuring, "I1  Ouders bereikt", "zeven")
    measuring.close()
    page = sheet(enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER)), "Metingen")
    assert page.sees("Hersteld: deze regel had u getypt en nog niet toegevoegd.")
    assert page.cell("Waarde").value == "zeven"
    assert "zeven" in page.cell("Waarde").error
    page.cell("Waarde").answer("7")
    assert not page.cell("Waarde").error
    page.enter()
    page.qtbot.waitUntil(lambda: page.rows == ["Ouders bereikt"])
    assert page.session.begun_lines == ()


def test_emptying_a_line_takes_what_was_wrong_away_too(measuring: SheetPage) -> None:
    measuring.cell("Waarde").answer("zeven")
    assert measuring.session.begun_lines == (measuring.screen.register.id,)
    measuring.screen.banner.pressed.emit()
    assert (measuring.cell("Waarde").value, measuring.cell("Waarde").error) == ("", "")
    assert not measuring.session.begun_lines


def test_only_a_day_that_stays_is_no_line(measuring: SheetPage) -> None:
    measuring.cell("Gemeten op").answer("12-11-2026")
    assert measuring.session.begun_lines == ()


def test_what_was_planned_stands_beside_what_was_held(plan: PlanPage) -> None:
    activities = plan.session.guideline.registers[plan.entry("Activiteiten")[1].id]
    planned = next(c.id for c in activities.columns.values() if c.label == "Aantal keer gepland")
    values = {activities.title: Answer("Oudercursus"), planned: Answer("6")}
    row = plan.session.add_row(activities.id, values)
    plan.settle()
    page = sheet(plan, "Uitvoering")
    beside = page.screen.beside
    assert isinstance(beside, Added)
    assert [line.accessibleName() for line in beside.planned.lines] == ["Oudercursus: 0 van 6 keer gehouden"]
    page.cell("Activiteit").answer("AC1  Oudercursus")
    page.cell("Aantal keer gehouden").answer("2")
    page.enter()
    page.qtbot.waitUntil(lambda: "2 van 6" in beside.planned.lines[0].accessibleName())
    assert beside.planned.lines[0].share == pytest.approx(1 / 3)
    page.qtbot.keyClick(beside.planned.lines[0], Qt.Key.Key_Return)
    assert page.shell.place.row == row


@pytest.fixture
def opened_again(measuring: SheetPage, plan_file: Path, settings: Settings) -> PlanPage:
    """The plan, closed with a half-typed line and opened anew."""
    settings.change(lambda now: now._replace(officer=OFFICER))
    fill(measuring, "I1  Ouders bereikt", "7")
    measuring.close().window.arrival.unlock(plan_file)
    return UnlockPage(measuring.qtbot, measuring.window).unlock(PASSPHRASE)


def test_who_opens_the_plan_hears_of_the_line_and_is_led_to_it(opened_again: PlanPage) -> None:
    plan = opened_again
    assert plan.sees("Hersteld: een regel bij Metingen. Die had u getypt en nog niet toegevoegd.")
    plan.click("Naar de vraag")
    assert SheetPage(plan.qtbot, plan.window).cell("Waarde").value == "7"


ABOVE, HERE = "Hersteld: een regel bij Metingen.", "Hersteld: deze regel had u getypt en nog niet toegevoegd."


def test_who_comes_back_at_the_sheet_itself_is_told_once(
    measuring: SheetPage, plan_file: Path, settings: Settings
) -> None:
    settings.change(lambda now: now._replace(officer=OFFICER, recent=(plan_file,)))
    fill(measuring, "I1  Ouders bereikt", "7")
    measuring.key("Ctrl+L")
    plan = UnlockPage(measuring.qtbot, measuring.window).unlock(PASSPHRASE)
    assert SheetPage(plan.qtbot, plan.window).cell("Waarde").value == "7"
    assert (plan.sees(HERE), plan.sees(ABOVE)) == (True, False)


def test_who_goes_to_the_sheet_by_another_way_is_told_there_alone(opened_again: PlanPage) -> None:
    assert opened_again.sees(ABOVE)
    page = sheet(opened_again, "Metingen")
    assert (page.sees(HERE), page.sees(ABOVE)) == (True, False)


def test_a_day_and_a_choice_can_be_read_in_a_small_window_with_large_words(measuring: SheetPage, look: Look) -> None:
    line = measuring.screen.line
    measuring.window.resize(1366, 720)
    wide = line.editors.values()
    measuring.qtbot.waitUntil(lambda: len({editor.y() for editor in wide}) == 1)
    measuring.window.resize(1024, 700)
    look.resize(130)
    try:
        fill(measuring, "I1  Ouders bereikt", "12,5")
        day, why = measuring.cell("Gemeten op").editor, measuring.cell("Toelichting").editor
        measuring.qtbot.waitUntil(lambda: why.y() > day.y() and why.width() > 2 * day.width())
        typed = day.findChild(QLineEdit)
        assert isinstance(typed, QLineEdit)
        room = typed.width() - typed.textMargins().right() - theme().px(BUTTON)
        assert typed.fontMetrics().horizontalAdvance("12-11-2026") < room
    finally:
        look.resize(100)
