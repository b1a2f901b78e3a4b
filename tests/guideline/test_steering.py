"""Which plan fields steer other questions, on the shipped forms."""

from __future__ import annotations

from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.guideline.conditions import names_of
from radplan_desktop.guideline.model import View
from radplan_desktop.guideline.steering import steering


def test_what_a_condition_names_or_a_question_says_steers() -> None:
    guideline = guideline_for()
    found = steering(guideline)
    assert {"loopt_al", guideline.role("municipality")} <= found


def test_a_text_that_no_condition_names_steers_nothing() -> None:
    guideline = guideline_for()
    assert guideline.role("main_goal") not in steering(guideline)


def test_what_narrows_rows_steers_too() -> None:
    guideline = guideline_for()
    views = [item for section in guideline.sections for item in section.items() if isinstance(item, View)]
    named = {path.rpartition(".")[2] for view in views if view.where is not None for path in names_of(view.where)}
    assert named
    assert named <= steering(guideline)
