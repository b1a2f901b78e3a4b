"""A section: its basis cards, then one closed line of depth. Cards in sight are made at once, the others while nothing happens."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Chart, Field, Group, Panel, Section
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.blocks.contacts import ContactsCard
from radplan_desktop.ui.blocks.diversity import DiversityCard
from radplan_desktop.ui.blocks.passing import PassingCard
from radplan_desktop.ui.charts.card import ChartCard
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.gates.page import NextGateCard
from radplan_desktop.ui.keeping.card import KeepingCard
from radplan_desktop.ui.look.plain import Button, row, words
from radplan_desktop.ui.look.scrolled import GAP, PageScroll
from radplan_desktop.ui.outline import (
    CONTACTS_PANEL,
    DIVERSITY_PANEL,
    GATE_PANEL,
    KEEPING,
    PASSING_PANEL,
    Entry,
    Shown,
    asked,
    depth_reason,
)
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.pages.points import PointsCard
from radplan_desktop.ui.pages.questions import FieldCard, GroupCard
from radplan_desktop.ui.pages.summary import RegisterCard
from radplan_desktop.ui.pages.welcome import WelcomeBanner, is_first
from radplan_desktop.ui.places import Place, Screen, is_untouched

SPARE = 300
"""How far below what is in sight cards are made at once, in pixels."""


def make_card(desk: Desk, entry: Entry) -> QuestionCard:
    """Return the card of an item."""
    item = entry.item
    if isinstance(item, Field):
        return FieldCard(desk, entry, item)
    if isinstance(item, Group):
        return GroupCard(desk, entry, item)
    if isinstance(item, Panel):
        return panel_card(desk, entry, item)
    if isinstance(item, Chart):
        return ChartCard(desk, entry, item)
    return RegisterCard(desk, entry, item)


def panel_card(desk: Desk, entry: Entry, panel: Panel) -> QuestionCard:
    """Return the card of a panel."""
    kinds = {CONTACTS_PANEL: ContactsCard, DIVERSITY_PANEL: DiversityCard, PASSING_PANEL: PassingCard}
    kind = KeepingCard if panel.panel in KEEPING else kinds.get(panel.panel)
    if kind is not None:
        return kind(desk, entry, panel)
    return (NextGateCard if panel.panel == GATE_PANEL else PointsCard)(desk, entry)


class SectionPage(PageScroll):
    """One section of the plan."""

    def __init__(self, desk: Desk, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self.section, self._desk = section, desk
        self._outline = desk.outlines[section.id]
        self.cards: dict[str, QuestionCard] = {}
        self._fresh = desk.standing.progress.sections[section.id].answered == 0
        if is_first(desk.guideline, section) and is_untouched(desk.answers):
            self.lines.addWidget(WelcomeBanner(desk))
        self._pending: deque[Entry] = deque(self._outline.basis)
        self.depth_line = self._depth_button()
        self.lines.addWidget(self.depth_line)
        self.lines.addStretch()
        self._page = ""
        self._headings: list[tuple[QWidget, list[QuestionCard]]] = []
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_next)
        self._make_visible()
        self._show_depth()
        Following(self, desk.changed, self.refresh)
        Following(self, desk.reckoned, self._show_states)
        desk.bridge.saved.connect(self._saved)

    def _depth_button(self) -> Button:
        button = Button("", "depth", "chevron-right")
        button.clicked.connect(self._enter_depth)
        return button

    def _make_visible(self) -> None:
        room = max(self.height(), 600) + SPARE
        room -= sum(card.sizeHint().height() + GAP for card in self.cards.values())
        while self._pending and room > 0:
            room -= self._make(self._pending.popleft()).sizeHint().height() + GAP
        if self._pending:
            self._later.start()

    def _make_next(self) -> None:
        if self._pending:
            self._make(self._pending.popleft())
        if not self._pending:
            self._later.stop()

    def _make_all(self) -> None:
        while self._pending:
            self._make_next()

    def _make(self, entry: Entry) -> QuestionCard:
        place = self.lines.count() - 1
        if entry in self._outline.basis:
            place -= 1
        if entry.page.id != self._page and len(self.section.pages) > 1:
            self._headings.append((_heading(entry), []))
            self.lines.insertWidget(place, self._headings[-1][0])
            place += 1
        self._page = entry.page.id
        card = make_card(self._desk, entry)
        self.cards[entry.id] = card
        self.lines.insertWidget(place, card)
        if self._headings:
            self._headings[-1][1].append(card)
        card.refresh()
        if card.shown and self.isVisible():
            card.show()
        if not self._fresh:
            card.show_open_points()
        self._show_headings()
        return card

    def _show_headings(self) -> None:
        for heading, cards in self._headings:
            heading.setVisible(any(card.shown for card in cards))

    # What the shell asks

    def enter(self, place: Place) -> None:
        """Put the focus where the place says, else on the first question without an answer."""
        card = self._card(place.item)
        if card is not None:
            card.focus(place)
            return
        shown = [one for one in self.cards.values() if one.shown]
        target = next((one for one in shown if one.is_open()), None) or next(iter(shown), None)
        if target is not None:
            target.focus(place)

    def _card(self, item: str) -> QuestionCard | None:
        entry = self._outline.find(item) if item else None
        if entry is None:
            return None
        if entry in self._outline.depth:
            self.open_depth()
        if entry.id not in self.cards:
            self._make_all()
        return self.cards[entry.id]

    def leave(self) -> None:
        """Note that the page was seen: from now on it says what is open."""
        if self._fresh:
            self._fresh = False
            for card in self.cards.values():
                card.show_open_points()

    @property
    def fresh(self) -> bool:
        """Whether nothing was answered here and the page was never left."""
        return self._fresh

    def _enter_depth(self) -> None:
        self.open_depth()
        cards = (self.cards.get(entry.id) for entry in self._outline.depth)
        first = next((card for card in cards if card is not None and card.shown), None)
        if first is not None:
            first.focus(Place(Screen.SECTION, self.section.id))

    def open_depth(self) -> None:
        """Show the cards of the depth below the line."""
        if self.depth_line.property("open"):
            return
        self.depth_line.setProperty("open", True)
        self.depth_line.show_icon("chevron-down")
        self._make_all()
        self._page = ""
        self._pending.extend(self._outline.depth)
        self._make_visible()
        self._make_next()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed."""
        if cells is not None and not self._desk.steers(cells):
            for card in self.cards.values():
                if card.concerns(cells):
                    card.refresh(cells)
            return
        for card in self.cards.values():
            card.refresh(cells)
        self._show_headings()
        self._show_depth()

    def _show_states(self, _: object = None) -> None:
        for card in self.cards.values():
            card.show_standing()

    def _show_depth(self) -> None:
        answers, entries = self._desk.answers, self._outline.depth
        count = sum(1 for entry in entries if asked(answers, entry.item) and not isinstance(entry.item, Shown))
        questions = "vraag" if count == 1 else "vragen"
        self.depth_line.setText(f"Verdieping: {count} {questions}, {depth_reason(self._desk.guideline, entries)}")
        self.depth_line.setVisible(count > 0)

    def _saved(self) -> None:
        for card in self.cards.values():
            if card.active:
                card.show_saved()


def _heading(entry: Entry) -> QWidget:
    holder = QWidget()
    line = row(holder, (2, 6, 0, 0), 8)
    line.addWidget(words(entry.page.title, "label"))
    line.addWidget(words(entry.page.subtitle, "hint", wrap=True), 1)
    return holder
