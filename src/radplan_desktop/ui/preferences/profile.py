"""The card of the municipality's profile: what is kept on this laptop for a next plan, kept from the open plan, or forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt

from radplan_desktop.acts.profile import profile_of, summary
from radplan_desktop.host import municipality
from radplan_desktop.host.municipality import NO_PROFILE
from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.panels import Card
from radplan_desktop.ui.look.plain import Button, row, words
from radplan_desktop.ui.preferences.cards import titled

TITLE = "Profiel van uw gemeente"
HINT = (
    "Een nieuw plan kan beginnen met de naam van uw gemeente, het team, het postadres, het logo en de organisaties die met naam in"
    " een openbaar stuk mogen staan. Dit profiel staat op deze laptop en is niet versleuteld. Namen van personen staan er nooit in."
)
NOTHING_YET = "Er is nog geen profiel bewaard."
NOTHING_THERE = "In dit plan staat nog niets wat in het profiel past."
KEPT, GONE = "Bewaard voor een volgend plan.", "Het profiel is gewist."


class ProfileCard(Card):
    """Nothing happens by itself: the user keeps the profile, and can forget it."""

    def __init__(self, choices: Choices, desk: Desk | None = None) -> None:
        super().__init__()
        self._folder, self._desk = choices.folder, desk
        self._forgotten = NO_PROFILE
        lines = titled(self, TITLE, HINT)
        self.held, self.said = words(role="strong", wrap=True), words(role="hint", wrap=True)
        lines.addSpacing(4)
        lines.addWidget(self.held)
        lines.addWidget(self.said)
        self.keep = Button("Bewaren uit dit plan", icon_name="save", size="small")
        self.forget = Button("Profiel wissen", icon_name="trash-2", size="small")
        self.back = Button("Ongedaan maken", icon_name="undo-2", size="small")
        across = row(gap=10)
        for button in (self.keep, self.forget, self.back):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        across.addStretch()
        lines.addLayout(across)
        self.keep.clicked.connect(self._keep)
        self.forget.clicked.connect(self._forget)
        self.back.clicked.connect(self._put_back)
        self.said.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept now."""
        profile = municipality.load(self._folder)
        self.held.setText(f"Bewaard: {summary(profile)}." if profile else NOTHING_YET)
        self.keep.setVisible(self._desk is not None)
        self.keep.setText("Opnieuw bewaren uit dit plan" if profile else "Bewaren uit dit plan")
        self.forget.setVisible(bool(profile))
        self.back.setVisible(bool(self._forgotten) and not profile)

    def focus(self) -> None:
        """Put the focus on keeping it."""
        self.keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self) -> None:
        """Take it from the open plan; the file of the plan is read for it, so on WORK."""
        if self._desk is not None:
            session, folder = self._desk.session, self._folder

            def kept() -> str:
                profile = profile_of(session)
                return (municipality.save(folder, profile) or KEPT) if profile else NOTHING_THERE

            self._desk.worker.run(self, kept, self._say)

    def _forget(self) -> None:
        self._forgotten = municipality.load(self._folder)
        self._say(municipality.forget(self._folder) or GONE)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        self._say(municipality.save(self._folder, self._forgotten) or KEPT)
        self._forgotten = NO_PROFILE
        self.refresh()

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        self.refresh()
