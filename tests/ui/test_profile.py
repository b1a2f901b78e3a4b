"""The profile of the municipality: kept from one plan, offered when the next is made, and forgotten on request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from radplan_desktop.host import municipality
from radplan_desktop.host.municipality import Profile
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.preferences.page import PreferencesPage
from radplan_desktop.ui.preferences.profile import ProfileCard
from radplan_desktop.ui.settings import Settings
from tests.ui.pages import NewPlanPage, PlanPage, StartPage
from tests.ui.probes import LEFT

PASSPHRASE = "twintig eenden kruisen woensdag de vaart"
KEPT = Profile({"municipality": "Lindeveld", "team": "Team Jeugd"}, organisations=({"naam": "Bibliotheek"},))


def profile_card(plan: PlanPage) -> ProfileCard:
    page = plan.page
    assert isinstance(page, PreferencesPage)
    return page.cards.profile


def test_it_is_kept_from_the_card_of_the_municipality(plan: PlanPage, settings: Settings) -> None:
    plan.session.set(Cell(PLAN_ROW, "team"), Answer("Team Jeugd"))
    plan.click("Bewaren voor een volgend plan", plan.card("Profiel van de gemeente"))
    card = profile_card(plan)
    assert card.held.text() == "Er is nog geen profiel bewaard."
    assert plan.focus_is_in(card)
    plan.qtbot.keyClick(card.keep, Qt.Key.Key_Return)
    plan.qtbot.waitUntil(lambda: card.held.text() == "Bewaard: Lindeveld, Team Jeugd.")
    assert municipality.load(settings.folder).texts == {"municipality": "Lindeveld", "team": "Team Jeugd"}


def test_it_is_forgotten_and_that_can_be_undone(plan: PlanPage, settings: Settings) -> None:
    municipality.save(settings.folder, KEPT)
    plan.key("Ctrl+,")
    card = profile_card(plan)
    assert card.held.text() == "Bewaard: Lindeveld, Team Jeugd, 1 organisatie."
    plan.click("Profiel wissen", card)
    assert not municipality.load(settings.folder)
    assert card.held.text() == "Er is nog geen profiel bewaard."
    plan.click("Ongedaan maken", card)
    assert municipality.load(settings.folder) == KEPT


@pytest.fixture
def offered(start: StartPage, settings: Settings) -> Callable[[Profile], NewPlanPage]:
    """The screen of a new plan, on a laptop where this profile is kept."""

    def opened(profile: Profile) -> NewPlanPage:
        if profile:
            municipality.save(settings.folder, profile)
        return start.new_plan()

    return opened


def made(new: NewPlanPage, path: Path) -> PlanPage:
    new.probe("Naam").answer("Nieuw plan")
    new.save_at(path)
    new.choose_passphrase(PASSPHRASE)
    return new.make()


def test_a_new_plan_takes_it_over(offered: Callable[[Profile], NewPlanPage], tmp_path: Path) -> None:
    new = offered(KEPT)
    assert new.probe("Gemeente").value == "Lindeveld"
    assert new.screen.offer is not None
    assert new.screen.offer.tick.text() == "Neem over: Lindeveld, Team Jeugd, 1 organisatie"
    answers = made(new, tmp_path / "Nieuw.radplan").session.answers
    assert [answers.text(PLAN_ROW, name) for name in ("gemeente", "team")] == ["Lindeveld", "Team Jeugd"]
    assert [answers.title(row) for row in answers.rows("organisaties")] == ["Bibliotheek"]


def test_a_new_plan_can_do_without(offered: Callable[[Profile], NewPlanPage], tmp_path: Path) -> None:
    new = offered(KEPT)
    assert new.screen.offer is not None
    new.qtbot.mouseClick(new.screen.offer.tick, LEFT)
    answers = made(new, tmp_path / "Nieuw.radplan").session.answers
    assert answers.value(PLAN_ROW, "team") is None
    assert answers.rows("organisaties") == ()


def test_without_a_profile_nothing_is_offered(offered: Callable[[Profile], NewPlanPage]) -> None:
    assert offered(Profile()).screen.offer is None
