"""Page objects: the window in the words of the person who uses it. They find things by what is written on them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.session import Session
from radplan_desktop.guideline.model import Register, View
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.look.marks import Check
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.pages.points import PointLine
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.screen import RegisterScreen
from radplan_desktop.ui.shell.screen import PlanScreen
from radplan_desktop.ui.start.new_plan import NewPlanScreen, QuestionPart
from radplan_desktop.ui.start.officer import OfficerScreen
from radplan_desktop.ui.start.start_screen import StartScreen
from radplan_desktop.ui.start.unlock import UnlockScreen
from radplan_desktop.ui.window import Window
from tests.ui.probes import LEFT, Probe, probe_of

PATIENCE = 20_000
W = TypeVar("W", bound=QWidget)


class Page:
    """Base of all page objects."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window

    def wait_for(self, kind: type[W]) -> W:
        """Wait until a screen of this kind is shown."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.shown, kind), timeout=PATIENCE)
        assert isinstance(self.window.shown, kind)
        return self.window.shown

    def button(self, text: str, inside: QWidget | None = None) -> QAbstractButton:
        """Wait for the visible button with this text or spoken name."""

        def named() -> list[QAbstractButton]:
            found = (inside or self.window).findChildren(QAbstractButton)
            return [b for b in found if text in (b.text(), b.accessibleName()) and b.isVisible()]

        self.qtbot.waitUntil(lambda: bool(named()))
        return named()[0]

    def click(self, text: str, inside: QWidget | None = None) -> None:
        """Click a button."""
        self.qtbot.mouseClick(self.button(text, inside), LEFT)

    def key(self, keys: str) -> None:
        """Press a shortcut of the window."""
        wanted = [action for action in self.window.actions() if keys in [s.toString() for s in action.shortcuts()]]
        assert wanted, f"{keys} does nothing here"
        wanted[0].trigger()

    def sees(self, text: str, inside: QWidget | None = None) -> bool:
        """Whether a label with this text in it is in sight."""
        found = (inside or self.window).findChildren(QLabel)
        return any(
            text in (label.text(), label.accessibleName()) or text in label.text()
            for label in found
            if label.isVisible()
        )


class StartPage(Page):
    """The start."""

    @property
    def screen(self) -> StartScreen:
        return self.wait_for(StartScreen)

    def know_officer(self, name: str = "M. de Wit") -> None:
        """Answer who works here."""
        line = next(line for line in self.window.findChildren(QLineEdit) if line.accessibleName() == "Uw naam")
        self.qtbot.keyClicks(line, name)
        self.click("Verder")

    def new_plan(self) -> NewPlanPage:
        """Ask for a new plan."""
        self.click("Nieuw plan")
        if isinstance(self.window.shown, OfficerScreen):
            self.know_officer()
        return self.new_plan_screen()

    def new_plan_screen(self) -> NewPlanPage:
        """Wait for the five questions."""
        self.wait_for(NewPlanScreen)
        return NewPlanPage(self.qtbot, self.window)

    def open_recent(self, name: str) -> UnlockPage:
        """Open a file of the list."""
        self.click(f"{name} openen")
        self.wait_for(UnlockScreen)
        return UnlockPage(self.qtbot, self.window)


class UnlockPage(Page):
    """Where the passphrase is asked."""

    @property
    def screen(self) -> UnlockScreen:
        return self.wait_for(UnlockScreen)

    def try_passphrase(self, passphrase: str) -> None:
        """Type a passphrase and press Enter."""
        line = self.screen.line
        line.selectAll()
        self.qtbot.keyClicks(line, passphrase)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def refusal(self) -> str:
        """Wait for the sentence that says why not."""
        self.qtbot.waitUntil(self.screen.error.isVisible, timeout=PATIENCE)
        return self.screen.error.text()

    def unlock(self, passphrase: str) -> PlanPage:
        """Open the plan."""
        self.try_passphrase(passphrase)
        self.qtbot.waitUntil(lambda: self.window.plan is not None, timeout=PATIENCE)
        return PlanPage(self.qtbot, self.window)


class NewPlanPage(Page):
    """The five questions, the place and the passphrase."""

    @property
    def screen(self) -> NewPlanScreen:
        return self.wait_for(NewPlanScreen)

    def probe(self, question: str) -> Probe:
        """The probe of one of the questions, by its label."""
        parts = self.screen.findChildren(QuestionPart)
        return probe_of(self.qtbot, next(part.editor for part in parts if part.field.label == question))

    def save_at(self, path: Path) -> None:
        """Type where the file goes."""
        self.screen.path.selectAll()
        self.qtbot.keyClicks(self.screen.path, str(path))

    def choose_passphrase(self, first: str, second: str | None = None) -> None:
        """Type a passphrase twice and tick that it is noted."""
        part = self.screen.passphrase
        self.qtbot.keyClicks(part.first, first)
        self.qtbot.keyClicks(part.second, first if second is None else second)
        noted = part.findChild(Check)
        assert noted is not None
        self.qtbot.mouseClick(noted, LEFT)

    def make(self) -> PlanPage:
        """Make the plan."""
        self.qtbot.waitUntil(self.screen.button.isEnabled, timeout=PATIENCE)
        self.click("Plan maken")
        self.qtbot.waitUntil(lambda: self.window.plan is not None, timeout=PATIENCE)
        return PlanPage(self.qtbot, self.window)


class PlanPage(Page):
    """An open plan."""

    @property
    def session(self) -> Session:
        return self.shell.desk.session

    @property
    def shell(self) -> PlanScreen:
        """The screen of the plan."""
        assert self.window.plan is not None
        return self.window.plan

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        assert self.shell.page is not None
        return self.shell.page

    def focus_is_in(self, widget: QWidget) -> bool:
        """Whether the keyboard focus is inside a widget."""
        focused = QApplication.focusWidget()
        return focused is not None and widget.isAncestorOf(focused)

    def step(self, name: str) -> SectionPage:
        """Go to a section by its step in the rail, or to another screen by its link."""
        rail = self.shell.rail
        wanted = next(b for b in rail.findChildren(QAbstractButton) if b.text() == name)
        self.qtbot.mouseClick(wanted, LEFT)
        return self.page  # type: ignore[return-value]

    def settle(self) -> None:
        """Let the window hear what was done, and the file take it."""
        self.qtbot.waitUntil(lambda: not self.session.pending, timeout=PATIENCE)
        for _ in ("what changed", "what shows it", "the room that takes"):
            QApplication.processEvents()

    def entry(self, label: str) -> tuple[str, Entry]:
        """The section id and the entry of a card, by the label of its question."""
        for section, outline in self.shell.desk.outlines.items():
            for entry in (*outline.basis, *outline.depth):
                if entry.item.label == label:
                    return section, entry
        raise AssertionError(f"no question {label!r}")

    def card(self, label: str) -> QuestionCard:
        """Go to a card and return it."""
        section, entry = self.entry(label)
        self.shell.go(Place(Screen.SECTION, section, entry.id))
        assert isinstance(self.page, SectionPage)
        return self.page.cards[entry.id]

    def probe(self, label: str, field: str = "") -> Probe:
        """The probe of a question; ``field`` is the label of one of several on its card."""
        boxes = [box for box in self.card(label).findChildren(FieldBox) if not field or box.field.label == field]
        return probe_of(self.qtbot, boxes[0].editor)

    def register(self, label: str) -> RegisterPage:
        """Open a register from its card."""
        card = self.card(label)
        opener = next(
            b
            for b in card.findChildren(QAbstractButton)
            if b.isVisible() and b.text().startswith(("Eerste", "Alle", "Openen"))
        )
        self.qtbot.mouseClick(opener, LEFT)
        return RegisterPage(self.qtbot, self.window)

    def open_field(self, path: str, row: str = "") -> FieldBox:
        """Go to a field by its path (``register.column`` with a row, or a plan field) and return its box."""
        register, dot, column = path.partition(".")
        for section, outline in self.shell.desk.outlines.items():
            entry = outline.find(register if dot else path)
            if entry is not None and dot and isinstance(entry.item, Register | View):
                self.shell.go(Place(Screen.REGISTER, section, entry.id, row, column))
                break
            if entry is not None:
                self.shell.go(Place(Screen.SECTION, section, entry.id, field=path))
                break
        name = column or path
        return next(box for box in self.page.findChildren(FieldBox) if box.field.id == name and box.isVisible())

    def points(self) -> list[PointLine]:
        """The lines of the page of open points."""
        self.step("Open punten")
        return self.page.findChildren(PointLine)

    def close(self) -> StartPage:
        """Close the plan."""
        self.click("Sluiten")
        self.wait_for(StartScreen)
        return StartPage(self.qtbot, self.window)


class RegisterPage(PlanPage):
    """The screen of a register."""

    @property
    def screen(self) -> RegisterScreen:
        assert isinstance(self.page, RegisterScreen)
        return self.page

    @property
    def titles(self) -> list[str]:
        """What stands in the title column."""
        model = self.screen.table.model
        place = int(model.numbered)
        return [model.index(row, place).data() for row in range(model.rowCount())]

    def add(self, title: str) -> None:
        """Type a title in the last line and press Enter."""
        adding = self.screen.table.add
        assert adding is not None
        line = adding.editor.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        self.qtbot.keyClicks(line, title)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def select(self, title: str) -> None:
        """Click a row."""
        view, model = self.screen.table.view, self.screen.table.model
        spot = view.visualRect(model.index(self.titles.index(title), int(model.numbered))).center()
        self.qtbot.mouseClick(view.viewport(), LEFT, pos=spot)

    def probe(self, label: str, field: str = "") -> Probe:
        """The probe of a field of the row's form, by its label."""
        label = field or label
        boxes = self.screen.form.findChildren(FieldBox)
        box = next(box for box in boxes if box.field.label == label and box.isVisible())
        return probe_of(self.qtbot, box.editor)


def menu_action(menu: QMenu, text: str) -> QAction:
    """The action of a menu with this text."""
    return next(action for action in menu.actions() if action.text() == text)
