"""Plan A by keyboard alone: from the start screen and an empty file to the milestone before the start."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from radplan_desktop.acts import working
from radplan_desktop.acts.examples import find
from radplan_desktop.acts.opening import guideline_for, open_plan
from radplan_desktop.guideline.model import Gate
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.progress import open_points, progress
from radplan_desktop.ui.gates.page import GatesPage
from radplan_desktop.ui.shell.screen import PlanScreen
from radplan_desktop.ui.start.new_plan import NewPlanScreen
from radplan_desktop.ui.start.officer import OfficerScreen
from radplan_desktop.ui.start.start_screen import StartScreen
from radplan_desktop.ui.start.unlock import UnlockScreen
from tests.ui.conftest import OFFICER, PASSPHRASE
from tests.ui.keyboard import Keyboard
from tests.ui.keyboard_hands import Hands, Journey
from tests.ui.keyboard_plan import EXAMPLE, Typed, plan_a, typed_in
from tests.ui.pages import PATIENCE, StartPage

Key = Qt.Key
FEW = 6
"""So many keys an answer may take on average besides its letters: to get there, to choose, to go on."""


class DayOfPlanA(date):
    """The clock stands at the day plan A lives in."""

    @classmethod
    def today(cls) -> DayOfPlanA:
        return cls.fromordinal(find(EXAMPLE).today.toordinal())


@pytest.fixture
def keys(start: StartPage, no_mouse: None, qtbot: QtBot) -> Keyboard:
    """The keyboard, once the start screen listens to it."""
    qtbot.waitUntil(lambda: bool(start.window.actions()), timeout=PATIENCE)
    return Keyboard(qtbot, start.window)


@pytest.fixture
def hands(keys: Keyboard) -> Hands:
    return Hands(keys, guideline_for())


@pytest.mark.timeout(900)
def test_plan_a_from_an_empty_file_to_the_start(
    start: StartPage,
    hands: Hands,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(working, "date", DayOfPlanA)
    path, typed = tmp_path / "Lindeveld.radplan", plan_a(hands.guideline)
    say_who_works_here(hands, start)
    screen = make_plan(hands, start, path)
    before = hands.keys.moves
    journey = fill_in(Journey(hands.keys, screen, typed))
    pressed = hands.keys.moves - before
    report(capsys, f"{len(journey.done)} answers, {pressed / len(journey.done):.1f} keys each besides their letters")
    assert not journey.left(), "some of plan A was never asked"
    assert pressed < FEW * len(journey.done), "answering takes too many keys"
    assert still_open(screen.desk.answers) == []
    assert milestone(hands.keys, screen, "Klaar voor de start") == "Gehaald"
    close_and_open(hands, start)
    check(path, typed)


def report(capsys: pytest.CaptureFixture[str], line: str) -> None:
    """Say it among the results of the run."""
    with capsys.disabled():
        sys.stdout.write(f"\n{line}\n")


def still_open(answers: Answers) -> list[str]:
    """What the milestone before the start still asks."""
    return [p.message for p in open_points(answers, Gate.S, privacy=False) if p.gate is not None]


def say_who_works_here(hands: Hands, start: StartPage) -> None:
    """The first time, three questions come first."""
    hands.keys.chord("Ctrl+N")
    start.wait_for(OfficerScreen)
    for line in ("M. Hoekstra", "Beleidsadviseur", "Gemeente Lindeveld"):
        hands.write(line)
        hands.keys.press(Key.Key_Return)


def make_plan(hands: Hands, start: StartPage, path: Path) -> PlanScreen:
    """Five questions, the place and the passphrase."""
    screen, keys = start.wait_for(NewPlanScreen), hands.keys
    for name in ("Lindeveld in gesprek", "Lindeveld"):
        hands.write(name)
        keys.press(Key.Key_Return)
    hands.tick({"Netwerk van sleutelfiguren": ""})
    keys.press(Key.Key_Return)
    hands.say(False, "Er zijn losse contacten, maar er is nog geen netwerk.")
    for text in ("15-12-2026", str(path)):
        keys.press(Key.Key_Return)
        hands.write(text)
    keys.tab_to(QLineEdit, "Nieuw wachtwoord")
    for _ in range(2):
        hands.write(PASSPHRASE)
        keys.press(Key.Key_Return)
    keys.press(Key.Key_Space)
    keys.qtbot.waitUntil(screen.button.isEnabled, timeout=PATIENCE)
    keys.tab_to(QAbstractButton, screen.button.text())
    keys.press(Key.Key_Return)
    keys.qtbot.waitUntil(lambda: start.window.plan is not None, timeout=PATIENCE)
    assert start.window.plan is not None
    return start.window.plan


def fill_in(journey: Journey) -> Journey:
    """Go along all sections, beginning at the plan's own data."""
    journey.keys.chord("Ctrl+PgUp")
    for _ in journey.screen.desk.guideline.sections:
        journey.section()
        journey.keys.chord("Ctrl+PgDown")
    return journey


def milestone(keys: Keyboard, screen: PlanScreen, label: str) -> str:
    """Look on the page of milestones how one stands."""
    keys.chord("Shift+F7")
    page = screen.page
    assert isinstance(page, GatesPage)
    card = next(card for card in page.cards.values() if card.spec.label == label)

    def chip() -> str:
        return next(one.text() for one in card.findChildren(QLabel) if one.property("chip") is not None)

    keys.qtbot.waitUntil(lambda: chip() == "Gehaald", timeout=PATIENCE)
    return chip()


def close_and_open(hands: Hands, start: StartPage) -> None:
    """Close the plan, open it again from the list, and close it."""
    keys = hands.keys
    keys.chord("Ctrl+W")
    start.wait_for(StartScreen)
    keys.qtbot.waitUntil(lambda: bool(start.window.actions()), timeout=PATIENCE)
    keys.tab_to(QAbstractButton, "Lindeveld openen")
    keys.press(Key.Key_Return)
    start.wait_for(UnlockScreen)
    hands.write(PASSPHRASE)
    keys.press(Key.Key_Return)
    keys.qtbot.waitUntil(lambda: start.window.plan is not None, timeout=PATIENCE)
    keys.chord("Ctrl+W")
    start.wait_for(StartScreen)


def check(path: Path, typed: Typed) -> None:
    """Read the file: everything that was typed stands in it, and nothing is open for the start."""
    session = open_plan(path, PASSPHRASE, officer=OFFICER)
    try:
        answers = session.answers
        assert still_open(answers) == []
        assert progress(answers).met[Gate.S]
        written = typed_in(answers)
    finally:
        session.close()
    assert written.plan == typed.plan
    for register, rows in typed.registers.items():
        missing = [row for row in rows if row not in written.registers[register]]
        assert not missing, f"{missing} and not {[row for row in written.registers[register] if row not in rows]}"
        assert len(written.registers[register]) == len(rows)
