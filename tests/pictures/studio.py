"""The studio: a window on the shipped examples in which nothing moves, and what one does in it before a picture is taken."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from PIL import Image
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from radplan_desktop.acts import examples
from radplan_desktop.acts.attachments import attach
from radplan_desktop.acts.opening import create_plan, open_plan
from radplan_desktop.acts.printing import print_document
from radplan_desktop.app import STYLE
from radplan_desktop.host.paths import Paths, private_folder
from radplan_desktop.host.preferences import Officer, Theme
from radplan_desktop.plan.values import PLAN_ROW, TODAY, Answer, Cell, NotApplicable, Parked, encode
from radplan_desktop.ui.look.fonts import load_fonts
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.shell.screen import PlanScreen
from radplan_desktop.ui.start.start_screen import StartScreen
from radplan_desktop.ui.start.unlock import UnlockScreen
from radplan_desktop.ui.window import Window
from radplan_desktop.ui.work import Job, Worker

STAGE = Path(tempfile.gettempdir()) / "radplan-pictures"
"""A folder of one name, for paths are on some pictures."""
WIDE, NARROW = (1280, 770), (1024, 700)
PATIENCE = 30_000
"""Milliseconds after which what one waits for will not come."""
ROUNDS = 50
"""So often one thing may lead to another before all is still."""
STILL = 2
"""So often nothing may come of a round: what was put off until the end of the first is done in the second."""
AFTERNOON = "Goedemiddag. Waar wilt u aan werken?"
DIALOGUE, THEATRE = "lindeveld-in-gesprek", "aan-welke-kant-sta-jij"
LATER = date(2027, 3, 1)
EMPTY_NAME, EMPTY_DAY, EMPTY_PASSPHRASE = (
    "Theater met nagesprek",
    date(2026, 11, 12),
    "paarse fiets telt zeven kievieten",
)
COLOURS = 256
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class WatchedWorker(Worker):
    """WORK; it counts what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def run(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Do it, and count it."""
        self.asked += 1
        return super().run(owner, call, done, failed)


class Studio:
    """One window after another, each on a plan that is opened as anyone opens it."""

    def __init__(self, stage: Path, look: Look) -> None:
        """Furnish a folder that is not there yet."""
        stage.mkdir(mode=0o700)
        self._stage, self.look = stage, look
        self.shipped = {example.id: example for example in examples.examples()}
        self.officer = next(iter(next(iter(self.shipped.values())).officers.values()))
        self.paths = Paths(stage / "config", stage / "data", stage / "state")
        self.paths.documents = stage / "Documenten" / "RadPlan"
        self.paths.documents.mkdir(parents=True)
        self.files = {one.id: examples.write_example(one.id, self._place(one.file)) for one in self.shipped.values()}
        self.empty, self.marked = self._make_empty(), self._make_marked()
        self.settings = Settings(self.paths.config)
        self.worker = WatchedWorker()
        self.know(self.officer)
        self.window = Window(self.look, self.settings, self.paths, self.worker)
        self.window.show()

    def _place(self, name: str) -> Path:
        return self.paths.documents / name

    def _make_empty(self) -> Path:
        path = self._place(f"{EMPTY_NAME}.radplan")
        known = {"naam": EMPTY_NAME, "gemeente": "Lindeveld", TODAY: EMPTY_DAY.isoformat()}
        session = create_plan(path, EMPTY_PASSPHRASE, officer=self.officer)
        session.apply("begin", [(Cell(PLAN_ROW, name), encode(Answer(text))) for name, text in known.items()])
        session.set(Cell(PLAN_ROW, "soort"), Answer(["theater"]))
        session.close()
        return path

    def _make_marked(self) -> Path:
        """Return a plan with an answer that does not apply, one that comes later, and an attachment."""
        example = self.shipped[DIALOGUE]
        path = shutil.copy(self.files[DIALOGUE], private_folder(self._stage / "Kopie") / example.file)
        paper = self._stage / "Evaluatieafspraken.pdf"
        session = open_plan(Path(path), example.passphrase, officer=self.officer)
        paper.write_bytes(print_document(session, "evaluatieafspraken"))
        attach(session, Cell(session.answers.rows("documenten")[0], "bestand"), paper)
        later = Parked(LATER.isoformat(), "na de eerste ronde gesprekken")
        for name, value in (("vraagstuk", NotApplicable("Dit staat al in het raadsbesluit.")), ("hoofddoel", later)):
            session.set(Cell(PLAN_ROW, name), value)
        session.close()
        return Path(path)

    def know(self, officer: Officer, *recent: Path) -> None:
        """Remember who works here, and what was opened before."""
        self.settings.change(lambda now: now._replace(officer=officer, recent=recent))

    def close(self) -> None:
        """Put everything away."""
        self.leave()
        self.window.close()
        self.worker.close()

    # What one does in the window

    def begin(self) -> None:
        """Show the start of somebody who opened all of these before; it is always afternoon."""
        self.leave()
        self.know(self.officer, *self.files.values(), self.empty)
        self.window.arrival.show_start()
        self.shown(StartScreen).heading.setText(AFTERNOON)
        self.settle()

    def unlock(self, path: Path) -> UnlockScreen:
        """Ask for the passphrase of a plan."""
        self.leave()
        self.know(self.officer, path)
        self.window.arrival.unlock(path)
        return self.shown(UnlockScreen)

    def open(self, path: Path, passphrase: str) -> None:
        """Open a plan, unless it is open."""
        plan = self.window.plan
        if plan is None or plan.desk.session.path != path:
            self.unlock(path).tried.emit(passphrase)
            self.until(lambda: self.window.plan is not None)

    def open_example(self, name: str) -> PlanScreen:
        """Open a shipped example."""
        self.open(self.files[name], self.shipped[name].passphrase)
        return self.plan

    def leave(self) -> None:
        """Close the plan that is open."""
        if self.window.plan is not None:
            self.window.close_plan()
            self.until(lambda: self.window.plan is None)

    @property
    def plan(self) -> PlanScreen:
        """The plan that is open."""
        if self.window.plan is None:
            raise RuntimeError("no plan is open")
        return self.window.plan

    def shown(self, kind: type[W]) -> W:
        """Wait for a screen of this kind."""
        self.until(lambda: isinstance(self.window.shown, kind))
        return cast("W", self.window.shown)

    def find(self, kind: type[W], fits: Callable[[W], bool] = lambda _: True) -> W:
        """Wait for a part of the window that can be seen."""

        def found() -> list[W]:
            return [one for one in self.window.findChildren(kind) if one.isVisible() and fits(one)]

        self.until(lambda: bool(found()))
        return found()[0]

    # Time

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something holds; that is looked at whenever the window heard all that was told it."""
        loop, late = QEventLoop(), QTimer(singleShot=True, interval=PATIENCE)

        def look() -> None:
            QApplication.sendPostedEvents()
            if holds():
                loop.quit()

        late.timeout.connect(loop.quit)
        late.start()
        turn = QAbstractEventDispatcher.instance().aboutToBlock
        turn.connect(look)
        loop.exec()
        turn.disconnect(look)
        if not late.isActive() and not holds():
            raise TimeoutError("the window took too long")

    def settle(self) -> None:
        """Wait until nothing goes on: WORK and the file are done, no pause runs out, and everything has its place."""
        still = 0
        for _ in range(ROUNDS):
            still = still + 1 if self._went_round() else 0
            if still == STILL:
                return
        raise TimeoutError("the window goes on and on")

    def _went_round(self) -> bool:
        """Let everything come to its end that goes on now; whether WORK was asked nothing more because of that."""
        asked, done = self.worker.asked, list[None]()
        self.worker.run(self.window, lambda: None, done.append)
        self.until(lambda: bool(done) and not self._pausing())
        return self.worker.asked == asked + 1

    def _pausing(self) -> bool:
        """Whether something waits for its moment, or for the file."""
        plan = self.window.plan
        timers = [*self.window.findChildren(QTimer), *(plan.desk.findChildren(QTimer) if plan is not None else ())]
        running = (timer for timer in timers if timer.isActive())
        pause = any(timer.isSingleShot() or not timer.interval() for timer in running)
        return pause or (plan is not None and plan.desk.session.pending)

    def grab(self) -> Image.Image:
        """Return what is seen: the window, and the dialog over it."""
        self.settle()
        scene = self.window.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.move(self.window.geometry().center() - dialog.rect().center())
            dialog.render(scene, dialog.pos() - self.window.pos())
        image = scene.toImage().convertToFormat(QImage.Format.Format_RGB888)
        size = (image.width(), image.height())
        return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def save_small(image: Image.Image, path: Path) -> None:
    """Save a picture in a palette of its own: a window has few colours, and so it takes a third of the room."""
    small = image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


@contextmanager
def studio() -> Iterator[Studio]:
    """Open the studio: no caret blinks, the clock is the one of Amsterdam, and nothing of it stays behind."""
    os.environ |= {"TZ": "Europe/Amsterdam", "HOME": str(STAGE)}
    time.tzset()
    app = QApplication(["radplan", *STYLE])
    app.setCursorFlashTime(0)
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    load_fonts()
    shutil.rmtree(STAGE, ignore_errors=True)
    try:
        made = Studio(STAGE, Look(app, Theme.LIGHT))
        yield made
        made.close()
    finally:
        shutil.rmtree(STAGE, ignore_errors=True)
    app.quit()
