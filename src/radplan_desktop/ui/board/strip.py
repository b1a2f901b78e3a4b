"""Who is chosen on the map, in words: how the attitude changed, what matters to this party, what is needed, by whom and when."""

from __future__ import annotations

from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from radplan_desktop.guideline.model import Chart
from radplan_desktop.guideline.parts import column as column_of
from radplan_desktop.guideline.parts import columns
from radplan_desktop.plan.next_steps import next_steps
from radplan_desktop.ui.board.rooms import after_resizing
from radplan_desktop.ui.charts.said import moved_of
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.plain import Button, Chip, Elided, column, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.titled import named

CHOOSE = "Kies een partij op de kaart of in de lijst. Dan ziet u hier wat er speelt, en ernaast wat u met haar besprak."
MATTERS, NEEDED = "Wat speelt er?", "Wat is er nodig?"
OPEN = "Nog niets ingevuld."
MOST = 200
ACROSS_FROM = 420


class PartyStrip(QFrame):
    """The strip under the map."""

    wanted = Signal()
    """The party is to be edited."""

    def __init__(self, desk: Desk, chart: Chart) -> None:
        super().__init__()
        self._desk, self._chart = desk, chart
        self._row = ""
        after_resizing(self, self._show_moved)
        lines = column(self, (0, 8, 0, 0), 4)
        head = row(gap=10)
        self.title = Elided("strong")
        self.moved = Chip()
        self.button = Button("Wijzigen", "quiet", "pencil", size="small")
        self.button.clicked.connect(self.wanted)
        head.addWidget(self.title, 1)
        head.addWidget(self.moved)
        head.addWidget(self.button)
        lines.addLayout(head)
        self.hint = words(CHOOSE, "soft", wrap=True)
        lines.addWidget(self.hint)
        self._across = Beside(self, ACROSS_FROM, 16)
        self.matters, self.needed = self._part(MATTERS), self._part(NEEDED)
        self.lack, self._moved_below = Chip(), Chip()
        lines.addLayout(self._across)
        foot = Beside(self, ACROSS_FROM, 6)
        for chip in (self.lack, self._moved_below):
            foot.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addStretch()
        lines.addLayout(foot)
        self.show_row("")

    def _part(self, heading: str) -> tuple[QLabel, QLabel]:
        lines = column(gap=1)
        pair = words(heading, "label"), words(role="hint", wrap=True)
        for label in pair:
            lines.addWidget(label)
        lines.addStretch()
        self._across.addLayout(lines, 1)
        return pair

    def _show_moved(self) -> None:
        """Say how the attitude changed: beside the name where there is room, else below."""
        known = bool(self._row)
        before, now = moved_of(self._desk.answers, self._chart, self._row) if known else ("", "")
        text = f"was: {before.lower()}, nu: {now.lower()}" if now else ""
        roomy = self.width() >= theme().px(ACROSS_FROM)
        self.moved.say(text if roomy else "", "ok", "arrow-right")
        self._moved_below.say("" if roomy else text, "ok", "arrow-right")

    def show_row(self, row_id: str, hint: str = "") -> None:
        """Show a party, or with a ``hint`` only that sentence; "" asks to choose one."""
        answers, beside = self._desk.answers, self._chart.beside
        self._row = row_id if row_id and answers.exists(row_id) else ""
        known = bool(self._row)
        title = named(answers.number(self._row), answers.title(self._row)) if known else ""
        self.title.say(title)
        self.button.setAccessibleName(f"{title}: wijzigen")
        self.hint.setText(hint or CHOOSE)
        self.hint.setVisible(bool(hint) or not known)
        for widget in (self.title, self.button):
            widget.setVisible(known)
        self._show_moved()
        for pair, part in ((self.matters, "matters"), (self.needed, "needed")):
            self._say(pair, self._texts(columns(beside, part)), shown=known and not hint)
        steps = next_steps(answers, beside, (self._row,)) if known else ()
        self.lack.say(next((step.said for step in steps), "") if not hint else "", "warn", "circle-dashed")

    def _texts(self, names: tuple[str, ...]) -> list[str]:
        answers = self._desk.answers
        if not self._row:
            return []
        step, due, owner = (column_of(self._chart.beside, part) for part in ("step", "due", "owner"))
        found = []
        for name in names:
            text = answers.text(self._row, name) if answers.visible(self._row, name) else ""
            more = [answers.text(self._row, one) for one in (due, owner) if one and name == step]
            found.append(" · ".join(part for part in (text, *more) if part) if text else "")
        return [text for text in found if text]

    def _say(self, pair: tuple[QLabel, QLabel], texts: list[str], *, shown: bool) -> None:
        heading, label = pair
        whole = "\n".join(texts)
        label.setText("\n".join(shorten(text, MOST, placeholder="…") for text in texts) or OPEN)
        label.setToolTip(whole if len(whole) > MOST else "")
        for widget in (heading, label):
            widget.setVisible(shown)
