"""Somebody who works by keyboard alone: looks at what has the focus, answers it, and goes on to the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
)

from radplan_desktop.guideline.model import Field, Guideline, Kind
from radplan_desktop.plan import display
from radplan_desktop.plan.values import PLAN_ROW, Answer, NotApplicable, Value
from radplan_desktop.ui.around import around
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.pages.summary import RegisterCard
from radplan_desktop.ui.register.screen import RegisterScreen
from radplan_desktop.ui.shell.screen import PlanScreen
from tests.ui.keyboard import FAR, Keyboard
from tests.ui.keyboard_plan import Row, Typed

Key = Qt.Key
SHORT = 24
"""A text of at most this many plain letters is typed; a longer one is pasted, as from a document."""


class Hands:
    """Answers one thing at a time, by its kind, with keys."""

    def __init__(self, keys: Keyboard, guideline: Guideline) -> None:
        self.keys, self.guideline = keys, guideline

    def write(self, text: str) -> None:
        """Type or paste a text over what is selected."""
        if len(text) <= SHORT and text.isascii() and "\n" not in text:
            self.keys.letters(text)
        else:
            self.keys.paste(text)

    def answer(self, field: Field, value: Value) -> None:
        """Answer the field with the focus."""
        if isinstance(value, NotApplicable):
            self.not_applicable(value.why)
            return
        assert isinstance(value, Answer)
        if field.kind in (Kind.CHOICE, Kind.LINK):
            self.choose(self.label(field, value.content))
        elif field.kind is Kind.LINKS:
            for title in value.content:
                self.choose(title)
        elif field.kind is Kind.CHOICES:
            self.tick({self.label(field, one): "" for one in value.content})
        elif field.kind is Kind.CHECKLIST:
            notes = {self.label(field, item): said["note"] for item, said in value.content.items()}
            self.tick(notes, {self.label(field, item) for item, said in value.content.items() if not said["is"]})
        elif field.kind is Kind.YESNO:
            self.say(value.content["is"], value.content["why"])
        else:
            self.write(self.as_typed(field, value.content))

    def label(self, field: Field, content: str) -> str:
        return self.guideline.lists[field.choices].label_of(content) if field.choices else content

    @staticmethod
    def as_typed(field: Field, content: str) -> str:
        if field.kind is Kind.DATE:
            return display.short_date(content)
        return content.replace(".", ",") if field.kind in (Kind.NUMBER, Kind.MONEY, Kind.PERCENT) else content

    def not_applicable(self, why: str) -> None:
        """Open the menu of the question, choose its first line, and say why."""
        self.keys.chord("Ctrl+.")
        self.keys.press(Key.Key_Down)
        self.keys.press(Key.Key_Return)
        self.write(why)

    def say(self, yes: bool, why: str) -> None:  # noqa: FBT001 - what is said
        if not yes:
            self.keys.press(Key.Key_Right)
        self.keys.press(Key.Key_Space)
        if why:
            self.keys.press(Key.Key_Tab)
            self.write(why)

    def tick(self, wanted: Mapping[str, str], noted: Collection[str] = ()) -> None:
        """Go along the boxes; tick the wanted ones and write their notes. The tick of what is only ``noted`` goes again."""
        left = dict(wanted)
        for _ in range(FAR):
            box = self.keys.focus
            assert isinstance(box, QCheckBox), f"no box to tick: {box}"
            note = left.pop(box.text(), None)
            if note is not None:
                self.keys.press(Key.Key_Space)
            if note:
                self.keys.press(Key.Key_Tab)
                self.write(note)
            if box.text() in noted:
                self.keys.chord("Shift+Tab")
                self.keys.press(Key.Key_Space)
                self.keys.press(Key.Key_Tab)
            if not left:
                return
            self.keys.press(Key.Key_Tab)
            if isinstance(self.keys.focus, QLineEdit):
                self.keys.press(Key.Key_Tab)
        raise AssertionError(f"not found: {left}")

    def choose(self, label: str) -> None:
        """Choose from a list that drops down or from radio buttons."""
        if isinstance(self.keys.focus, QRadioButton):
            for _ in range(FAR):
                if self.text_of_focus() == label:
                    self.keys.press(Key.Key_Space)
                    return
                self.keys.press(Key.Key_Down)
            raise AssertionError(f"{label} is not offered")
        combo = self.keys.focus
        assert isinstance(combo, QComboBox), f"no list to choose from: {combo}"
        shown = [combo.itemText(n) for n in range(combo.count())]
        wanted = next((text for text in shown if text == label or text.endswith(f"  {label}")), None)
        if wanted is None:
            self.make(label)
            return
        self.look_up(combo, wanted)
        self.keys.press(Key.Key_Return)
        assert QApplication.activePopupWidget() is None, "the list stays open"

    def make(self, title: str) -> None:
        """Make the row that is to be linked to on the spot: the last entry of the list asks what it is called."""
        for key in (Key.Key_Down, Key.Key_End, Key.Key_Return):
            self.keys.press(key)
        assert isinstance(self.keys.focus, QLineEdit), "a new row cannot be named"
        self.write(title)
        self.keys.press(Key.Key_Return)

    def look_up(self, combo: QComboBox, wanted: str) -> None:
        """Type the first letters of an entry until the list has found it; the arrows do the rest."""

        def found() -> str:
            return str(combo.view().currentIndex().data() or "")

        for letter in wanted:
            if not letter.isascii() or (found() == wanted and QApplication.activePopupWidget() is not None):
                break
            self.keys.letters(letter)
        if QApplication.activePopupWidget() is None:
            self.keys.press(Key.Key_Down)
        place = combo.findText(wanted)
        for _ in range(combo.count()):
            if combo.view().currentIndex().row() == place:
                return
            self.keys.press(Key.Key_Down if combo.view().currentIndex().row() < place else Key.Key_Up)
        raise AssertionError(f"{wanted} cannot be reached, the list stands at {found()}")

    def text_of_focus(self) -> str:
        focus = self.keys.focus
        return focus.text() if isinstance(focus, QAbstractButton) else ""


class Journey(Hands):
    """Fills in a whole plan."""

    def __init__(self, keys: Keyboard, screen: PlanScreen, typed: Typed) -> None:
        super().__init__(keys, screen.desk.guideline)
        self.screen, self.typed = screen, typed
        self.rows: dict[str, Row] = {}
        """The rows that were made, by their id in this plan."""
        self.done: set[tuple[str, str]] = set()
        self.filled: set[str] = set()

    def wanted(self, box: FieldBox) -> Value:
        """What is to be answered where the focus is; None when nothing is, or no more."""
        if (box.row, box.field.id) in self.done:
            return None
        if box.row == PLAN_ROW:
            return self.typed.plan.get(box.field.id)
        row = self.rows.get(box.row)
        return row.answers.get(box.field.id) if row is not None else None

    def answer_here(self, box: FieldBox) -> None:
        """Answer the field with the focus, unless it is answered so already."""
        value = self.wanted(box)
        if value is None:
            return
        now = self.screen.desk.answers.value(box.row, box.field.id)
        if now != value or box.field.target:
            self.answer(box.field, value)
        self.done.add((box.row, box.field.id))

    def left(self) -> list[str]:
        """What was not answered."""
        asked = [(PLAN_ROW, name) for name in self.typed.plan]
        asked += [(place, name) for place, row in self.rows.items() for name in row.answers]
        rows = sum(map(len, self.typed.registers.values())) - len(self.rows)
        return [f"{place} {name}" for place, name in asked if (place, name) not in self.done] + ["a row"] * rows

    def go_on(self) -> None:
        """Go to the next thing to fill in: Enter does that, except where it breaks a line or presses a button."""
        breaks = isinstance(self.keys.focus, QTextEdit | QPushButton)
        self.keys.press(Key.Key_Tab if breaks else Key.Key_Return)

    def section(self) -> None:
        """Go along a page from where the focus is to its end, and answer everything."""
        page = self.screen.page
        assert isinstance(page, SectionPage)
        for _ in range(FAR):
            focus = self.keys.focus
            if not page.isAncestorOf(focus):
                return
            box = around(focus, FieldBox)
            card = around(focus, QuestionCard)
            if box is not None:
                self.answer_here(box)
                self.go_on()
                continue
            if isinstance(card, RegisterCard) and self.is_wanted(card):
                self.keys.press(Key.Key_Return)
                self.register()
                self.keys.chord("Ctrl+PgUp")
                assert self.screen.page is page, "the way back from a register leads elsewhere"
                assert around(self.keys.focus, QuestionCard) is card, "the focus is not back where it was"
            elif focus is page.depth_line and not focus.property("open"):
                self.keys.press(Key.Key_Return)
                continue
            self.keys.press(Key.Key_Tab)
        raise AssertionError("this page has no end")

    def is_wanted(self, card: RegisterCard) -> bool:
        """Whether the focus is on the way into a register that is still to be filled."""
        name = card.entry.id
        way_in = isinstance(self.keys.focus, QAbstractButton) and self.text_of_focus().startswith(
            ("Eerste", "Alle", "Openen")
        )
        return way_in and name in self.typed.registers and name not in self.filled

    def register(self) -> None:
        """Fill a register: the rows that are there, and then new ones."""
        page = self.screen.page
        assert isinstance(page, RegisterScreen)
        new = list(self.typed.registers[page.register.id])
        there = page.table.model.rows
        if there and not page.form.isAncestorOf(self.keys.focus):
            self.keys.chord("Shift+Tab")
            self.keys.chord("Ctrl+Home")
            self.keys.press(Key.Key_Return)
        for place in there:
            title = self.screen.desk.answers.title(place)
            row = next(one for one in new if place == one.preset or (not one.preset and one.title == title))
            new.remove(row)
            assert page.form.row == place, "Enter and Ctrl+Enter do not go from row to row"
            self.take_up(place, row)
            self.row(page, row)
        for row in new:
            self.add(page, row)
        self.filled.add(page.register.id)

    def take_up(self, place: str, row: Row) -> None:
        """Know a row that is there; what it says already needs no answer."""
        stands = self.screen.desk.answers.value
        self.rows[place] = row
        title = self.screen.desk.guideline.registers[self.screen.desk.answers.register_of(place)].title
        self.done |= {(place, n) for n, value in row.answers.items() if n == title or stands(place, n) == value}

    def add(self, page: RegisterScreen, row: Row) -> None:
        """Name a new row where the focus is, and fill it in."""
        title = page.register.columns[page.register.title]
        value = row.answers[title.id]
        before = set(page.table.model.rows)
        assert page.table.add is not None
        assert page.table.add.isAncestorOf(self.keys.focus), "the focus is not where a new row is named"
        self.answer(title, value)
        if title.kind not in (Kind.LINK, Kind.CHOICE):  # Enter in the list has chosen and added
            self.keys.press(Key.Key_Return)
        made = set(page.table.model.rows) - before
        assert made == {page.form.row}, "the new row is not the one in the form"
        self.rows[page.form.row] = row
        self.done.add((page.form.row, title.id))
        self.row(page, row)

    def row(self, page: RegisterScreen, row: Row) -> None:
        """Fill in the form, and be done with it."""
        for _ in range(FAR):
            focus = self.keys.focus
            box = around(focus, FieldBox)
            if not page.form.isAncestorOf(focus):
                break
            if box is not None:
                self.answer_here(box)
            left = [name for name in row.answers if (page.form.row, name) not in self.done]
            if not left:
                break
            if focus is page.form.more:
                self.keys.press(Key.Key_Return)
            else:
                self.go_on()
        self.keys.chord("Ctrl+Return")
