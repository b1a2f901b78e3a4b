"""The window: it shows one screen at a time, with the commands that go with it, and closes the plan before it closes itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from radplan_desktop.host.assets import resource
from radplan_desktop.host.paths import Paths
from radplan_desktop.host.preferences import Theme
from radplan_desktop.ui import heavy
from radplan_desktop.ui.arrival import Arrival
from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.look.fonts import OTHERS, load_fonts
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.when import Actions, When
from radplan_desktop.ui.work import Worker

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent

    from radplan_desktop.acts.reckoning import OpenedPlan
    from radplan_desktop.ui.about.page import AboutScreen
    from radplan_desktop.ui.dialogs import FileDialogs
    from radplan_desktop.ui.leaving import Leaving
    from radplan_desktop.ui.places import Place
    from radplan_desktop.ui.preferences.page import PreferencesScreen
    from radplan_desktop.ui.shell.screen import PlanScreen

SMALLEST = (1024, 640)
FIRST_SIZE = (1280, 770)
TITLE = "RadPlan"
LOCK_HINT = "Dit plan vergrendelen tot u het wachtwoord weer invult (Ctrl+L)"


class Window(QMainWindow):
    """One window, one plan at a time."""

    def __init__(
        self,
        look: Look,
        settings: Settings,
        paths: Paths,
        worker: Worker,
        *,
        dialogs: FileDialogs | None = None,
        forms: Path | None = None,
    ) -> None:
        super().__init__()
        self._look, self._settings, self._worker = look, settings, worker
        self._shortcuts: list[QAction] = []
        self._actions: Actions = {}
        self._leaving: Leaving | None = None
        self._spots: dict[Path, Place] = {}
        self.plan: PlanScreen | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.arrival = Arrival(self, settings, paths, worker, partial(self._dialogs, dialogs), forms, self)
        self.arrival.entered.connect(self._enter)
        self.choices = Choices(
            look, settings, lambda folder: self._dialogs(dialogs).folder_of_forms(folder or paths.documents)
        )
        self.choices.resized.connect(self._fit)

    def _dialogs(self, given: FileDialogs | None) -> FileDialogs:
        return given or heavy.file_dialogs(self)

    @property
    def shown(self) -> QWidget | None:
        """The screen that is shown."""
        return self._stack.currentWidget()

    def show_screen(
        self, screen: QWidget, actions: Actions | None = None, when: When = When.ALWAYS, *, title: str = ""
    ) -> None:
        """Show a screen in place of the one before it, and offer its commands; ``actions`` says what they do."""
        self._look.complete()
        self._show(screen, title)
        self.offer(actions or {}, when)

    def show_start(self, screen: QWidget) -> None:
        """Show the start; it offers its commands once its first frame is there, for building them takes as long as a part of it."""
        self._show(screen, "")

    def offer(self, actions: Actions, when: When) -> None:
        """Offer these commands, and those that are always there."""
        self._actions = {**self._view_actions(), **actions}
        self._shortcuts = heavy.install(self, self._actions, frozenset((When.ALWAYS, when)))

    def _show(self, screen: QWidget, title: str) -> None:
        for action in self._shortcuts:
            self.removeAction(action)
            action.deleteLater()
        self._shortcuts = []
        before = self._stack.currentWidget()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self.setWindowTitle(f"{title} – {TITLE}" if title else TITLE)

    def complete(self) -> None:
        """Take the rest of the look, and the icon; not before the first frame, for both take longer than one sees."""
        self._look.complete()
        self.setWindowIcon(QtGui.QIcon(str(resource("radplan.svg"))))

    # An open plan

    def _enter(self, opened: OpenedPlan) -> None:
        load_fonts(OTHERS)
        plan = heavy.plan_screen(opened, self._worker, self.arrival.ask_path, self.arrival.ask_file, self.choices)
        session, actions = opened.session, plan.actions_by_name()
        find = plan.header.add_tool("Zoeken", "search", "Zoeken in alle antwoorden (Ctrl+F)")
        find.clicked.connect(lambda _=False: actions["search"]())
        view = plan.header.add_tool("Weergave", "a-large-small", "Kleuren en tekstgrootte")
        view.clicked.connect(lambda: self.open_view_menu(view))
        plan.header.add_tool("Vergrendelen", "lock", LOCK_HINT).clicked.connect(self.lock)
        plan.header.add_tool("Sluiten", "x", "Dit plan sluiten").clicked.connect(self.close_plan)
        plan.close_wanted.connect(self.close_plan)
        self.plan = plan
        self._leaving = heavy.leaving(plan, self._worker, self.arrival.ask_path, self._left)
        self._leaving.kept.connect(lambda path: self._settings.change(lambda now: now.opened(path)))
        heavy.watch(plan, lambda: self._settings.now.lock_after, self.lock, self.leave)
        self.show_screen(plan, {**actions, "lock": self.lock}, When.PLAN, title=session.file_name)
        heavy.go_in(plan, self._spots.pop(session.path, None))
        QTimer.singleShot(0, plan, partial(self._remember, plan))

    def _remember(self, plan: PlanScreen) -> None:
        """Note which file was opened last; not before its first page is there, for a disk takes its time."""
        before = "" if self._settings.told else self._settings.notice
        self._settings.change(lambda now: now.opened(plan.desk.session.path))
        for notice in filter(None, (before, self._settings.notice)):
            heavy.tell(plan, notice)

    def close_plan(self) -> None:
        """Write everything, close the file, and go to the start."""
        if self._leaving is not None:
            self._leaving.begin(self.arrival.show_start)

    def lock(self) -> None:
        """Write everything, close the file, and ask for its passphrase; then the user is back where they were."""
        if self._leaving is not None and not self._leaving.busy:
            self._leaving.begin(self._locked(), locking=True)

    def leave(self, seconds: float) -> bool:
        """Write everything and close the file before returning; whether that worked. It is locked then."""
        return self._leaving is None or self._leaving.at_once(self._locked(), seconds)

    def _locked(self) -> Callable[[], None]:
        plan = self.plan
        if plan is None:
            return self.arrival.show_start
        path, spot = plan.desk.session.path, heavy.spot_of(plan)
        self._spots = {path: spot}
        return partial(self.arrival.unlock, path, locked=True)

    def _left(self) -> None:
        self.plan = self._leaving = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the plan first; the window follows once everything is in the file."""
        if self._leaving is None:
            event.accept()
            return
        event.ignore()
        self._leaving.begin(self.close)

    # Colours and text size

    def _view_actions(self) -> Actions:
        return {
            **{scheme.value: partial(self.choices.choose_theme, scheme) for scheme in Theme},
            "larger": lambda: self.choices.step_text_size(1),
            "smaller": lambda: self.choices.step_text_size(-1),
        }

    def show_preferences(self) -> None:
        """Show the preferences, before a plan is open."""
        self._show_aside(heavy.preferences_screen(self.choices, self._worker))

    def show_about(self) -> None:
        """Show what the program is, before a plan is open."""
        self._show_aside(heavy.about_screen())

    def _show_aside(self, screen: PreferencesScreen | AboutScreen) -> None:
        screen.left.connect(self.arrival.show_start)
        self.show_screen(screen)
        screen.focus()

    def _fit(self) -> None:
        if self.plan is not None:
            self.plan.fit()

    def open_view_menu(self, button: QWidget) -> None:
        """Open the menu of colours and text size under a button."""
        menu = QtWidgets.QMenu(button)
        heavy.fill_view_menu(menu, self._actions, self.choices.now)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
