"""The screen of an open plan. It places the regions and takes one from place to place; what a page does is the page's."""

from __future__ import annotations

from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from radplan_desktop.ui.around import around
from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.commands import keys
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.special import SpecialAnswer
from radplan_desktop.ui.helper.pane import HelperPane
from radplan_desktop.ui.keeping.detail_screen import DetailScreen
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import column, row
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.places import (
    ASIDE,
    DOCUMENTS,
    GATES,
    POINTS,
    Place,
    Screen,
    ahead,
    first_place,
    neighbours,
    section_of,
)
from radplan_desktop.ui.register.screen import RegisterScreen
from radplan_desktop.ui.shell.bottom import BottomBar
from radplan_desktop.ui.shell.fit import fit_of
from radplan_desktop.ui.shell.focus import FocusFollower
from radplan_desktop.ui.shell.guidance import GuidancePane
from radplan_desktop.ui.shell.header import Header
from radplan_desktop.ui.shell.herald import Herald
from radplan_desktop.ui.shell.kept import KeptPages
from radplan_desktop.ui.shell.order import ENTER
from radplan_desktop.ui.shell.rail import Rail
from radplan_desktop.ui.shell.regions import Regions
from radplan_desktop.ui.shell.ways import WORKED_ON, WayBack, answer_menu, next_point, to_explanation
from radplan_desktop.ui.undoing import Undoing
from radplan_desktop.ui.when import Actions

HELPED = frozenset({Screen.SECTION, Screen.REGISTER, Screen.BOARD})


class Page(Protocol):
    """What the shell asks of a page."""

    def enter(self, place: Place) -> None:
        """Put the focus where the place says."""

    def leave(self) -> None:
        """Take note that it is left."""


class PlanScreen(QWidget):
    """Rail, header, page, explanation, bar below."""

    close_wanted = Signal()

    def __init__(self, desk: Desk, choices: Choices) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName(f"Plan {desk.session.file_name}")
        self.desk = desk
        desk.setParent(self)  # or what its signals hold would keep both alive, where Python does not look for garbage
        self.place = Place(Screen.DOCUMENTS)
        self.rail, self.header, self.bottom = Rail(desk), Header(desk), BottomBar(desk)
        self.guidance = GuidancePane()
        helper = HelperPane(desk)
        helper.titled.connect(self.guidance.offer)
        self.guidance.take_in(helper)
        self.banner = Banner("danger", "triangle-alert", closable=True)
        self._undoing, self._notices = Undoing(desk), QWidget()
        self._stack = QStackedWidget()
        self._arrange()
        self.banner.hide()
        self._follower = FocusFollower(self._stack)
        self._kept = KeptPages(desk, choices, self._stack, self._follower.forget)
        self._follower.explained.connect(self.guidance.tell)
        for source in (self.rail, self.bottom):
            source.wanted.connect(self.go)
        desk.went.connect(self.go)
        desk.bridge.failed.connect(lambda why: self.banner.say("Nog niet opgeslagen.", why))
        desk.bridge.saved.connect(self.banner.hide)
        self.guidance.keys_wanted.connect(lambda: self.guidance.show_keys(keys()))
        self._herald = Herald(desk, self)

    def _arrange(self) -> None:
        across = self._across = row(self)
        across.addWidget(self.rail)
        main = column()
        main.addWidget(self.header)
        middle = row()
        pages = column()
        pages.addWidget(self._notices)
        pages.addWidget(self._stack, 1)
        self._above = column(self._notices)
        for notice in (self.banner, self._undoing):
            self._above.addWidget(notice)
        middle.addLayout(pages, 1)
        middle.addWidget(self.guidance)
        main.addLayout(middle, 1)
        main.addWidget(self.bottom)
        across.addLayout(main, 1)
        self._way_back = WayBack()
        self._regions = Regions((self.header, self._notices, self._stack, self.bottom, self.guidance, self.rail))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Go on with Tab in the order in which things stand here; not when a page that is left goes out of sight."""
        now, page = QApplication.focusWidget(), self._stack.currentWidget()
        if now is not None and self._stack.isAncestorOf(now) and page is not None and not page.isAncestorOf(now):
            return False
        return self._regions.walk(now, forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the regions to the window."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fit the regions to the window and the text size of now."""
        fit = fit_of(self.width(), self.height(), theme().percent)
        for part in (self.rail, self.header, self.bottom, self.guidance):
            part.fit(fit)

    def show_above(self, notice: QWidget) -> None:
        """Give a notice its place above the page."""
        self._above.insertWidget(0, notice)

    # Going places

    def go_first(self) -> None:
        """Show the overview; of a plan in which nothing is answered yet, the first section."""
        self.go(first_place(self.desk.answers))

    def go(self, place: Place) -> None:
        """Leave this page, settled, and show another one."""
        self.finish_typing()
        self._way_back.leave(self.place, place)
        leaving = self._stack.currentWidget()
        if leaving is not None:
            cast("Page", leaving).leave()
        self._make_room(place)
        page = self._kept.at(place)
        self.place = place
        self._undoing.hide()
        self._stack.setCurrentWidget(page)
        self.rail.show_place(place)
        self.header.show_place(place)
        self.bottom.show_place(place, fresh=isinstance(page, SectionPage) and page.fresh)
        self.guidance.show_section(section_of(self.desk.guideline, place.section) if place.section else None)
        cast("Page", page).enter(place)
        self._follower.again()
        self._herald.arrived(place, page)

    def _make_room(self, place: Place) -> None:
        """Show or hide what stands around a page, before the page is made: it is then laid out once, at its own size."""
        self.bottom.setVisible(place.screen not in ASIDE and place.screen is not Screen.DOCUMENTS)
        self.guidance.setVisible(place.screen in HELPED)
        self.guidance.give_way(aside=place.screen is Screen.BOARD)
        self._across.activate()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    # Commands

    def actions_by_name(self) -> Actions:
        """Return what the commands of a plan do."""
        steps = {f"step{section.number}": section.id for section in self.desk.guideline.sections if section.number}
        return {
            **{name: partial(self.go, Place(Screen.SECTION, section)) for name, section in steps.items()},
            **{screen.value: partial(self.go, Place(screen)) for screen in self._kept.asides},
            "close_plan": self.close_wanted.emit,
            "save": self.save,
            "undo": self.undo,
            "redo": self.redo,
            "previous": lambda: self._go_on_to(neighbours(self.desk.guideline, self.place)[0]),
            "next": self._go_ahead,
            "points": lambda: self.go(POINTS),
            "gates": lambda: self.go(GATES),
            "documents": lambda: self.go(DOCUMENTS),
            "next_point": lambda: self._go_on_to(next_point(self.desk, self.place)),
            "answer_menu": self._answer_menu,
            "explanation": lambda: to_explanation(self._regions, self.guidance, self._stack),
            "confirm": self._confirm,
            "region": lambda: self._regions.jump(QApplication.focusWidget(), forward=True),
            "region_back": lambda: self._regions.jump(QApplication.focusWidget(), forward=False),
        }

    def finish_typing(self) -> None:
        """Turn what is being typed into answers."""
        editor = around(QApplication.focusWidget(), Editor)
        if editor is not None and self.isAncestorOf(editor):
            editor.finished.emit()
        if not self.desk.session.read_only:
            self.desk.session.settle()

    def save(self) -> None:
        """Turn what is being typed into answers, and say that all is saved once it is."""
        self.finish_typing()
        self._herald.save_asked()

    def undo(self) -> None:
        """Undo what is being typed, step by step; when nothing of it is left, the last act."""
        box = around(QApplication.focusWidget(), FieldBox)
        if not (box is not None and box.undo()):
            self._undoing.undo(self.place, self.page)

    def redo(self) -> None:
        """Do again what undo took back, in the opposite order."""
        box = around(QApplication.focusWidget(), FieldBox)
        if box is not None and box.redo():
            return
        if not self._undoing.redo(self.place, self.page) and box is not None:
            box.editor.redo()

    def _go_ahead(self) -> None:
        found = ahead(self.desk.answers, self.place)
        self._go_on_to(found.place if found is not None else None)

    def _go_on_to(self, target: Place | None) -> None:
        if target is not None:
            self.go(target)

    def _answer_menu(self) -> None:
        menu = answer_menu(QApplication.focusWidget())
        if menu is not None:
            menu.click()

    def _confirm(self) -> None:
        """Be done with the row or the question where the focus is, and go on to the next."""
        now, page = QApplication.focusWidget(), self.page
        self.finish_typing()
        gone_on = isinstance(page, RegisterScreen | DetailScreen) and page.go_on()
        if now is not None and not gone_on:
            self._regions.go_on(now, whole=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field on Enter; Escape goes back: from around the page to the page, from other screens to the work."""
        now = QApplication.focusWidget()
        asked = around(now, Editor) or around(now, SpecialAnswer)
        if event.key() in ENTER and asked is not None and now is not None:
            self._regions.go_on(now)
        elif event.key() == Qt.Key.Key_Escape and now is not None and not self._stack.isAncestorOf(now):
            self._regions.enter(self._stack, None)
        elif event.key() == Qt.Key.Key_Escape and self.place.screen not in WORKED_ON:
            self._way_back.go(self.go)
        else:
            super().keyPressEvent(event)
