"""What lasts is given up with "Annuleren" or Escape: it is said, the keyboard is where it was, and nothing is left of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.acts import attachments, examples
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.refusals import CannotRead
from radplan_desktop.host import paths
from radplan_desktop.host.brake import Brake
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.arrival import MAKING, MAKING_EXAMPLE, OPENING
from radplan_desktop.ui.attachments.viewer import AttachmentViewer
from radplan_desktop.ui.documents.page import NOT_SAVED, SAVING
from radplan_desktop.ui.doing import Doing
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.look.waiting import CANCEL, Waiting
from radplan_desktop.ui.preferences import safety
from radplan_desktop.ui.preferences.page import PreferencesPage
from radplan_desktop.ui.start import example_screen, new_plan, unlock
from radplan_desktop.ui.start.example_screen import ExampleScreen
from radplan_desktop.ui.start.unlock import UnlockScreen
from radplan_desktop.ui.unsaved import COPYING, KEEP, NOT_COPIED, RETRY
from radplan_desktop.ui.window import Window
from radplan_desktop.ui.work import Worker
from tests.ui.conftest import OFFICER, PASSPHRASE, ChosenFiles
from tests.ui.pages import PATIENCE, Page, PlanPage, StartPage, UnlockPage
from tests.ui.test_attachments import box, choose  # noqa: F401 - a fixture
from tests.ui.test_preferences import OTHER, choose_passphrase
from tests.ui.test_preferences import page as preferences  # noqa: F401 - a fixture

GOAL = Cell(PLAN_ROW, "hoofddoel")
MEGABYTE = bytes(1 << 20)


class Held:
    """A thread that is kept busy until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, *_: object) -> None:
        self.begun.set()
        self.go_on.wait(60)


@pytest.fixture
def work(worker: Worker, window: Window) -> Iterator[Held]:
    """WORK is busy with something else until this is let go; so whatever is asked lasts."""
    held = Held()
    worker.run(window, held, lambda _: None)
    assert held.begun.wait(60)
    yield held
    held.go_on.set()


@pytest.fixture
def store(plan: PlanPage) -> Iterator[Held]:
    """STORE is busy until this is let go, as on a slow stick; so whatever is asked of the file lasts."""
    held, session = Held(), plan.session
    plan.settle()
    thread = threading.Thread(target=session.ask, args=(held, CannotRead))
    thread.start()
    assert held.begun.wait(60)
    yield held
    held.go_on.set()
    thread.join(60)


def is_in_sight(widget: QWidget) -> bool:
    """Whether nothing of a widget is scrolled out of sight."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def lasts(page: Page, what: str) -> None:
    """Wait until it is said that something lasts."""
    page.qtbot.waitUntil(lambda: page.sees(what), timeout=PATIENCE)


def come_to_rest(page: Page, worker: Worker, *held: Held) -> None:
    """Let go what was held, and wait until all work that was asked for is done."""
    for one in held:
        one.go_on.set()
    done: list[None] = []
    worker.run(page.window, lambda: None, done.append)
    page.qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)


def blobs(plan: PlanPage) -> int:
    return plan.session.ask(lambda dossier: len(list(dossier.blobs())), CannotRead)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe stands in for a slow disk")
def test_an_attachment_is_given_up_halfway(
    plan: PlanPage,
    box: FieldBox,  # noqa: F811
    dialogs: ChosenFiles,
    tmp_path: Path,
    worker: Worker,
) -> None:
    dialogs.answer = pipe = tmp_path / "film.mp4"
    os.mkfifo(pipe)
    plan.click("Bijlage kiezen…", box)
    with pipe.open("wb") as slow:
        slow.write(MEGABYTE)
        lasts(plan, "De bijlage ‘film.mp4’ wordt toegevoegd…")
        stop = plan.button(CANCEL, box)
        stop.setFocus()
        plan.qtbot.keyClick(stop, Qt.Key.Key_Escape)
        assert plan.sees("De bijlage ‘film.mp4’ is niet toegevoegd.", box)
        assert plan.button("Bijlage kiezen…", box).hasFocus()
        slow.write(MEGABYTE)
    come_to_rest(plan, worker)
    assert plan.session.answers.content(*box.cell) is None
    assert blobs(plan) == 0
    (tmp_path / "kaart.bin").write_bytes(MEGABYTE)
    choose(plan, box, dialogs, tmp_path / "kaart.bin")
    assert not plan.sees("is niet toegevoegd.", box)


@pytest.fixture
def kept(
    plan: PlanPage,
    box: FieldBox,  # noqa: F811
    dialogs: ChosenFiles,
    tmp_path: Path,
) -> FieldBox:
    """A field with an attachment in it, that can be looked at."""
    path = tmp_path / "foto.png"
    path.write_bytes(attachments.PNG + MEGABYTE)
    choose(plan, box, dialogs, path)
    return box


def test_a_copy_of_an_attachment_is_given_up(
    plan: PlanPage, kept: FieldBox, store: Held, dialogs: ChosenFiles, tmp_path: Path, worker: Worker
) -> None:
    (tmp_path / "uit").mkdir()
    dialogs.answer = tmp_path / "uit" / "kopie.png"
    plan.click("Kopie opslaan…", kept)
    lasts(plan, "De kopie ‘kopie.png’ wordt opgeslagen…")
    plan.qtbot.keyClick(plan.button("Kopie opslaan…", kept), Qt.Key.Key_Escape)
    assert plan.sees("De kopie ‘kopie.png’ is niet opgeslagen.", kept)
    assert plan.page.isAncestorOf(kept), "Escape did not leave the page"
    come_to_rest(plan, worker, store)
    assert list((tmp_path / "uit").iterdir()) == []


def test_looking_at_an_attachment_is_given_up_and_one_thing_is_done_at_a_time(
    plan: PlanPage, kept: FieldBox, store: Held, dialogs: ChosenFiles, worker: Worker
) -> None:
    plan.click("Bekijken", kept)
    asked = len(dialogs.asked)
    plan.click("Vervangen…", kept)
    assert plan.sees("De bijlage wordt geopend…"), "it is said at once why nothing else begins"
    assert len(dialogs.asked) == asked
    plan.click(CANCEL, kept)
    assert plan.sees("De bijlage is niet geopend.", kept)
    come_to_rest(plan, worker, store)
    assert not plan.window.findChildren(AttachmentViewer)


def test_saving_a_document_is_given_up(
    plan: PlanPage, dialogs: ChosenFiles, tmp_path: Path, worker: Worker, request: pytest.FixtureRequest
) -> None:
    plan.step("Documenten")
    come_to_rest(plan, worker)
    held = request.getfixturevalue("work")
    (tmp_path / "uit").mkdir()
    dialogs.answer = tmp_path / "uit" / "Stuk.pdf"
    plan.click("Opslaan als PDF…")
    lasts(plan, SAVING)
    plan.click(CANCEL)
    assert plan.sees(NOT_SAVED)
    assert plan.button("Opslaan als PDF…").hasFocus()
    come_to_rest(plan, worker, held)
    assert list((tmp_path / "uit").iterdir()) == []
    plan.click("Opslaan als PDF…")
    plan.qtbot.waitUntil(lambda: plan.sees("Opgeslagen als Stuk.pdf."), timeout=PATIENCE)


def test_another_passphrase_is_given_up(
    plan: PlanPage,
    preferences: PreferencesPage,  # noqa: F811
    store: Held,
    worker: Worker,
    plan_file: Path,
) -> None:
    card = preferences.passphrase
    choose_passphrase(plan, preferences, OTHER)
    plan.qtbot.waitUntil(card.button.isEnabled, timeout=PATIENCE)
    plan.click("Wijzigen")
    lasts(plan, safety.BUSY)
    assert not card.old.isEnabled()
    plan.qtbot.waitUntil(lambda: is_in_sight(card.waiting.button))
    plan.click(CANCEL, card.waiting)
    assert plan.sees(safety.GIVEN_UP)
    assert (card.old.isEnabled(), card.part.first.text(), card.button.hasFocus()) == (True, OTHER, True)
    come_to_rest(plan, worker, store)
    plan.close()
    open_plan(plan_file, PASSPHRASE, officer=OFFICER).close()


def test_a_copy_elsewhere_is_given_up_and_the_ways_on_are_back(
    plan: PlanPage, plan_file: Path, dialogs: ChosenFiles, tmp_path_factory: pytest.TempPathFactory, worker: Worker
) -> None:
    plan.settle()
    away = plan_file.parent.rename(plan_file.parent.with_name(f"{plan_file.parent.name} eruit"))
    plan.session.set(GOAL, Answer("Na het uittrekken"))
    plan.click("Sluiten")
    plan.button(RETRY)
    folder, held = tmp_path_factory.mktemp("elders"), Held()
    worker.run(plan.window, held, lambda _: None)
    dialogs.answer = folder / "Plan - kopie.radplan"
    plan.click(KEEP)
    assert plan.sees(COPYING)
    assert plan.button(CANCEL).hasFocus()
    plan.qtbot.keyClick(plan.button(CANCEL), Qt.Key.Key_Escape)
    assert plan.sees(NOT_COPIED)
    assert plan.button(RETRY).hasFocus()
    come_to_rest(plan, worker, held)
    assert list(folder.iterdir()) == []
    away.rename(plan_file.parent)
    plan.click(RETRY)
    plan.qtbot.waitUntil(lambda: plan.window.plan is None, timeout=PATIENCE)


@pytest.mark.parametrize("by_key", [True, False], ids=["Escape", "Annuleren"])
def test_a_new_plan_is_given_up_and_made_after_all(
    start: StartPage, tmp_path: Path, worker: Worker, request: pytest.FixtureRequest, *, by_key: bool
) -> None:
    page = start.new_plan()
    page.save_at(tmp_path / "uit" / "Dorp.radplan")
    (tmp_path / "uit").mkdir()
    page.choose_passphrase(PASSPHRASE)
    page.qtbot.waitUntil(page.screen.button.isEnabled, timeout=PATIENCE)
    held = request.getfixturevalue("work")
    page.click("Plan maken")
    lasts(page, MAKING)
    if by_key:
        page.qtbot.keyClick(page.screen.button, Qt.Key.Key_Escape)
    else:
        page.click(CANCEL)
    assert page.sees(new_plan.GIVEN_UP)
    assert page.screen.button.hasFocus()
    come_to_rest(page, worker, held)
    assert list((tmp_path / "uit").iterdir()) == []
    assert page.make().session.file_name == "Dorp"


def test_opening_is_given_up_and_done_after_all(
    start: StartPage, plan_file: Path, worker: Worker, request: pytest.FixtureRequest
) -> None:
    start.window.arrival.unlock(plan_file)
    start.know_officer()
    start.wait_for(UnlockScreen)
    page = UnlockPage(start.qtbot, start.window)
    come_to_rest(page, worker)
    held = request.getfixturevalue("work")
    page.try_passphrase(PASSPHRASE)
    lasts(page, OPENING)
    page.qtbot.keyClick(page.screen.line, Qt.Key.Key_Escape)
    assert page.sees(unlock.GIVEN_UP)
    assert page.screen.line.hasFocus()
    come_to_rest(page, worker, held)
    assert page.window.plan is None
    assert page.unlock(PASSPHRASE).session.file_name == "Plan"


def test_an_example_is_given_up(start: StartPage, worker: Worker, request: pytest.FixtureRequest) -> None:
    shipped = examples.examples()[0]
    start.click("Voorbeeldplan")
    start.know_officer()
    start.wait_for(ExampleScreen)
    come_to_rest(start, worker)
    held = request.getfixturevalue("work")
    start.click(f"{shipped.title} openen")
    lasts(start, MAKING_EXAMPLE)
    start.click(CANCEL)
    assert start.sees(example_screen.GIVEN_UP)
    assert start.button(f"{shipped.title} openen").hasFocus()
    come_to_rest(start, worker, held)
    assert isinstance(start.window.shown, ExampleScreen)
    assert not (paths.standard().data / shipped.file).exists()


def test_what_went_too_far_says_why_it_goes_on_and_goes_on(worker: Worker, qtbot: QtBot) -> None:
    around, begin, held, outcome = QWidget(), QPushButton("Begin"), Held(), list[str]()
    qtbot.addWidget(around)
    waiting = Waiting(around)
    lines = QVBoxLayout(around)
    lines.addWidget(begin)
    lines.addWidget(waiting)
    around.show()
    doing = Doing(worker, waiting, lambda: outcome.append("opgegeven"))

    def go_through(brake: Brake) -> str:
        brake.let_go()
        held()
        return "gedaan"

    doing.begin("Bezig…", go_through, outcome.append, print, "Stoppen kan niet meer.")
    qtbot.waitUntil(lambda: any(label.text() == "Stoppen kan niet meer." for label in waiting.findChildren(QLabel)))
    qtbot.waitUntil(waiting.isVisible)
    assert not waiting.button.isVisible()
    qtbot.keyClick(begin, Qt.Key.Key_Escape)
    doing.give_up()
    held.go_on.set()
    qtbot.waitUntil(lambda: bool(outcome))
    assert (outcome, waiting.isVisible()) == (["gedaan"], False)
