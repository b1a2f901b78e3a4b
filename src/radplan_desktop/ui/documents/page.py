"""The documents screen: the list, the very pages that will be saved, and the options. What is shown follows the answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from radplan_desktop.acts.printing import Printed, documents, printed
from radplan_desktop.guideline.model import Confidentiality
from radplan_desktop.host.brake import Brake
from radplan_desktop.host.files import write_atomically
from radplan_desktop.ui.asking import AskPath
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.documents.leaves import Leaves, leaves_of_pdf
from radplan_desktop.ui.documents.listing import DocumentList
from radplan_desktop.ui.documents.options import DocumentOptions
from radplan_desktop.ui.documents.preview import Preview
from radplan_desktop.ui.doing import Doing
from radplan_desktop.ui.look.plain import row
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.places import POINTS, Place
from radplan_desktop.ui.work import Job

PAUSE = 400
WIDE = 900
MAKING = "Het document wordt gemaakt…"
STOPPED, AFTER_ALL = "Het voorbeeld is niet gemaakt.", "Alsnog maken"
SAVING, NOT_SAVED = "De pdf wordt opgeslagen…", "De pdf is niet opgeslagen."
NOT_WRITTEN = "Het bestand kon daar niet worden opgeslagen. Kies een andere plek. Uw plan staat veilig."


class DocumentsPage(QWidget):
    """Makes the chosen document on WORK, shows it, and saves exactly what it shows."""

    def __init__(self, desk: Desk, ask: AskPath) -> None:
        super().__init__()
        self._desk, self._ask = desk, ask
        self._specs = {spec.id: spec for spec in documents(desk.guideline)}
        self._editions = {spec.id: spec.edition for spec in self._specs.values()}
        self._without: dict[str, frozenset[str]] = dict.fromkeys(self._specs, frozenset())
        self._document = ""
        self._made: Printed | None = None
        self._fresh = False
        self._job: Job | None = None
        self.listing, self.options = DocumentList(tuple(self._specs.values())), DocumentOptions()
        self.preview, self.waiting, self.saving = Preview(desk.worker), Waiting(), Waiting(self.options)
        self._doing = Doing(desk.worker, self.saving, lambda: self.options.say(NOT_SAVED))
        self._arrange()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._make)
        self.listing.chosen.connect(self._choose)
        self.options.edition_chosen.connect(self._choose_edition)
        self.options.left_out.connect(self._leave_out)
        self.options.save_wanted.connect(self._save)
        self.options.points_wanted.connect(lambda: desk.go(POINTS))
        self.waiting.cancelled.connect(self._give_up)
        self.waiting.resumed.connect(self._make)
        desk.changed.connect(self._changed)

    def _arrange(self) -> None:
        line = row(self)
        line.addWidget(self.listing)
        self.preview.hold(self.waiting)
        self.preview.hold(self.saving)
        line.addWidget(self.preview, 1)
        line.addWidget(self.options)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page in the middle the room that is left."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        wide = self.width() >= WIDE * theme().percent // 100
        self.listing.setFixedWidth(249 if wide else max(180, self.listing.least_width))
        self.options.setFixedWidth(max(306 if wide else 236, self.options.save.sizeHint().width() + 36))
        self.preview.fit(narrow=not wide)

    # The shell

    def enter(self, place: Place) -> None:
        """Show the document that was last chosen, or that the place names, and put the focus on it."""
        wanted = place.item if place.item in self._specs else self._document or next(iter(self._specs), "")
        if wanted:
            self.listing.choose(wanted)
            self.listing.rows[wanted].setFocus(Qt.FocusReason.TabFocusReason)
        if not self._fresh:
            self._make()

    def leave(self) -> None:
        """Say nothing any more of what was saved."""
        self.options.say("")

    def showEvent(self, event: QShowEvent) -> None:
        """Make again what changed while nobody looked."""
        super().showEvent(event)
        if self._document and not self._fresh:
            self._make()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing while nobody looks."""
        super().hideEvent(event)
        self._pause.stop()

    # Choosing

    def _choose(self, document: str) -> None:
        self._document = document
        self.options.show_document(self._specs[document], self._editions[document], self._without[document])
        self._make()

    def _choose_edition(self, edition: Confidentiality) -> None:
        if self._document and self._editions[self._document] is not edition:
            self._editions[self._document] = edition
            self.options.say("")
            self._make()

    def _leave_out(self, options: frozenset[str]) -> None:
        if self._document and self._without[self._document] != options:
            self._without[self._document] = options
            self.options.say("")
            self._make()

    def _changed(self) -> None:
        self._fresh = False
        if self.isVisible():
            self._pause.start()

    # Making

    def _make(self) -> None:
        """Make the chosen document as the answers are now; what is being made for nothing is forgotten."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        make = self._printer()
        self._fresh = True
        self.waiting.begin(MAKING)
        self._job = self._desk.worker.start(self, lambda brake: _made(make(brake)), self._show)

    def _printer(self) -> Callable[[Brake], Printed]:
        """Return what prints the chosen document as it is chosen now."""
        session, document = self._desk.session, self._document
        edition, without = self._editions[document], self._without[document]
        return lambda brake: printed(session, document, edition, without, brake)

    def _show(self, outcome: tuple[Printed, Leaves]) -> None:
        self._job = None
        self.waiting.end()
        self._made, leaves = outcome
        self.listing.show_state(self._made.version, self._made.changes, concept=self._made.concept)
        self.options.show_open(self._made.open)
        self.preview.show_leaves(leaves, self._specs[self._made.document].title)

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._made, self._fresh = None, False
        self.preview.clear()
        self.waiting.offer(STOPPED, AFTER_ALL)

    # Saving

    def _save(self) -> None:
        if not self._doing.is_free():
            return
        make = self._printer()
        target = self._ask(f"{self._desk.session.file_name} - {self._specs[self._document].title}.pdf")
        if target is None:
            return
        self.options.say("")
        shown = self._made if self._fresh and self._job is None else None

        def write(brake: Brake) -> Path:
            write_atomically(target, (shown or make(brake)).pdf, brake)
            return target

        self._doing.begin(SAVING, write, self._saved, self._not_saved)

    def _saved(self, target: Path) -> None:
        self.options.say(f"Opgeslagen als {target.name}.")

    def _not_saved(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self.options.say(NOT_WRITTEN, wrong=True)


def _made(paper: Printed) -> tuple[Printed, Leaves]:
    return paper, leaves_of_pdf(paper.pdf)
