"""Which plan fields steer other questions, on the shipped forms."""

from __future__ import annotations

from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.guideline.steering import steering


def test_what_a_condition_names_or_a_question_says_steers() -> None:
    guideline = guideline_for()
    found = steering(guideline)
    assert {"loopt_al", guideline.role("municipality")} <= found


def test_a_text_that_no_condition_names_steers_nothing() -> None:
    guideline = guideline_for()
    assert guideline.role("main_goal") not in steering(guideline)
