"""Out of an open plan: locking, closing, and what the user reads and can do when the file takes nothing any more."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.start.start_screen import StartScreen
from radplan_desktop.ui.start.unlock import LOCKED, UnlockScreen
from radplan_desktop.ui.unsaved import ABANDON, KEEP, RETRY, STAY, SURE
from radplan_desktop.ui.watching import Idle
from radplan_desktop.ui.window import Window
from tests.machine import full_disk
from tests.ui.conftest import OFFICER, PASSPHRASE, ChosenFiles, Entered
from tests.ui.pages import PATIENCE, PlanPage, UnlockPage
from tests.ui.probes import LineProbe, LongTextProbe, probe_of
from tests.ui.session_end import manager, tell

GOAL = Cell("plan", "hoofddoel")
LONG = "doel " * 20_000


@pytest.fixture
def known(settings: Settings) -> None:
    """The officer of this laptop is known, so that unlocking asks for the passphrase at once."""
    settings.change(lambda now: now._replace(officer=Officer(*OFFICER)))


def locked(plan: PlanPage) -> UnlockPage:
    plan.wait_for(UnlockScreen)
    return UnlockPage(plan.qtbot, plan.window)


def begun(plan: PlanPage, text: str) -> LongTextProbe:
    probe = plan.probe("Hoofddoel")
    assert isinstance(probe, LongTextProbe)
    probe.type(text)
    return probe


@pytest.mark.usefixtures("known")
def test_locking_saves_closes_the_file_and_brings_the_user_back_to_the_same_field(
    plan: PlanPage, plan_file: Path
) -> None:
    begun(plan, "Halverwege een zin")
    here = plan.shell.place
    plan.key("Ctrl+L")
    page = locked(plan)
    assert page.sees(LOCKED)
    assert plan.window.plan is None
    other = open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True)
    assert other.history()[0].text == "Halverwege een zin"
    other.close()
    again = page.unlock(PASSPHRASE)
    assert (again.shell.place.screen, again.shell.place.section) == (here.screen, here.section)
    assert again.window.focusWidget() is again.probe("Hoofddoel").parts[0]


@pytest.mark.usefixtures("known")
def test_locking_in_a_row_comes_back_to_that_row_and_field(plan: PlanPage) -> None:
    rows = [plan.session.add_row("subdoelen", {"subdoel": Answer(name)}) for name in ("een", "twee", "drie")]
    box = plan.open_field("subdoelen.meetbaar_als", rows[1])
    box.focus()
    name = box.editor.accessibleName()
    plan.key("Ctrl+L")
    again = locked(plan).unlock(PASSPHRASE)
    assert again.shell.place == Place(Screen.REGISTER, "voorbereiding", "subdoelen", rows[1], "meetbaar_als")
    focused = again.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name


@pytest.mark.usefixtures("known")
def test_half_a_date_is_there_again_after_locking_and_after_closing(plan: PlanPage, enter: Entered) -> None:
    path = plan.session.path
    probe = probe_of(plan.qtbot, plan.open_field("besluitdatum").editor)
    assert isinstance(probe, LineProbe)
    probe.type("12-0")
    plan.key("Ctrl+L")
    again = locked(plan).unlock(PASSPHRASE)
    assert again.sees("Hersteld: ")
    assert probe_of(plan.qtbot, again.open_field("besluitdatum").editor).value == "12-0"
    assert again.session.answers.content("plan", "besluitdatum") is None
    again.close()
    later = enter(open_plan(path, PASSPHRASE, officer=OFFICER))
    later.click("Naar de vraag")
    back = probe_of(plan.qtbot, later.open_field("besluitdatum").editor)
    assert (back.value, later.focus_is_in(back.editor)) == ("12-0", True)
    back.answer("12-11-2026")
    later.close()
    assert not enter(open_plan(path, PASSPHRASE, officer=OFFICER)).sees("Hersteld: ")


@pytest.mark.usefixtures("known")
def test_the_name_of_a_new_row_that_was_not_entered_yet_is_kept_too(plan: PlanPage) -> None:
    page = plan.register("Subdoelen")
    adding = page.screen.table.add
    assert adding is not None
    plan.qtbot.keyClicks(adding.editor.first_part(), "Ouders weten de weg")
    plan.key("Ctrl+L")
    again = locked(plan).unlock(PASSPHRASE)
    titles = [again.session.answers.title(row) for row in again.session.answers.rows("subdoelen")]
    assert titles == ["Ouders weten de weg"]


@pytest.mark.usefixtures("known")
def test_the_wrong_passphrase_keeps_it_locked_and_another_plan_can_be_opened(plan: PlanPage) -> None:
    plan.click("Vergrendelen")
    page = locked(plan)
    page.try_passphrase("niet dit wachtwoord")
    assert "wachtwoord past niet" in page.refusal()
    page.click("Ander planbestand kiezen")
    page.wait_for(StartScreen)


class Clock:
    """The clocks of the machine, put forward by hand."""

    def __init__(self) -> None:
        self.awake = self.wall = 1000.0

    def __call__(self) -> tuple[float, float]:
        return self.awake, self.wall

    def forward(self, minutes: float, *, asleep: bool = False) -> None:
        self.awake += 0 if asleep else minutes * 60
        self.wall += minutes * 60


@pytest.fixture
def idle(plan: PlanPage, settings: Settings, clock: Clock) -> Idle:
    watch = Idle(lambda: settings.now.lock_after, plan.shell, clock)
    watch.passed.connect(plan.window.lock)
    return watch


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(("minutes", "asleep"), [(5, False), (10, False), (30, False), (10, True)])
def test_after_minutes_without_input_the_plan_locks_and_every_key_begins_them_anew(
    plan: PlanPage, idle: Idle, clock: Clock, settings: Settings, minutes: int, *, asleep: bool
) -> None:
    settings.change(lambda now: now._replace(lock_after=minutes))
    probe = begun(plan, "Een")
    plan.window.activateWindow()
    plan.qtbot.waitUntil(plan.window.isActiveWindow)
    probe.text.setFocus()
    clock.forward(minutes - 1, asleep=asleep)
    QTest.keyClick(plan.window.windowHandle(), Qt.Key.Key_D)
    clock.forward(minutes - 1, asleep=asleep)
    idle.look()
    assert plan.window.plan is not None
    clock.forward(1, asleep=asleep)
    idle.look()
    again = locked(plan).unlock(PASSPHRASE)
    assert again.session.answers.content(*GOAL) == "Eend"


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("over", [QFileDialog, QMenu])
def test_a_dialog_or_menu_that_stands_open_does_not_keep_the_plan_open(
    plan: PlanPage, over: Callable[[object], QFileDialog | QMenu]
) -> None:
    shown = over(plan.window)
    if isinstance(shown, QMenu):
        shown.addAction("Iets")
        shown.popup(plan.window.mapToGlobal(plan.window.rect().center()))
    else:
        shown.setOption(QFileDialog.Option.DontUseNativeDialog)
        shown.open()
    plan.window.lock()
    locked(plan)
    assert not shown.isVisible()


def test_the_preference_says_after_how_many_minutes(plan: PlanPage, settings: Settings) -> None:
    plan.key("Ctrl+,")
    plan.click("Vergrendelen: Na 30 minuten")
    assert settings.now.lock_after == 30
    assert Settings(settings.folder).now.lock_after == 30


# When the file takes nothing any more


@pytest.fixture
def refused(plan: PlanPage, plan_file: Path) -> PlanPage:
    """A plan of which the folder is gone, that could not be closed."""
    plan.settle()
    plan_file.parent.rename(out_of_the_computer(plan_file))
    begun(plan, "Na het uittrekken")
    plan.click("Sluiten")
    plan.button(RETRY)
    return plan


def out_of_the_computer(plan_file: Path) -> Path:
    return plan_file.parent.with_name(f"{plan_file.parent.name} eruit")


def put_back(plan_file: Path) -> None:
    out_of_the_computer(plan_file).rename(plan_file.parent)


def test_a_stick_that_is_gone_is_said_and_closing_goes_on_once_it_is_back(refused: PlanPage, plan_file: Path) -> None:
    assert refused.sees("Het planbestand staat niet meer op zijn plek")
    assert refused.sees("Nog niet in het planbestand: Hoofddoel")
    assert not refused.shell.banner.isVisible()
    assert refused.probe("Hoofddoel").value == "Na het uittrekken"
    put_back(plan_file)
    refused.click(RETRY)
    refused.wait_for(StartScreen)
    again = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert again.answers.content(*GOAL) == "Na het uittrekken"
    again.close()


def test_a_copy_elsewhere_holds_everything_and_then_closing_loses_nothing(
    refused: PlanPage, dialogs: ChosenFiles, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dialogs.answer = target = tmp_path_factory.mktemp("elders") / "Plan - kopie.radplan"
    refused.click(KEEP)
    refused.click("Plan sluiten")
    start = refused.wait_for(StartScreen)
    assert dialogs.asked[-1].name == "Plan - kopie.radplan"
    assert start.rows[0].path == target
    again = open_plan(target, PASSPHRASE, officer=OFFICER)
    assert again.answers.content(*GOAL) == "Na het uittrekken"
    assert again.answers.text("plan", "naam") == "Lindeveld in gesprek"
    again.close()


def test_a_copy_that_cannot_be_made_is_said_and_the_ways_on_stay(refused: PlanPage, dialogs: ChosenFiles) -> None:
    dialogs.answer = Path("/proc/hier kan niets/Plan.radplan")
    refused.click(KEEP)
    refused.qtbot.waitUntil(lambda: refused.sees("De kopie is niet gemaakt."), timeout=PATIENCE)
    refused.click(ABANDON)
    refused.click(SURE)
    refused.wait_for(StartScreen)


def test_closing_all_the_same_first_names_what_would_be_lost(refused: PlanPage, plan_file: Path) -> None:
    refused.click(ABANDON)
    assert refused.sees("Dit gaat verloren als u nu sluit: Hoofddoel.")
    refused.click(STAY)
    assert refused.window.plan is not None
    refused.click(ABANDON)
    refused.click(SURE)
    refused.wait_for(StartScreen)
    put_back(plan_file)
    again = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert again.answers.content(*GOAL) is None
    again.close()


@pytest.mark.usefixtures("known")
def test_on_a_full_disk_locking_and_closing_wait_and_the_text_stays(plan: PlanPage, plan_file: Path) -> None:
    plan.settle()
    with full_disk(plan_file.stat().st_size // 2):
        plan.session.draft(GOAL, LONG)
        for leave in (plan.window.lock, plan.window.close_plan, plan.window.close):
            leave()
            plan.button(RETRY)
            assert plan.sees("De schijf of stick")
            assert plan.shell.isEnabled()
        assert plan.session.answers.content(*GOAL) == LONG
    plan.click(RETRY)
    plan.qtbot.waitUntil(lambda: plan.window.plan is None, timeout=PATIENCE)


# The end of the session


@pytest.mark.usefixtures("known")
def test_logging_out_saves_and_closes_before_the_system_goes_on(plan: PlanPage, plan_file: Path) -> None:
    probe = plan.probe("Naam")
    assert isinstance(probe, LineProbe)
    probe.type("Nog even de naam")
    tell("commitDataRequest")
    assert plan.window.plan is None
    other = open_plan(Path(shutil.copy(plan_file, plan_file.with_name("Na.radplan"))), PASSPHRASE, officer=OFFICER)
    assert other.answers.text("plan", "naam") == "Nog even de naam"
    assert not other.restored
    other.close()
    tell("saveStateRequest")
    assert manager().restartHint() is QSessionManager.RestartHint.RestartNever
    locked(plan).unlock(PASSPHRASE)


@pytest.mark.usefixtures("known")
def test_logging_out_while_nothing_can_be_saved_keeps_the_text_on_the_screen(refused: PlanPage) -> None:
    tell("commitDataRequest")
    assert refused.window.plan is not None
    assert refused.sees("niet meer op zijn plek")
    refused.click(ABANDON)
    refused.click(SURE)
    refused.wait_for(UnlockScreen)


def test_after_a_plan_is_closed_the_end_of_the_session_asks_nothing_of_it(plan: PlanPage, window: Window) -> None:
    plan.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    tell("commitDataRequest")
    assert isinstance(window.shown, StartScreen)


def test_closing_the_window_closes_the_plan_first(plan: PlanPage, plan_file: Path, qtbot: QtBot) -> None:
    begun(plan, "Vlak voor het sluiten")
    plan.window.close()
    qtbot.waitUntil(lambda: not plan.window.isVisible(), timeout=PATIENCE)
    again = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert again.answers.content(*GOAL) == "Vlak voor het sluiten"
    again.close()
