"""What stands in registers brought together: actions and decisions, reactions, findings with what follows, and indicators."""

from __future__ import annotations

from datetime import date
from functools import cache

from radplan_desktop.guideline import Guideline, load_guideline_files, read_forms
from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.host.assets import forms_dir
from radplan_desktop.plan.actions import Action, State, actions
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.findings import Finding, Follows, findings
from radplan_desktop.plan.reactions import Handled, Reaction, reactions
from radplan_desktop.plan.standing import Standing
from tests.plan.small import Said, answers

A, B, C, D = "a" * 32, "b" * 32, "c" * 32, "d" * 32
YESTERDAY, FRIDAY, NEXT_YEAR = "2026-11-11", "2026-11-13", "2027-03-01"


@cache
def shipped() -> Guideline:
    return load_guideline_files(read_forms(forms_dir()))


def roles(panel: str) -> Roles:
    items = (item for section in shipped().sections for item in section.items())
    return next(item.roles for item in items if isinstance(item, Panel) and item.panel == panel)


def plan(said: Said, rows: dict[str, list[str]]) -> Answers:
    return answers(said, rows, shipped())


def acts(said: Said, rows: dict[str, list[str]]) -> tuple[Action, ...]:
    return actions(plan(said, rows), roles("actions"))


def test_what_is_late_comes_first_and_what_is_closed_last() -> None:
    said: Said = {
        (A, "actie"): "Later",
        (A, "deadline"): NEXT_YEAR,
        (B, "actie"): "Klaar",
        (B, "deadline"): YESTERDAY,
        (B, "afgehandeld"): YESTERDAY,
        (C, "actie"): "Te laat",
        (C, "deadline"): YESTERDAY,
        (D, "actie"): "Deze week",
        (D, "deadline"): FRIDAY,
    }
    found = acts(said, {"acties": [A, B, C, D]})
    assert [(one.text, one.state) for one in found] == [
        ("Te laat", State.LATE),
        ("Deze week", State.WEEK),
        ("Later", State.LATER),
        ("Klaar", State.CLOSED),
    ]
    assert found[0].day == date(2026, 11, 11)


def test_an_action_that_lapsed_is_not_late() -> None:
    said: Said = {(A, "actie"): "Vervalt", (A, "deadline"): YESTERDAY, (A, "status"): "vervallen"}
    (only,) = acts(said, {"acties": [A]})
    assert (only.state, only.standing) == (State.CLOSED, "Vervallen")


def test_a_decision_was_taken_and_one_that_still_comes_is_to_do() -> None:
    said: Said = {
        (A, "besluit"): "Plan vastgesteld",
        (A, "datum"): YESTERDAY,
        (B, "besluit"): "Geld voor volgend jaar",
        (B, "datum"): NEXT_YEAR,
    }
    found = acts(said, {"besluiten": [A, B]})
    assert [(one.text, one.kind, one.state) for one in found] == [
        ("Geld voor volgend jaar", "Besluit", State.LATER),
        ("Plan vastgesteld", "Besluit", State.DECIDED),
    ]


def test_a_step_at_a_party_counts_once_it_is_written_down() -> None:
    said: Said = {
        (A, "partij"): C,
        (C, "naam"): "Dorpsraad",
        (B, "volgende_stap"): "Voorzitter bellen",
        (B, "partij"): C,
    }
    (only,) = acts(said, {"stakeholders": [A, B], "organisaties": [C]})
    assert (only.text, only.about, only.kind, only.state) == (
        "Voorzitter bellen",
        "Dorpsraad",
        "Volgende stap",
        State.UNDATED,
    )


def test_tasks_that_stood_there_from_the_start_count_once_somebody_took_one() -> None:
    assert acts({}, {}) == ()
    found = acts({("taken:rapport", "deadline"): NEXT_YEAR}, {})
    assert [one.text for one in found] == ["Het rapport schrijven"]


def test_the_owner_is_who_does_it() -> None:
    said: Said = {(A, "actie"): "Bellen", (A, "eigenaar"): B, (B, "naam"): "M. de Wit", (A, "soort"): "verbeteractie"}
    (only,) = acts(said, {"acties": [A], "functionarissen": [B]})
    assert (only.owner, only.kind, only.done) == ("M. de Wit", "Verbeteractie", "afgehandeld")


def reacted(**said: object) -> Reaction:
    (only,) = reactions(
        plan({(A, name): content for name, content in said.items()}, {"reacties": [A]}), roles("reactions")
    )
    return only


def test_a_reaction_is_open_until_somebody_decided() -> None:
    assert reacted(opmerking="Te laat").handled is Handled.OPEN
    waits = reacted(opmerking="Te laat", verwerking="nog_beslissen")
    assert (waits.handled, waits.lacking) == (Handled.OPEN, "verwerking")
    assert reacted(verwerking="deels").handled is Handled.DONE


def test_a_reaction_that_was_refused_needs_a_reason() -> None:
    bare = reacted(verwerking="niet")
    assert (bare.handled, bare.lacking) == (Handled.REFUSED, "waarom")
    assert reacted(verwerking="niet", waarom="De zaal is gratis.").lacking == ""


def test_a_reaction_says_which_paper_it_is_about() -> None:
    assert reacted(document="plan_van_aanpak", versie="0.2").paper == "Plan van aanpak 0.2"


def chains(said: Said, rows: dict[str, list[str]]) -> tuple[Finding, ...]:
    return findings(plan(said, rows), roles("findings"))


def test_a_finding_has_an_action_or_a_reason_or_nothing_yet() -> None:
    said: Said = {
        (A, "bevinding"): "Weinig ouders",
        (B, "bevinding"): "Gaat goed",
        (B, "geen_actie"): "Zo laten",
        (C, "bevinding"): "Zaal te klein",
        (D, "actie"): "Zaal zoeken",
        (D, "bevinding"): C,
        (D, "deadline"): YESTERDAY,
    }
    found = chains(said, {"bevindingen": [A, B, C], "acties": [D]})
    assert [one.follows for one in found] == [Follows.NOTHING_YET, Follows.NONE, Follows.ACTION]
    assert [(step.what, step.state) for step in found[2].steps] == [("Zaal zoeken", State.LATE)]


def standing(**said: object) -> Standing:
    cells: Said = {(A, "indicatoren"): [B], **{(B, name): content for name, content in said.items()}}
    (only,) = chains(cells, {"bevindingen": [A], "indicatoren": [B]})
    return only.measures[0].standing


def test_not_yet_not_known_and_not_achieved_are_three_things() -> None:
    assert standing(streefdatum=NEXT_YEAR) is Standing.NOT_YET
    assert standing(streefdatum=YESTERDAY) is Standing.UNKNOWN
    assert standing() is Standing.UNKNOWN
    assert standing(streefdatum=NEXT_YEAR, stand="niet_gehaald") is Standing.MISSED
    assert standing(stand="gehaald") is Standing.MET


def test_the_newest_measurement_counts() -> None:
    said: Said = {
        (A, "indicatoren"): [B],
        (B, "nulwaarde"): "4",
        (B, "eenheid"): "ouders",
        (C, "indicator"): B,
        (C, "waarde"): "7",
        (C, "datum"): YESTERDAY,
        (D, "indicator"): B,
        (D, "waarde"): "6",
        (D, "datum"): "2026-01-05",
    }
    (only,) = chains(said, {"bevindingen": [A], "indicatoren": [B], "metingen": [C, D]})
    assert (only.measures[0].baseline, only.measures[0].now) == ("4", "7 ouders op 11-11-2026")
    assert only.measures[0].target == ""
