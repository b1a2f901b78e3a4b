"""A track says of every card whether it is there, or what stands in its place."""

from __future__ import annotations

from functools import cache

from radplan_desktop.guideline import Guideline, load_guideline_files
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.tracks import Standing, begun, cards, offered
from radplan_desktop.plan.values import NotApplicable, Parked
from tests.plan.small import FORMS, answers

A = "a" * 32
TRACK = """
[[track]]
id = "inhalen"
label = "Inhalen"
text = "Voor wie al begon."
when = "filled(naam)"
[[track.step]]
title = "Eerst"
text = "Begin hier."
items = ["doel", "looptijd", { item = "partijen", label = "Er is steun" }, "tekst_bij_ja"]
"""


@cache
def with_track() -> Guideline:
    return load_guideline_files({"een.toml": (FORMS + TRACK).encode()})


def standings(found: Answers) -> dict[str, tuple[Standing, str]]:
    (step,) = found.guideline.tracks["inhalen"].steps
    return {card.label: (card.standing, card.why) for card in cards(found, step.items)}


def test_a_track_is_offered_while_its_condition_holds() -> None:
    assert offered(answers(guideline=with_track())) == ()
    assert [track.id for track in offered(answers({("plan", "naam"): "N"}, guideline=with_track()))] == ["inhalen"]


def test_the_cards_of_an_empty_plan() -> None:
    found = standings(answers(guideline=with_track()))
    assert found["Doel"] == (Standing.EMPTY, "")
    assert "Toelichting" not in found, "a question that is not asked is no step"


def test_a_card_is_started_done_or_has_an_alternative() -> None:
    said = {
        ("plan", "doel"): "Doel",
        ("plan", "start"): "2027-01-01",
        ("plan", "partijen"): NotApplicable("wij doen het zelf"),
    }
    found = standings(answers(said, guideline=with_track()))
    assert found["Doel"] == (Standing.DONE, "")
    assert found["Looptijd"] == (Standing.STARTED, "")
    assert found["Er is steun"] == (Standing.ALTERNATIVE, "n.v.t., omdat wij doen het zelf")


def test_what_is_promised_is_an_alternative_with_its_date() -> None:
    parked = answers({("plan", "doel"): Parked("2027-02-01", "Na het gesprek")}, guideline=with_track())
    assert standings(parked)["Doel"] == (Standing.ALTERNATIVE, "volgt uiterlijk 1 februari 2027 (na het gesprek)")


def test_a_card_knows_where_it_stands() -> None:
    found = answers(guideline=with_track())
    (step,) = found.guideline.tracks["inhalen"].steps
    assert {card.section for card in cards(found, step.items)} == {"een"}


def test_a_track_is_begun_once_something_on_it_was_answered() -> None:
    track = with_track().tracks["inhalen"]
    rows = {"partijen": [A]}
    assert begun(answers({(A, "partij"): "School"}, rows, with_track()), track)
    assert not begun(
        answers({("plan", "partijen:gemeente"): "x"}, guideline=without_presets()), without_presets().tracks["inhalen"]
    )


@cache
def without_presets() -> Guideline:
    text = (FORMS + TRACK).replace('preset = [{ key = "gemeente", values = { partij = "Gemeente" } }]', "")
    return load_guideline_files({"een.toml": text.encode()})
