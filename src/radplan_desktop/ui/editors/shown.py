"""Answers that are shown and not typed: what RadPlan works out itself."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from radplan_desktop.guideline.model import Field, Guideline
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.editors.base import Editor


class ShownEditor(Editor):
    """A line that can be read and copied, and not changed."""

    def __init__(self, field: Field, guideline: Guideline, nothing: str) -> None:
        super().__init__(field, guideline)
        self._content: Content = None
        self._nothing = nothing
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(nothing)
        self._adopt(self.line)
        self._lines.addWidget(self.line)

    def value(self) -> Content:
        """Return the content that was shown."""
        return self._content

    def set_value(self, content: Content, text: str = "") -> None:
        """Show how the content reads."""
        self._content = content
        self.line.setText(text)
        self.line.setCursorPosition(0)
