"""What there is to say of this laptop stands in a banner, its first sentence bold: at the start and above a plan."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from radplan_desktop.host import paths
from radplan_desktop.host.preferences import FILE, NOT_SAVED, UNREADABLE
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.settings import Settings
from tests.ui.pages import PlanPage, StartPage


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    banner = Banner("warn", "triangle-alert")
    qtbot.addWidget(banner)
    banner.resize(400, 60)
    return banner


@pytest.fixture
def settings() -> Settings:
    """Those of somebody who has a folder where the file should be: it can be neither read nor written."""
    folder = paths.standard().config
    (folder / FILE).mkdir(parents=True)
    return Settings(folder)


def look_of(banner: Banner) -> QImage:
    return banner.grab().toImage()


def test_the_first_of_some_sentences_is_bold(banner: Banner) -> None:
    banner.say_sentences("Het gaat niet. Probeer het later. Er is niets kwijt.")
    led = look_of(banner)
    banner.say("Het gaat niet.", "Probeer het later. Er is niets kwijt.")
    assert led == look_of(banner)
    banner.say("Het gaat niet. Probeer het later.", "Er is niets kwijt.")
    assert led != look_of(banner)


@pytest.mark.parametrize("text", ["Het gaat niet.", "Het gaat niet. Er is niets kwijt.", "Versie 1.5 is er. Kijk."])
def test_sentences_are_said_as_they_are(banner: Banner, text: str) -> None:
    banner.say_sentences(text)
    assert banner.accessibleName() == text


def test_what_there_is_to_say_of_this_laptop_is_said_at_the_start(start: StartPage) -> None:
    start.qtbot.waitUntil(lambda: start.sees(UNREADABLE))


def test_what_there_is_to_say_of_this_laptop_is_said_above_a_plan(plan: PlanPage) -> None:
    plan.qtbot.waitUntil(lambda: plan.sees(NOT_SAVED) and plan.sees(UNREADABLE))
