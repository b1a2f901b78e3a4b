"""One reaction: what was said by whom and about which question, and what is done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from radplan_desktop.guideline.model import Register
from radplan_desktop.guideline.parts import column as column_of
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.reactions import Reaction
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.form import FieldForm
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.keeping.detail_screen import DetailCard
from radplan_desktop.ui.keeping.named import place_named
from radplan_desktop.ui.keeping.words import HANDLED
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, Chip, column, frame, row, words
from radplan_desktop.ui.places import Place, Screen

ASKED = ("verdict", "why", "by", "decided")
NO_QUESTION = "Er staat nog niet bij welke vraag deze reactie gaat over."
UNKNOWN = "RadPlan herkent deze vraag niet. Schrijf de naam zoals die in het plan staat."


class ReactionCard(DetailCard[Reaction]):
    """Shows a reaction, and asks what is done with it."""

    next_wanted = Signal()

    def __init__(self, desk: Desk, register: Register, roles: Roles) -> None:
        super().__init__()
        self._desk, self._register = desk, register
        self._row = ""
        self._way: Place | None = None
        self.section, entry = next(
            (name, found) for name, one in desk.outlines.items() if (found := one.find(register.id)) is not None
        )
        self.title, self.chip = words(role="h2", wrap=True), Chip()
        self.paper, self.remark = words(role="hint", wrap=True), words(wrap=True)
        self.about = words(role="hint", wrap=True)
        self.way = Button("Naar de vraag", icon_name="arrow-right", size="small")
        names = [column_of(roles, part) for part in ASKED]
        boxes = [FieldBox(desk, entry, register.columns[name], compact=True) for name in names if name]
        self.form = FieldForm(boxes)
        self.whole = Button("Alles over deze reactie", "quiet", "table-2", size="small")
        self.on = Button("Volgende reactie", "primary", "chevron-right")
        self.on.trail()
        self.on.setToolTip("Ctrl+Enter")
        self._arrange()
        self.way.clicked.connect(self._go)
        self.whole.clicked.connect(lambda: desk.go(Place(Screen.REGISTER, self.section, register.id, self._row)))
        self.on.clicked.connect(self.next_wanted)
        Following(self, desk.changed, self.refresh)
        self.show_one(None)

    def _arrange(self) -> None:
        lines = column(self, CARD_MARGINS, 6)
        head = row(gap=10)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(head)
        lines.addWidget(self.paper)
        quote = frame(role="inset")
        column(quote, (14, 10, 14, 10)).addWidget(self.remark)
        lines.addWidget(quote)
        asked = row(gap=10)
        asked.addWidget(self.about, 1)
        asked.addWidget(self.way)
        lines.addLayout(asked)
        lines.addSpacing(4)
        lines.addWidget(self.form)
        foot = row(gap=10)
        foot.addWidget(self.whole)
        foot.addStretch()
        foot.addWidget(self.on)
        lines.addLayout(foot)

    def show_one(self, one: Reaction | None) -> None:
        """Show a reaction, or nothing."""
        self.setVisible(one is not None)
        if one is None:
            self._row = ""
            return
        who = one.party or "Partij nog niet bekend"
        self.title.setText(" · ".join(part for part in (one.number, who) if part))
        self.chip.say(*HANDLED[one.handled])
        self.paper.setText(" · ".join(part for part in (one.paper, one.day) if part))
        self.paper.setVisible(bool(self.paper.text()))
        self.remark.setText(one.remark or "Nog niets opgeschreven.")
        self._show_way(one.about)
        if one.row != self._row:
            if self._row:
                self._desk.session.settle()
            self._row = one.row
            self.form.bind(one.row)

    def _show_way(self, about: str) -> None:
        self._way = place_named(self._desk.guideline, self._desk.outlines, about) if about else None
        self.way.setVisible(self._way is not None)
        if self._way is not None:
            self.about.setText(f"Bij: {about}")
        else:
            self.about.setText(f"Bij: {about}. {UNKNOWN}" if about else NO_QUESTION)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed in the answers."""
        if self._row and self._desk.answers.exists(self._row):
            self.form.refresh(cells)

    def focus(self) -> None:
        """Put the focus on the first thing that is asked."""
        if not self.isHidden():
            self.form.boxes[0].focus()

    def _go(self) -> None:
        if self._way is not None:
            self._desk.go(self._way)
