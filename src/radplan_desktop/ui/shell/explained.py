"""What the explanation says, as it is set: why, a tip, an example, what to check, the lesson of a section, the shortcuts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Section
from radplan_desktop.ui.explain import Explanation
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import paint_bar
from radplan_desktop.ui.look.plain import clear, column, row, words


class Example(QFrame):
    """An invented example, always labelled as one."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("role", "example")
        lines = column(self, (15, 9, 12, 9), 3)
        lines.addWidget(words(text, wrap=True))
        lines.addWidget(words("Bedacht voorbeeld", "meta"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the inset and its edge."""
        super().paintEvent(event)
        paint_bar(self, 4, 4, "primary")


class ExplainedText(QWidget):
    """One text at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guidanceBody")
        self._text: QVBoxLayout = column(self, (18, 12, 14, 12), 3)

    def explain(self, said: Explanation) -> None:
        """Show what is said of a question."""
        clear(self._text)
        about = row(gap=4)
        about.addWidget(words("Bij vraag", "hint"), 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(words(said.about, "about", wrap=True), 1)
        self._text.addLayout(about)
        if said.hint:
            self._text.addWidget(words(said.hint, wrap=True))
        self._part("circle-help", "Waarom vragen we dit?", said.why)
        self._part("lightbulb", "Tip", said.tip)
        self._example(said.example)
        self._checks(said.check)
        self._choices(said.choices)
        self._text.addStretch()

    def teach(self, section: Section) -> None:
        """Show the lesson of a section."""
        clear(self._text)
        self._text.addWidget(words(section.title, "strong", wrap=True))
        self._part("scroll-text", "Wat leert eerder onderzoek?", section.lesson.strip())
        self._text.addSpacing(6)
        self._text.addWidget(words(f"Bron: {section.source}", "meta", wrap=True))
        self._text.addStretch()

    def list_keys(self, keys: list[tuple[str, str]]) -> None:
        """Show the keyboard shortcuts: (what, keys) pairs."""
        clear(self._text)
        self._heading("keyboard", "Sneltoetsen")
        for what, shortcut in keys:
            line = row(gap=8)
            line.addWidget(words(what, wrap=True), 1)
            line.addWidget(words(shortcut, "meta"), 0, Qt.AlignmentFlag.AlignTop)
            self._text.addLayout(line)
        self._text.addStretch()

    def _heading(self, icon_name: str, text: str) -> None:
        self._text.addSpacing(9)
        line = row(gap=7)
        line.addWidget(IconLabel(icon_name, 18))
        line.addWidget(words(text, "h3"), 1)
        self._text.addLayout(line)

    def _part(self, icon_name: str, heading: str, text: str) -> None:
        if text:
            self._heading(icon_name, heading)
            self._text.addWidget(words(text, wrap=True))

    def _example(self, text: str) -> None:
        if text:
            self._heading("quote", "Voorbeeld")
            self._text.addWidget(Example(text))

    def _checks(self, questions: tuple[str, ...]) -> None:
        if questions:
            self._heading("list-checks", "Kijk zelf even na")
        for question in questions:
            line = row(gap=8)
            line.addWidget(IconLabel("circle", 15, "ink3"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words(question, wrap=True), 1)
            self._text.addLayout(line)

    def _choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        if choices:
            self._heading("list", "Wat betekenen de keuzes?")
        for label, meaning in choices:
            self._text.addWidget(words(label, "label", wrap=True))
            self._text.addWidget(words(meaning, "hint", wrap=True))
            self._text.addSpacing(3)
