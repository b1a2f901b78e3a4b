"""The two answers that stand in the place of an answer: "n.v.t., omdat …" and "later, uiterlijk …"."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from radplan_desktop.plan import display
from radplan_desktop.plan.content import ContentError, parse_date
from radplan_desktop.plan.values import Answer, Content, NotApplicable, Parked, Value, content_of
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.plain import Button, column, row, words

DATE_WIDTH = 120


class Asking(StrEnum):
    """What is being said instead of an answer."""

    NOTHING = ""
    NOT_APPLICABLE = "N.v.t., omdat"
    LATER = "Later, uiterlijk"


class SpecialAnswer(QFrame):
    """Shows and takes "n.v.t." and "later". It tells ``chosen`` with the new Value once the reason or the date is known."""

    chosen = Signal(object)
    withdrawn = Signal()

    def __init__(self, question: str) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._asking = Asking.NOTHING
        self._content: Content = None
        self._said = False
        self._prefix = words(role="label")
        self.until, self.why = QLineEdit(), QLineEdit()
        self.until.setPlaceholderText("dd-mm-jjjj")
        self.until.setFixedWidth(DATE_WIDTH)
        self.until.setAccessibleName(f"{question}: later, uiterlijk op")
        self.why.setAccessibleName(f"{question}: reden")
        self.back = Button("Toch invullen", "quiet", size="small")
        self._error = words(role="error", wrap=True)
        lines = column(self, (12, 8, 8, 8), 4)
        line = row(gap=8)
        for widget in (self._prefix, self.until, self.why, self.back):
            line.addWidget(widget, 1 if widget is self.why else 0)
        lines.addLayout(line)
        lines.addWidget(self._error)
        for part in (self.until, self.why):
            part.editingFinished.connect(self._take)
        self.back.clicked.connect(self._withdraw)

    def begin(self, asking: Asking, value: Value) -> None:
        """Begin to take one of the two; what was answered already stays beside a "later"."""
        self._content = None if isinstance(value, NotApplicable) else content_of(value)
        self._said = is_special(value)
        self.why.clear()
        self.until.clear()
        self.ask(asking)
        self.focus()

    def ask(self, asking: Asking) -> None:
        """Show the lines of one of the two, or nothing."""
        self._asking = asking
        self._prefix.setText(asking)
        later = asking is Asking.LATER
        self.until.setVisible(later)
        self.why.setPlaceholderText(
            "Reden, mag leeg blijven" if later else "Schrijf de reden op; die staat ook op papier"
        )
        self._error.hide()
        self.setVisible(asking is not Asking.NOTHING)

    def show_value(self, value: Value) -> bool:
        """Show a value if it is one of the two; return whether something is shown, if only because it is being asked."""
        self._said = isinstance(value, NotApplicable | Parked)
        match value:
            case NotApplicable(why):
                self.ask(Asking.NOT_APPLICABLE)
                self._write(self.why, why)
            case Parked(until, why, content):
                self._content = content
                self.ask(Asking.LATER)
                self._write(self.until, display.short_date(until) if until else "")
                self._write(self.why, why)
        return self._asking is not Asking.NOTHING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape, as long as nothing was said."""
        if event.key() == Qt.Key.Key_Escape and not self._said:
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
        why = self.why.text().strip()
        if self._asking is Asking.NOT_APPLICABLE and why:
            self.chosen.emit(NotApplicable(why))
        elif self._asking is Asking.LATER and self.until.text().strip():
            try:
                until = parse_date(self.until.text())
            except ContentError as error:
                self._error.setText(str(error))
                self._error.show()
                announce(self, str(error), at_once=True)
                return
            self._error.hide()
            self.chosen.emit(Parked(until, why, self._content))

    def _withdraw(self) -> None:
        self.ask(Asking.NOTHING)
        self.withdrawn.emit()


def is_special(value: Value) -> bool:
    """Whether a value is "n.v.t." or "later"."""
    return isinstance(value, NotApplicable | Parked)


def without(value: Value) -> Value:
    """Return what remains when "n.v.t." or "later" is withdrawn: the content that stood beside it, if any."""
    content = content_of(value)
    return None if content is None else Answer(content)
