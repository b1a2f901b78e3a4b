"""Of a plan that was closed or locked, nothing that was open stays in memory."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from radplan_desktop.acts.opening import open_plan
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PATIENCE


@pytest.mark.parametrize("button", ["Sluiten", "Vergrendelen"])
def test_nothing_of_a_plan_stays_once_it_is_left(plan_file: Path, enter: Entered, button: str) -> None:
    plan = enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER))
    held = [weakref.ref(one) for one in (plan.session, plan.shell, plan.shell.desk)]

    def are_gone() -> bool:
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return all(one() is None for one in held)

    for screen in ("Overzicht", "Documenten"):
        plan.step(screen)
    plan.click(button)
    plan.qtbot.waitUntil(lambda: plan.window.plan is None, timeout=PATIENCE)
    plan.qtbot.waitUntil(are_gone, timeout=PATIENCE)
