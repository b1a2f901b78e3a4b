"""About the program: version, licences, the source of the questions, and no network."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from radplan_desktop import __version__
from radplan_desktop.host.credits import credits_of, own_licence
from radplan_desktop.ui.about.cards import Readable
from radplan_desktop.ui.about.page import AboutPage, AboutScreen
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.start.start_screen import StartScreen
from tests.ui.pages import PlanPage, StartPage
from tests.ui.probes import LEFT


@pytest.fixture
def about(plan: PlanPage) -> PlanPage:
    """The page, open in a plan."""
    plan.shell.go(Place(Screen.ABOUT))
    assert isinstance(plan.page, AboutPage)
    return plan


def test_it_says_the_version_the_licence_the_source_and_what_is_true_of_the_network(about: PlanPage) -> None:
    said = " ".join(label.text() for label in about.page.findChildren(QLabel))
    wanted = (
        f"Versie {__version__}",
        "EUPL, versie 1.2",
        "‘Geleerde lessen andere interventies’",
        "Toolkit Evidence-Based Werken van de Expertise-unit Sociale Stabiliteit",
        "Dit programma bevat geen netwerkcode.",
        "zit nog niet in deze versie",
    )
    assert [text for text in wanted if text not in said] == []


def test_every_work_of_others_is_named_with_its_licence(about: PlanPage) -> None:
    said = [label.text() for label in about.page.findChildren(QLabel)]
    for credit in credits_of():
        assert any(text.startswith(credit.name) for text in said), credit.name
        assert any(credit.licence in text for text in said), credit.name


def test_a_licence_opens_in_full_and_closes_again(about: PlanPage) -> None:
    readable = about.page.findChildren(Readable)[0]
    about.qtbot.mouseClick(readable.button, LEFT)
    assert readable.text is not None
    assert readable.text.toPlainText().strip() == own_licence().strip()
    assert readable.text.hasFocus()
    about.qtbot.mouseClick(readable.button, LEFT)
    assert not readable.text.isVisible()


def test_it_can_be_reached_from_the_start_and_leads_back(start: StartPage) -> None:
    start.click("Over RadPlan")
    start.wait_for(AboutScreen)
    start.click("Terug")
    start.wait_for(StartScreen)
