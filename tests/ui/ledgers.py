"""The screens that bring actions, reactions and findings together, in the words of the person who uses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from radplan_desktop.plan.values import Answer
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.keeping.base import LedgerScreen
from radplan_desktop.ui.keeping.detail_screen import DetailScreen
from radplan_desktop.ui.places import Place, Screen
from tests.ui.pages import PlanPage
from tests.ui.probes import Probe, pick, probe_of


class Ledger(PlanPage):
    """One of the screens."""

    @property
    def screen(self) -> LedgerScreen[object]:
        assert isinstance(self.page, LedgerScreen)
        return self.page

    @property
    def detail(self) -> QWidget:
        """What stands beside the list."""
        assert isinstance(self.page, DetailScreen)
        return self.page.detail

    @property
    def lines(self) -> list[str]:
        """What stands in the list, headings included."""
        model = self.screen.view.model()
        return [model.index(n, 0).data() for n in range(model.rowCount())]

    def wait(self, *lines: str) -> None:
        """Wait until these lines, by their beginnings, stand in the list."""

        def stands() -> bool:
            return len(self.lines) == len(lines) and all(map(str.startswith, self.lines, lines))

        self.qtbot.waitUntil(stands)

    def show(self, name: str, choice: str) -> None:
        """Choose what to show."""
        combo = self.screen.narrow.choices[name]
        pick(
            self.qtbot,
            combo,
            next(combo.itemText(n) for n in range(combo.count()) if combo.itemText(n).startswith(choice)),
        )

    def confirm(self, label: str) -> None:
        """Press Ctrl+Enter in a field. A list that dropped down was the active window, so this one is made it again."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.field(label).editor.focus()
        assert self.focus_is_in(self.field(label).editor)
        self.key("Ctrl+Enter")

    def key_on_list(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.screen.view, key)

    def field(self, label: str) -> Probe:
        """The probe of a field in sight, by its label."""
        boxes = (box for box in self.page.findChildren(FieldBox) if box.isVisible() and box.field.label == label)
        return probe_of(self.qtbot, next(boxes).editor)


def row(plan: PlanPage, register: str, **said: object) -> str:
    return plan.session.add_row(register, {name: Answer(content) for name, content in said.items()})


def opened(plan: PlanPage, panel: str) -> Ledger:
    plan.settle()
    section = next(name for name, outline in plan.shell.desk.outlines.items() if outline.find(panel) is not None)
    plan.shell.go(Place(Screen.PANEL, section, panel))
    return Ledger(plan.qtbot, plan.window)
