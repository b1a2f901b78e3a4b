"""One probe per kind of field: it does with mouse and keyboard what a person does, and says what a person sees."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.guideline.model import Kind
from radplan_desktop.ui.editors.base import Editor

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
LEFT = Qt.MouseButton.LeftButton


def text_of(face: QAccessibleInterface, what: QAccessible.Text) -> str:
    """Return a text of an accessible object."""
    return face.text(what)


def labels_of(face: QAccessibleInterface) -> str:
    """Return the names of the labels that an accessible object is related to."""
    related = [other for other, _ in face.relations(QAccessible.RelationFlag.Label)]
    return " ".join(text_of(other, NAME) for other in related)


class Probe:
    """Base of all probes. ``answer`` and ``value`` speak in what stands on the screen."""

    def __init__(self, qtbot: QtBot, editor: Editor) -> None:
        self.qtbot, self.editor = qtbot, editor

    def answer(self, text: str) -> None:
        """Give an answer and leave the field."""
        raise NotImplementedError

    @property
    def value(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    @property
    def parts(self) -> Sequence[QWidget]:
        """The widgets that can have the focus."""
        kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit)
        found = [part for part in self.editor.findChildren(QWidget) if isinstance(part, kinds) and part.isVisible()]
        return [part for part in found if part.focusPolicy() & Qt.FocusPolicy.TabFocus]

    @property
    def error(self) -> str:
        """The error below the field; empty when there is none."""
        labels = self.editor.findChildren(QLabel)
        return next((label.text() for label in labels if label.property("role") == "error" and label.isVisible()), "")

    def spoken(self) -> list[tuple[str, str]]:
        """What a screen reader says: (name and what labels it, description) of every part."""
        faces = [QAccessible.queryAccessibleInterface(part) for part in self.parts]
        return [(f"{labels_of(face)} {text_of(face, NAME)}".strip(), text_of(face, DESCRIPTION)) for face in faces]

    def leave(self) -> None:
        """Leave the field, as with a click beside it."""
        focused = self.editor.window().focusWidget()
        if focused is not None:
            focused.clearFocus()

    def press(self, button: QAbstractButton) -> None:
        """Click a button, check box or radio button where its mark is."""
        self.qtbot.mouseClick(button, LEFT, pos=QPoint(8, button.height() // 2))

    def button(self, label: str) -> QAbstractButton:
        """The button with this label."""
        found = self.editor.findChildren(QAbstractButton)
        return next(button for button in found if button.text() == label)


class LineProbe(Probe):
    """Text, dates and numbers on one line."""

    @property
    def line(self) -> QLineEdit:
        return self.editor.findChild(QLineEdit)  # type: ignore[return-value]

    def type(self, text: str) -> None:
        """Replace what stands there, without leaving."""
        self.line.setFocus()
        self.line.selectAll()
        self.qtbot.keyClick(self.line, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(self.line, text)

    def answer(self, text: str) -> None:
        self.type(text)
        self.leave()

    @property
    def value(self) -> str:
        return self.line.text()


class LongTextProbe(Probe):
    @property
    def text(self) -> QTextEdit:
        return self.editor.findChild(QTextEdit)  # type: ignore[return-value]

    def type(self, text: str) -> None:
        self.text.setFocus()
        self.text.selectAll()
        self.qtbot.keyClick(self.text, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(self.text, text)

    def answer(self, text: str) -> None:
        self.type(text)
        self.leave()

    @property
    def value(self) -> str:
        return self.text.toPlainText()


def pick(qtbot: QtBot, combo: QComboBox, label: str) -> None:
    """Open a list and click the entry with this label."""
    combo.showPopup()
    place = combo.findText(label)
    assert place >= 0, f"{label} is not offered"
    view = combo.view()
    spot = view.visualRect(combo.model().index(place, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot)


class ComboProbe(Probe):
    """A choice or a link from a list that drops down."""

    @property
    def combo(self) -> QComboBox:
        return self.editor.findChild(QComboBox)  # type: ignore[return-value]

    def answer(self, text: str) -> None:
        pick(self.qtbot, self.combo, text or self.combo.itemText(0))
        self.leave()

    @property
    def value(self) -> str:
        return self.combo.currentText() if self.combo.currentIndex() > 0 else ""


class RadioProbe(Probe):
    """A choice or a step of a scale, all in sight."""

    def answer(self, text: str) -> None:
        self.press(self.button(text))
        self.leave()

    @property
    def value(self) -> str:
        return next((b.text() for b in self.editor.findChildren(QAbstractButton) if b.isChecked()), "")


class ChecksProbe(Probe):
    """Check boxes; an answer names the ticked ones, a line each: a label may hold a comma."""

    def answer(self, text: str) -> None:
        wanted = set(text.splitlines())
        for box in self.editor.findChildren(QAbstractButton):
            if box.isChecked() != (box.text() in wanted):
                self.press(box)
        self.leave()

    @property
    def value(self) -> str:
        return "\n".join(box.text() for box in self.editor.findChildren(QAbstractButton) if box.isChecked())


class YesNoProbe(Probe):
    """ "Ja" or "Nee", and a reason after a colon."""

    def answer(self, text: str) -> None:
        said, _, why = text.partition(": ")
        self.press(self.button(said))
        line = self.editor.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        self.qtbot.keyClicks(line, why)
        self.leave()

    @property
    def value(self) -> str:
        said = next((b.text() for b in self.editor.findChildren(QAbstractButton) if b.isChecked()), "")
        line = self.editor.findChild(QLineEdit)
        return f"{said}: {line.text()}" if said and isinstance(line, QLineEdit) and line.text() else said


class LinksProbe(Probe):
    """Rows picked one by one from a list; an answer names one more, an empty one takes all away."""

    def answer(self, text: str) -> None:
        if text:
            combo = self.editor.findChild(QComboBox)
            assert isinstance(combo, QComboBox)
            pick(self.qtbot, combo, text)
        else:
            while away := [b for b in self.editor.findChildren(QAbstractButton) if b.isVisible()]:
                self.press(away[0])
        self.leave()

    @property
    def value(self) -> str:
        labels = [label.text() for label in self.editor.findChildren(QLabel) if label.isVisible()]
        return ", ".join(sorted(labels))


class ShownProbe(LineProbe):
    """What can only be read."""

    def answer(self, text: str) -> None:
        raise AssertionError(f"this field cannot be answered with {text!r}")


class AttachmentProbe(Probe):
    """A file that is dropped on the field; an answer is its name, and its content is its name too. An empty one removes it."""

    def answer(self, text: str) -> None:
        if text:
            path = Path.home() / text
            path.write_text(text)
            self.drop(path)
        else:
            self.press(self.button("Verwijderen"))
        self.qtbot.waitUntil(lambda: (self.editor.value() is not None) == bool(text))
        self.leave()

    def drop(self, path: Path) -> None:
        """Drop a file."""
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(path))])
        action, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
        spot = QPointF(self.editor.rect().center())
        entering = QDragEnterEvent(spot, action, dragged, buttons, keys)
        QApplication.sendEvent(self.editor, entering)
        if entering.isAccepted():
            QApplication.sendEvent(self.editor, QDropEvent(spot, action, dragged, buttons, keys))

    @property
    def value(self) -> str:
        labels = self.editor.findChildren(QLabel)
        return next(
            (label.accessibleName() for label in labels if label.property("role") == "strong" and label.isVisible()), ""
        )


PROBES: dict[Kind, type[Probe]] = {
    Kind.TEXT: LineProbe,
    Kind.LONGTEXT: LongTextProbe,
    Kind.CHOICE: ComboProbe,
    Kind.CHOICES: ChecksProbe,
    Kind.YESNO: YesNoProbe,
    Kind.DATE: LineProbe,
    Kind.MONTH: LineProbe,
    Kind.NUMBER: LineProbe,
    Kind.MONEY: LineProbe,
    Kind.PERCENT: LineProbe,
    Kind.SCALE: RadioProbe,
    Kind.CHECKLIST: ChecksProbe,
    Kind.LINK: ComboProbe,
    Kind.LINKS: LinksProbe,
    Kind.ATTACHMENT: AttachmentProbe,
    Kind.DERIVED: ShownProbe,
}


def probe_of(qtbot: QtBot, editor: Editor) -> Probe:
    """Return the probe for an editor: of its kind, or for radio buttons where a choice shows them."""
    if editor.field.kind is Kind.CHOICE and editor.findChild(QComboBox) is None:
        return RadioProbe(qtbot, editor)
    return PROBES[editor.field.kind](qtbot, editor)
