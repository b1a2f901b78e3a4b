"""Everything that lasts over half a second says so and can be given up, and taken up after all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

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


def look_back(plan: PlanPage) -> None:
    plan.step("Geschiedenis")


def look_for_words(plan: PlanPage) -> None:
    plan.key("Ctrl+F")
    line = plan.page.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    plan.qtbot.keyClicks(line, "noord")


class Work(NamedTuple):
    """What lasts: how it begins, what is said of it, what takes it up after all, and what is seen once it is done."""

    begin: Callable[[PlanPage], None]
    doing: str
    stopped: str
    after_all: str
    done: str


@pytest.mark.parametrize(
    "work",
    [
        Work(look_back, history.READING, history.STOPPED, history.AFTER_ALL, "wijziging"),
        Work(look_for_words, search.SEARCHING, search.STOPPED, search.AFTER_ALL, "1 plek gevonden"),
    ],
    ids=["history", "search"],
)
def test_what_lasts_says_so_can_be_given_up_and_done_after_all(
    plan: PlanPage, held: threading.Event, work: Work
) -> None:
    work.begin(plan)
    plan.button(CANCEL)
    assert plan.sees(work.doing)
    plan.click(CANCEL)
    assert plan.sees(work.stopped)
    held.set()
    plan.click(work.after_all)
    plan.qtbot.waitUntil(lambda: plan.sees(work.done), timeout=PATIENCE)
    assert not plan.sees(work.stopped)


def test_closing_waits_for_what_is_being_done_and_says_so(plan: PlanPage, held: threading.Event) -> None:
    plan.click("Sluiten")
    plan.qtbot.waitUntil(lambda: plan.sees("Het plan wordt opgeslagen en gesloten…"), timeout=PATIENCE)
    held.set()
    plan.qtbot.waitUntil(lambda: plan.window.plan is None, timeout=PATIENCE)
    assert not plan.sees("Het plan wordt opgeslagen")
