"""Which question a party means, from what it wrote."""

from __future__ import annotations

import pytest

from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.ui.keeping.named import place_named
from radplan_desktop.ui.outline import outline
from radplan_desktop.ui.places import Place, Screen

GOALS = Place(Screen.SECTION, "voorbereiding", "subdoelen")
RUNS = Place(Screen.SECTION, "plan", "looptijd", field="looptijd_start")


def named(text: str) -> Place | None:
    guideline = guideline_for()
    return place_named(guideline, {one.id: outline(guideline, one) for one in guideline.sections}, text)


@pytest.mark.parametrize("text", ["Subdoelen", "subdoelen", "1.08 Subdoelen", "Bij de subdoelen, derde regel", "1.08"])
def test_a_question_is_known_by_its_name_or_by_its_number_in_the_design(text: str) -> None:
    assert named(text) == GOALS


def test_the_number_on_screen_counts_where_it_is_no_code() -> None:
    guideline = guideline_for()
    section = next(one for one in guideline.sections if one.id == "voorbereiding")
    entry = outline(guideline, section).find("subdoelen")
    assert entry is not None
    assert named(f"Vraag {entry.number}") == GOALS


def test_the_longest_name_counts_and_a_field_of_a_group_is_known() -> None:
    assert named("Looptijd vanaf") == RUNS
    assert named("Indicatoren bij de subdoelen") != GOALS


@pytest.mark.parametrize("text", ["", "hoofdstuk 3", "de inleiding", "9.99", "subdoelenlijst"])
def test_what_names_no_question_leads_nowhere(text: str) -> None:
    assert named(text) is None
