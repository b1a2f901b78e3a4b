"""The explanation beside the page ("Toelichting"): why a question is asked, a tip, an example, and what to check yourself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QStackedWidget, QWidget

from radplan_desktop.guideline.model import Section
from radplan_desktop.ui.explain import Explanation
from radplan_desktop.ui.look.focus_ring import paint_focus
from radplan_desktop.ui.look.icons import IconLabel, paint_icon
from radplan_desktop.ui.look.plain import Button, Elided, Scroll, column, frame, icon_button, row, rule, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.shell.explained import ExplainedText
from radplan_desktop.ui.shell.fit import Fit

STRIP = 46
TITLE = "Toelichting"


class Strip(QAbstractButton):
    """What remains of the explanation when it is folded away: a strip with its name, from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(f"{TITLE} · F1")
        self.setAccessibleName(f"{TITLE} openen")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the width of the strip."""
        return QSize(STRIP, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, as on the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon and the name on its side."""
        del event
        painter = QPainter(self)
        paint_icon(
            painter, "panel-right-open", self.rect().toRectF().adjusted(14, 14, -14, 0), theme().colour("primary")
        )
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF().adjusted(4, 4, -4, -4))
        painter.translate(QPoint(17, 44))
        painter.rotate(90)
        painter.setFont(theme().font(14, QFont.Weight.DemiBold))
        painter.setPen(theme().colour("focus" if self.hasFocus() else "primary"))
        painter.drawText(0, 0, self.text())
        painter.end()


class GuidancePane(QFrame):
    """Follows the focus; folds away to a strip."""

    keys_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guidance")
        self._open_width, self._helper_width = 304, 268
        self._chosen = self._cramped = self._aside = False
        self._shown: Explanation | None = None
        self._section: Section | None = None
        self._beside = Scroll(QWidget(), "guidanceScroll")
        self._offered = ""
        self._prefers_helper = True
        self._stack = QStackedWidget()
        column(self).addWidget(self._stack)
        self._strip = Strip()
        self._strip.clicked.connect(self.toggle)
        self._body = ExplainedText()
        self._full = self._make_full()
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._strip)

    def _make_full(self) -> QWidget:
        full = QWidget()
        lines = column(full)
        head = frame("guidanceHead")
        head.setFixedHeight(48)
        line = row(head, (18, 0, 9, 0), 9)
        self._icon, self._title = IconLabel("book-open", 20), Elided("h2")
        self._title.say(TITLE)
        line.addWidget(self._icon)
        line.addWidget(self._title, 1)
        line.addWidget(words("F1", "meta"))
        close = icon_button("panel-right-close", f"{TITLE} inklappen")
        close.clicked.connect(self.toggle)
        line.addWidget(close)
        lines.addWidget(head)
        self._inner = QStackedWidget()
        self._inner.addWidget(Scroll(self._body, "guidanceScroll"))
        self._inner.addWidget(self._beside)
        lines.addWidget(self._inner, 1)
        self.switch = Button("", "quiet", "book-open", size="small")
        self.switch.clicked.connect(self._switch)
        self.switch.hide()
        self.lesson = Button("Lees de geleerde lessen", "quiet", "scroll-text", size="small")
        self.lesson.clicked.connect(self._show_lesson)
        self.keys = Button("Sneltoetsen", "quiet", "keyboard", size="small")
        self.keys.clicked.connect(self.keys_wanted)
        foot = column(margins=(10, 4, 8, 8))
        for button in (self.switch, self.lesson, self.keys):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(rule())
        lines.addLayout(foot)
        return full

    @property
    def is_open(self) -> bool:
        """Whether the explanation is in sight."""
        return self._stack.currentWidget() is self._full

    def toggle(self) -> None:
        """Fold away or open, as the user wants it from now on. The focus stays with the strip or the explanation."""
        self._chosen = True
        now = QApplication.focusWidget()
        inside = now is not None and self.isAncestorOf(now)
        self._turn()
        if inside:
            (self.keys if self.is_open else self._strip).setFocus()

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self._strip if self.is_open else self._full)
        self._take_width()

    def _take_width(self) -> None:
        width = self._helper_width if self._inner.currentIndex() else self._open_width
        self.setFixedWidth(width if self.is_open else STRIP)

    def fit(self, fit: Fit) -> None:
        """Take the width of this window; with the largest text the strip comes first."""
        self._open_width, self._helper_width, self._cramped = fit.guidance, fit.helper, fit.cramped
        self._settle()

    def give_way(self, *, aside: bool) -> None:
        """Fold away for a page that needs the width, and open again after it; unless the user chose otherwise."""
        self._aside = aside
        self._settle()

    def _settle(self) -> None:
        if not self._chosen and self.is_open == (self._cramped or self._aside):
            self._turn()
        self._take_width()

    @property
    def _has_lesson(self) -> bool:
        return self._section is not None and bool(self._section.lesson)

    def take_in(self, helper: QWidget) -> None:
        """Have a helper stand here, in the place of the explanation, whenever it has something to say."""
        self._beside.take(helper)

    def offer(self, title: str) -> None:
        """Show the helper under this title, or the explanation as the user prefers; no title takes the helper away."""
        self._offered = title
        self._show_helper()

    def _switch(self) -> None:
        self._prefers_helper = not self._prefers_helper
        self._show_helper()

    def _show_helper(self) -> None:
        shown = bool(self._offered) and self._prefers_helper
        self._inner.setCurrentIndex(1 if shown else 0)
        self._title.say(self._offered if shown else TITLE)
        self._icon.show_icon("target" if shown else "book-open", "primary")
        self.switch.setText(f"Terug naar de {TITLE.lower()}" if shown else self._offered)
        self.switch.show_icon("book-open" if shown else "target")
        self.switch.setVisible(bool(self._offered))
        self.keys.setVisible(not shown)
        self.lesson.setVisible(not shown and self._has_lesson)
        self._take_width()

    def _show_text(self) -> None:
        """Show what is about to be written in the explanation, whatever stood in its place."""
        if self._offered:
            self._prefers_helper = False
            self._show_helper()

    def show_section(self, section: Section | None) -> None:
        """Know whose lesson can be read."""
        self._section = section
        self._show_helper()

    def tell(self, said: Explanation) -> None:
        """Show an explanation."""
        if said != self._shown:
            self._shown = said
            self._body.explain(said)

    def _show_lesson(self) -> None:
        if self._section is not None:
            self._show_text()
            self._shown = None
            self._body.teach(self._section)

    def show_keys(self, keys: list[tuple[str, str]]) -> None:
        """Show the keyboard shortcuts: (what, keys) pairs."""
        self._show_text()
        self._shown = None
        self._body.list_keys(keys)
