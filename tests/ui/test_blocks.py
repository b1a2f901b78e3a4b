"""The fixed blocks on their pages: kinds of organisations, and what comes back later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from radplan_desktop.plan.values import Answer
from radplan_desktop.ui.blocks.diversity import CountBar, DiversityCard
from radplan_desktop.ui.blocks.passing import PassingCard
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.pages import PlanPage

KINDS, LATER = "Soorten organisaties in dit plan", "Wat later met dit plan gebeurt"


def kinds(plan: PlanPage) -> DiversityCard:
    """Go to the card of the kinds."""
    found = plan.card(KINDS)
    assert isinstance(found, DiversityCard)
    return found


def later(plan: PlanPage) -> PassingCard:
    """Go to the card of what comes back."""
    found = plan.card(LATER)
    assert isinstance(found, PassingCard)
    return found


def listed(card: PassingCard) -> list[tuple[str, ...]]:
    """What stands in the table."""
    model = card.table.rows
    across = range(model.columnCount())
    return [tuple(str(model.data(model.index(down, one))) for one in across) for down in range(model.rowCount())]


def counts(card: DiversityCard) -> dict[str, str]:
    """What each bar says aloud: the kind and how many."""
    bars = [bar for bar in card.findChildren(CountBar) if not bar.isHidden()]
    return dict(bar.accessibleName().split(": ") for bar in bars)


def test_every_kind_is_counted_also_where_nobody_is(plan: PlanPage) -> None:
    card = kinds(plan)
    assert set(counts(card).values()) == {"0"}
    school = {"naam": Answer("De Linde"), "soort": Answer("school"), "domein": Answer("onderwijs")}
    plan.session.add_row("organisaties", school)
    plan.session.add_row("organisaties", {"naam": Answer("Zwembad")})
    plan.qtbot.waitUntil(lambda: counts(card)["School"] == "1")
    assert counts(card)["Onderwijs"] == "1"
    assert counts(card)["Gemeente"] == "0"
    assert card.summary.text().startswith("2 organisaties in dit plan. Van ")
    assert card.summary.text().endswith("Van Zwembad is de soort nog niet gekozen.")
    assert any(label.text() == "De Linde" for label in card.findChildren(QLabel))


def test_many_of_a_kind_are_named_in_short(plan: PlanPage) -> None:
    for number in range(6):
        plan.session.add_row("organisaties", {"naam": Answer(f"School {number}"), "soort": Answer("school")})
    card = kinds(plan)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "School 0, School 1, School 2, School 3 en nog 2" in said


def test_the_count_leads_to_the_organisations(plan: PlanPage) -> None:
    plan.click("Organisaties openen", kinds(plan))
    assert isinstance(plan.page, RegisterScreen)
    assert plan.page.register.label == "Organisaties"


def test_a_goal_says_what_comes_back_of_it(plan: PlanPage) -> None:
    goal = plan.session.add_row("subdoelen", {"subdoel": Answer("Trainers durven te vragen")})
    group = plan.session.add_row("doelgroepen", {"omschrijving": Answer("Trainers")})
    plan.session.add_row("indicatoren", {"indicator": Answer("Aandeel trainers"), "subdoel": Answer(goal)})
    card = later(plan)
    rows = listed(card)
    assert rows[0] == ("Subdoel: S1  Trainers durven te vragen", "I1", "nog open", "–")
    assert rows[-1][0].endswith("Trainers")
    assert rows[-1][1:] == ("–", "–", "nog open")
    assert card.summary.text() == "Bij 2 van de 2 regels staat nog iets open."
    plan.session.add_row("evaluatievragen", {"vraag": Answer("Durven zij meer?"), "subdoel": Answer(goal)})
    plan.session.add_row("bewezen_doelgroepen", {"doelgroep": Answer(group)})
    plan.qtbot.waitUntil(lambda: card.summary.text() == "Alles uit het plan komt later terug.")


def test_a_line_opens_what_it_is_about(plan: PlanPage) -> None:
    goal = plan.session.add_row("subdoelen", {"subdoel": Answer("Trainers durven te vragen")})
    card = later(plan)
    assert plan.focus_is_in(card)
    plan.qtbot.keyClick(card.table, Qt.Key.Key_Home)
    card.table.selectRow(0)
    plan.qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert isinstance(plan.page, RegisterScreen)
    assert plan.page.form.row == goal


def test_without_goals_it_says_what_will_stand_there(plan: PlanPage) -> None:
    card = later(plan)
    assert not card.table.isVisible()
    assert card.summary.text().startswith("Hier ziet u later")
