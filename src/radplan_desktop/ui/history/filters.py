"""The line above the history: look for words, for one person, for one section or the versions, or for one question."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from radplan_desktop.acts.chronicle import Wanted
from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.guideline.model import Guideline
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.look.lines import clearable
from radplan_desktop.ui.look.plain import Button, column, row

PAUSE = 150
EVERYBODY, EVERYTHING, EVENTS = "Iedereen", "Alle onderdelen", "Versies en overdracht"
_EVENTS = "@events"


class Filters(QFrame):
    """Tells what is wanted, 150 ms after the last key."""

    changed = Signal()

    def __init__(self, guideline: Guideline) -> None:
        super().__init__()
        self._cell: tuple[str, str] | None = None
        self.text = QLineEdit()
        self.text.setPlaceholderText("Zoek in de geschiedenis")
        self.text.setAccessibleName("Zoek in de geschiedenis")
        self.text.setAccessibleDescription("Zoekt in de vragen, de antwoorden en de namen.")
        clearable(self.text)
        self.person, self.section = Combo(), Combo()
        self.only = Button("", icon_name="x", size="small", hint="Weer alle vragen tonen")
        self.only.hide()
        lines = column(self, gap=8)
        across = row(gap=10)
        across.addWidget(self.text, 2)
        across.addWidget(self.person, 1)
        across.addWidget(self.section, 1)
        lines.addLayout(across)
        below = row()
        below.addWidget(self.only)
        below.addStretch()
        lines.addLayout(below)
        for combo, name in ((self.person, "Wie"), (self.section, "Onderdeel")):
            combo.setAccessibleName(name)
            combo.setAccessibleDescription("Beperkt de lijst hieronder.")
        sections = [(section.id, section.title) for section in guideline.sections]
        self.section.offer(EVERYTHING, [*sections, (_EVENTS, EVENTS)])
        self.show_people(())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _="": self._pause.start())
        self.text.returnPressed.connect(self._at_once)
        for combo in (self.person, self.section):
            combo.currentIndexChanged.connect(self.changed)
        self.only.clicked.connect(lambda: self.narrow(None))

    def show_people(self, people: tuple[str, ...]) -> None:
        """Offer these people."""
        self.person.offer(EVERYBODY, [(person, person.partition(", ")[0]) for person in people])

    def narrow(self, line: HistoryLine | None) -> None:
        """Show one question only, that of this line; None shows all again."""
        self._cell = None if line is None else (line.row, line.field)
        self.only.setText("" if line is None else f"Alleen: {line.label}")
        self.only.setVisible(line is not None)
        self.changed.emit()

    @property
    def wanted(self) -> Wanted:
        """What is wanted now."""
        section = self.section.chosen() or ""
        events = section == _EVENTS
        person = self.person.chosen() or ""
        return Wanted(person, "" if events else section, self.text.text(), self._cell, events)

    def _at_once(self) -> None:
        self._pause.stop()
        self.changed.emit()
