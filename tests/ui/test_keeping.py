"""Actions and decisions, reactions, and findings with what follows: each brought together on a screen, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.editors.text import LineEditor
from radplan_desktop.ui.keeping.actions import ActionsScreen
from radplan_desktop.ui.keeping.card import KeepingCard
from radplan_desktop.ui.keeping.findings import FindingsScreen
from radplan_desktop.ui.keeping.links import StepLine
from radplan_desktop.ui.keeping.reactions import ReactionsScreen
from radplan_desktop.ui.overview.page import OverviewPage
from radplan_desktop.ui.pages.summary import SummaryRow
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.sheet.screen import SheetScreen
from tests.ui.conftest import OFFICER, PASSPHRASE
from tests.ui.ledgers import Ledger, opened, row
from tests.ui.pages import PlanPage
from tests.ui.probes import LEFT

ACTS: Mapping[str, Mapping[str, object]] = {
    "Zaal zoeken": {"deadline": "2020-03-01", "soort": "actie"},
    "Rector bellen": {"deadline": "2120-03-01", "soort": "verbeteractie"},
    "Brief schrijven": {"deadline": "2020-01-01", "afgehandeld": "2020-01-02"},
}


@pytest.fixture
def acts(plan: PlanPage) -> Ledger:
    for name, said in ACTS.items():
        row(plan, "acties", actie=name, **said)
    row(plan, "besluiten", besluit="Plan vastgesteld", datum="2020-02-01")
    page = opened(plan, "actions")
    page.wait("Te laat", "Zaal zoeken", "Later", "Rector bellen")
    return page


def test_what_is_to_do_stands_under_headings_late_first(acts: Ledger) -> None:
    assert isinstance(acts.page, ActionsScreen)
    assert acts.focus_is_in(acts.page)
    assert acts.sees("2 regels, waarvan 1 te laat")
    assert "Te laat" in acts.lines[1]


def test_decisions_and_what_is_done_are_a_choice_away(acts: Ledger) -> None:
    acts.show("Wat", "Besluiten")
    acts.wait("Besluiten", "Plan vastgesteld")
    acts.show("Wat", "Klaar")
    acts.wait("Klaar of vervallen", "Brief schrijven")
    acts.show("Wat", "Alles")
    acts.wait("Te laat", "Zaal", "Later", "Rector", "Besluiten", "Plan", "Klaar of vervallen", "Brief")


def test_a_kind_and_words_narrow_the_list(acts: Ledger) -> None:
    acts.show("Soort", "Verbeteractie")
    acts.wait("Later", "Rector bellen")
    acts.show("Soort", "Elke soort")
    acts.qtbot.keyClicks(acts.screen.narrow.text, "zaal")
    acts.wait("Te laat", "Zaal zoeken")
    acts.qtbot.keyClicks(acts.screen.narrow.text, "xyz")
    acts.wait()
    assert acts.sees("Hier past niets bij")


def test_enter_opens_a_line_where_it_stands(acts: Ledger) -> None:
    acts.key_on_list(Qt.Key.Key_Down)
    acts.key_on_list(Qt.Key.Key_Return)
    place = acts.shell.place
    assert (place.screen, place.item) == (Screen.REGISTER, "acties")
    assert acts.session.answers.title(place.row) == "Rector bellen"


def test_the_space_bar_ticks_a_line_off_and_undo_brings_it_back(acts: Ledger) -> None:
    acts.key_on_list(Qt.Key.Key_Space)
    acts.wait("Later", "Rector bellen")
    answers = acts.session.answers
    done = next(one for one in answers.rows("acties") if answers.title(one) == "Zaal zoeken")
    assert answers.content(done, "afgehandeld") == answers.today.isoformat()
    acts.click("Ongedaan maken")
    acts.wait("Te laat", "Zaal zoeken", "Later", "Rector bellen")
    assert acts.session.answers.content(done, "afgehandeld") is None


def test_a_decision_cannot_be_ticked_off(acts: Ledger) -> None:
    acts.show("Wat", "Besluiten")
    acts.wait("Besluiten", "Plan vastgesteld")
    assert not acts.button("Klaar").isEnabled()
    assert acts.button("Openen").isEnabled()


def test_the_card_counts_and_opens_the_screen_at_a_line(acts: Ledger) -> None:
    card = acts.card("Alle acties en besluiten")
    assert isinstance(card, KeepingCard)
    acts.qtbot.waitUntil(lambda: card.said.text() == "2 acties nog te doen, waarvan 1 te laat, 1 genomen besluit.")
    lines = card.findChildren(SummaryRow)
    acts.qtbot.mouseClick(next(line for line in lines if line.text() == "Rector bellen"), LEFT)
    acts.wait("Te laat", "Zaal zoeken", "Later", "Rector bellen")
    acts.qtbot.waitUntil(lambda: acts.session.answers.title(acts.screen.view.row) == "Rector bellen")


@pytest.fixture
def reacted(plan: PlanPage) -> Ledger:
    party = row(plan, "organisaties", naam="Dorpshuis")
    row(
        plan,
        "reacties",
        opmerking="Avonden zijn zinloos",
        partij=party,
        bij_vraag="Subdoelen",
        verwerking="overgenomen",
    )
    row(plan, "reacties", opmerking="Wie belt er", partij=party, bij_vraag="onbekend")
    row(plan, "reacties", opmerking="De zaal is duur", verwerking="nog_beslissen")
    page = opened(plan, "reactions")
    page.wait("R1 Avonden zijn zinloos. Overgenomen", "R2 Wie belt er. Nog te doen", "R3 De zaal is duur. Nog te doen")
    return page


def test_the_way_to_the_question_is_there_when_it_is_known(reacted: Ledger) -> None:
    assert isinstance(reacted.page, ReactionsScreen)
    assert reacted.page.detail.way.isVisible()
    reacted.key_on_list(Qt.Key.Key_Down)
    assert not reacted.page.detail.way.isVisible()
    assert reacted.sees("RadPlan herkent deze vraag niet")
    reacted.key_on_list(Qt.Key.Key_Up)
    reacted.click("Naar de vraag")
    assert reacted.shell.place == Place(Screen.SECTION, "voorbereiding", "subdoelen")


def test_reactions_are_handled_one_after_another_without_the_mouse(reacted: Ledger) -> None:
    reacted.key_on_list(Qt.Key.Key_Down)
    reacted.key_on_list(Qt.Key.Key_Return)
    assert reacted.focus_is_in(reacted.field("Wat doen wij ermee").editor)
    reacted.field("Wat doen wij ermee").answer("Niet overgenomen")
    reacted.qtbot.waitUntil(lambda: "R2 Wie belt er. Nog geen reden" in reacted.lines[1])
    reacted.field("Waarom").answer("Dat staat in de meldroute.")
    reacted.qtbot.waitUntil(lambda: "R2 Wie belt er. Niet overgenomen" in reacted.lines[1])
    reacted.confirm("Waarom")
    answers = reacted.session.answers
    assert answers.content(reacted.screen.view.row, "opmerking") == "De zaal is duur"
    assert reacted.focus_is_in(reacted.field("Wat doen wij ermee").editor)
    reacted.field("Wat doen wij ermee").answer("Overgenomen")
    reacted.qtbot.waitUntil(lambda: reacted.sees("3 reacties. Alle reacties zijn verwerkt."))


def test_a_reaction_stays_while_one_works_on_it_although_the_filter_hides_it(reacted: Ledger) -> None:
    reacted.show("Wat", "Nog te doen")
    reacted.wait("R2", "R3")
    reacted.key_on_list(Qt.Key.Key_Return)
    reacted.field("Wat doen wij ermee").answer("Overgenomen")
    reacted.wait("R2 Wie belt er. Overgenomen", "R3")
    reacted.confirm("Waarom")
    reacted.screen.refresh()
    reacted.wait("R3")


def test_reactions_of_one_party_are_a_choice_away(reacted: Ledger) -> None:
    reacted.show("Van wie", "Dorpshuis")
    reacted.wait("R1", "R2")
    reacted.show("Wat", "Nog te doen (2)")
    reacted.wait("R2")


def test_escape_goes_back_to_the_list_and_then_to_the_card(reacted: Ledger) -> None:
    reacted.key_on_list(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    reacted.qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert reacted.screen.view.hasFocus()
    reacted.key_on_list(Qt.Key.Key_Escape)
    assert (reacted.shell.place.screen, reacted.shell.place.item) == (Screen.SECTION, "reactions")


def test_reactions_are_entered_line_by_line(reacted: Ledger) -> None:
    reacted.click("Reacties invoeren")
    assert isinstance(reacted.page, SheetScreen)
    assert not reacted.page.beside.isVisible()


def test_what_is_open_is_an_open_point(reacted: Ledger) -> None:
    desk = reacted.shell.desk
    wanted = {
        "Op de reactie ‘Wie belt er’ is nog niet besloten.",
        "Over de reactie ‘De zaal is duur’ moet u nog beslissen.",
    }
    reacted.qtbot.waitUntil(lambda: wanted <= {point.message for point in desk.standing.points})


@pytest.fixture
def found(plan: PlanPage) -> Ledger:
    indicator = row(
        plan, "indicatoren", indicator="Ouders bereikt", nulwaarde="0", streefwaarde="20", stand="niet_gehaald"
    )
    row(plan, "metingen", indicator=indicator, waarde="7", datum="2026-05-01")
    row(plan, "bevindingen", bevinding="Weinig ouders", gevolg="Via de mentor uitnodigen", indicatoren=[indicator])
    row(plan, "bevindingen", bevinding="Gaat goed", geen_actie="Zo laten")
    page = opened(plan, "findings")
    page.wait("U1 Weinig ouders. Nog geen vervolg", "U2 Gaat goed. Bewust geen actie")
    return page


def test_the_chain_shows_the_measurement_and_how_it_stands(found: Ledger) -> None:
    assert isinstance(found.page, FindingsScreen)
    assert found.sees("beginwaarde 0 · nu 7 op 01-05-2026 · streefwaarde 20")
    assert found.sees("Niet gehaald")
    assert found.field("Gevolg voor de aanpak").value == "Via de mentor uitnodigen"


def test_an_action_is_made_from_a_finding_and_can_be_undone(found: Ledger) -> None:
    found.click("Maak een actie")
    found.wait("U1 Weinig ouders. 1 actie", "U2")
    (made,) = found.session.answers.rows("acties")
    said = {name: found.session.answers.content(made, name) for name in ("actie", "soort", "bevinding")}
    finding = found.session.answers.rows("bevindingen")[0]
    assert said == {"actie": "Via de mentor uitnodigen", "soort": "verbeteractie", "bevinding": finding}
    assert found.focus_is_in(found.field("Wat moet er gebeuren").editor)
    found.field("Uiterlijk").answer("01-03-2120")
    found.qtbot.waitUntil(lambda: found.session.answers.content(made, "deadline") == "2120-03-01")
    found.key("Ctrl+Z")
    found.click("Ongedaan maken")
    found.wait("U1 Weinig ouders. Nog geen vervolg", "U2")
    assert found.session.answers.rows("acties") == ()


@pytest.mark.parametrize("size", [(1366, 720), (1024, 700)])
def test_what_is_to_be_done_can_be_typed_over_and_its_form_is_in_sight(found: Ledger, size: tuple[int, int]) -> None:
    found.window.resize(*size)
    found.click("Maak een actie")
    found.wait("U1 Weinig ouders. 1 actie", "U2")
    found.qtbot.waitUntil(lambda: bool(visible_steps(found)))
    editor = found.field("Wat moet er gebeuren").editor
    assert isinstance(editor, LineEditor)
    assert editor.line.selectedText() == "Via de mentor uitnodigen"
    parts = [found.field(label).editor for label in ("Wat moet er gebeuren", "Verantwoordelijke", "Uiterlijk")]
    found.qtbot.waitUntil(lambda: all(part.visibleRegion().boundingRect() == part.rect() for part in parts))
    found.qtbot.keyClicks(editor.line, "Bel de mentor")
    (made,) = found.session.answers.rows("acties")
    found.qtbot.waitUntil(lambda: found.session.answers.content(made, "actie") == "Bel de mentor")


def test_a_reason_for_no_action_is_asked_where_there_is_none(found: Ledger) -> None:
    found.field("Geen actie, omdat").answer("De groep is er niet meer")
    found.wait("U1 Weinig ouders. Bewust geen actie", "U2")
    found.show("Wat", "Met actie")
    found.wait()


def test_findings_are_followed_one_after_another_without_the_mouse(found: Ledger) -> None:
    found.key_on_list(Qt.Key.Key_Return)
    assert found.focus_is_in(found.detail)
    found.confirm("Gevolg voor de aanpak")
    assert found.session.answers.content(found.screen.view.row, "bevinding") == "Gaat goed"
    assert found.focus_is_in(found.detail)
    found.confirm("Gevolg voor de aanpak")
    assert found.screen.view.hasFocus()


def test_a_new_finding_is_written_down_in_its_register(found: Ledger) -> None:
    found.click("Nieuwe bevinding")
    assert (found.shell.place.screen, found.shell.place.item) == (Screen.REGISTER, "bevindingen")


def visible_steps(page: Ledger) -> list[StepLine]:
    return [line for line in page.page.findChildren(StepLine) if line.isVisible()]


def test_an_action_opens_in_place_with_everything_a_click_further(found: Ledger) -> None:
    finding = found.session.answers.rows("bevindingen")[0]
    for what in ("Mentoren bellen", "Folder maken"):
        row(found, "acties", actie=what, bevinding=finding, soort="verbeteractie")
    found.wait("U1 Weinig ouders. 2 acties", "U2")
    found.qtbot.waitUntil(lambda: len(visible_steps(found)) == 2)
    lines = visible_steps(found)
    found.qtbot.keyClick(lines[1], Qt.Key.Key_Return)
    assert found.field("Wat moet er gebeuren").value == "Folder maken"
    found.click("Alles over deze actie")
    assert found.session.answers.title(found.shell.place.row) == "Folder maken"


def test_the_overview_counts_what_is_to_do_and_leads_there(found: Ledger) -> None:
    found.key("Ctrl+0")
    page = found.page
    assert isinstance(page, OverviewPage)
    found.qtbot.waitUntil(lambda: [b.accessibleName() for b in page.keeping.buttons] == WANTED)
    found.qtbot.keyClick(page.keeping.buttons[0], Qt.Key.Key_Return)
    assert found.shell.place.item == "findings"


WANTED = ["1 bevinding zonder vervolg, 1 bewust zonder actie"]


def test_the_overview_is_silent_while_there_is_nothing_to_keep_up(plan: PlanPage) -> None:
    plan.key("Ctrl+0")
    plan.settle()
    assert isinstance(plan.page, OverviewPage)
    assert not plan.page.keeping.isVisible()


def test_undo_from_the_list_of_a_change_made_elsewhere_shows(acts: Ledger) -> None:
    last = acts.session.answers.rows("acties")[1]
    acts.session.set(Cell(last, "deadline"), Answer("2020-05-01"))
    acts.wait("Te laat", "Zaal zoeken", "Rector bellen")
    acts.key("Ctrl+Z")
    acts.wait("Te laat", "Zaal zoeken", "Later", "Rector bellen")


def test_a_plan_that_is_only_read_can_be_looked_at_and_not_ticked_off(
    acts: Ledger, plan_file: Path, enter: Callable[[Session], PlanPage]
) -> None:
    acts.close()
    plan = enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True))
    page = opened(plan, "actions")
    page.wait("Te laat", "Zaal zoeken", "Later", "Rector bellen")
    page.key_on_list(Qt.Key.Key_Space)
    assert not page.button("Klaar").isEnabled()
    assert not page.button("Nieuwe actie").isEnabled()
    page.key_on_list(Qt.Key.Key_Return)
    assert page.shell.place.item == "acties"
