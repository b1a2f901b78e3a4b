"""The window without a screen, on real plans in real encrypted files. A widget that stays behind fails the test that left it."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.opening import create_plan, open_plan
from radplan_desktop.acts.reckoning import OpenedPlan, reckon
from radplan_desktop.acts.session import Session
from radplan_desktop.app import STYLE
from radplan_desktop.host import paths
from radplan_desktop.host.preferences import Officer, Theme
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.dialogs import FileDialogs
from radplan_desktop.ui.gathering import Gathering
from radplan_desktop.ui.immortal import keep_true_alive
from radplan_desktop.ui.look.fonts import load_fonts
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.window import Window
from radplan_desktop.ui.work import Worker
from tests.ui.keyboard import Keyboard, MouseWatch
from tests.ui.pages import PlanPage, StartPage

PASSPHRASE = "zeven ganzen zwemmen langs de dijk"
OFFICER = Officer("M. de Wit", "Coördinator", "Gemeente Lindeveld")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do (size hints, raising, grabbing); nothing else may be said."""
    for item in items:
        if "tests/ui/" in item.nodeid.replace(os.sep, "/"):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["radplan", *STYLE]


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    keep_true_alive()
    load_fonts()
    worn = Look(qapp, Theme.LIGHT)
    worn.complete()
    return worn


@pytest.fixture(autouse=True)
def gathering(qapp: QApplication) -> Iterator[None]:
    """Throw away on this thread only, as the program does."""
    del qapp
    one = Gathering()
    yield
    one.stop()


@pytest.fixture(autouse=True)
def no_widget_stays_behind(look: Look) -> Iterator[None]:
    """Fail a test after which a window or loose widget is still there."""
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    assert not left, f"left behind: {left}"


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


class ChosenFiles(FileDialogs):
    """Stands in for the dialogs of the operating system: what "the user" chooses is set beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.answer: Path | None = None
        self.asked: list[Path] = []

    def plan_to_open(self, folder: Path) -> Path | None:
        self.asked.append(folder)
        return self.answer

    def file_to_add(self, folder: Path) -> Path | None:
        self.asked.append(folder)
        return self.answer

    def place_for(self, suggestion: Path) -> Path | None:
        self.asked.append(suggestion)
        return self.answer


@pytest.fixture
def dialogs() -> ChosenFiles:
    return ChosenFiles()


@pytest.fixture
def settings() -> Settings:
    return Settings(paths.standard().config)


@pytest.fixture
def window(look: Look, settings: Settings, worker: Worker, dialogs: ChosenFiles, qtbot: QtBot) -> Iterator[Window]:
    """The whole window, shown, on no screen yet. What is open at the end is closed."""
    window = Window(look, settings, paths.standard(), worker, dialogs=dialogs)
    window.show()
    yield window
    if window.plan is not None:
        window.close_plan()
        qtbot.waitUntil(lambda: window.plan is None)
    window.close()
    window.deleteLater()


@pytest.fixture
def start(window: Window, qtbot: QtBot) -> StartPage:
    window.arrival.show_start()
    return StartPage(qtbot, window)


@pytest.fixture(scope="session")
def empty_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with a name and a municipality, made once: making a key takes a quarter of a second."""
    path = tmp_path_factory.mktemp("plan") / "Leeg.radplan"
    session = create_plan(path, PASSPHRASE, officer=OFFICER)
    roles = session.guideline.role
    names = {roles("plan_name"): "Lindeveld in gesprek", roles("municipality"): "Lindeveld"}
    session.change("begin", [(Cell(PLAN_ROW, name), Answer(text)) for name, text in names.items()])
    session.close()
    return path


@pytest.fixture
def plan_file(empty_plan: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_plan, tmp_path / "Plan.radplan"))


Entered = Callable[[Session], PlanPage]


@pytest.fixture
def enter(window: Window, qtbot: QtBot) -> Entered:
    """Show a session in the window, as unlocking it does."""

    def entered(session: Session) -> PlanPage:
        window.arrival.entered.emit(OpenedPlan(session, reckon(session.answers)))
        return PlanPage(qtbot, window)

    return entered


@pytest.fixture
def plan(plan_file: Path, enter: Entered) -> PlanPage:
    """An almost empty plan, open in the window."""
    return enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER))


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[None]:
    """Fail a test in which a mouse is used."""
    watch = MouseWatch()
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    assert not watch.seen, f"a mouse was used: {watch.seen[:3]}"


@pytest.fixture
def keys(plan: PlanPage, no_mouse: None, qtbot: QtBot) -> Keyboard:
    """The keyboard and no mouse, on the first section of an almost empty plan."""
    keys = Keyboard(qtbot, plan.window)
    keys.chord("Ctrl+1")
    page, outline = plan.page, plan.shell.desk.outlines[plan.shell.place.section]
    qtbot.waitUntil(lambda: len(getattr(page, "cards", ())) == len(outline.basis))
    return keys
