"""The shell: going places, undo over pages, open points, saving, colours and text size."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.events import SaveFailed
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.host.preferences import TEXT_SIZES, Theme
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.commands import COMMANDS, keys
from radplan_desktop.ui.look.theme import Look, theme
from radplan_desktop.ui.pages.points import PointLine, PointsPage
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.places import Place, Screen, route
from radplan_desktop.ui.register.screen import RegisterScreen
from radplan_desktop.ui.settings import Settings
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage, menu_action
from tests.ui.probes import LineProbe, LongTextProbe


def test_the_route_can_be_walked_from_end_to_end_and_back(plan: PlanPage) -> None:
    shell = plan.shell
    plan.step("Plangegevens")
    places = [shell.place]
    while shell.bottom.on.isVisible():
        plan.qtbot.mouseClick(shell.bottom.on, Qt.MouseButton.LeftButton)
        places.append(shell.place)
    assert tuple(places) == route(plan.session.guideline)
    for _ in places[1:]:
        plan.key("Ctrl+PgUp")
    assert shell.place == places[0]
    assert not shell.bottom.back.isEnabled()


@pytest.mark.parametrize("number", range(1, 8))
def test_a_digit_goes_to_its_section(plan: PlanPage, number: int) -> None:
    plan.key(f"Ctrl+{number}")
    section = next(s for s in plan.session.guideline.sections if s.number == number)
    assert plan.sees(section.title, plan.shell.header)


def test_undo_goes_step_by_step_in_the_field_and_then_act_by_act_over_pages(plan: PlanPage) -> None:
    plan.probe("Naam").answer("Eerste naam")
    probe = plan.probe("Hoofddoel")
    assert isinstance(probe, LongTextProbe)
    probe.type("Een zin")
    plan.key("Ctrl+Z")
    assert probe.value != "Een zin"
    while probe.value:
        plan.key("Ctrl+Z")
    assert plan.session.answers.text("plan", plan.session.guideline.role("plan_name")) == "Eerste naam"
    plan.key("Ctrl+Z")
    plan.settle()
    assert plan.session.answers.text("plan", plan.session.guideline.role("plan_name")) != "Eerste naam"
    plan.key("Ctrl+Y")
    plan.settle()
    assert plan.session.answers.text("plan", plan.session.guideline.role("plan_name")) == "Eerste naam"


def test_leaving_a_page_settles_what_was_typed(plan: PlanPage) -> None:
    probe = plan.probe("Hoofddoel")
    assert isinstance(probe, LongTextProbe)
    probe.type("Niet verlaten met de muis")
    plan.step("Draagvlak")
    goal = plan.entry("Hoofddoel")[1].id
    assert plan.session.answers.plan.content("plan", goal) == "Niet verlaten met de muis"
    assert plan.session.undo_title == "Hoofddoel"


def test_typing_that_was_cut_off_comes_back(plan_file: Path, enter: Entered, tmp_path: Path) -> None:
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    page = enter(session)
    probe = page.probe("Hoofddoel")
    assert isinstance(probe, LongTextProbe)
    probe.type("Halverwege een")
    page.settle()
    copy = Path(shutil.copy(plan_file, tmp_path / "Stroom weg.radplan"))
    again = open_plan(copy, PASSPHRASE, officer=OFFICER)
    assert again.answers.content("plan", page.entry("Hoofddoel")[1].id) == "Halverwege een"
    again.close()


def test_open_points_are_grouped_and_lead_to_their_question(plan: PlanPage, qtbot: QtBot) -> None:
    lines = plan.points()
    gate = plan.session.guideline.gates[0]
    assert plan.sees(gate.label, plan.page)
    row = next(line for line in lines if line.text().startswith("Doelgroepen"))
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert isinstance(plan.page, RegisterScreen)
    field = next(line for line in plan.points() if line.text().startswith("Hoofddoel"))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert plan.focus_is_in(plan.card("Hoofddoel"))


def test_the_focus_stays_on_the_open_points_when_one_is_answered_meanwhile(plan: PlanPage, qtbot: QtBot) -> None:
    before = [line.text() for line in plan.points()]
    assert plan.focus_is_in(plan.page)
    goal = plan.entry("Hoofddoel")[1].id
    plan.session.set(Cell(PLAN_ROW, goal), Answer("Ouders weten de weg."))
    plan.settle()
    qtbot.waitUntil(lambda: len(visible_points(plan)) == len(before) - 1)
    qtbot.waitUntil(lambda: plan.focus_is_in(plan.page))


def visible_points(plan: PlanPage) -> list[PointLine]:
    """The lines in sight of the page of open points."""
    return [line for line in plan.page.findChildren(PointLine) if line.isVisible()]


def test_the_next_open_point_is_one_key_away(plan: PlanPage) -> None:
    plan.step("Voorbereiding")
    before = plan.shell.place
    plan.key("F8")
    first = plan.shell.place
    plan.key("F8")
    assert len({before, first, plan.shell.place}) == 3


def test_answering_takes_the_point_off_the_list_and_fills_the_ring(plan: PlanPage, qtbot: QtBot) -> None:
    shell = plan.shell
    before = shell.desk.standing.progress.sections[plan.entry("Hoofddoel")[0]]
    plan.probe("Hoofddoel").answer("Eind 2028 kent elke wijk een vast gezicht.")
    qtbot.waitUntil(lambda: shell.desk.standing.progress.sections[plan.entry("Hoofddoel")[0]].open == before.open - 1)
    after = shell.desk.standing.progress.sections[plan.entry("Hoofddoel")[0]]
    assert after.answered == before.answered + 1
    assert not any(line.text().startswith("Hoofddoel") for line in plan.points())


def test_the_rail_says_when_everything_is_saved_and_a_banner_when_not(plan: PlanPage) -> None:
    plan.probe("Hoofddoel").answer("Een doel")
    plan.qtbot.waitUntil(lambda: plan.session.saved_at is not None)
    at = plan.session.saved_at
    assert at is not None
    plan.qtbot.waitUntil(lambda: plan.sees(f"opgeslagen {at:%H:%M}", plan.shell.rail))
    plan.session.heard(SaveFailed("De schijf is vol. Uw werk staat nog op het scherm."))
    plan.qtbot.waitUntil(lambda: plan.sees("De schijf is vol. Uw werk staat nog op het scherm."))
    assert plan.sees("nog niet opgeslagen", plan.shell.rail)
    plan.probe("Hoofddoel").answer("Een ander doel")
    plan.qtbot.waitUntil(lambda: not plan.sees("De schijf is vol."))


def test_a_plan_opened_to_read_cannot_be_changed(plan_file: Path, enter: Entered) -> None:
    page = enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True))
    probe = page.probe("Naam")
    assert isinstance(probe, LineProbe)
    assert not probe.line.isEnabled()
    assert probe.value == "Lindeveld in gesprek"
    assert page.sees("alleen om te lezen")
    assert page.register("Subdoelen").screen.table.add is None


def test_colours_and_text_size_are_chosen_and_kept(plan: PlanPage, look: Look, settings: Settings) -> None:
    plan.key("Ctrl++")
    assert theme().percent == 115
    plan.window.open_view_menu(plan.button("Weergave"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu_action(menu, "Donker").trigger()
    menu.close()
    assert theme().dark
    assert (settings.now.theme, settings.now.text_size) == ("dark", 115)
    look.choose(type(settings.now.theme)("light"))
    look.resize(100)
    assert not theme().dark


def view_menu(plan: PlanPage) -> dict[str, QAction]:
    """The lines of the menu of colours and text size, as they stand when it opens."""
    plan.window.open_view_menu(plan.button("Weergave"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text().partition("\t")[0]: action for action in menu.actions()}


def test_the_menu_marks_the_colours_of_now_and_offers_no_size_beyond_the_ends(plan: PlanPage, look: Look) -> None:
    lines = view_menu(plan)
    assert [name for name, line in lines.items() if line.isChecked()] == ["Zoals dit systeem"]
    assert (lines["Tekst kleiner"].isEnabled(), lines["Tekst groter"].isEnabled()) == (False, True)
    lines["Donker"].trigger()
    plan.window.choices.choose_text_size(TEXT_SIZES[-1])
    again = view_menu(plan)
    assert [name for name, line in again.items() if line.isChecked()] == ["Donker"]
    assert (again["Tekst kleiner"].isEnabled(), again["Tekst groter"].isEnabled()) == (True, False)
    look.choose(Theme.LIGHT)
    look.resize(TEXT_SIZES[0])


def test_the_explanation_folds_away_and_lists_the_keys(plan: PlanPage) -> None:
    plan.step("Voorbereiding")
    pane = plan.shell.guidance
    rule = next(one for one in pane.findChildren(QFrame) if one.property("role") == "rule" and one.isVisible())
    assert rule.height() == 1, "a hairline stands between what scrolls and what does not"
    assert rule.geometry().bottom() < plan.button("Lees de geleerde lessen").y()
    plan.click("Sneltoetsen")
    shown = {label.text() for label in pane.findChildren(QLabel)}
    assert {shortcut for _, shortcut in keys()} <= shown
    plan.click("Lees de geleerde lessen")
    section = next(s for s in plan.session.guideline.sections if s.number == 1)
    plan.qtbot.waitUntil(lambda: plan.sees(section.lesson.strip()[:60], pane))
    plan.key("F1")
    assert not pane.is_open
    plan.key("F1")
    assert pane.is_open


def test_every_command_has_an_id_and_a_shortcut_of_its_own() -> None:
    shortcuts = [QKeySequence(command.shortcut).toString() for command in COMMANDS if command.shortcut]
    assert len(set(shortcuts)) == len(shortcuts)
    assert all(shortcuts)
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


class WindowsShown(QObject):
    """Notes every widget that shows as a window of its own: such a window takes the focus, and flickers."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(watched)
        return False


def test_making_a_page_shows_no_window_of_its_own(plan: PlanPage, qapp: QApplication) -> None:
    watcher = WindowsShown()
    qapp.installEventFilter(watcher)
    for place in route(plan.session.guideline):
        plan.shell.go(place)
        if isinstance(plan.page, SectionPage):
            plan.page.open_depth()
        plan.settle()
    for register in plan.session.guideline.registers:
        for section, outline in plan.shell.desk.outlines.items():
            if outline.find(register) is not None:
                plan.shell.go(Place(Screen.REGISTER, section, register))
    qapp.removeEventFilter(watcher)
    assert not watcher.found
    assert qapp.activeWindow() is plan.window


def test_what_users_write_is_never_read_as_markup(plan: PlanPage) -> None:
    plan.probe("Naam").answer("<b>Vet</b> plan")
    plan.settle()
    label = next(one for one in plan.window.findChildren(QLabel) if one.text() == "<b>Vet</b> plan")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_page_of_open_points_and_of_papers_have_no_section(plan: PlanPage) -> None:
    plan.step("Open punten")
    assert isinstance(plan.page, PointsPage)
    assert plan.shell.place.screen is Screen.POINTS
    assert not plan.shell.guidance.isVisible()
