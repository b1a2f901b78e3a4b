"""Numbers: with a decimal comma, an amount in euro, a percentage, or a step on a scale."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from radplan_desktop.guideline.model import Field, Guideline, Kind
from radplan_desktop.plan import display
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.editors.text import LineEditor
from radplan_desktop.ui.look.marks import Radio
from radplan_desktop.ui.look.plain import row, words

SCALE = (1, 5)
UNITS = {Kind.MONEY: "€", Kind.PERCENT: "%"}


class NumberEditor(LineEditor):
    """A number, an amount or a percentage, with its unit beside it."""

    drafts = False

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        unit = UNITS.get(field.kind, field.unit)
        if unit:
            self._lines.removeWidget(self.line)
            beside = row(gap=7)
            places = [words(unit, "soft"), self.line]
            for widget in places if field.kind is Kind.MONEY else reversed(places):
                beside.addWidget(widget)
            self._lines.insertLayout(0, beside)

    def written(self, content: Content) -> str:
        """Return the number with a decimal comma, and cents only where there are some."""
        if self.field.kind is Kind.MONEY:
            return display.money(str(content)).removeprefix("€").strip()
        return display.number(str(content))


class ScaleEditor(Editor):
    """One step of a scale, as a row of radio buttons."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        low = SCALE[0] if field.minimum is None else int(field.minimum)
        high = SCALE[1] if field.maximum is None else int(field.maximum)
        self._group = QButtonGroup(self)
        steps = row(gap=12)
        for step in range(low, high + 1):
            button = Radio(str(step))
            self._group.addButton(button, step)
            self._adopt(button)
            steps.addWidget(button)
        steps.addStretch()
        self._group.idClicked.connect(self._picked)
        self._lines.addLayout(steps)

    def _picked(self) -> None:
        self.finished.emit()

    def value(self) -> Content:
        """Return the chosen step; None when there is none."""
        step = self._group.checkedId()
        return None if step == -1 else step

    def set_value(self, content: Content, text: str = "") -> None:
        """Choose a step, or none."""
        del text
        check_only(self._group, content if isinstance(content, int) else None)

    def part_name(self, part: QWidget, name: str) -> str:
        """Return the step and the question."""
        return f"{name}: {self._group.id(part)}" if isinstance(part, Radio) else name

    def first_part(self) -> QWidget | None:
        """Return the chosen step, else the first."""
        return self._group.checkedButton() or super().first_part()


def check_only(group: QButtonGroup, wanted: int | None) -> None:
    """Check one button of a group by its id, or none at all."""
    group.setExclusive(False)
    for button in group.buttons():
        button.setChecked(group.id(button) == wanted)
    group.setExclusive(True)
