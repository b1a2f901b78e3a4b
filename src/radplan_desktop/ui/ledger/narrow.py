"""The line above a ledger: which lines to show, by their state and other choices, and by words that occur in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from radplan_desktop.plan.search import folded, words_of
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.look.lines import clearable
from radplan_desktop.ui.look.plain import row

SHOWS = "Beperkt de lijst hieronder."
Option = tuple[str, str]
"""The id and the words of a choice."""


class Narrow(QFrame):
    """Choices beside a line for words. What is chosen is remembered while the choices change."""

    changed = Signal()

    def __init__(self, choices: Mapping[str, str]) -> None:
        super().__init__()
        self._everything = dict(choices)
        self.choices = {name: Combo() for name in choices}
        self.text = QLineEdit()
        self.text.setPlaceholderText("Zoek in deze lijst")
        self.text.setAccessibleName("Zoek in deze lijst")
        self.text.setAccessibleDescription(SHOWS)
        clearable(self.text)
        line = row(self, gap=10)
        for place, (name, combo) in enumerate(self.choices.items()):
            line.addWidget(combo, 2 if place else 3)
            combo.setAccessibleName(name)
            combo.setAccessibleDescription(SHOWS)
            self.offer(name, ())
            combo.currentIndexChanged.connect(self.changed)
        line.addWidget(self.text, 3)
        self.text.textChanged.connect(self.changed)

    def offer(self, name: str, options: Sequence[Option]) -> None:
        """Offer these choices; the first entry shows everything."""
        combo = self.choices[name]
        wanted = [(None, self._everything[name]), *options]
        if [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())] != wanted:
            combo.offer(self._everything[name], list(options))

    def chosen(self, name: str) -> str:
        """Return what is chosen; "" shows everything."""
        return self.choices[name].chosen() or ""

    def choose(self, name: str, option: str) -> None:
        """Choose one of the choices."""
        self.choices[name].choose(option)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for."""
        return words_of(self.text.text())

    def fits(self, *texts: str) -> bool:
        """Whether all words occur in these texts together."""
        wanted = self.words
        whole = folded("\n".join(texts)) if wanted else ""
        return all(word in whole for word in wanted)
