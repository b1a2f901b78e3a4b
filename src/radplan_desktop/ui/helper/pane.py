"""The letters beside a row: met, or still open, each with one plain sentence and the way to what is open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from radplan_desktop.plan.helping import Help, Letter, help_with, helper_of
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, clear, column, row, rule, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.places import Place, Screen, place_of_cell

SIDE = 26


class Badge(QWidget):
    """A letter in a disc: filled when it is there, hollow while it is open."""

    def __init__(self, letter: str, *, met: bool) -> None:
        super().__init__()
        self._letter, self._met = letter, met
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and letter."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._met:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("ok"))
        else:
            painter.setPen(QPen(theme().colour("warnMark"), 2))
            painter.setBrush(theme().colour("surface"))
        painter.drawEllipse(disc)
        painter.setPen(theme().colour("surface" if self._met else "warn"))
        painter.setFont(theme().font(14, QFont.Weight.Bold))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


class LetterLine(QWidget):
    """One letter with its sentence. It reads as one thing: "Meetbaar, nog open: …"."""

    wanted = Signal()

    def __init__(self, letter: Letter) -> None:
        super().__init__()
        self.letter = letter
        said = "" if letter.met else ", nog open"
        self.setAccessibleName(f"{letter.label}{said}: {letter.sentence}")
        line = row(self, (0, 8, 0, 8), 9)
        line.addWidget(Badge(letter.letter, met=letter.met), 0, Qt.AlignmentFlag.AlignTop)
        text = column(gap=1)
        head = row(gap=6)
        head.addWidget(words(letter.label, "strong"))
        if not letter.met:
            head.addWidget(words("nog open", "open"))
        head.addStretch()
        text.addLayout(head)
        text.addWidget(words(letter.sentence, "soft", wrap=True))
        self.button = Button("Invullen", "quiet", "pencil", size="small")
        self.button.setAccessibleName(f"{letter.label} invullen")
        self.button.clicked.connect(self.wanted)
        if letter.field:
            text.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.button.setParent(self)
            self.button.hide()
        line.addLayout(text, 1)


class HelperPane(QWidget):
    """What the helper says of the row that is shown; empty when its register has none."""

    titled = Signal(str)
    """The title of now; empty when there is nothing to say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("guidanceBody")
        self._desk = desk
        self._row = ""
        self._said: Help | None = None
        self._lines: QVBoxLayout = column(self, (18, 12, 14, 12), 0)
        desk.changed.connect(self.refresh)
        desk.row_shown.connect(self.show_row)

    @property
    def title(self) -> str:
        """The title of now; empty when there is nothing to say."""
        return self._said.title if self._said is not None else ""

    @property
    def letters(self) -> list[LetterLine]:
        """The letters that are shown, in order."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        return [line for item in items if item is not None and isinstance(line := item.widget(), LetterLine)]

    def show_row(self, row_id: str) -> None:
        """Show another row; an empty id shows none."""
        self._row = row_id
        self.refresh()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Read the answers of now."""
        del cells
        answers = self._desk.answers
        helper = helper_of(answers, self._row) if self._row and answers.exists(self._row) else None
        said = help_with(answers, helper, self._row) if helper is not None else None
        if said == self._said:
            return
        self._said = said
        self._fill()
        self.titled.emit(self.title)

    def _fill(self) -> None:
        clear(self._lines)
        if self._said is None:
            return
        self._lines.addWidget(words(self._said.text, "soft", wrap=True))
        self._lines.addSpacing(6)
        for place, letter in enumerate(self._said.letters):
            if place:
                self._lines.addWidget(rule())
            line = LetterLine(letter)
            line.wanted.connect(lambda one=letter: self._go(one))
            self._lines.addWidget(line)
        self._lines.addStretch()

    def _go(self, letter: Letter) -> None:
        answers = self._desk.answers
        register, dot, name = letter.field.partition(".")
        if not dot:
            place = place_of_cell(answers, Cell(self._row, letter.field))
        else:
            rows = [r for r in answers.rows(register) if answers.content(r, name) is None]
            there = (
                place_of_cell(answers, Cell(rows[0], name)) if rows else place_of_cell(answers, Cell("plan", register))
            )
            place = there
        if place is not None:
            self._desk.go(Place(Screen.REGISTER, place.section, place.item, place.row, place.field))
