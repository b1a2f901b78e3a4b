"""One contact in the log: when and how, what was said, and what comes of it. A click or Enter opens it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from radplan_desktop.plan.contacts import Contact
from radplan_desktop.ui.contacts.words import meta_of, spoken, state_of
from radplan_desktop.ui.look.focus_ring import ROW_RADIUS, paint_focus
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.plain import Chip, column, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.walking import LineButton

DISC, MARK = 28, 16


class ContactMark(QWidget):
    """The disc before a contact: a calendar while it still comes, a dashed circle while its result is open."""

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        state = state_of(contact)
        self._open = bool(state) and not contact.planned
        self._icon = "calendar-clock" if contact.planned else "circle-dashed" if self._open else "message-square"
        self.setFixedSize(QSize(DISC, DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and icon."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("warnTint" if self._open else "primaryTint"))
        painter.drawEllipse(self.rect())
        edge = (DISC - MARK) / 2
        place = QRectF(edge, edge, MARK, MARK)
        paint_icon(painter, self._icon, place, theme().colour("warn" if self._open else "primary"))
        painter.end()


class ContactLine(LineButton):
    """A contact."""

    def __init__(self, contact: Contact, today: date, party: str = "") -> None:
        super().__init__()
        self.contact = contact
        self.setText(contact.about)
        self.setAccessibleName(spoken(contact, today, party))
        self.setToolTip("Openen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        across = row(self, (14, 9, 14, 10), 12)
        across.addWidget(ContactMark(contact), 0, Qt.AlignmentFlag.AlignTop)
        self._lines = column(gap=2)
        across.addLayout(self._lines, 1)
        self._add_head(meta_of(contact, today, party))
        for text, kind in ((contact.about, "strong"), (contact.result, "")):
            if text:
                self._lines.addWidget(words(text, kind, wrap=True))
        self._add_following()
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _add_head(self, meta: str) -> None:
        state = state_of(self.contact)
        head = row(gap=6)
        if state:
            head.addWidget(words(state, "open"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(meta, "cardMeta", wrap=True), 1)
        self._lines.addLayout(head)

    def _add_following(self) -> None:
        if self.contact.next:
            self._lines.addWidget(words(f"Daarna: {', '.join(self.contact.next)}", "hint", wrap=True))
        if self.contact.attitude:
            chip = Chip(f"houding: {self.contact.attitude.lower()}", "ok", "arrow-right")
            self._lines.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Return what the words need in the width there is."""
        lines = self.layout()
        if lines is None:
            return super().sizeHint()
        width = max(self.width(), lines.minimumSize().width())
        return QSize(width, lines.totalHeightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above, and that the mouse or the focus is here."""
        del event
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme().colour("surface2"))
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF().adjusted(1, 2, -1, -1), ROW_RADIUS)
        painter.end()
