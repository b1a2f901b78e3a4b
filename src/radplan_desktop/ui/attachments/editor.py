"""The editor of an attachment: a button to choose a file, or the file with what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.guideline.model import Field, Guideline
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import Button, Elided, column, row, words
from radplan_desktop.ui.look.waiting import Waiting

PDF = "application/pdf"
IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/x-ms-bmp"})
NOT_SHOWN = "Dit soort bestand kunt u hier niet bekijken. Sla een kopie op."


class AttachmentEditor(Editor):
    """Shows an attachment and asks for what can be done with it; whoever holds the plan does it."""

    drafts = False
    choose_wanted = Signal()
    dropped = Signal(object)
    """The Path of a file that was dropped here."""
    view_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self._content: Content = None
        self.choose = Button("Bijlage kiezen…", icon_name="paperclip", size="small")
        self.view = Button("Bekijken", icon_name="eye", size="small")
        self.copy = Button("Kopie opslaan…", "quiet", "download", size="small")
        self.replace = Button("Vervangen…", "quiet", "paperclip", size="small")
        self.remove = Button("Verwijderen", "quiet", "trash-2", size="small")
        self._name, self._unseen = Elided("strong"), words(NOT_SHOWN, "hint", wrap=True)
        self.waiting, self._outcome = Waiting(self), words(role="hint", wrap=True)
        self._file = self._framed()
        for part in (self.choose, self.view, self.copy, self.replace, self.remove):
            self._adopt(part)
        self._lines.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(self._file)
        self._lines.addWidget(self.waiting)
        self._lines.addWidget(self._outcome)
        self._outcome.hide()
        self._connect()
        self.setAcceptDrops(True)
        self._show()

    def _framed(self) -> QFrame:
        framed = QFrame()
        framed.setProperty("role", "inset")
        lines = column(framed, (12, 8, 8, 6), 4)
        head = row(gap=8)
        head.addWidget(IconLabel("paperclip", 18, "ink2"))
        head.addWidget(self._name, 1)
        head.addWidget(self.view)
        lines.addLayout(head)
        lines.addWidget(self._unseen)
        tools = row(gap=2)
        for button in (self.copy, self.replace, self.remove):
            tools.addWidget(button)
        tools.addStretch()
        lines.addLayout(tools)
        return framed

    def _connect(self) -> None:
        for button in (self.choose, self.replace):
            button.clicked.connect(self.choose_wanted)
        self.view.clicked.connect(self.view_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.remove.clicked.connect(self._remove)

    # What every editor does

    def value(self) -> Content:
        """Return the attachment that is shown."""
        return self._content

    def set_value(self, content: Content, text: str = "") -> None:
        """Show an attachment."""
        del text
        self._content = content if isinstance(content, dict) else None
        self._show()

    def part_name(self, part: QWidget, name: str) -> str:
        """Return what a button does, and for which question."""
        return f"{name}: {part.text().rstrip('…').lower()}" if isinstance(part, Button) else name

    def first_part(self) -> QWidget | None:
        """Return the button that can be pressed first."""
        if self._content is None:
            return self.choose
        return self.copy if self.view.isHidden() else self.view

    def _left(self) -> None:
        """Leave an answer as it is: nothing is half done when a button loses the focus."""

    # An attachment

    @property
    def file_name(self) -> str:
        """The name of the file, without any folder that a stranger may have put in it."""
        name = str(self._content.get("name", "")) if self._content else ""
        return Path(name.replace("\\", "/")).name or "bijlage"

    @property
    def is_pdf(self) -> bool:
        """Whether the file says it is a PDF."""
        return self._type == PDF

    @property
    def _type(self) -> str:
        return str(self._content.get("type", "")) if self._content else ""

    def lock(self, *, locked: bool) -> None:
        """Leave only looking and copying."""
        for button in (self.choose, self.replace, self.remove):
            button.setEnabled(not locked)
        self.setAcceptDrops(not locked)

    def say(self, outcome: str) -> None:
        """Say what came of it; an empty text says nothing."""
        self._outcome.setText(outcome)
        self._outcome.setVisible(bool(outcome))
        announce(self._outcome, outcome)

    def _show(self) -> None:
        """Show what can be done now; a button that had the focus and goes, hands it on."""
        known = self._content is not None
        self._file.setVisible(known)
        seen = self.is_pdf or self._type in IMAGES
        self._name.say(self.file_name)
        self.view.setVisible(seen)
        self._unseen.setVisible(known and not seen)
        if known and self.choose.hasFocus():
            self.focus()
        self.choose.setVisible(not known)

    def _remove(self) -> None:
        self._content = None
        self._show()
        self.finished.emit()
        self.focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that is dragged here."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))
