"""The preferences: the same cards on a page of an open plan, which adds its own, and on a screen of the start."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import Button, Scroll, column
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.preferences.cards import LockCard, LookCard, OfficerCard
from radplan_desktop.ui.preferences.forms_card import FormsCard
from radplan_desktop.ui.preferences.profile import ProfileCard
from radplan_desktop.ui.preferences.safety import BackupsCard, PassphraseCard
from radplan_desktop.ui.start.brand import LEAD, BrandPanel, Route
from radplan_desktop.ui.start.entrance import Entrance
from radplan_desktop.ui.work import Worker


@dataclass(frozen=True, slots=True)
class Cards:
    """What holds for this laptop."""

    look: LookCard
    lock: LockCard
    officer: OfficerCard
    forms: FormsCard
    profile: ProfileCard


class Notice(Banner):
    """Says it when a choice could not be kept."""

    def __init__(self, choices: Choices) -> None:
        super().__init__("warn", "triangle-alert", closable=True)
        self._choices = choices
        choices.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is to say now, if anything."""
        if self._choices.notice:
            self.say("Uw keuze is niet bewaard.", self._choices.notice)
        else:
            self.hide()


def _add_cards(lines: QBoxLayout, choices: Choices, worker: Worker, desk: Desk | None = None) -> Cards:
    """Put the cards of this laptop in a layout, below a sentence that shows when they could not be kept."""
    lines.addWidget(Notice(choices))
    forms, profile = FormsCard(choices, worker), ProfileCard(choices, desk)
    cards = Cards(LookCard(choices), LockCard(choices), OfficerCard(choices), forms, profile)
    for card in (cards.look, cards.lock, cards.officer, profile, forms):
        lines.addWidget(card)
    return cards


class PreferencesPage(Scroll):
    """In an open plan."""

    def __init__(self, desk: Desk, choices: Choices) -> None:
        body = QWidget()
        body.setObjectName("scrollBody")
        super().__init__(body)
        lines = column(body, (24, 16, 18, 16), 12)
        self.cards = _add_cards(lines, choices, desk.worker, desk)
        self.passphrase, self.backups = PassphraseCard(desk), BackupsCard(desk)
        lines.addWidget(self.passphrase)
        lines.addWidget(self.backups)
        lines.addStretch()
        self.passphrase.changed.connect(self.backups.refresh)

        def sign(officer: object) -> None:
            desk.session.officer = officer  # type: ignore[assignment]

        self.cards.officer.named.connect(sign)

    def enter(self, place: Place) -> None:
        """Look what is there now, and put the focus on the first choice, or on the profile if the place names it."""
        self.cards.forms.check()
        self.cards.profile.refresh()
        self.backups.refresh()
        if place.item:
            self.cards.profile.focus()
            self.ensureWidgetVisible(self.cards.profile)
        else:
            self.cards.look.focus()

    def leave(self) -> None:
        """Nothing to note."""


class PreferencesScreen(Entrance):
    """Before a plan is open."""

    left = Signal()

    def __init__(self, choices: Choices, worker: Worker) -> None:
        promise = (
            "Voorkeuren staan alleen op deze laptop. Uit uw plannen staat er niets in dan wat u in het profiel bewaart.",
        )
        brand = BrandPanel(Route(), "Alles blijft op deze laptop", "wifi-off", promise, lead=LEAD)
        super().__init__(brand, "Voorkeuren", "Elke keuze geldt meteen en wordt vanzelf bewaard.")
        self.cards = _add_cards(self.body, choices, worker)
        self.button = Button("Terug", icon_name="chevron-left", size="large")
        self.button.clicked.connect(self.left)
        self.foot.addWidget(self.button)
        self.foot.addStretch()

    def focus(self) -> None:
        """Look what is there now, and put the focus on the first choice."""
        self.cards.forms.check()
        self.cards.look.focus()
