"""The one door to what loads slowly: the forms, the dossier with its cipher, all screens but the first, and the documents.

Nothing behind it is loaded before the first frame. While the user looks at the start screen or types a passphrase, ``load``
loads on WORK what knows nothing of Qt, and then ``load_screens`` loads the rest on the interface thread, little by little. The
imports stand inside the functions for that reason, here and nowhere else in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from radplan_desktop.host.brake import NO_BRAKE, Brake

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QWidget

    from radplan_desktop.acts.examples import ExampleInfo
    from radplan_desktop.acts.reckoning import OpenedPlan
    from radplan_desktop.guideline.model import Guideline
    from radplan_desktop.host.preferences import Officer, Preferences
    from radplan_desktop.ui.about.page import AboutScreen
    from radplan_desktop.ui.asking import AskFile, AskPath
    from radplan_desktop.ui.choices import Choices
    from radplan_desktop.ui.dialogs import FileDialogs
    from radplan_desktop.ui.doing import Doing
    from radplan_desktop.ui.leaving import Leaving
    from radplan_desktop.ui.look.waiting import Waiting
    from radplan_desktop.ui.pdfium import Drawn
    from radplan_desktop.ui.places import Place
    from radplan_desktop.ui.preferences.page import PreferencesScreen
    from radplan_desktop.ui.shell.screen import PlanScreen
    from radplan_desktop.ui.start.example_screen import ExampleScreen
    from radplan_desktop.ui.start.new_plan import NewPlan, NewPlanScreen
    from radplan_desktop.ui.start.officer import OfficerScreen
    from radplan_desktop.ui.start.unlock import UnlockScreen
    from radplan_desktop.ui.when import Actions, When
    from radplan_desktop.ui.work import Worker

    Leave = Callable[[float], bool]

PURE = ("guideline", "plan", "charts", "acts")
SCREENS = (
    *("look", "documents", "attachments", "editors", "fields", "register", "charts", "ledger", "contacts", "gates"),
    *("pages", "keeping", "overview", "board", "sheet", "history", "search", "preferences", "shell", "start"),
)
AROUND = ("leaving", "watching", "dialogs")
"""What is loaded of the window, in an order in which no room has to wait for a large one behind it."""


def load(forms: Path | None) -> Guideline:
    """Load what an open plan needs besides screens, on WORK, and return the guideline. Raises FormsError."""
    for room in PURE:
        for name in _modules(f"radplan_desktop.{room}"):
            import_module(name)
    from radplan_desktop.acts.opening import guideline_for  # noqa: PLC0415
    from radplan_desktop.charts.measure import covers  # noqa: PLC0415
    from radplan_desktop.ui.immortal import keep_true_alive  # noqa: PLC0415

    keep_true_alive()
    covers("")  # reads the widths of the font
    return guideline_for(forms)


def load_screens(owner: QObject) -> None:
    """Load the screens of an open plan, on the interface thread: WORK must not name anything of Qt (decision 0027)."""
    from radplan_desktop.ui.portions import Portions  # noqa: PLC0415

    Portions(_screens(), owner)


def _screens() -> Iterator[object]:
    """Load the screens, a little at every step. Asked for a widget of its own for the first time, Qt builds the classes of all."""
    from PySide6 import QtWidgets  # noqa: PLC0415

    yield QtWidgets.QScrollArea().viewport()
    yield QtWidgets.QApplication.style()
    window = __name__.rpartition(".")[0]
    for room in SCREENS:
        yield from map(import_module, _modules(f"{window}.{room}"))
    yield from (import_module(f"{window}.{name}") for name in AROUND)


def _modules(room: str) -> list[str]:
    from pkgutil import iter_modules  # noqa: PLC0415

    return [f"{room}.{found.name}" for found in iter_modules(import_module(room).__path__)]


def install(host: QWidget, actions: Actions, when: frozenset[When]) -> list[QAction]:
    """Give a widget the shortcuts of the commands whose actions it knows."""
    from radplan_desktop.ui import commands  # noqa: PLC0415

    return commands.install(host, actions, when)


def fill_view_menu(menu: QMenu, actions: Actions, now: Preferences) -> None:
    """Put the commands of colours and text size in a menu, as they stand with what is chosen now."""
    from radplan_desktop.ui import commands  # noqa: PLC0415

    commands.fill_menu(menu, commands.Menu.VIEW, actions, now)


def name_roles() -> None:
    """Let a screen reader call titles headings and drawings charts, from now on."""
    from radplan_desktop.ui import roles  # noqa: PLC0415

    roles.install()


def open_plan(path: Path, passphrase: str, officer: Officer, forms: Path | None, brake: Brake = NO_BRAKE) -> OpenedPlan:
    """Open a planbestand. Raises CannotOpen, FormsError, and GivenUp: it is closed again then."""
    from radplan_desktop.acts import opening  # noqa: PLC0415
    from radplan_desktop.acts.reckoning import opened  # noqa: PLC0415

    session = opening.open_plan(path, passphrase, officer=officer, forms=forms, brake=brake)
    try:
        plan = opened(session)
        brake.let_go()
    except BaseException:
        session.close()
        raise
    return plan


def create_plan(wanted: NewPlan, officer: Officer, forms: Path | None, home: Path, brake: Brake) -> OpenedPlan:
    """Make a planbestand with the answers and what the profile holds; ``home`` is made if it is not there.

    Raises CannotOpen, CannotSave, FormsError, OSError, and GivenUp: there is no file then.
    """
    from radplan_desktop.acts import opening  # noqa: PLC0415
    from radplan_desktop.acts.profile import take_over  # noqa: PLC0415
    from radplan_desktop.acts.reckoning import opened  # noqa: PLC0415

    if wanted.path.parent == home:
        home.mkdir(parents=True, exist_ok=True)
    session = opening.create_plan(
        wanted.path, wanted.passphrase, officer=officer, forms=forms, answers=wanted.answers, brake=brake
    )
    take_over(session, wanted.profile)
    return opened(session)


def plan_screen(
    opened: OpenedPlan, worker: Worker, ask_path: AskPath, ask_file: AskFile, choices: Choices
) -> PlanScreen:
    """Return the screen of an open plan."""
    from radplan_desktop.ui.asking import Asks  # noqa: PLC0415
    from radplan_desktop.ui.desk import Desk  # noqa: PLC0415
    from radplan_desktop.ui.shell.screen import PlanScreen  # noqa: PLC0415

    name_roles()
    return PlanScreen(Desk(opened.session, opened.standing, worker, Asks(ask_path, ask_file)), choices)


def preferences_screen(choices: Choices, worker: Worker) -> PreferencesScreen:
    """Return the preferences, before a plan is open."""
    from radplan_desktop.ui.preferences.page import PreferencesScreen  # noqa: PLC0415

    return PreferencesScreen(choices, worker)


def about_screen() -> AboutScreen:
    """Return what is told about the program, before a plan is open."""
    from radplan_desktop.ui.about.page import AboutScreen  # noqa: PLC0415

    return AboutScreen()


def new_plan_screen(guideline: Guideline, folder: Path, worker: Worker, ask: AskPath, config: Path) -> NewPlanScreen:
    """Return the screen that asks what a new plan begins with; ``config`` may hold a profile to offer."""
    from radplan_desktop.host import municipality  # noqa: PLC0415
    from radplan_desktop.ui.start.new_plan import NewPlanScreen  # noqa: PLC0415

    return NewPlanScreen(guideline, folder, worker, ask, municipality.load(config))


def officer_screen(officer: Officer) -> OfficerScreen:
    """Return the screen that asks who works here."""
    from radplan_desktop.ui.start.officer import OfficerScreen  # noqa: PLC0415

    return OfficerScreen(officer)


def unlock_screen(path: Path, *, locked: bool = False) -> UnlockScreen:
    """Return the screen that asks for a passphrase."""
    from radplan_desktop.ui.start.unlock import UnlockScreen  # noqa: PLC0415

    name_roles()
    return UnlockScreen(path, locked=locked)


def leaving(plan: PlanScreen, worker: Worker, ask: AskPath, gone: Callable[[], object]) -> Leaving:
    """Return the way out of an open plan."""
    from radplan_desktop.ui.leaving import Leaving  # noqa: PLC0415

    return Leaving(plan, worker, ask, gone)


def spot_of(plan: PlanScreen) -> Place:
    """Return where the user is in a plan."""
    from radplan_desktop.ui import leaving  # noqa: PLC0415

    return leaving.spot_of(plan)


def go_in(plan: PlanScreen, spot: Place | None) -> None:
    """Go to a place in a plan that was just opened, and say what came back."""
    from radplan_desktop.ui import leaving  # noqa: PLC0415

    leaving.go_in(plan, spot)


def tell(plan: PlanScreen, notice: str) -> None:
    """Say above the page what there is to say of this laptop."""
    from radplan_desktop.ui import leaving  # noqa: PLC0415

    leaving.tell(plan, notice)


def watch(plan: PlanScreen, minutes: Callable[[], int], lock: Callable[[], object], leave: Leave) -> None:
    """Lock a plan when nobody is there, and close it when the session ends; this ends with the plan."""
    from radplan_desktop.ui.watching import Idle, SessionEnd  # noqa: PLC0415

    Idle(minutes, plan).passed.connect(lock)
    SessionEnd(leave, plan)


def on_stop(owner: QObject, leave: Callable[[], object]) -> None:
    """Call ``leave`` whenever the system asks the program to stop."""
    from radplan_desktop.ui.watching import Stopping  # noqa: PLC0415

    Stopping(owner).asked.connect(leave)


def doing(worker: Worker, waiting: Waiting, given_up: Callable[[], object], owner: QObject) -> Doing:
    """Return what does work under a line of progress; the outcome is for ``owner``, also when the line is gone by then."""
    from radplan_desktop.ui.doing import Doing  # noqa: PLC0415

    return Doing(worker, waiting, given_up, owner)


def example_screen(shipped: Sequence[ExampleInfo]) -> ExampleScreen:
    """Return the screen that shows the examples."""
    from radplan_desktop.ui.start.example_screen import ExampleScreen  # noqa: PLC0415

    return ExampleScreen([(one.id, one.title, one.summary) for one in shipped])


def file_dialogs(parent: QWidget) -> FileDialogs:
    """Return the dialogs of the operating system."""
    from radplan_desktop.ui.dialogs import FileDialogs  # noqa: PLC0415

    return FileDialogs(parent)


def examples() -> tuple[ExampleInfo, ...]:
    """Return the shipped examples."""
    from radplan_desktop.acts import examples as shipped  # noqa: PLC0415

    return shipped.examples()


def example_file(name: str, path: Path, brake: Brake) -> Path:
    """Write an example as a planbestand, unless it is there already, and return its path.

    Raises CannotOpen, OSError, and GivenUp: there is no file then.
    """
    from radplan_desktop.acts import examples as shipped  # noqa: PLC0415

    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    return shipped.write_example(name, path, brake)


def pdf_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page, in points; PDFium loads the first time. Raises CannotRead."""
    from radplan_desktop.ui import pdfium  # noqa: PLC0415

    return pdfium.sizes(pdf)


def draw_pdf(pdf: bytes, page: int, scale: float) -> Drawn:
    """Draw a page (0 is the first) at ``scale`` pixels for a point. Raises CannotRead."""
    from radplan_desktop.ui import pdfium  # noqa: PLC0415

    return pdfium.draw(pdf, page, scale)


def is_refusal(error: Exception) -> bool:
    """Whether an error is an answer to the user: its text is a Dutch sentence."""
    from radplan_desktop.acts.refusals import Refusal  # noqa: PLC0415
    from radplan_desktop.guideline import FormsError  # noqa: PLC0415

    return isinstance(error, Refusal | FormsError)
