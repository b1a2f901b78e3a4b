"""What comes up: the next dates of the plan, each with the way to where it is answered."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from radplan_desktop.plan import display
from radplan_desktop.plan.coming import in_week
from radplan_desktop.plan.deadlines import Deadline
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, Elided, clear, column, row, rule, words
from radplan_desktop.ui.look.theme import tabular, theme
from radplan_desktop.ui.overview.tile import Tile
from radplan_desktop.ui.overview.words import rest_of, short_month, title_of
from radplan_desktop.ui.places import place_of_cell

FEW = 3
CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
NOTHING = "Er staan nog geen datums open in dit plan."


class DateBox(QWidget):
    """A day as a leaf of a calendar: ochre when it is this week or past."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self._day, self._month = str(day.day), short_month(day, today)
        self._pressing = day < today or in_week(day, today)
        self.setAccessibleName(display.long_date(day.isoformat()))
        self.setFixedSize(QSize(max(67, theme().px(67)), max(38, theme().px(38))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the leaf."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = ("warnTint", "warnLine", "warn") if self._pressing else ("surface2", "line", "ink")
        painter.setPen(QPen(theme().colour(edge), 1))
        painter.setBrush(theme().colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        half = self.height() / 2
        painter.setPen(theme().colour(ink))
        painter.setFont(tabular(theme().font(17, QFont.Weight.DemiBold)))
        painter.drawText(QRectF(0, 1, self.width(), half), CENTRE, self._day)
        painter.setFont(theme().font(13))
        painter.setPen(theme().colour(ink if self._pressing else "ink2"))
        painter.drawText(QRectF(0, half - 2, self.width(), half), CENTRE, self._month)
        painter.end()


class DeadlineRow(QWidget):
    """One date."""

    def __init__(self, desk: Desk, deadline: Deadline) -> None:
        super().__init__()
        today = desk.answers.today
        title, rest = Elided("strong"), Elided("cardHint")
        title.say(title_of(deadline))
        rest.say(rest_of(deadline, today))
        line = row(self, (0, 6, 0, 6), 12)
        line.addWidget(DateBox(deadline.day, today))
        text = column(gap=0)
        text.addWidget(title)
        text.addWidget(rest)
        line.addLayout(text, 1)
        self.button = Button("Openen", size="small")
        self.button.setAccessibleName(f"{title_of(deadline)}: openen")
        self.button.setAccessibleDescription(
            f"{display.long_date(deadline.day.isoformat())}, {rest_of(deadline, today)}"
        )
        line.addWidget(self.button)
        place = place_of_cell(desk.answers, Cell(deadline.row, deadline.field))
        self.button.setVisible(place is not None)
        if place is not None:
            self.button.clicked.connect(lambda: desk.go(place))


class ComingTile(Tile):
    """The next dates; all of them on request."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Wat komt eraan")
        self._desk = desk
        self._all = False
        self._shown: tuple[Deadline, ...] | None = None
        self.more = self.add_button("")
        self.more.clicked.connect(self._turn)
        self.nothing = words(NOTHING, "soft", wrap=True)
        self.body.addWidget(self.nothing)
        self._rows = column()
        self.body.addLayout(self._rows)
        self.refresh()

    def _turn(self) -> None:
        self._all = not self._all
        self.refresh()

    def refresh(self) -> None:
        """Show the dates of now."""
        found = self._desk.standing.coming
        week = f"{found.this_week} deze week" if found.this_week else ""
        late = f"{len(found.late)} voorbij" if found.late else ""
        self.chip.say(" · ".join(part for part in (week, late) if part), "warn")
        self.more.setText("Minder tonen" if self._all else f"Alle {len(found.all)} tonen")
        self.more.setAccessibleName(f"{self.title.text()}: {self.more.text().lower()}")
        self.more.setVisible(len(found.all) > FEW)
        shown = found.all if self._all else found.first(FEW)
        self.nothing.setVisible(not shown)
        if shown != self._shown:
            self._shown = shown
            clear(self._rows)
            for deadline in shown:
                self._rows.addWidget(rule())
                self._rows.addWidget(DeadlineRow(self._desk, deadline))
