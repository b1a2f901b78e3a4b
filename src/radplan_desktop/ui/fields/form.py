"""Several fields in a form: short ones beside each other, long ones on a line of their own, hidden ones nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from radplan_desktop.guideline.model import Kind
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.fields.box import FieldBox

COLUMNS = 12
GAP = 12
MENU = 38
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_WIDTHS = {
    Kind.DATE: 4,
    Kind.MONTH: 4,
    Kind.NUMBER: 4,
    Kind.MONEY: 4,
    Kind.PERCENT: 4,
    Kind.CHOICE: 6,
    Kind.LINK: 6,
    Kind.DERIVED: 6,
    Kind.SCALE: 6,
    Kind.TEXT: 6,
}


class FieldForm(QWidget):
    """A grid of field boxes that packs the visible ones. The first text has a line of its own: it is what the row is called."""

    def __init__(self, boxes: Sequence[FieldBox]) -> None:
        super().__init__()
        self.boxes = tuple(boxes)
        self._shown: tuple[tuple[FieldBox, int], ...] | None = None
        self._packed: list[list[tuple[FieldBox, int]]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        for place in range(COLUMNS):
            self._grid.setColumnStretch(place, 1)
        for box in self.boxes:
            box.setParent(self)
            box.turned.connect(self._pack)
        self._pack()

    def bind(self, row: str) -> None:
        """Show another row."""
        for box in self.boxes:
            box.bind(row)
        self._pack()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed, and pack again when a field came or went."""
        for box in self.boxes:
            box.refresh(cells)
        self._pack()

    def box(self, field: str) -> FieldBox | None:
        """Return the box of a field that is shown."""
        return next((box for box in self.boxes if box.field.id == field and not box.isHidden()), None)

    def _pack(self) -> None:
        boxes = [box for box in self.boxes if not box.isHidden()]
        shown = tuple((box, _width(box, first=place == 0)) for place, box in enumerate(boxes))
        if shown == self._shown:
            return
        self._shown = shown
        while self._grid.takeAt(0) is not None:
            pass
        self._packed = _lines(shown)
        for line, places in enumerate(self._packed):
            left = 0
            for box, width in places:
                self._grid.addWidget(box, line, left, 1, width, Qt.AlignmentFlag.AlignTop)
                left += width
        self._even()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Even the labels out again: another width breaks them elsewhere."""
        super().resizeEvent(event)
        self._even()

    def _even(self) -> None:
        """Give the labels of one line the same height, so that the fields below them stand level, with or without an error."""
        for places in self._packed:
            labels = [(box.label, width) for box, width in places if box.label is not None]
            room = [self.width() * width // COLUMNS - GAP - MENU for _, width in labels]
            high = [_high(label, max(wide, 1)) for (label, _), wide in zip(labels, room, strict=True)]
            for label, _ in labels:
                label.setMinimumHeight(max(high) if len(set(high)) > 1 else 0)


def _high(label: QLabel, wide: int) -> int:
    """Return the height of the words alone: ``heightForWidth`` counts the least height that was given before, and so alternates."""
    return label.fontMetrics().boundingRect(QRect(0, 0, wide, 10_000), _WRAP, label.text()).height()


def _width(box: FieldBox, *, first: bool) -> int:
    if box.says_otherwise:
        return COLUMNS
    if box.field.kind is Kind.TEXT and first:
        return COLUMNS
    return _WIDTHS.get(box.field.kind, COLUMNS)


def _lines(boxes: Sequence[tuple[FieldBox, int]]) -> list[list[tuple[FieldBox, int]]]:
    lines: list[list[tuple[FieldBox, int]]] = []
    room = 0
    for box, width in boxes:
        if width > room:
            lines.append([])
            room = COLUMNS
        lines[-1].append((box, width))
        room -= width
    return [_filled(line) for line in lines]


def _filled(line: list[tuple[FieldBox, int]]) -> list[tuple[FieldBox, int]]:
    """Give what is left of a line to its fields that can use it."""
    spare = COLUMNS - sum(width for _, width in line)
    wide = [place for place, (box, _) in enumerate(line) if box.field.kind in (Kind.TEXT, Kind.LINK, Kind.CHOICE)]
    if not spare or not wide:
        return line
    last = wide[-1]
    return [(box, width + spare if place == last else width) for place, (box, width) in enumerate(line)]
