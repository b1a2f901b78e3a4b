"""The head of the rail: what plan this is, of which municipality, and its status."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import PLAN_ROW
from radplan_desktop.ui.look.plain import Chip, column, words
from radplan_desktop.ui.look.two_lines import TwoLines
from radplan_desktop.ui.shell.fit import Fit

RIGHT = 10
TOLD = ("plan_name", "municipality", "status")
"""The roles of the questions whose answers stand here."""
DRAFT, ADOPTED, RUNNING, CLOSED = "pencil", "check", "circle-play", "circle-check"


def status_icon(answers: Answers) -> tuple[str, str]:
    """Return the icon and the tone of the plan's status: a draft is not of one colour with what was adopted."""
    guideline = answers.guideline
    name = guideline.role("status")
    draft, adopted = (guideline.role(role).partition(".")[2] for role in ("status_draft", "status_adopted"))
    status = answers.content(PLAN_ROW, name) if name else None
    if status in (None, draft):
        return DRAFT, "neutral"
    if status == adopted:
        return ADOPTED, "primary"
    last = guideline.lists[guideline.fields[name].choices].choices[-1].id
    return (CLOSED if status == last else RUNNING), "primary"


class RailHead(QFrame):
    """Where the chip has no room for the version, the line above it says it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("railHead")
        self._place, self._said, self._version, self._look = "", "", "", ("", "")
        self._told: tuple[object, ...] = ()
        self._lines = lines = column(self, (18, 16, RIGHT, 13))
        self._title, self._municipality, self._status = TwoLines("h2"), words(role="hint", wrap=True), Chip()
        lines.addWidget(self._title)
        lines.addWidget(self._municipality)
        lines.addSpacing(8)
        lines.addWidget(self._status)

    def show_plan(self, title: str, answers: Answers, version: str) -> None:
        """Show the name, the municipality and the status of now."""
        guideline = answers.guideline

        def text(role: str) -> str:
            name = guideline.role(role)
            return answers.text(PLAN_ROW, name) if name else ""

        municipality = text("municipality")
        place = f"Gemeente {municipality}" if municipality else ""
        told = (title, place, text("status"), f"versie {version}", status_icon(answers))
        if told == self._told:
            return
        self._told = told
        self._title.say(title)
        _, self._place, self._said, self._version, self._look = told
        self._fit()

    def fit(self, fit: Fit) -> None:
        """Take the sizes of this window."""
        self._lines.setContentsMargins(fit.edge, 12 if fit.low else 16, RIGHT, 10 if fit.low else 13)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say where there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._said:
            self._fit()

    def _fit(self) -> None:
        icon_name, tone = self._look
        whole = " · ".join(part for part in (self._said, self._version) if part)
        self._status.say(whole, tone, icon_name)
        around = self._lines.contentsMargins()
        room = self.width() - around.left() - around.right()
        fits = not self._said or self._status.sizeHint().width() <= room
        if not fits:
            self._status.say(self._said, tone, icon_name)
        self._status.setAccessibleName(whole)
        place = self._place if fits else " · ".join(part for part in (self._place, self._version) if part)
        self._municipality.setText(place)
        self._municipality.setVisible(bool(place))
