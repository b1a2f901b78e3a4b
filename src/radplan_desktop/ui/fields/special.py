"""The two answers that stand in the place of an answer: "n.v.t., omdat …" and "later, uiterlijk …"."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from radplan_desktop.acts.session import Session
from radplan_desktop.plan import display
from radplan_desktop.plan.content import ContentError, parse_date
from radplan_desktop.plan.values import Answer, Cell, NotApplicable, Parked, Value, content_of
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.plain import Button, column, row, words

DATE_WIDTH = 120
CAME_BACK = "Dit typte u eerder. Het telt nog niet mee."
AGREE = "Druk op Enter als het klopt."


class Asking(StrEnum):
    """What is being said instead of an answer."""

    NOTHING = ""
    NOT_APPLICABLE = "N.v.t., omdat"
    LATER = "Later, uiterlijk"


class SpecialAnswer(QFrame):
    """Shows and takes "n.v.t." and "later". It tells ``chosen`` with the new Value once the reason or the date is known.

    Until then what stands there is kept as it is typed, for the cell that ``cell`` returns; it comes back opened.
    """

    chosen = Signal(object)
    withdrawn = Signal()

    def __init__(self, question: str, session: Session, cell: Callable[[], Cell]) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._session, self._cell = session, cell
        self._asking = Asking.NOTHING
        self._value: Value = None
        self._filled = False
        """Whether what stands there was said, or is kept: then it goes when it is neither any more."""
        self._came_back: Value = None
        self._prefix = words(role="label")
        self.until, self.why = QLineEdit(), QLineEdit()
        self.until.setPlaceholderText("dd-mm-jjjj")
        self.until.setFixedWidth(DATE_WIDTH)
        self.until.setAccessibleName(f"{question}: later, uiterlijk op")
        self.why.setAccessibleName(f"{question}: reden")
        self.back = Button("Toch invullen", "quiet", size="small")
        self._error, self._note = words(role="error", wrap=True), words(role="hint", wrap=True)
        lines = column(self, (12, 8, 8, 8), 4)
        line = row(gap=8)
        for widget in (self._prefix, self.until, self.why, self.back):
            line.addWidget(widget, 1 if widget is self.why else 0)
        lines.addLayout(line)
        lines.addWidget(self._error)
        lines.addWidget(self._note)
        self._note.hide()
        for part in (self.until, self.why):
            part.textEdited.connect(self._keep)
            part.returnPressed.connect(self._mean)
            part.editingFinished.connect(self._take)
        self.back.clicked.connect(self._withdraw)

    def begin(self, asking: Asking, value: Value) -> None:
        """Begin to take one of the two; what was answered already stays beside a "later"."""
        self._session.begin_instead(self._cell(), None)
        self._value, self._filled = value, False
        self.why.clear()
        self.until.clear()
        self._mean()
        self.ask(asking)
        self.focus()

    def ask(self, asking: Asking) -> None:
        """Show the lines of one of the two, or nothing."""
        if asking is not self._asking:
            self._error.hide()
        if asking is Asking.NOTHING:
            self._filled = False
            self._mean()
        self._asking = asking
        self._prefix.setText(asking)
        later = asking is Asking.LATER
        self.until.setVisible(later)
        self.why.setPlaceholderText(
            "Reden, mag leeg blijven" if later else "Schrijf de reden op; die staat ook op papier"
        )
        self.setVisible(asking is not Asking.NOTHING)

    def show_value(self, value: Value) -> bool:
        """Show a value if it is one of the two, or what was typed of one; return whether something is shown or being asked."""
        self._value = value
        kept = None if self._session.read_only else self._session.instead(self._cell())
        if kept is not None:
            self._put_back(kept)
        elif is_special(value):
            self._fill(_as_typed(value))
        elif self._filled and not self._has_focus():
            self.ask(Asking.NOTHING)
        return self._asking is not Asking.NOTHING

    def _put_back(self, kept: Value) -> None:
        """Show what was typed and not said, unless it stands there; a date that is none with what is wrong with it."""
        if kept == self._typed() or self._has_focus():
            return
        self._fill(kept)
        self._came_back = kept
        whole = not isinstance(kept, Parked) or bool(kept.until and self._read_date())
        self._note.setText(f"{CAME_BACK} {AGREE}" if whole else CAME_BACK)
        self._note.show()

    def _fill(self, shown: Value) -> None:
        """Show a "n.v.t." or a "later" in the lines."""
        later = isinstance(shown, Parked)
        self.ask(Asking.LATER if later else Asking.NOT_APPLICABLE)
        self._filled = True
        self._write(self.until, shown.until if isinstance(shown, Parked) else "")
        self._write(self.why, shown.why if isinstance(shown, NotApplicable | Parked) else "")

    def _typed(self) -> Value:
        """Return what stands in the lines, the date as it was typed; None when nothing does."""
        why, until = self.why.text().strip(), self.until.text().strip()
        if self._asking is Asking.LATER and (until or why):
            return Parked(until, why)
        return NotApplicable(why) if self._asking is Asking.NOT_APPLICABLE and why else None

    def _keep(self) -> None:
        """Keep what is typed, as long as it is not what was said."""
        self._mean()
        self._error.hide()
        typed = self._typed()
        self._filled = typed is not None
        self._session.begin_instead(self._cell(), None if typed == _as_typed(self._value) else typed)

    def _mean(self) -> None:
        """Take note that what stands there was typed now, or is meant: it no longer only came back."""
        self._came_back = None
        self._note.hide()

    def _has_focus(self) -> bool:
        return self.until.hasFocus() or self.why.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape, as long as nothing was said."""
        if event.key() == Qt.Key.Key_Escape and not is_special(self._value):
            self._withdraw()
        else:
            super().keyPressEvent(event)

    def focus(self) -> None:
        """Put the focus in the reason, or in the date of a "later"."""
        (self.until if self._asking is Asking.LATER else self.why).setFocus()

    def _write(self, line: QLineEdit, text: str) -> None:
        if line.text() != text and not line.hasFocus():
            line.setText(text)

    def _take(self) -> None:
        typed = self._typed()
        if typed is None or typed == self._came_back:
            return
        match typed:
            case NotApplicable():
                self.chosen.emit(typed)
            case Parked(until, why) if until and (day := self._read_date()):
                self.chosen.emit(Parked(day, why, content_of(self._value)))

    def _read_date(self) -> str:
        """Return the date that stands there, as ISO; "" when it is none, and then say so."""
        try:
            day = parse_date(self.until.text())
        except ContentError as error:
            self._error.setText(str(error))
            self._error.show()
            announce(self, str(error), at_once=True)
            return ""
        self._error.hide()
        return day

    def _withdraw(self) -> None:
        self.ask(Asking.NOTHING)
        if not is_special(self._value):
            self._session.begin_instead(self._cell(), None)
        self.withdrawn.emit()


def _as_typed(value: Value) -> Value:
    """Return "n.v.t." or "later" as a person types it; None for another value."""
    match value:
        case Parked(until, why):
            return Parked(display.short_date(until) if until else "", why)
        case NotApplicable():
            return value
    return None


def is_special(value: Value) -> bool:
    """Whether a value is "n.v.t." or "later"."""
    return isinstance(value, NotApplicable | Parked)


def without(value: Value) -> Value:
    """Return what remains when "n.v.t." or "later" is withdrawn: the content that stood beside it, if any."""
    content = content_of(value)
    return None if content is None else Answer(content)
