"""What a brought-together screen shows while there is nothing at all: the shape of the list, an inviting line, and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from radplan_desktop.guideline.model import Register
from radplan_desktop.ui.look.plain import Button, column, row, words
from radplan_desktop.ui.pages.summary import Ghosts


class EmptyLedger(QFrame):
    """Says that there is nothing, and when there will be; ``begin`` goes to where the first one is written down."""

    def __init__(self, register: Register, none_yet: str, inviting: str, add: str) -> None:
        super().__init__()
        self.setProperty("role", "ghost")
        self.setAccessibleName(f"{none_yet}. {inviting}")
        line = row(self, (2, 2, 2, 2))
        line.addWidget(Ghosts(register.prefix), 3)
        text = column(margins=(16, 10, 16, 10), gap=2)
        text.addWidget(words(none_yet, "strong", wrap=True))
        text.addWidget(words(inviting, "hint", wrap=True))
        text.addSpacing(5)
        self.begin = Button(add, icon_name="plus", size="small")
        text.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(text, 2)

    def focus(self) -> None:
        """Put the focus on the button; in a plan that is only read, on what it says."""
        (self.begin if self.begin.isEnabled() else self).setFocus(Qt.FocusReason.OtherFocusReason)
