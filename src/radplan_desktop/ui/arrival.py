"""From the start to an open plan: which screen leads to which, and the work in between that must not hold up the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from radplan_desktop.host.paths import Paths
from radplan_desktop.host.preferences import Officer
from radplan_desktop.ui import heavy
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.start.start_screen import StartScreen
from radplan_desktop.ui.when import Actions, When
from radplan_desktop.ui.work import Worker

if TYPE_CHECKING:
    from radplan_desktop.acts.examples import ExampleInfo
    from radplan_desktop.acts.reckoning import OpenedPlan
    from radplan_desktop.guideline.model import Guideline
    from radplan_desktop.ui.dialogs import FileDialogs
    from radplan_desktop.ui.doing import Doing
    from radplan_desktop.ui.start.new_plan import NewPlan
    from radplan_desktop.ui.start.unlock import UnlockScreen

NO_PLACE = (
    "RadPlan mag niet schrijven in uw eigen map op deze computer, en kan daar het voorbeeld dus niet neerzetten. Vraag uw beheerder"
    " om schrijfrechten. Uw eigen plannen kunt u wel openen."
)
UNREACHABLE = "Het bestand kan daar niet worden gelezen of geschreven. Kies een andere plek. Er is niets veranderd."
MAKING, MAKING_EXAMPLE = "Het plan wordt gemaakt…", "Het voorbeeldplan wordt gemaakt…"
OPENING = "Het plan wordt geopend…"


class Stage(Protocol):
    """Where screens are shown: the window."""

    @property
    def shown(self) -> QWidget | None:
        """The screen that is shown."""

    def show_screen(
        self, screen: QWidget, actions: Actions | None = None, when: When = When.ALWAYS, *, title: str = ""
    ) -> None:
        """Show a screen in place of the one before it."""

    def show_start(self, screen: QWidget) -> None:
        """Show the start, without its commands."""

    def offer(self, actions: Actions, when: When) -> None:
        """Offer these commands."""

    def complete(self) -> None:
        """Take the rest of the look."""

    def open_view_menu(self, button: QWidget) -> None:
        """Open the menu of colours and text size under a button."""

    def show_preferences(self) -> None:
        """Show the preferences."""

    def show_about(self) -> None:
        """Show what the program is."""


class Arrival(QObject):
    """The screens before a plan is open. Ends with ``entered``."""

    entered = Signal(object)
    """An OpenedPlan."""

    def __init__(
        self,
        stage: Stage,
        settings: Settings,
        paths: Paths,
        worker: Worker,
        dialogs: Callable[[], FileDialogs],
        forms: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage, self._settings, self._paths, self._worker = stage, settings, paths, worker
        self._dialogs, self._given_forms = dialogs, forms

    @property
    def _forms(self) -> Path | None:
        """The forms of a municipality: those named at the start, else those of the preferences of now."""
        return self._given_forms or self._settings.now.forms_overlay

    def show_start(self) -> None:
        """Show the start."""
        start = StartScreen(self._settings.now.recent)
        start.new_wanted.connect(self.new_plan)
        start.open_wanted.connect(self.open_file)
        start.example_wanted.connect(self.show_examples)
        start.file_wanted.connect(self.unlock)
        start.forget_wanted.connect(self._forget)
        start.view_wanted.connect(lambda: self._stage.open_view_menu(start.view))
        start.preferences_wanted.connect(self._stage.show_preferences)
        start.about_wanted.connect(self._stage.show_about)
        start.painted.connect(lambda: QTimer.singleShot(0, start, partial(self._after_first_frame, start)))
        self._stage.show_start(start)
        start.setFocus()

    def _after_first_frame(self, start: StartScreen) -> None:
        heavy.name_roles()
        start.new.setFocus()
        actions = {"new_plan": self.new_plan, "open_file": self.open_file}
        asides = {"preferences": self._stage.show_preferences, "about": self._stage.show_about}
        self._stage.offer({**actions, **asides}, When.START)
        self._stage.complete()
        if self._settings.notice:
            start.note(self._settings.notice)
            self._settings.told = True
        recent = self._settings.now.recent
        self._worker.run(self, lambda: tuple(path for path in recent if not path.exists()), self._show_missing)
        self._load()

    def _load(self) -> None:
        """Load what an open plan needs while the user is busy; what is wrong with it is said when it is needed."""
        self._worker.run(self, lambda: heavy.load(self._forms), self._load_screens, self._load_screens)

    def _load_screens(self, _: object) -> None:
        heavy.load_screens(self)

    def _show_missing(self, missing: tuple[Path, ...]) -> None:
        if isinstance(self._stage.shown, StartScreen):
            self._stage.shown.show_missing(missing)

    def _forget(self, path: Path | None) -> None:
        self._settings.change(lambda now: now.forgotten(path))
        if isinstance(self._stage.shown, StartScreen):
            self._stage.shown.show_recent(self._settings.now.recent)

    def _say_on_start(self, error: Exception) -> None:
        self.show_start()
        if isinstance(self._stage.shown, StartScreen):
            self._stage.shown.say(sentence(error))

    def _known_officer(self, then: Callable[[], None]) -> bool:
        """Whether we know who works here; if not, ask first and go on after that."""
        if self._settings.now.officer.name:
            return True
        screen = heavy.officer_screen(self._settings.now.officer)

        def answered(officer: Officer) -> None:
            self._settings.change(lambda now: now._replace(officer=officer))
            then()

        screen.answered.connect(answered)
        screen.cancelled.connect(self.show_start)
        self._stage.show_screen(screen)
        screen.focus()
        return False

    # A new plan

    def new_plan(self) -> None:
        """Ask what a new plan begins with."""
        if self._known_officer(self.new_plan):
            self._worker.run(self, lambda: heavy.load(self._forms), self._ask_new_plan, self._say_on_start)

    def _ask_new_plan(self, guideline: Guideline) -> None:
        screen = heavy.new_plan_screen(
            guideline, self._paths.documents, self._worker, self.ask_path, self._settings.folder
        )
        officer = self._settings.now.officer

        doing = heavy.doing(self._worker, screen.waiting, screen.show_given_up, self)

        def make(wanted: NewPlan) -> None:
            doing.begin(
                MAKING,
                lambda brake: heavy.create_plan(wanted, officer, self._forms, self._paths.documents, brake),
                partial(self._arrive, screen),
                lambda error: screen.show_error(sentence(error)),
            )

        screen.wanted.connect(make)
        screen.cancelled.connect(self.show_start)
        self._stage.show_screen(screen)
        screen.focus()

    def ask_path(self, name: str) -> Path | None:
        """Ask where to save a file; a bare name is offered in the folder of documents."""
        suggestion = Path(name)
        return self._dialogs().place_for(suggestion if suggestion.is_absolute() else self._paths.documents / name)

    def ask_file(self) -> Path | None:
        """Ask which file to add to the plan."""
        return self._dialogs().file_to_add(self._paths.documents)

    # An existing plan

    def show_examples(self) -> None:
        """Show the examples to choose from."""
        if self._known_officer(self.show_examples):
            self._worker.run(self, heavy.examples, self._choose_example, self._say_on_start)

    def _choose_example(self, shipped: Sequence[ExampleInfo]) -> None:
        known = {one.id: one for one in shipped}
        screen = heavy.example_screen(shipped)
        doing = heavy.doing(self._worker, screen.waiting, screen.show_given_up, self)

        def chosen(name: str) -> None:
            screen.show_error("")
            doing.begin(
                MAKING_EXAMPLE,
                lambda brake: heavy.example_file(name, self._paths.data / known[name].file, brake),
                self.unlock,
                lambda error: screen.show_error(NO_PLACE if isinstance(error, OSError) else sentence(error)),
            )

        screen.chosen.connect(chosen)
        screen.cancelled.connect(doing.give_up)
        screen.cancelled.connect(self.show_start)
        self._stage.show_screen(screen)
        screen.focus()

    def open_file(self) -> None:
        """Ask which file to open."""
        recent = self._settings.now.recent
        path = self._dialogs().plan_to_open(recent[0].parent if recent else self._paths.documents)
        if path is not None:
            self.unlock(path)

    def unlock(self, path: Path, *, locked: bool = False) -> None:
        """Ask for the passphrase of a file; ``locked`` when the user was in it just now."""
        if not self._known_officer(lambda: self.unlock(path)):
            return
        screen = heavy.unlock_screen(path, locked=locked)
        doing = heavy.doing(self._worker, screen.waiting, screen.show_given_up, self)
        screen.tried.connect(lambda passphrase: self._open(screen, doing, passphrase))
        screen.other_wanted.connect(doing.give_up)
        screen.other_wanted.connect(self.show_start)
        self._stage.show_screen(screen, title=path.stem)
        screen.focus()
        self._worker.run(screen, heavy.examples, lambda shipped: self._show_practice(screen, shipped), lambda _: None)
        self._load()

    def _show_practice(self, screen: UnlockScreen, shipped: Sequence[ExampleInfo]) -> None:
        mine = [one.passphrase for one in shipped if screen.path == self._paths.data / one.file]
        if mine and screen is self._stage.shown:
            screen.show_practice(mine[0])

    def _open(self, screen: UnlockScreen, doing: Doing, passphrase: str) -> None:
        officer, forms = self._settings.now.officer, self._forms
        doing.begin(
            OPENING,
            lambda brake: heavy.open_plan(screen.path, passphrase, officer, forms, brake),
            partial(self._arrive, screen),
            lambda error: screen.show_error(sentence(error)) if screen is self._stage.shown else None,
        )

    def _arrive(self, screen: QWidget, opened: OpenedPlan) -> None:
        """Enter the plan, unless the user went elsewhere in the meantime."""
        if self._stage.shown is screen:
            self.entered.emit(opened)
        else:
            self._worker.run(self, opened.session.close, lambda _: None)


def sentence(error: Exception) -> str:
    """Return the sentence of a refusal; any other error is a fault of the program and is raised."""
    if isinstance(error, OSError):
        return UNREACHABLE
    if heavy.is_refusal(error):
        return str(error)
    raise error
