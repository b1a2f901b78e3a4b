"""An attachment in a window of its own: drawn in memory, closed without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from radplan_desktop.ui.documents.preview import Preview
from radplan_desktop.ui.look.plain import Button, Elided, column, row
from radplan_desktop.ui.work import Worker

if TYPE_CHECKING:
    from radplan_desktop.ui.documents.leaves import Leaves

TITLE = "Bijlage"
SMALLEST = (640, 480)


class AttachmentViewer(QDialog):
    """Shows one attachment; Escape closes it, and it is gone then."""

    copy_wanted = Signal()

    def __init__(self, worker: Worker, leaves: Leaves, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(f"{TITLE} {name}")
        self.setMinimumSize(*SMALLEST)
        self.resize(parent.size() * 0.85)
        self.preview = Preview(worker)
        lines = column(self)
        lines.addWidget(self.preview, 1)
        foot = QFrame()
        foot.setObjectName("bottomBar")
        below = row(foot, (20, 9, 20, 9), 12)
        called = Elided("soft")
        called.say(name)
        self.copy = Button("Kopie opslaan…", icon_name="download")
        self.shut = Button("Sluiten", "primary")
        self.copy.clicked.connect(self.copy_wanted)
        self.shut.clicked.connect(self.close)
        below.addWidget(called, 1)
        below.addWidget(self.copy)
        below.addWidget(self.shut)
        lines.addWidget(foot)
        self.preview.show_leaves(leaves, name)
        self.preview.desk.setFocus(Qt.FocusReason.TabFocusReason)
