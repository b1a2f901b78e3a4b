"""Everything that lasts over half a second says so and can be given up, and taken up after all."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit

from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.history import page as history
from radplan_desktop.ui.look.waiting import CANCEL
from radplan_desktop.ui.search import page as search
from radplan_desktop.ui.work import Worker
from tests.ui.pages import PATIENCE, PlanPage


@pytest.fixture
def held(plan: PlanPage, worker: Worker) -> Iterator[threading.Event]:
    """WORK is busy with something long until this is set."""
    plan.session.set(Cell(PLAN_ROW, "hoofddoel"), Answer("Minder zorgen in Noord"))
    plan.settle()
    go_on = threading.Event()
    worker.run(plan.window, lambda: go_on.wait(60), lambda _: None)
    yield go_on
    go_on.set()


def test_reading_the_history_says_so_can_be_given_up_and_done_after_all(plan: PlanPage, held: threading.Event) -> None:
    plan.step("Geschiedenis")
    plan.button(CANCEL)
    assert plan.sees(history.READING)
    plan.click(CANCEL)
    assert plan.sees(history.STOPPED)
    held.set()
    plan.click(history.AFTER_ALL)
    plan.qtbot.waitUntil(lambda: plan.sees("wijziging"), timeout=PATIENCE)
    assert not plan.sees(history.STOPPED)


def test_searching_says_so_can_be_given_up_and_done_after_all(plan: PlanPage, held: threading.Event) -> None:
    plan.key("Ctrl+F")
    line = plan.page.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    plan.qtbot.keyClicks(line, "noord")
    plan.button(CANCEL)
    assert plan.sees(search.SEARCHING)
    plan.click(CANCEL)
    assert plan.sees(search.STOPPED)
    held.set()
    plan.click(search.AFTER_ALL)
    plan.qtbot.waitUntil(lambda: plan.sees("1 plek gevonden"), timeout=PATIENCE)


def test_closing_waits_for_what_is_being_done_and_says_so(plan: PlanPage, held: threading.Event) -> None:
    plan.click("Sluiten")
    plan.qtbot.waitUntil(lambda: plan.sees("Het plan wordt opgeslagen en gesloten…"), timeout=PATIENCE)
    held.set()
    plan.qtbot.waitUntil(lambda: plan.window.plan is None, timeout=PATIENCE)
    assert not plan.sees("Het plan wordt opgeslagen")
