"""The question card: number and label, question, hint, what is asked, and a foot that says where it is printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Confidentiality, Field, Group, Register, View
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.items import ItemState, item_state
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explains, Explanation, explain
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import Button, Chip, column, row, words
from radplan_desktop.ui.outline import Entry, Shown, asked
from radplan_desktop.ui.places import Place

CLASSES = {
    Confidentiality.O: "Openbaar",
    Confidentiality.K: "Partners",
    Confidentiality.I: "Intern",
    Confidentiality.V: "Vertrouwelijk",
}
PRIVACY = "Gegevens over personen horen niet in dit plan."


class QuestionCard(Card, Explains):
    """Base of all cards. ``body`` is where a card puts what it asks; ``refresh`` shows the answers of now."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        super().__init__()
        self.desk, self.entry = desk, entry
        self._fresh = True
        self.shown = True
        """Whether the card is asked now. Qt itself shows a new one together with its page."""
        self._lines = column(self, CARD_MARGINS, 2)
        self._question = words(role="h2", wrap=True)
        self._chip = Chip()
        self._tools = row(gap=8)
        self._add_head()
        self._add_hint()
        self._lines.addSpacing(5)
        self.body = column(gap=8)
        self._lines.addLayout(self.body)
        self._add_foot()

    def _add_head(self) -> None:
        asked = column(gap=2)
        asked.addWidget(words(self.entry.heading, "key", wrap=True))
        asked.addWidget(self._question)
        asked.addStretch()
        self._tools.addWidget(self._chip)
        head = row(gap=12)
        head.addLayout(asked, 1)
        head.addLayout(self._tools)
        head.setAlignment(self._tools, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)

    def _add_hint(self) -> None:
        hint = getattr(self.entry.item, "hint", "")
        if hint:
            self._lines.addWidget(words(hint, "hint", wrap=True))

    def _add_foot(self) -> None:
        self._lines.addSpacing(5)
        if getattr(self.entry.item, "tempting", False):
            self._lines.addWidget(privacy_line())
        foot = self._foot = row(gap=14)
        self._count = words(role="meta")
        self._saved = words(role="meta")
        foot.addWidget(self._count)
        foot.addWidget(self._saved)
        destination = words(self._destination(), "meta", wrap=True)
        destination.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(destination, 1)
        self._lines.addLayout(foot)
        self._saved.hide()
        self._count.hide()

    def _destination(self) -> str:
        item = self.entry.item
        if isinstance(item, Shown):
            return ""
        names = item.fields if isinstance(item, Group) else (item.register,) if isinstance(item, View) else (item.id,)
        printed = next((self.desk.printed[name] for name in names if name in self.desk.printed), "")
        return " · ".join(part for part in (f"Komt in: {printed}" if printed else "", CLASSES[self._class()]) if part)

    def _class(self) -> Confidentiality:
        item, guideline = self.entry.item, self.desk.guideline
        if isinstance(item, Field | Register):
            return item.confidentiality
        if isinstance(item, View):
            return guideline.registers[item.register].confidentiality
        fields = item.fields if isinstance(item, Group) else ()
        return max((guideline.fields[name].confidentiality for name in fields), default=Confidentiality.O)

    def add_tool(self, widget: QWidget) -> None:
        """Put a small button at the top right."""
        self._tools.addWidget(widget)

    def add_below(self, button: Button) -> None:
        """Put a button at the left of the foot."""
        self._foot.insertWidget(0, button)

    def explanation(self) -> Explanation | None:
        """Return what the explanation says of this card."""
        return explain(self.desk.guideline, self.entry)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the answers of now. Subclasses show theirs and call this."""
        shown = asked(self.desk.answers, self.entry.item)
        if shown is not self.shown:
            self.shown = shown
            self.setVisible(shown)
        if shown:
            self._question.setText(self.desk.answers.fill(getattr(self.entry.item, "question", "")))
            self._question.setVisible(bool(self._question.text()))
            if cells is None or self.concerns(cells):
                self._show_state(self.desk.answers)

    def concerns(self, cells: frozenset[Cell]) -> bool:
        """Whether one of these cells is asked here; subclasses know."""
        del cells
        return True

    def show_standing(self) -> None:
        """Show how far the card is by what was worked out last, away from the interface thread."""
        if self.shown:
            self._show_state(self.desk.standing.answers)

    def show_open_points(self) -> None:
        """From now on the card says what is still open; before the page was left for the first time it does not."""
        self._fresh = False
        self.show_standing()

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - a setter
        """Mark the card as the one with the focus: it then says when it was saved instead of how far it is."""
        super().set_active(active)
        self.show_saved()
        self._show_state(self.desk.answers if not active else self.desk.standing.answers)

    def show_saved(self) -> None:
        """Say on the focused card when everything was saved."""
        at = self.desk.session.saved_at
        self._saved.setText(f"✓ opgeslagen {at:%H:%M}" if at is not None and not self.desk.session.pending else "")
        self._saved.setVisible(self.active and bool(self._saved.text()))

    def show_count(self, text: str) -> None:
        """Say how much was written."""
        self._count.setText(text)
        self._count.setVisible(bool(text))

    def _show_state(self, answers: Answers) -> None:
        if self.active or isinstance(self.entry.item, Shown):
            self._chip.say("", "neutral")
            return
        state = item_state(answers, self.entry.item, self.desk.standing.progress.gate)
        self._chip.say(*said_of(state, fresh=self._fresh))

    def focus(self, place: Place) -> None:
        """Put the focus on what this card asks, at a place if it names one."""
        raise NotImplementedError

    def is_open(self) -> bool:
        """Whether something on this card has no answer yet."""
        return False


def said_of(state: ItemState, *, fresh: bool) -> tuple[str, str, str]:
    """Return what the chip of a card says, its tone and its icon; nothing for an empty card on a fresh page."""
    if state.status == "nvt":
        return "N.v.t.", "neutral", "minus"
    if state.status == "later":
        return "Later", "neutral", "calendar-clock"
    if state.open and not fresh:
        return ("Nog open" if state.open == 1 else f"{state.open} nog open"), "warn", "circle-dashed"
    if state.status == "klaar":
        return "Ingevuld", "ok", "check"
    return "", "neutral", ""


def privacy_line() -> QWidget:
    """Return the line that stands with every question where names are tempting."""
    holder = QWidget()
    line = row(holder, gap=7)
    line.addWidget(IconLabel("shield-alert", 16, "ink3"), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(words(PRIVACY, "meta", wrap=True), 1)
    return holder
