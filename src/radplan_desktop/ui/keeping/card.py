"""The card of a panel on a page of the wizard: how much there is to do, the first lines, and the way to its screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explanation, explain
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.keeping.summing import SUMMARIES, Summary
from radplan_desktop.ui.keeping.words import WAYS
from radplan_desktop.ui.look.plain import Button, clear, column, words
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.pages.summary import SummaryRow
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.work import Job

NOTHING = {
    "actions": "Nog geen acties of besluiten.",
    "reactions": "Nog geen reacties.",
    "findings": "Nog geen bevindingen.",
}


class KeepingCard(QuestionCard):
    """Counts away from the interface thread, once the plan was reckoned with."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel) -> None:
        super().__init__(desk, entry)
        self._panel = panel
        self._job: Job | None = None
        self._summary: Summary | None = None
        self.said = words(role="soft", wrap=True)
        self._holder = QWidget()
        self._rows: QVBoxLayout = column(self._holder)
        self.button = Button(WAYS[panel.panel], icon_name="list-checks", size="small")
        self.button.clicked.connect(lambda: self.open(""))
        self.body.addWidget(self.said)
        self.body.addWidget(self._holder)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        Following(self, desk.reckoned, self._reckon)
        self._reckon(None)

    def _reckon(self, cells: frozenset[Cell] | None) -> None:
        del cells
        if self._job is not None:
            self._job.cancel()
        answers, panel = self.desk.answers, self._panel
        self._job = self.desk.worker.run(self, lambda: SUMMARIES[panel.panel](answers, panel.roles), self._show)

    def _show(self, summary: Summary) -> None:
        if summary == self._summary:
            return
        self._summary = summary
        self.said.setText(f"{summary.said}." if summary.total else NOTHING[self._panel.panel])
        clear(self._rows)
        for line in summary.lines:
            row = SummaryRow("", line.title, line.chip or line.meta)
            row.clicked.connect(lambda _=False, one=line.row: self.open(one))
            self._rows.addWidget(row)
        self._holder.setVisible(bool(summary.lines))

    def open(self, row: str) -> None:
        """Go to the screen, at a row of it."""
        found = (name for name, outline in self.desk.outlines.items() if self.entry in (*outline.basis, *outline.depth))
        self.desk.go(Place(Screen.PANEL, next(found), self.entry.id, row))

    def explanation(self) -> Explanation | None:
        """Return what the explanation says of the first register that is brought together here."""
        register = path(self._panel.roles, "rows")
        found = (outline.find(register) for outline in self.desk.outlines.values())
        entry = next((one for one in found if one is not None), self.entry)
        return explain(self.desk.guideline, entry)

    def focus(self, place: Place) -> None:
        """Put the focus on the way to the screen."""
        del place
        self.button.setFocus(Qt.FocusReason.TabFocusReason)
