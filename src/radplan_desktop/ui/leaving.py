"""Out of an open plan: what is being typed is settled, everything written, the file closed; and if the file refuses, what then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from radplan_desktop.acts import edits
from radplan_desktop.acts.elsewhere import Kept, keep_elsewhere
from radplan_desktop.acts.lines import ADDING
from radplan_desktop.acts.refusals import CannotSave, Refusal
from radplan_desktop.guideline.model import Chart, Register
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.around import around
from radplan_desktop.ui.asking import AskPath
from radplan_desktop.ui.doing import Doing
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.waiting import LONG
from radplan_desktop.ui.places import WITHIN, Place, Screen, place_of_cell
from radplan_desktop.ui.register.screen import RegisterScreen
from radplan_desktop.ui.register.table import AddRow
from radplan_desktop.ui.shell.screen import PlanScreen
from radplan_desktop.ui.unsaved import COPYING, Cover, UnsavedNotice, listed
from radplan_desktop.ui.work import Worker

CLOSING, LOCKING = "Het plan wordt opgeslagen en gesloten…", "Het plan wordt opgeslagen en vergrendeld…"
RESTORED = "RadPlan stopte terwijl u typte. Wat u toen typte, staat er weer. Kijk na of het klopt."
BEGUN = "Die had u getypt en nog niet toegevoegd."
UNREAD = "Wat u daar typte, is nog geen antwoord. Het staat er weer en telt nog niet mee."
TRIES = 3

Then = Callable[[], object]


class Leaving(QObject):
    """Takes one open plan out of the window. ``gone`` is called when its file is closed, before what comes then."""

    kept = Signal(object)
    """The path of a copy that was made elsewhere."""

    def __init__(self, plan: PlanScreen, worker: Worker, ask: AskPath, gone: Then) -> None:
        super().__init__(plan)
        self._plan, self._worker, self._ask, self._gone = plan, worker, ask, gone
        self._session = plan.desk.session
        self._then: Then | None = None
        self._focus: QWidget | None = None
        self._cover: Cover | None = None
        self._dismissed = 0
        self._patience = QTimer(self, singleShot=True, interval=LONG)
        self._patience.timeout.connect(lambda: self._hide_plan(CLOSING))
        self.notice = UnsavedNotice()
        self._copying = Doing(worker, self.notice.waiting, self.notice.say_not_kept)
        self.notice.hide()
        plan.show_above(self.notice)
        plan.desk.bridge.failed.connect(self._still_failing)
        plan.desk.bridge.saved.connect(self._saved)
        self.notice.retried.connect(self._retry)
        self.notice.kept.connect(self._keep)
        self.notice.abandoned.connect(self._abandon)

    @property
    def busy(self) -> bool:
        """Whether the plan is being closed just now."""
        return self._then is not None and not self._plan.isEnabled()

    def begin(self, then: Then, *, locking: bool = False) -> None:
        """Close the plan; ``then`` is called once that is done. While it is being closed, only what comes then is changed."""
        if self.busy:
            self._then = then
            return
        if self._dismissed < TRIES and _dismiss():
            self._dismissed += 1
            QTimer.singleShot(0, self, lambda: self.begin(then, locking=locking))
            return
        self._dismissed, self._then = 0, then
        self._finish()
        if locking:
            self._hide_plan(LOCKING)
        else:
            self._patience.start()
        self._worker.run(self, self._session.close, lambda _: self._closed(), self._refused)

    def at_once(self, then: Then, seconds: float) -> bool:
        """Close the plan before returning, for who cannot wait; return whether everything is in the file."""
        self._then = then
        self._finish()
        try:
            self._session.close(within=seconds)
        except CannotSave as error:
            self._refused(error)
            return False
        self._closed()
        return True

    def _finish(self) -> None:
        """Take in what is being typed anywhere, and take no more."""
        self.notice.hide()
        focus = QApplication.focusWidget()
        if focus is not None and self._plan.isAncestorOf(focus):
            self._focus = focus
            focus.destroyed.connect(self._forget)
            focus.clearFocus()
        if not self._session.read_only:
            for line in self._plan.findChildren(AddRow):
                line.finish()
        self._plan.finish_typing()
        self._plan.setEnabled(False)

    def _forget(self) -> None:
        self._focus = None

    def _hide_plan(self, sentence: str) -> None:
        window = self._plan.window()
        if self._cover is None:
            self._cover = Cover(window, sentence)

    def _show_plan(self) -> None:
        self._patience.stop()
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def _closed(self) -> None:
        if self._then is None:
            return
        then, self._then = self._then, None
        self._show_plan()
        self._plan.desk.close()
        self._gone()
        then()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._show_plan()
        self._plan.setEnabled(True)
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._plan.banner.hide()
        self.notice.say(error.sentence, self._session.unsaved)

    def _still_failing(self) -> None:
        """Say it once: the notice above the page says more than the banner."""
        if self.notice.isVisible():
            self._plan.banner.hide()

    def _saved(self) -> None:
        """Everything is in the file after all."""
        if not self.notice.good:
            self.notice.hide()

    # What then

    def _retry(self) -> None:
        if self._then is not None:
            self.begin(self._then)

    def _keep(self) -> None:
        target = self._ask(f"{self._session.file_name} - kopie.radplan")
        if target is not None:
            self._plan.finish_typing()
            session = self._session
            self._copying.begin(
                COPYING, lambda brake: keep_elsewhere(session, target, brake), self._kept, self._not_kept
            )
            self.notice.say_copying()

    def _kept(self, kept: Kept) -> None:
        self.kept.emit(kept.path)
        self.notice.say_kept(kept.path, whole=kept.whole)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.notice.say_not_kept(error.sentence)

    def _abandon(self) -> None:
        self._plan.setEnabled(False)
        session = self._session
        self._worker.run(self, lambda: session.close(abandon=True), lambda _: self._closed())


def _dismiss() -> bool:
    """Close the menu or dialog that stands over the window; whether there was one."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return over is not None and over.close()


def spot_of(plan: PlanScreen) -> Place:
    """Return where the user is in a plan: page, row and field."""
    here, box = plan.place, around(QApplication.focusWidget(), FieldBox)
    if here.screen in WITHIN:
        chosen = plan.page.table.row if isinstance(plan.page, RegisterScreen) else here.row
        return replace(here, row=chosen, field="") if box is None else replace(here, row=box.row, field=box.field.id)
    found = place_of_cell(plan.desk.answers, box.cell) if box is not None else None
    return found if found is not None and (found.screen, found.section) == (here.screen, here.section) else here


def tell(plan: PlanScreen, notice: str) -> None:
    """Say above the page what there is to say of this laptop: a sentence or more."""
    banner = Banner("warn", "triangle-alert", closable=True)
    plan.show_above(banner)
    banner.say_sentences(notice)


def go_in(plan: PlanScreen, spot: Place | None) -> None:
    """Go to a place in a plan that was just opened, else to where it opens; say it when cut off typing came back."""
    answers, restored = plan.desk.answers, plan.desk.session.restored
    if spot is None:
        plan.go_first()
    else:
        plan.go(spot if not spot.row or answers.exists(spot.row) else replace(spot, row="", field=""))
    typed = [(edits.label_of(answers, cell), _place(plan, cell)) for cell in sorted(restored)]
    unread = _unread(plan)
    lines = [(label, place) for label, place in _begun_lines(plan) if place != replace(plan.place, row="", field="")]
    places = typed + unread + lines
    if places:
        way = next((place for _, place in places if place), None)
        why = RESTORED if typed else UNREAD if unread else BEGUN
        banner = _tell_restored(plan, list(dict.fromkeys(label for label, _ in places)), way, why)
        if way is not None and {place for _, place in places} == {way}:
            plan.desk.went.connect(
                lambda place: banner.hide() if place == way and place.screen is Screen.SHEET else None
            )


def _unread(plan: PlanScreen) -> list[tuple[str, Place | None]]:
    """Return the questions at which something was typed that is no answer, such as half a date."""
    answers = plan.desk.answers
    found = ((edits.label_of(answers, cell), _place(plan, cell)) for cell in plan.desk.session.begun_cells)
    return [(label, place) for label, place in found if place is not None]


def _begun_lines(plan: PlanScreen) -> list[tuple[str, Place | None]]:
    """Return the sheets and tables with a line that was typed in and not added yet."""
    found: list[tuple[str, Place | None]] = []
    for name in plan.desk.session.begun_lines:
        card, adds = name.removeprefix(ADDING), name.startswith(ADDING)
        homes = ((section, outline.find(card)) for section, outline in plan.desk.outlines.items())
        section, entry = next(((section, entry) for section, entry in homes if entry is not None), ("", None))
        if entry is None or not (adds or (isinstance(entry.item, Register) and entry.item.sheet)):
            continue
        table = Screen.BOARD if isinstance(entry.item, Chart) else Screen.REGISTER
        screen = table if adds else Screen.SHEET
        line = "een rij" if adds else "een regel"
        found.append((f"{line} bij {entry.item.label}", Place(screen, section, card)))
    return found


def _tell_restored(plan: PlanScreen, labels: list[str], place: Place | None, why: str) -> Banner:
    banner = Banner("info", "archive-restore", closable=True)
    plan.show_above(banner)
    banner.say(f"Hersteld: {listed(labels)}.", why, "Naar de vraag" if place is not None else "")
    banner.pressed.connect(lambda: plan.go(place) if place is not None else None)
    banner.pressed.connect(banner.hide)
    return banner


def _place(plan: PlanScreen, cell: Cell) -> Place | None:
    found = place_of_cell(plan.desk.answers, cell)
    return found if found is not None and found.screen in (Screen.SECTION, Screen.REGISTER) else None
