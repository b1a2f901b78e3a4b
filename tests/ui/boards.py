"""Page objects of the map and the process line on a screen of their own, and of the log of contacts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.board.map_board import MapBoard
from radplan_desktop.ui.board.process_board import ProcessBoard
from radplan_desktop.ui.contacts.log import ContactLog
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.held_form import HeldForm
from tests.ui.drawn import ChartView
from tests.ui.pages import PlanPage
from tests.ui.probes import LEFT, Probe, probe_of

MAP, ROUTE = "Krachtenveld", "Meldroute in beeld"


class LogView:
    """The log of contacts."""

    def __init__(self, qtbot: QtBot, log: ContactLog) -> None:
        self.qtbot, self.log = qtbot, log

    @property
    def about(self) -> list[str]:
        """What the contacts are about, from top to bottom."""
        return [line.text() for line in self.log.lines]

    def spoken(self, about: str) -> str:
        """What a screen reader says of a contact."""
        return next(line.accessibleName() for line in self.log.lines if line.text() == about)

    def field(self, label: str) -> Probe:
        """The probe of a field of the line that adds one."""
        editors = self.log.maker.editors.values()
        return probe_of(self.qtbot, next(editor for editor in editors if editor.field.label == label))

    def asks(self, label: str) -> bool:
        """Whether the line asks this."""
        editors = self.log.maker.editors.values()
        return any(editor.field.label == label and editor.isVisible() for editor in editors)

    def type(self, **texts: str) -> None:
        """Type in the fields of the line: ``Datum``, ``Waarover``, ``Vorm``."""
        for label, text in texts.items():
            self.field(label).answer(text)

    def press_enter(self) -> None:
        """Press Enter in the field about what it was."""
        part = self.field("Waarover").parts[0]
        part.setFocus()
        self.qtbot.keyClick(part, Qt.Key.Key_Return)

    def add(self) -> None:
        """Click the button that adds it."""
        self.qtbot.mouseClick(self.log.maker.button, LEFT)


class Board:
    """What both screens have: a chart, a form, and words around them."""

    def __init__(self, plan: PlanPage, page: QWidget) -> None:
        self.plan, self.qtbot, self.page = plan, plan.qtbot, page
        QApplication.processEvents()

    def sees(self, text: str) -> bool:
        """Whether these words are in sight here."""
        labels = self.page.findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())

    def click(self, text: str) -> None:
        """Click a button of the screen."""
        self.plan.click(text, self.page)

    def field(self, held: HeldForm, label: str) -> Probe:
        """The probe of a field of the form."""
        boxes = [box for box in held.findChildren(FieldBox) if box.field.label == label]
        return probe_of(self.qtbot, boxes[0].editor)


class MapPage(Board):
    """The map on its own screen."""

    page: MapBoard

    @property
    def chart(self) -> ChartView:
        return ChartView(self.qtbot, self.page.panel)

    @property
    def log(self) -> LogView:
        assert self.page.pane.log is not None
        return LogView(self.qtbot, self.page.pane.log)

    @property
    def parts(self) -> list[str]:
        """What the map can be narrowed to, with the counts; nothing while there is no choice."""
        return [button.text() for button in self.page.part.buttons if button.isVisible()]

    @property
    def part(self) -> str:
        """To what it is narrowed."""
        return next(button.text() for button in self.page.part.buttons if button.isChecked())

    def narrow(self, label: str) -> None:
        """Choose a part by mouse."""
        self.qtbot.mouseClick(self._part(label), LEFT)

    def walk_parts(self, *keys: Qt.Key) -> None:
        """Press keys in the choice of parts."""
        next(button for button in self.page.part.buttons if button.isChecked()).setFocus()
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key)

    def spoken_part(self, label: str) -> str:
        """What a screen reader says of a part."""
        return self._part(label).accessibleName()

    def _part(self, label: str) -> QAbstractButton:
        return next(button for button in self.page.part.buttons if button.text().startswith(label))


class RoutePage(Board):
    """A process line on its own screen."""

    page: ProcessBoard

    @property
    def chart(self) -> ChartView:
        return ChartView(self.qtbot, self.page.panel)

    @property
    def steps(self) -> list[str]:
        """What the steps say, in order, as the list has them."""
        canvas = self.page.panel.canvas
        scene = canvas.any_scene
        assert scene is not None
        return [row[1] for row in scene.table.rows]

    def owner(self, step: str) -> str:
        """Who a step is with, as the list has it."""
        scene = self.page.panel.canvas.any_scene
        assert scene is not None
        return next(row[2] for row in scene.table.rows if row[1] == step)

    @property
    def agreed(self) -> list[str]:
        """Between whom there are agreements, as far as they are shown."""
        assert self.page.agreements is not None
        rows = self.page.agreements.table.rows
        return [str(rows.data(rows.index(place, 0))) for place in range(rows.rowCount())]


def open_map(plan: PlanPage, row: str = "") -> MapPage:
    """Go to the map."""
    section, entry = plan.entry(MAP)
    plan.shell.go(Place(Screen.BOARD, section, entry.id, row))
    assert isinstance(plan.page, MapBoard)
    return MapPage(plan, plan.page)


def open_route(plan: PlanPage, label: str = ROUTE) -> RoutePage:
    """Go to a process line."""
    section, entry = plan.entry(label)
    plan.shell.go(Place(Screen.BOARD, section, entry.id))
    assert isinstance(plan.page, ProcessBoard)
    return RoutePage(plan, plan.page)
