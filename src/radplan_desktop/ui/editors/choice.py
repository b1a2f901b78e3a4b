"""Choices: one or more from a list, yes or no with a reason, and ticks with a note."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QWidget

from radplan_desktop.guideline.model import Choice, Field, Guideline
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.editors.base import Editor, redo_line, undo_line
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.editors.numbers import check_only
from radplan_desktop.ui.look.marks import Check, Radio
from radplan_desktop.ui.look.plain import column, row

FEW = 4
NOTHING = "Kies…"


def offered(field: Field, guideline: Guideline) -> tuple[Choice, ...]:
    """Return the choices a field offers now."""
    return tuple(choice for choice in guideline.lists[field.choices].choices if not choice.retired)


class ComboChoiceEditor(Editor):
    """One of many, from a list that drops down."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self.combo = Combo()
        self.combo.offer(NOTHING, [(choice.id, choice.label) for choice in offered(field, guideline)])
        self.combo.activated.connect(self._picked)
        self._adopt(self.combo)
        self._lines.addWidget(self.combo)

    def _picked(self) -> None:
        self.finished.emit()

    def value(self) -> Content:
        """Return the id of the choice; None when nothing is chosen."""
        return self.combo.chosen()

    def set_value(self, content: Content, text: str = "") -> None:
        """Choose an entry; a retired choice joins the list as long as it is the answer."""
        if content is not None and self.combo.findData(content) == -1:
            self.combo.addItem(text or self.guideline.lists[self.field.choices].label_of(str(content)), content)
        self.combo.choose(content)


class RadioChoiceEditor(Editor):
    """One of a few, all in sight."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self._choices = offered(field, guideline)
        self._group = QButtonGroup(self)
        for place, choice in enumerate(self._choices):
            button = Radio(choice.label, choice.hint)
            self._group.addButton(button, place)
            self._adopt(button)
            self._lines.addWidget(button)
        self._group.idClicked.connect(self._picked)

    def _picked(self) -> None:
        self.finished.emit()

    def value(self) -> Content:
        """Return the id of the choice; None when nothing is chosen."""
        place = self._group.checkedId()
        return None if place == -1 else self._choices[place].id

    def set_value(self, content: Content, text: str = "") -> None:
        """Choose one, or none."""
        del text
        place = next((n for n, choice in enumerate(self._choices) if choice.id == content), None)
        check_only(self._group, place)

    def part_name(self, part: QWidget, name: str) -> str:
        """Return the choice and the question."""
        return f"{part.text()}. {name}" if isinstance(part, Radio) else name

    def first_part(self) -> QWidget | None:
        """Return the chosen button, else the first."""
        return self._group.checkedButton() or super().first_part()


class ChoicesEditor(Editor):
    """Any number from a list, as check boxes in two columns."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self._boxes: dict[str, Check] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        choices = offered(field, guideline)
        half = (len(choices) + 1) // 2
        for place, choice in enumerate(choices):
            box = Check(choice.label)
            box.setToolTip(choice.hint)
            box.clicked.connect(self._picked)
            self._boxes[choice.id] = box
            self._adopt(box)
            grid.addWidget(box, place % half, place // half)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._lines.addLayout(grid)

    def _picked(self) -> None:
        self.finished.emit()

    def value(self) -> Content:
        """Return the sorted ids of the choices; None when nothing is chosen."""
        return sorted(choice for choice, box in self._boxes.items() if box.isChecked()) or None

    def set_value(self, content: Content, text: str = "") -> None:
        """Tick these choices and no others."""
        del text
        chosen = set(content or ())
        for choice, box in self._boxes.items():
            box.setChecked(choice in chosen)

    def part_name(self, part: QWidget, name: str) -> str:
        """Return the choice and the question."""
        return f"{part.text()}. {name}" if isinstance(part, Check) else name


class YesNoEditor(Editor):
    """Yes or no, with a reason that may stay empty."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self._group = QButtonGroup(self)
        self.why = QLineEdit()
        self.why.setPlaceholderText("Toelichting, mag leeg blijven")
        self.why.textEdited.connect(self._edited)
        line = row(gap=14)
        for place, label in ((1, "Ja"), (0, "Nee")):
            button = Radio(label)
            self._group.addButton(button, place)
            self._adopt(button)
            line.addWidget(button)
        self._adopt(self.why)
        line.addWidget(self.why, 1)
        self._group.idClicked.connect(self._picked)
        self._lines.addLayout(line)
        self._show_why()

    def _show_why(self) -> None:
        self.why.setEnabled(self._group.checkedId() != -1)

    def _edited(self) -> None:
        self.changed.emit()

    def _picked(self) -> None:
        self._show_why()
        self.finished.emit()

    def value(self) -> Content:
        """Return {"is": bool, "why": text}; None when neither is chosen."""
        said = self._group.checkedId()
        return None if said == -1 else {"is": bool(said), "why": self.why.text().strip()}

    def set_value(self, content: Content, text: str = "") -> None:
        """Choose yes, no or neither, and show the reason."""
        del text
        check_only(self._group, None if content is None else int(content["is"]))
        self.why.setText("" if content is None else content.get("why", ""))
        self._show_why()

    def part_name(self, part: QWidget, name: str) -> str:
        """Return "Ja" or "Nee" with the question, or that this is the explanation."""
        return f"{part.text()}. {name}" if isinstance(part, Radio) else f"{name}: toelichting"

    def first_part(self) -> QWidget | None:
        """Return the chosen button, else "Ja"."""
        return self._group.checkedButton() or super().first_part()

    def undo(self) -> bool:
        """Undo one typed step of the reason."""
        return undo_line(self.why)

    def redo(self) -> bool:
        """Do one typed step of the reason again."""
        return redo_line(self.why)


class ChecklistEditor(Editor):
    """Ticks, each with a note of its own."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self._items: dict[str, tuple[Check, QLineEdit]] = {}
        self._lines.setSpacing(6)
        for choice in offered(field, guideline):
            box, note = Check(choice.label, choice.hint), QLineEdit()
            note.setPlaceholderText("Aantekening, mag leeg blijven")
            box.clicked.connect(self._picked)
            note.textEdited.connect(self._edited)
            self._items[choice.id] = (box, note)
            part = column(gap=2)
            part.addWidget(box)
            part.addWidget(note)
            for widget in (box, note):
                self._adopt(widget)
            self._lines.addLayout(part)
            note.hide()

    def _edited(self) -> None:
        self.changed.emit()

    def _picked(self) -> None:
        self._show_notes()
        self.finished.emit()

    def _show_notes(self) -> None:
        for box, note in self._items.values():
            note.setVisible(box.isChecked() or bool(note.text()))

    def value(self) -> Content:
        """Return {item: {"is": bool, "note": text}} for every ticked or noted item; None when there is none."""
        said: dict[str, Any] = {}
        for item, (box, note) in self._items.items():
            text = note.text().strip()
            if box.isChecked() or text:
                said[item] = {"is": box.isChecked(), "note": text}
        return said or None

    def set_value(self, content: Content, text: str = "") -> None:
        """Tick and note these items and no others."""
        del text
        for item, (box, note) in self._items.items():
            said = (content or {}).get(item, {})
            box.setChecked(bool(said.get("is")))
            if note.text().strip() != said.get("note", ""):
                note.setText(said.get("note", ""))
        self._show_notes()

    def part_name(self, part: QWidget, name: str) -> str:
        """Return the item and the question."""
        for box, note in self._items.values():
            if part is box:
                return f"{box.text()}. {name}"
            if part is note:
                return f"{box.text()}: aantekening"
        return name

    def undo(self) -> bool:
        """Undo one typed step of the note with the focus."""
        return any(undo_line(note) for _, note in self._items.values() if note.hasFocus())

    def redo(self) -> bool:
        """Do one typed step of the note with the focus again."""
        return any(redo_line(note) for _, note in self._items.values() if note.hasFocus())
