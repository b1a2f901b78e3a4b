"""What stands beside charts and in panels: contacts, next steps, kinds of organisations, and what comes back later."""

from __future__ import annotations

from functools import cache

from radplan_desktop.guideline import Chart, Guideline, Panel, load_guideline
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.host.assets import forms_dir
from radplan_desktop.plan.agreements import Agreement, agreements, headings
from radplan_desktop.plan.contacts import Contact, contacts
from radplan_desktop.plan.diversity import diversity
from radplan_desktop.plan.next_steps import headline, next_steps, stepped
from radplan_desktop.plan.passing_on import passing_on
from radplan_desktop.plan.values import NotApplicable, Parked
from tests.plan.small import Said, answers

A, B, C = "a" * 32, "b" * 32, "c" * 32
ONE, TWO, THREE = "1" * 32, "2" * 32, "3" * 32
PARTIES = {"stakeholders": [A, B, C]}


@cache
def forms() -> Guideline:
    return load_guideline(forms_dir())


def panel(kind: str) -> Roles:
    items = (item for section in forms().sections for item in section.items())
    return next(item.roles for item in items if isinstance(item, Panel) and item.panel == kind)


def beside(kind: str) -> Roles:
    items = (item for section in forms().sections for item in section.items())
    return next(item.beside for item in items if isinstance(item, Chart) and item.chart == kind)


def log(said: Said, party: str = "") -> tuple[Contact, ...]:
    rows = {**PARTIES, "contacten": [ONE, TWO, THREE], "acties": ["d" * 32]}
    return contacts(answers(said, rows, forms()), panel("contact_log"), party)


def test_the_newest_contact_stands_first_and_one_without_a_day_before_it() -> None:
    found = log({(ONE, "datum"): "2026-10-27", (TWO, "datum"): "2026-11-19"})
    assert [contact.row for contact in found] == [THREE, TWO, ONE]


def test_only_the_contacts_with_a_party_are_in_its_log() -> None:
    found = log({(ONE, "partij"): A, (TWO, "partij"): B}, A)
    assert [(contact.row, contact.party) for contact in found] == [(ONE, A)]


def test_a_contact_is_planned_until_its_day_is_past_or_something_came_out_of_it() -> None:
    days = {(ONE, "datum"): "2026-11-12", (TWO, "datum"): "2026-11-11", (THREE, "datum"): "2026-12-01"}
    found = {contact.row: contact.planned for contact in log({**days, (THREE, "opbrengst"): "Belde zelf al."})}
    assert found == {ONE: True, TWO: False, THREE: False}


def test_what_was_agreed_next_is_named() -> None:
    found = log({(ONE, "acties"): ["d" * 32, "e" * 32], ("d" * 32, "actie"): "Meldroute sturen"})
    assert next(contact.next for contact in found if contact.row == ONE) == ("Meldroute sturen", "verwijderd")


def test_a_step_without_owner_or_day_is_seen() -> None:
    said: Said = {(row, "volgende_stap"): "Bellen" for row in (A, B, C)}
    said = {**said, (A, "stap_datum"): "2026-12-01", (B, "relatiebeheerder"): NotApplicable("wij allen")}
    found = next_steps(answers(said, PARTIES, forms()), beside("stakeholder_map"), (A, B, C))
    lacks = {step.row: step.said for step in found}
    assert lacks == {
        A: "stap zonder verantwoordelijke",
        B: "stap zonder datum",
        C: "stap zonder verantwoordelijke en zonder datum",
    }
    assert headline(found) == "3 stappen zonder verantwoordelijke of zonder datum"


def test_a_step_that_is_done_or_not_there_lacks_nothing() -> None:
    said: Said = {
        (A, "volgende_stap"): "Bellen",
        (A, "stap_gedaan"): "2026-11-01",
        (B, "volgende_stap"): Parked("2027-01-01"),
    }
    found = answers(said, PARTIES, forms())
    assert next_steps(found, beside("stakeholder_map"), (A, B, C)) == ()
    assert stepped(found, beside("stakeholder_map"), (A, B, C)) == 1
    assert headline(()) == ""


def test_one_step_is_spoken_of_as_one() -> None:
    said: Said = {(A, "volgende_stap"): "Bellen", (A, "relatiebeheerder"): ONE}
    rows = {**PARTIES, "functionarissen": [ONE]}
    assert headline(next_steps(answers(said, rows, forms()), beside("stakeholder_map"), (A,))) == "1 stap zonder datum"


def test_kinds_of_organisations_are_counted_also_where_there_are_none() -> None:
    said: Said = {(A, "naam"): "Vos", (A, "soort"): "school", (B, "naam"): "De Linde", (B, "soort"): "school"}
    said = {**said, (A, "domein"): "onderwijs", (C, "naam"): "Nog niet ingedeeld"}
    found = diversity(answers(said, {"organisaties": [A, B, C]}, forms()), panel("diversity"))
    kinds = {share.label: share.names for share in found.kinds}
    assert (found.total, found.unsaid) == (3, ("Nog niet ingedeeld",))
    assert kinds["School"] == ("Vos", "De Linde")
    assert kinds["Gemeente"] == ()
    assert {share.label: share.many for share in found.domains}["Onderwijs"] == 1


def test_each_goal_says_whether_it_comes_back_later() -> None:
    said: Said = {(ONE, "subdoel"): A, (TWO, "subdoel"): A, (THREE, "doelgroep"): B}
    rows = {"subdoelen": [A], "doelgroepen": [B], "indicatoren": [ONE], "evaluatievragen": [TWO]}
    found = passing_on(answers(said, {**rows, "bewezen_doelgroepen": [THREE]}, forms()), panel("passing_on"))
    assert [(passed.row, passed.later) for passed in found] == [
        (A, ((ONE,), (TWO,), None)),
        (B, (None, None, (THREE,))),
    ]


def agreed(said: Said, step: str = "") -> tuple[Agreement, ...]:
    rows = {"informatiestromen": [ONE, TWO], "organisaties": [A, B]}
    return agreements(answers(said, rows, forms()), beside("process_line"), step)


def test_an_agreement_says_between_whom_what_and_how_far_it_is() -> None:
    said: Said = {(A, "naam"): "School", (B, "naam"): "Gemeente", (ONE, "van"): A, (ONE, "naar"): [B]}
    first, second = agreed({**said, (ONE, "wat"): "Aantallen", (ONE, "stand"): "klaar", (TWO, "stand"): "vervallen"})
    assert first.texts == ("School → Gemeente", "Aantallen", "nog open", "nog open")
    assert (first.standing, first.done) == ("Klaar", True)
    assert (second.standing, second.done) == ("Vervallen", False)


def test_only_the_agreements_of_a_step_are_kept() -> None:
    said: Said = {(ONE, "stappen"): ["signaalstappen:melden"]}
    assert [one.row for one in agreed(said, "signaalstappen:melden")] == [ONE]
    assert [one.row for one in agreed(said)] == [ONE, TWO]


def test_the_columns_of_the_agreements_are_called_as_their_questions() -> None:
    found = headings(answers({}, {}, forms()), beside("process_line"))
    assert found == ("Tussen", "Wat gaat er wel over?", "Wat niet?", "Langs welke weg?", "Stand van de afspraak")
