"""The main job by hand: from nothing to a plan with answers, closed, and opened again with the passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from radplan_desktop.acts import examples
from radplan_desktop.host import paths
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.start.example_screen import ExampleScreen
from radplan_desktop.ui.start.start_screen import StartScreen, greeting
from radplan_desktop.ui.start.unlock import UnlockScreen
from tests.ui.conftest import PASSPHRASE, ChosenFiles
from tests.ui.pages import PATIENCE, PlanPage, StartPage, UnlockPage

FIVE = {
    "Naam": "Dorp in gesprek",
    "Gemeente": "Lindeveld",
    "Soort interventie": "Theater of film met les en nagesprek",
    "Loopt het al?": "Nee: wij beginnen in het voorjaar",
    "Besluit van het college": "17-3-2027",
}


@pytest.fixture
def made(start: StartPage, tmp_path: Path) -> PlanPage:
    """A plan, made through the window."""
    page = start.new_plan()
    for question, answer in FIVE.items():
        page.probe(question).answer(answer)
    page.save_at(tmp_path / "Dorp.radplan")
    page.choose_passphrase(PASSPHRASE)
    return page.make()


def test_a_plan_is_made_answered_closed_and_read_again(made: PlanPage, tmp_path: Path) -> None:
    made.probe("Hoofddoel").answer("Eind 2028 kent elke wijk een vast gezicht.")
    register = made.register("Subdoelen")
    register.add("Ouders weten de weg")
    register.probe("Meetbaar als").answer("ouders die een adres kunnen noemen")
    start = made.close()
    assert (tmp_path / "Dorp.radplan").read_bytes()[:6] != b"SQLite"
    plan = start.open_recent("Dorp").unlock(PASSPHRASE)
    assert plan.sees("Dorp in gesprek", plan.shell)
    assert plan.probe("Hoofddoel").value == "Eind 2028 kent elke wijk een vast gezicht."
    assert plan.probe("Besluit van het college").value == "17-03-2027"
    again = plan.register("Subdoelen")
    assert again.titles == ["Ouders weten de weg"]
    again.select("Ouders weten de weg")
    assert again.probe("Meetbaar als").value == "ouders die een adres kunnen noemen"


def test_the_file_is_named_after_the_plan(start: StartPage) -> None:
    page = start.new_plan()
    page.probe("Naam").answer("Wat/nu?")
    assert Path(page.screen.path.text()).name == "Wat nu.radplan"
    assert Path(page.screen.path.text()).parent == paths.standard().documents


def test_a_first_plan_is_made_where_it_was_offered_also_when_that_folder_is_not_there_yet(start: StartPage) -> None:
    assert not paths.standard().documents.exists()
    page = start.new_plan()
    page.probe("Naam").answer("Plan 1.2")
    page.choose_passphrase(PASSPHRASE)
    assert page.make().session.path == paths.standard().documents / "Plan 1.2.radplan"


def test_a_folder_that_is_not_there_is_named_and_a_bare_name_goes_with_the_documents(
    start: StartPage, tmp_path: Path
) -> None:
    page = start.new_plan()
    page.choose_passphrase(PASSPHRASE)
    page.save_at(tmp_path / "stick" / "Plan.radplan")
    page.qtbot.waitUntil(page.screen.button.isEnabled)
    page.click("Plan maken")
    page.qtbot.waitUntil(lambda: page.sees("stick is er niet. Kies een andere plek."))
    assert page.screen.lacking.property("role") == "error"
    page.save_at(Path("Wijk 1.2"))
    assert page.make().session.path == paths.standard().documents / "Wijk 1.2.radplan"


def test_what_still_lacks_for_a_new_plan_is_said(start: StartPage, qtbot: QtBot) -> None:
    page = start.new_plan()
    assert page.sees("Kies nog een wachtwoord.")
    page.choose_passphrase("geheim", "geheim")
    qtbot.waitUntil(lambda: page.sees("nog niet sterk genoeg"))
    page.screen.passphrase.first.clear()
    page.screen.passphrase.second.clear()
    qtbot.keyClicks(page.screen.passphrase.first, PASSPHRASE)
    qtbot.keyClicks(page.screen.passphrase.second, "iets anders")
    qtbot.waitUntil(lambda: page.sees("nog niet gelijk"))
    assert not page.screen.button.isEnabled()


def test_six_words_are_drawn_on_request(start: StartPage, qtbot: QtBot) -> None:
    page = start.new_plan()
    page.click("Geef mij zes woorden")
    part = page.screen.passphrase
    assert len(part.first.text().split()) == 6
    assert part.first.text() == part.second.text()
    qtbot.waitUntil(lambda: page.sees("Zet nog een vinkje bij ‘Ik heb het wachtwoord veilig vastgelegd’."))


def test_a_plan_is_not_made_over_another_file(start: StartPage, plan_file: Path) -> None:
    page = start.new_plan()
    page.save_at(plan_file)
    page.choose_passphrase(PASSPHRASE)
    page.qtbot.waitUntil(page.screen.button.isEnabled)
    page.click("Plan maken")
    page.qtbot.waitUntil(lambda: page.screen.lacking.property("role") == "error", timeout=PATIENCE)
    assert page.window.plan is None
    assert page.screen.lacking.text()


def test_a_wrong_passphrase_is_said_in_one_sentence_and_can_be_tried_again(start: StartPage, plan_file: Path) -> None:
    start.window.arrival.unlock(plan_file)
    start.know_officer()
    start.wait_for(UnlockScreen)
    page = UnlockPage(start.qtbot, start.window)
    page.try_passphrase("dit is het niet")
    assert "wachtwoord past niet" in page.refusal()
    assert page.screen.error.text() in page.screen.line.accessibleDescription()
    assert page.unlock(PASSPHRASE).session.file_name == "Plan"


def test_what_is_no_plan_is_refused(start: StartPage, dialogs: ChosenFiles, tmp_path: Path) -> None:
    dialogs.answer = tmp_path / "brief.radplan"
    dialogs.answer.write_text("Geachte heer, mevrouw")
    start.click("Planbestand openen")
    start.know_officer()
    start.wait_for(UnlockScreen)
    page = UnlockPage(start.qtbot, start.window)
    page.try_passphrase(PASSPHRASE)
    assert page.refusal()
    page.click("Ander planbestand kiezen")
    page.wait_for(StartScreen)


def test_who_works_here_is_asked_once_and_kept(start: StartPage, settings: Settings) -> None:
    start.new_plan().click("Annuleren")
    assert settings.now.officer.name == "M. de Wit"
    assert Settings(paths.standard().config).now.officer.name == "M. de Wit"
    start.click("Nieuw plan")
    start.new_plan_screen()


def test_an_example_says_its_practice_passphrase(start: StartPage) -> None:
    shipped = examples.examples()[0]
    start.click("Voorbeeldplan")
    start.know_officer()
    start.wait_for(ExampleScreen)
    start.click(f"{shipped.title} openen")
    screen = start.wait_for(UnlockScreen)
    start.qtbot.waitUntil(lambda: start.sees(shipped.passphrase))
    start.click("Vul het in")
    assert screen.line.text() == shipped.passphrase
    plan = UnlockPage(start.qtbot, start.window).unlock(shipped.passphrase)
    assert plan.session.answers.today == shipped.today


def test_the_list_of_files_says_which_are_not_there_and_forgets(
    start: StartPage, settings: Settings, plan_file: Path, tmp_path: Path
) -> None:
    settings.change(lambda now: now.opened(plan_file))
    settings.change(lambda now: now.opened(tmp_path / "Weg.radplan"))
    start.window.arrival.show_start()
    start.qtbot.waitUntil(lambda: start.sees("Nu niet gevonden"))
    assert not start.button("Weg openen").isEnabled()
    assert start.button("Plan openen").isEnabled()
    start.click("Weg uit de lijst halen")
    assert list(settings.now.recent) == [plan_file]
    start.click("Lijst wissen")
    assert not settings.now.recent


@pytest.mark.parametrize(
    ("hour", "said"),
    [(6, "Goedemorgen"), (11, "Goedemorgen"), (12, "Goedemiddag"), (18, "Goedenavond"), (3, "Goedenavond")],
)
def test_the_greeting_fits_the_hour(hour: int, said: str) -> None:
    assert greeting(hour) == said
