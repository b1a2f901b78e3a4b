"""Write ``docs/pictures/``: the screens of the window in light and dark, from a shipped example (``make pictures``).

QT_QPA_PLATFORM=offscreen python packaging/pictures.py [FOLDER]
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from radplan_desktop.acts import examples
from radplan_desktop.app import STYLE
from radplan_desktop.guideline.model import Field, Kind, Register
from radplan_desktop.host.paths import Paths
from radplan_desktop.host.preferences import Preferences, Theme
from radplan_desktop.ui.look.fonts import load_fonts
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import GATES, POINTS, Place, Screen
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.shell.screen import PlanScreen
from radplan_desktop.ui.window import Window
from radplan_desktop.ui.work import Worker

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SIZE = (1280, 770)
REST = 400
"""Milliseconds in which the explanation follows the focus and everything is drawn."""
PATIENCE = 20_000


class Studio:
    """Takes pictures of one window, with an example plan in a folder of its own."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.example = examples.examples()[0]
        self.folder = folder
        self.paths = Paths(home / "config", home / "data", home / "state")
        self.paths.documents = home / "Plannen"
        self.plan_file = examples.write_example(self.example.id, self._place(self.example.file))
        self.settings = Settings(self.paths.config)
        self.settings.change(self._known)
        self.look = Look(QApplication.instance(), Theme.LIGHT)  # type: ignore[arg-type]
        self.worker = Worker()
        self.window = Window(self.look, self.settings, self.paths, self.worker)
        self.window.resize(*SIZE)

    def _place(self, name: str) -> Path:
        self.paths.documents.mkdir(parents=True)
        return self.paths.documents / name

    def _known(self, now: Preferences) -> Preferences:
        officer = next(iter(self.example.officers.values()))
        return Preferences(now.theme, now.text_size, officer).opened(self.plan_file)

    def take_all(self) -> None:
        """Take every picture in both themes."""
        self.window.show()
        for scheme in (Theme.LIGHT, Theme.DARK):
            self.look.choose(scheme)
            self.window.arrival.show_start()
            self._take("start", scheme)
            self.window.arrival.unlock(self.plan_file)
            self._take("unlock", scheme)
            plan = self._open()
            for name, place in self._places(plan):
                plan.go(place)
                self._take(name, scheme)
            self.window.close_plan()
            self._until(lambda: self.window.plan is None)
        self.window.close()
        self.worker.close()

    def _open(self) -> PlanScreen:
        shown = self.window.shown
        shown.tried.emit(self.example.passphrase)  # type: ignore[union-attr]
        self._until(lambda: self.window.plan is not None)
        plan = self.window.plan
        if plan is None:
            raise RuntimeError("the example did not open")
        return plan

    def _places(self, plan: PlanScreen) -> list[tuple[str, Place]]:
        section, goal = _first(plan, lambda e: isinstance(e.item, Field) and e.item.kind is Kind.LONGTEXT)
        also, table = _first(
            plan, lambda e: isinstance(e.item, Register) and bool(e.item.prefix) and len(e.item.needs) > 0
        )
        row = plan.desk.answers.rows(table.id)[-1]
        return [
            ("wizard-text", Place(Screen.SECTION, section, goal.id)),
            ("wizard-register", Place(Screen.REGISTER, also, table.id, row)),
            ("open-points", POINTS),
            ("milestones", GATES),
            *(("catch-up", Place(Screen.TRACK, item=track)) for track in plan.desk.guideline.tracks),
            ("sheet", _sheet(plan)),
        ]

    def _take(self, name: str, scheme: Theme) -> None:
        _rest(REST)
        self.folder.mkdir(parents=True, exist_ok=True)
        suffix = "-dark" if scheme is Theme.DARK else ""
        self.window.grab().save(str(self.folder / f"{name}{suffix}.png"))

    def _until(self, holds: Callable[[], bool]) -> None:
        for _ in range(PATIENCE // REST):
            if holds():
                return
            _rest(REST)
        raise TimeoutError("the window took too long")


def _first(plan: PlanScreen, fits: Callable[[Entry], bool]) -> tuple[str, Entry]:
    numbered = [section.id for section in plan.desk.guideline.sections if section.number]
    return next((name, entry) for name in numbered for entry in plan.desk.outlines[name].basis if fits(entry))


def _sheet(plan: PlanScreen) -> Place:
    """Return the place of the first sheet of a numbered section."""
    numbered = [section.id for section in plan.desk.guideline.sections if section.number]
    entries = ((n, e) for n in numbered for e in (*plan.desk.outlines[n].basis, *plan.desk.outlines[n].depth))
    return next(Place(Screen.SHEET, n, e.id) for n, e in entries if isinstance(e.item, Register) and e.item.sheet)


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> int:
    """Take the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    app = QApplication(["radplan", *STYLE])
    load_fonts()
    with tempfile.TemporaryDirectory() as home:
        Studio(Path(home), folder).take_all()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
