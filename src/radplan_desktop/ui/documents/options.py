"""What can be chosen of a document, and the button that saves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.guideline.model import Confidentiality, DocumentSpec
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.marks import Check, Radio
from radplan_desktop.ui.look.plain import Button, Scroll, clear, column, restyle, row, words

EDITIONS = {
    Confidentiality.O: ("Openbaar", "Iedereen mag dit lezen"),
    Confidentiality.K: ("Voor partners", "Organisaties die meedoen of tekenen"),
    Confidentiality.I: ("Intern gebruik", "College, griffie en eigen collega’s"),
    Confidentiality.V: ("Vertrouwelijk", "Alleen wie het echt nodig heeft"),
}
STRICTER = "Wat strenger is dan uw keuze, staat niet in dit document."
NOT_ENCRYPTED = "De pdf is niet versleuteld. Wie het bestand heeft, kan het lezen."


class DocumentOptions(QFrame):
    """Who may read it, what is still open in it, and saving."""

    edition_chosen = Signal(object)
    """A Confidentiality."""
    left_out = Signal(object)
    """The options that are not printed: a frozenset of their names."""
    save_wanted = Signal()
    points_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("documentOptions")
        lines = column(self)
        body = QWidget()
        body.setObjectName("documentOptionsBody")
        inner = column(body, (18, 14, 16, 8), 3)
        self._title = words(role="h2", wrap=True)
        inner.addWidget(self._title)
        inner.addSpacing(10)
        inner.addWidget(words("Wie mag dit lezen?", "strong", wrap=True))
        self.editions: dict[Confidentiality, Radio] = {}
        for edition, (name, hint) in EDITIONS.items():
            radio = Radio(name, hint)
            radio.toggled.connect(lambda on, one=edition: self.edition_chosen.emit(one) if on else None)
            self.editions[edition] = radio
            inner.addWidget(radio)
        inner.addSpacing(4)
        inner.addWidget(words(STRICTER, "hint", wrap=True))
        inner.addSpacing(14)
        self._choices = QWidget()
        self.choices: dict[str, Check] = {}
        self._choice_lines = column(self._choices, (0, 0, 0, 14), 0)
        inner.addWidget(self._choices)
        self._open = QWidget()
        self._add_open()
        inner.addWidget(self._open)
        inner.addStretch()
        lines.addWidget(Scroll(body, "documentOptionsScroll"), 1)
        lines.addWidget(self._saving())

    def _add_open(self) -> None:
        lines = column(self._open, gap=2)
        line = row(gap=9)
        line.addWidget(IconLabel("list-checks", 18, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        self._count = words(role="open", wrap=True)
        line.addWidget(self._count, 1)
        lines.addLayout(line)
        self.points = Button("Open punten bekijken", "quiet", size="small")
        self.points.clicked.connect(self.points_wanted)
        lines.addWidget(self.points, 0, Qt.AlignmentFlag.AlignLeft)
        self._open.hide()

    def _saving(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("documentSaving")
        below = column(foot, (18, 10, 16, 14), 8)
        self.save = Button("Opslaan als PDF…", "primary", "file-down", size="large")
        self.save.setAccessibleDescription(NOT_ENCRYPTED)
        self.save.clicked.connect(self.save_wanted)
        self._outcome = words(role="hint", wrap=True)
        self._outcome.hide()
        below.addWidget(self.save)
        below.addWidget(words(NOT_ENCRYPTED, "hint", wrap=True))
        below.addWidget(self._outcome)
        return foot

    def show_document(self, spec: DocumentSpec, edition: Confidentiality, without: frozenset[str]) -> None:
        """Show the options of a document, ticked but for those in ``without``."""
        self._title.setText(spec.title)
        self._show_choices(spec, without)
        self.editions[edition].setChecked(True)
        self.say("")

    def _show_choices(self, spec: DocumentSpec, without: frozenset[str]) -> None:
        if list(self.choices) != list(spec.options):
            clear(self._choice_lines)
            self.choices = {name: Check(name) for name in spec.options}
            self._choice_lines.addWidget(words("Op papier", "strong", wrap=True))
            for check in self.choices.values():
                check.clicked.connect(self._chosen)
                self._choice_lines.addWidget(check)
        for name, check in self.choices.items():
            check.setChecked(name not in without)
        self._choices.setVisible(bool(self.choices))

    def _chosen(self) -> None:
        self.left_out.emit(frozenset(name for name, check in self.choices.items() if not check.isChecked()))

    def show_open(self, places: int) -> None:
        """Say how many answers stand in the document as still open."""
        where = "één plek" if places == 1 else f"{places} plekken"
        self._count.setText(f"Op {where} staat ‘nog open’.")
        self._open.setVisible(places > 0)

    def say(self, outcome: str, *, wrong: bool = False) -> None:
        """Say what came of saving."""
        self._outcome.setText(outcome)
        restyle(self._outcome, "role", "error" if wrong else "hint")
        self._outcome.setVisible(bool(outcome))
        announce(self._outcome, outcome, at_once=wrong)
