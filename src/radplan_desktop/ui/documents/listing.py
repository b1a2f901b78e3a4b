"""The list of documents at the left: which there are, in which version, and how far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from radplan_desktop.guideline.model import DocumentSpec
from radplan_desktop.ui.look.plain import Chip, Scroll, column, row, words
from radplan_desktop.ui.look.theme import theme

CONCEPT = ("Concept", "warn", "pencil")
CHANGED = ("Gewijzigd", "warn", "pencil")
ADOPTED = ("Vastgesteld", "ok", "check")


class DocumentRow(QRadioButton):
    """One document; the arrows walk along them, and the one that is chosen is shown."""

    def __init__(self, spec: DocumentSpec) -> None:
        super().__init__()
        self.spec = spec
        self._version = words(role="hint", wrap=True)
        self._chip = Chip()
        self._chip.hide()
        self._lines = lines = column(self, (20, 10, 12, 11), 0)
        lines.addWidget(words(spec.title, "h2", wrap=True))
        lines.addWidget(self._version)
        lines.addSpacing(5)
        below = row()
        below.addWidget(self._chip)
        below.addStretch()
        lines.addLayout(below)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(spec.title)  # not drawn: by it a screen reader knows that all of the row can be pressed
        self.setAccessibleName(spec.title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, version: str, changes: int, *, concept: bool) -> None:
        """Show in which version it would be printed, and what changed since."""
        since = "1 wijziging daarna" if changes == 1 else f"{changes} wijzigingen daarna"
        said = f"versie {version} · {since}" if changes else f"versie {version}"
        self._version.setText(said)
        text, tone, icon_name = CONCEPT if concept else CHANGED if changes else ADOPTED
        self._chip.say(text, tone, icon_name)
        self.setAccessibleDescription(f"{said}, {text}")

    def sizeHint(self) -> QSize:
        """Return what the words need."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least that the words need."""
        return self._lines.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Whether a narrower one is higher: yes, the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return self._lines.heightForWidth(width)

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a click here counts: everywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the bar of the chosen one, a hairline, and the focus."""
        del event
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), theme().colour("surface"))
            painter.fillRect(0, 0, 4, self.height(), theme().colour("primary"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(6, 3, -3, -4))
        painter.end()


class DocumentList(Scroll):
    """All documents, one of which is chosen."""

    chosen = Signal(str)
    """The id of a document."""

    def __init__(self, specs: Sequence[DocumentSpec]) -> None:
        body = QWidget()
        body.setObjectName("documentList")
        super().__init__(body, "documentListScroll")
        self.setAccessibleName("Documenten")
        lines = column(body, (0, 9, 0, 9))
        self._group = QButtonGroup(self)
        self.rows = {spec.id: DocumentRow(spec) for spec in specs}
        for name, one in self.rows.items():
            self._group.addButton(one)
            one.toggled.connect(lambda on, document=name: self.chosen.emit(document) if on else None)
            lines.addWidget(one)
        lines.addStretch()

    @property
    def least_width(self) -> int:
        """The width at which no word is cut."""
        return max((one.minimumSizeHint().width() for one in self.rows.values()), default=0) + 1

    def choose(self, document: str) -> None:
        """Choose a document."""
        self.rows[document].setChecked(True)

    def show_state(self, version: str, changes: int, *, concept: bool) -> None:
        """Show the version of the plan with every document."""
        for one in self.rows.values():
            one.show_state(version, changes, concept=concept)
