"""Going on all the same: why, asked on the spot, and who decided it and when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from radplan_desktop.plan.gates import GateStanding
from radplan_desktop.ui.gates.decision import Decision
from radplan_desktop.ui.look.plain import Button, column, frame, row, words

QUESTION = "Waarom gaat u toch verder?"


class Onward(QWidget):
    """Under a milestone that is not met: the way on, and once it was taken, the reason that stands in the plan."""

    decided = Signal(str)
    """The reason."""
    withdrawn = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        lines = column(self, gap=6)
        self.begin = Button("Toch verder…", "quiet", "chevron-right", size="small")
        self.begin.setAccessibleName(f"{label}: toch verder")
        self.begin.clicked.connect(self.ask)
        lines.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._question = self._make_question(label)
        self._standing = self._make_standing(label)
        lines.addWidget(self._question)
        lines.addWidget(self._standing)
        self._question.hide()

    def _make_question(self, label: str) -> QFrame:
        holder = frame(role="inset")
        lines = column(holder, (14, 10, 14, 10), 5)
        lines.addWidget(words(QUESTION, "label"))
        lines.addWidget(words("De reden, uw naam en de datum staan daarna bij deze mijlpaal.", "hint", wrap=True))
        line = row(gap=8)
        self.why = QLineEdit()
        self.why.setAccessibleName(f"{label}: {QUESTION[:1].lower()}{QUESTION[1:]}")
        self.why.setPlaceholderText("Bijvoorbeeld: het college beslist eerder dan gepland")
        self.take, self.give_up = Button("Toch verder"), Button("Niet doen", "quiet")
        for widget in (self.why, self.take, self.give_up):
            line.addWidget(widget, 1 if widget is self.why else 0)
        lines.addLayout(line)
        self._lacks = words("Schrijf eerst de reden op.", "open")
        self._lacks.hide()
        lines.addWidget(self._lacks)
        self.why.returnPressed.connect(self._take)
        self.take.clicked.connect(self._take)
        self.give_up.clicked.connect(self._give_up)
        return holder

    def _make_standing(self, label: str) -> QFrame:
        holder = frame(role="warn")
        line = row(holder, (16, 9, 12, 9), 12)
        text = column(gap=1)
        self._reason, self._who = words(role="strong", wrap=True), words(role="soft", wrap=True)
        text.addWidget(self._reason)
        text.addWidget(self._who)
        line.addLayout(text, 1)
        self.back = Button("Terugnemen", size="small")
        self.back.setAccessibleName(f"{label}: toch verder terugnemen")
        self.back.clicked.connect(self.withdrawn)
        line.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def show_standing(self, standing: GateStanding, decision: Decision | None, *, read_only: bool) -> None:
        """Show where the milestone stands."""
        if standing.override:
            self._question.hide()
        self._standing.setVisible(bool(standing.override))
        self._reason.setText(f"Toch verder: {standing.override}")
        self._who.setText(decision.sentence if decision is not None else "")
        self._who.setVisible(decision is not None)
        self.back.setVisible(not read_only)
        asking = not self._question.isHidden()
        self.begin.setVisible(not (standing.met or asking or read_only))

    def ask(self) -> None:
        """Ask for the reason."""
        self._lacks.hide()
        self._question.show()
        self.begin.hide()
        self.why.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self) -> None:
        why = self.why.text().strip()
        self._lacks.setVisible(not why)
        if why:
            self.why.clear()
            self._question.hide()
            self.decided.emit(why)

    def _give_up(self) -> None:
        self.why.clear()
        self._question.hide()
        self.begin.show()
        self.begin.setFocus(Qt.FocusReason.TabFocusReason)
