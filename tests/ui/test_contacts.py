"""The log of contacts: add one in a line, the newest first, planned ones named so, everywhere the same party."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.plan.values import Answer
from radplan_desktop.ui.blocks.contacts import ContactsCard
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.boards import LogView, open_map
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage
from tests.ui.test_charts import add_parties

CARD = "Contacten per partij"


@pytest.fixture
def parties(plan: PlanPage) -> dict[str, str]:
    return add_parties(plan.session)


def contact(plan: PlanPage, party: str, about: str, day: str, **more: object) -> str:
    """Add a contact and return its row."""
    values = {"partij": party, "onderwerp": about, "datum": day, **more}
    return plan.session.add_row("contacten", {name: Answer(value) for name, value in values.items()})


def card(plan: PlanPage) -> tuple[ContactsCard, LogView]:
    """Go to the card on the page of the wizard."""
    found = plan.card(CARD)
    assert isinstance(found, ContactsCard)
    return found, LogView(plan.qtbot, found.log)


def test_a_contact_is_added_in_one_line(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan, parties["Sportclub"])
    board.log.type(Datum="2-10-2026", Waarover="De meldroute")
    board.log.field("Vorm").answer("Telefoon")
    board.log.field("Wat kwam eruit?").answer("Voorzitter wil eerst horen wat er met een melding gebeurt.")
    board.log.press_enter()
    (row,) = plan.session.answers.rows("contacten")
    answers = plan.session.answers
    said = {name: answers.content(row, name) for name in ("datum", "partij", "onderwerp", "vorm")}
    assert said == {
        "datum": "2026-10-02",
        "partij": parties["Sportclub"],
        "onderwerp": "De meldroute",
        "vorm": "telefoon",
    }
    assert board.log.about == ["De meldroute"]
    assert board.log.field("Waarover").value == board.log.field("Wat kwam eruit?").value == ""
    assert board.log.field("Datum").value == "02-10-2026"
    assert plan.focus_is_in(board.log.log.maker)


def test_the_day_of_today_stands_there_already(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan, parties["Sportclub"])
    today = plan.session.answers.today
    assert board.log.field("Datum").value == f"{today:%d-%m-%Y}"


def test_a_line_that_says_nothing_is_not_added(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan, parties["Sportclub"])
    board.log.add()
    assert plan.session.answers.rows("contacten") == ()
    assert board.log.field("Waarover").error == "Vul eerst in: Waarover."


def test_the_newest_stands_first_and_what_is_planned_says_so(plan: PlanPage, parties: dict[str, str]) -> None:
    party = parties["Welzijn"]
    contact(plan, party, "Kennismaking", "2026-08-18", opbrengst="Positief over de training.", houding="neutraal")
    contact(plan, party, "Door de meldroute lopen", "2099-11-19")
    contact(plan, party, "Startavond", "2026-09-07")
    board = open_map(plan, party)
    assert board.log.about == ["Door de meldroute lopen", "Startavond", "Kennismaking"]
    assert board.log.spoken("Door de meldroute lopen").startswith("Gepland. do 19 november 2099")
    assert board.log.spoken("Startavond").startswith("Uitkomst nog open. ma 7 september")
    assert board.log.spoken("Kennismaking").endswith("Positief over de training. Houding: neutraal")


def test_what_was_agreed_next_stands_with_the_contact(plan: PlanPage, parties: dict[str, str]) -> None:
    action = plan.session.add_row("acties", {"actie": Answer("Meldroute sturen")})
    contact(plan, parties["Welzijn"], "Kennismaking", "2026-08-18", acties=[action])
    board = open_map(plan, parties["Welzijn"])
    assert board.sees("Daarna: Meldroute sturen")


def test_a_click_opens_the_contact(plan: PlanPage, parties: dict[str, str]) -> None:
    row = contact(plan, parties["Welzijn"], "Kennismaking", "2026-08-18")
    board = open_map(plan, parties["Welzijn"])
    board.log.log.lines[0].click()
    assert isinstance(plan.page, RegisterScreen)
    assert plan.page.form.row == row


def test_the_card_on_the_page_shows_everybody_and_asks_with_whom(plan: PlanPage, parties: dict[str, str]) -> None:
    contact(plan, parties["Welzijn"], "Kennismaking", "2026-08-18")
    contact(plan, parties["Sportclub"], "Startavond", "2026-09-07")
    found, log = card(plan)
    assert log.about == ["Startavond", "Kennismaking"]
    assert log.asks("Partij")
    assert "Sportclub" in log.spoken("Startavond")
    found.party.choose(parties["Welzijn"])
    found.party.activated.emit(found.party.currentIndex())
    assert log.about == ["Kennismaking"]
    assert not log.asks("Partij")
    assert open_map(plan).chart.chosen == "Welzijn"


def test_with_whom_is_kept_for_the_next_contact(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan, parties["Welzijn"])
    for about in ("Kennismaking", "Startavond"):
        board.log.type(Waarover=about)
        board.log.press_enter()
    answers = plan.session.answers
    assert {answers.content(row, "partij") for row in answers.rows("contacten")} == {parties["Welzijn"]}


def test_a_long_log_shows_more_on_request(plan: PlanPage, parties: dict[str, str]) -> None:
    for number in range(8):
        contact(plan, parties["Welzijn"], f"Gesprek {number}", f"2026-08-{number + 10}")
    _, log = card(plan)
    assert len(log.about) == 6
    plan.click("Nog 2 tonen", log.log)
    assert len(log.about) == 8


def test_a_contact_from_elsewhere_appears(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan, parties["Welzijn"])
    assert board.log.about == []
    contact(plan, parties["Welzijn"], "Kennismaking", "2026-08-18")
    plan.qtbot.waitUntil(lambda: board.log.about == ["Kennismaking"])


def test_what_was_typed_and_not_added_comes_back(plan: PlanPage, parties: dict[str, str], enter: Entered) -> None:
    board = open_map(plan, parties["Sportclub"])
    board.log.type(Waarover="De meldroute")
    path = plan.session.path
    plan.close()
    page = enter(open_plan(path, PASSPHRASE, officer=OFFICER))
    board = open_map(page, parties["Sportclub"])
    assert board.log.field("Waarover").value == "De meldroute"
    assert board.sees("Het contact is nog niet toegevoegd.")
    assert page.session.answers.rows("contacten") == ()
    board.log.press_enter()
    (row,) = page.session.answers.rows("contacten")
    assert page.session.answers.content(row, "partij") == parties["Sportclub"]
    assert not board.sees("Het contact is nog niet toegevoegd.")


def test_what_came_back_can_be_given_up(plan: PlanPage, parties: dict[str, str], enter: Entered) -> None:
    open_map(plan, parties["Sportclub"]).log.type(Waarover="De meldroute")
    path = plan.session.path
    plan.close()
    page = enter(open_plan(path, PASSPHRASE, officer=OFFICER))
    board = open_map(page, parties["Sportclub"])
    board.click("Regel leegmaken")
    assert board.log.field("Waarover").value == ""
    assert page.session.line("contacten") == {}


def test_a_plan_to_read_has_a_log_to_read(plan: PlanPage, parties: dict[str, str], enter: Entered) -> None:
    contact(plan, parties["Welzijn"], "Kennismaking", "2026-08-18")
    path = plan.session.path
    plan.close()
    page = enter(open_plan(path, PASSPHRASE, officer=OFFICER, read_only=True))
    board = open_map(page, parties["Welzijn"])
    assert board.log.about == ["Kennismaking"]
    assert not board.log.log.maker.isEnabled()


@pytest.mark.parametrize("size", [(1024, 700), (1366, 720)])
def test_the_line_says_what_it_asks_also_when_it_asks_with_whom(
    plan: PlanPage, parties: dict[str, str], size: tuple[int, int]
) -> None:
    assert parties
    plan.window.resize(*size)
    found, log = card(plan)
    maker = found.log.maker
    plan.qtbot.waitUntil(lambda: maker.width() > 0 and log.asks("Partij"))
    for editor in maker.editors.values():
        part = editor.first_part()
        shown = part.currentText() if isinstance(part, QComboBox) else part.placeholderText()  # type: ignore[union-attr]
        assert part.fontMetrics().horizontalAdvance(shown) < part.width() - 20, shown  # type: ignore[union-attr]
    kind = log.field("Vorm").editor.first_part()
    assert isinstance(kind, QComboBox)
    assert kind.currentText() == "Vorm…"
