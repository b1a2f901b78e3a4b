"""The part of a new plan that offers the profile of the municipality."""

from __future__ import annotations

from radplan_desktop.acts.profile import summary
from radplan_desktop.host.municipality import NO_PROFILE, Profile
from radplan_desktop.ui.look.marks import Check
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import column, words


class ProfilePart(Card):
    """Offers what is kept of the municipality."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self.tick = Check(f"Neem over: {summary(profile)}")
        self.tick.setChecked(True)
        lines = column(self, CARD_MARGINS, 2)
        lines.addWidget(words("Wilt u het profiel van uw gemeente overnemen?", "h2", wrap=True))
        lines.addWidget(words("U hebt het in een eerder plan bewaard. Wijzigen kan later.", "hint", wrap=True))
        lines.addSpacing(5)
        lines.addWidget(self.tick)

    @property
    def wanted(self) -> Profile:
        """The profile, as far as it is wanted."""
        return self._profile if self.tick.isChecked() else NO_PROFILE
