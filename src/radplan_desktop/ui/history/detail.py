"""One line of the history beside the list: what was answered then, what stands there now, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.acts.chronicle import is_version, local
from radplan_desktop.acts.history import EMPTIED, HistoryLine, describe
from radplan_desktop.acts.putting_back import earlier
from radplan_desktop.acts.refusals import Refusal
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.fingerprint import grouped
from radplan_desktop.plan.values import IN
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.history.rows import heading, said, when_text
from radplan_desktop.ui.look.plain import Button, Scroll, column, frame, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.reach import place_to

EMPTY = "Nog leeg"
CHOOSE = "Kies een regel om te zien wat er toen stond."
READ_ONLY = "Dit plan is alleen te lezen."
WIDE, NARROW = 312, 252


class Quoted(QFrame):
    """A label and, in an inset, an answer as it was or is."""

    def __init__(self, label: str) -> None:
        super().__init__()
        lines = column(self, gap=3)
        self._label = words(label, "label")
        self._text = words(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inset = frame(role="inset")
        column(inset, (10, 7, 10, 8)).addWidget(self._text)
        lines.addWidget(self._label)
        lines.addWidget(inset)

    def say(self, text: str, label: str = "") -> None:
        """Show a text; an empty one hides the whole."""
        self._label.setText(label or self._label.text())
        self._text.setText(text)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text.text()


class Detail(QFrame):
    """The selected line."""

    back_wanted = Signal(object)
    only_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._line: HistoryLine | None = None
        self._about = words(role="key", wrap=True)
        self._title, self._who = words(role="h2", wrap=True), words(role="hint", wrap=True)
        self.then, self.now = Quoted("Toen"), Quoted("Nu")
        self.back = Button("", "primary", "rotate-ccw")
        self.why = words(role="hint", wrap=True)
        self.open = Button("Open de vraag", icon_name="pencil-line")
        self.only = Button("Alleen deze vraag", "quiet", "filter", size="small")
        lines = column(self, (1, 1, 1, 1))
        lines.addWidget(self._scroll(), 1)
        lines.addWidget(self._foot())
        self.back.clicked.connect(lambda: self.back_wanted.emit(self._line))
        self.only.clicked.connect(lambda: self.only_wanted.emit(self._line))
        self.open.clicked.connect(self._go)
        self.show_line(None)

    def _scroll(self) -> QWidget:
        body = frame("cardBody")
        lines = column(body, (17, 14, 15, 8), 8)
        for part in (self._about, self._title, self._who, self.then, self.now):
            lines.addWidget(part)
        lines.addStretch()
        return Scroll(body, "cardScroll")

    def _foot(self) -> QWidget:
        foot = frame()
        lines = column(foot, (17, 4, 15, 12), 8)
        for part in (self.why, self.back, self.open):
            lines.addWidget(part)
        lines.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)
        return foot

    def fit(self, *, narrow: bool) -> None:
        """Take the width that this window leaves; larger words need more of it."""
        self.setFixedWidth(theme().px(NARROW if narrow else WIDE))

    def show_line(self, line: HistoryLine | None) -> None:
        """Show a line; None says that one can be chosen."""
        self._line = line
        for button in (self.back, self.open, self.only):
            button.setVisible(line is not None and bool(line.row))
        self.why.hide()
        self._about.setText(line.about if line is not None and line.question else "")
        self._about.setVisible(bool(self._about.text()))
        if line is None:
            self._title.setText(CHOOSE)
            for part in (self._who, self.then, self.now):
                part.hide()
            return
        self._title.setText(line.question or heading(line))
        self._who.setText(f"{line.author.partition(', ')[0]} · {when_text(local(line.at))} · {line.act}")
        self._who.show()
        self.then.say(said(line), "Waarom" if is_version(line) else "Toen")
        self.refresh()

    def refresh(self) -> None:
        """Show what stands there now."""
        line, answers = self._line, self._desk.answers
        if line is None:
            return
        if not line.row:
            code = self._code(line)
            self.now.say(grouped(code) if code else "", "Controlecode")
            return
        self.now.say(_now(answers, line), "Nu")
        self.back.setText("Zet deze rij terug" if line.field == IN else "Zet dit antwoord terug")
        reason = READ_ONLY if self._desk.session.read_only else _reason(answers, line)
        self.back.setEnabled(not reason)
        self.back.setToolTip(reason)
        self.why.setText(reason)
        self.why.setVisible(bool(reason))
        self.open.setVisible(self.place is not None)

    @property
    def place(self) -> Place | None:
        """Where the question of this line is asked now."""
        line = self._line
        if line is None or not line.row or (line.register and not self._desk.answers.exists(line.row)):
            return None
        return place_to(self._desk, line.row, line.field)

    def _code(self, line: HistoryLine) -> str:
        made = (one for one in self._desk.session.versions if (one.label, one.at) == (line.name, line.at))
        return next((one.fingerprint for one in made), "")

    def _go(self) -> None:
        if self.place is not None:
            self._desk.go(self.place)


def _now(answers: Answers, line: HistoryLine) -> str:
    if line.field == IN:
        return "De rij staat in het plan." if answers.exists(line.row) else "De rij is verwijderd."
    _, text = describe(answers, line.row, line.field, answers.plan.text(line.row, line.field))
    return EMPTY if text == EMPTIED else text


def _reason(answers: Answers, line: HistoryLine) -> str:
    """Return why this line cannot be put back; nothing when it can."""
    try:
        earlier(answers, line)
    except (Refusal, ContentError) as refusal:
        return str(refusal)
    return ""
