"""The preferences, from the start and in a plan: they take effect at once and are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from radplan_desktop.acts import safekeeping
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.refusals import CannotOpen
from radplan_desktop.host import paths, preferences
from radplan_desktop.host.preferences import Theme
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.look.theme import Look, theme
from radplan_desktop.ui.preferences.cards import NAMELESS
from radplan_desktop.ui.preferences.page import PreferencesPage, PreferencesScreen
from radplan_desktop.ui.preferences.safety import CHANGED, OLD_FIRST
from radplan_desktop.ui.start.start_screen import StartScreen
from tests.ui.conftest import OFFICER, PASSPHRASE, ChosenFiles, Entered
from tests.ui.pages import PATIENCE, PlanPage, StartPage, menu_action

GOAL = Cell(PLAN_ROW, "hoofddoel")
OTHER = "negen oude molens draaien traag in de mist"


class ChosenFolder(ChosenFiles):
    """The dialogs, where a folder can be chosen too."""

    def folder_of_forms(self, folder: Path) -> Path | None:
        self.asked.append(folder)
        return self.answer


@pytest.fixture
def dialogs() -> ChosenFolder:
    return ChosenFolder()


@pytest.fixture(autouse=True)
def as_before(look: Look) -> Iterator[None]:
    """Give the application its look back."""
    yield
    look.choose(Theme.LIGHT)
    look.resize(100)


@pytest.fixture
def page(plan: PlanPage) -> PreferencesPage:
    """The preferences of an open plan."""
    plan.key("Ctrl+,")
    assert isinstance(plan.page, PreferencesPage)
    return plan.page


def kept() -> preferences.Preferences:
    """What stands in the file of preferences."""
    return preferences.load(paths.standard().config).preferences


def press(qtbot: QtBot, part: object) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=part.rect().center())  # type: ignore[attr-defined]


def test_colours_and_text_size_take_effect_and_are_kept(plan: PlanPage, page: PreferencesPage) -> None:
    press(plan.qtbot, page.cards.look.themes[Theme.DARK])
    press(plan.qtbot, page.cards.look.sizes[130])
    assert (theme().dark, theme().percent) == (True, 130)
    assert (kept().theme, kept().text_size) == (Theme.DARK, 130)
    plan.key("Ctrl+-")
    assert page.cards.look.sizes[115].isChecked()


def test_another_name_signs_what_is_changed_from_now_on(plan: PlanPage, page: PreferencesPage) -> None:
    plan.session.set(GOAL, Answer("een"))
    line = page.cards.officer.lines[0]
    for part, text in zip(page.cards.officer.lines, ("R. van Dalen", "Adviseur", "Gemeente Lindeveld"), strict=True):
        part.setFocus()
        part.selectAll()
        plan.qtbot.keyClicks(part, text)
    plan.qtbot.keyClick(page.cards.officer.lines[2], Qt.Key.Key_Return)
    plan.session.set(GOAL, Answer("twee"))
    assert kept().officer.name == line.text() == "R. van Dalen"
    assert [one.author.partition(",")[0] for one in plan.session.history()][:2] == ["R. van Dalen", "M. de Wit"]


def test_without_a_name_the_old_one_stays(plan: PlanPage, page: PreferencesPage) -> None:
    line: QLineEdit = page.cards.officer.lines[0]
    plan.qtbot.keyClicks(line, "R. van Dalen")
    plan.qtbot.keyClick(line, Qt.Key.Key_Return)
    line.clear()
    plan.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert plan.sees(NAMELESS)
    assert kept().officer.name == "R. van Dalen"


def test_all_mistakes_in_the_forms_of_a_municipality_are_listed_and_they_are_not_used(
    plan: PlanPage, page: PreferencesPage, dialogs: ChosenFolder, tmp_path: Path
) -> None:
    (tmp_path / "overlay.toml").write_text('prefix = "lv"\nkleur = "rood"\n', encoding="utf-8")
    dialogs.answer = tmp_path
    plan.click("Kies een map…")
    plan.qtbot.waitUntil(lambda: plan.sees("Er zijn 3 fouten gevonden"), timeout=PATIENCE)
    for place in ("prefix", "title", "kleur"):
        assert plan.sees(place, page.cards.forms.mistakes)
    assert kept().forms_overlay is None


def test_forms_that_were_repaired_are_looked_at_again_used_and_given_up(
    plan: PlanPage, page: PreferencesPage, dialogs: ChosenFolder, tmp_path: Path
) -> None:
    head = tmp_path / "overlay.toml"
    head.write_text('title = "Gemeente Lindeveld"\n', encoding="utf-8")
    dialogs.answer = tmp_path
    plan.click("Kies een map…")
    plan.qtbot.waitUntil(lambda: plan.sees("Er is 1 fout gevonden"), timeout=PATIENCE)
    head.write_text('prefix = "lv_"\ntitle = "Gemeente Lindeveld"\n', encoding="utf-8")
    plan.click("Opnieuw nakijken")
    plan.qtbot.waitUntil(lambda: plan.sees("In gebruik: Gemeente Lindeveld"), timeout=PATIENCE)
    assert kept().forms_overlay == tmp_path
    assert not page.cards.forms.mistakes.isVisible()
    plan.click("Niet meer gebruiken")
    assert kept().forms_overlay is None


def choose_passphrase(plan: PlanPage, page: PreferencesPage, first: str, old: str = PASSPHRASE) -> None:
    """Ask for another passphrase, give the old one and type the new one twice."""
    plan.click("Wachtwoord wijzigen")
    assert plan.window.focusWidget() is page.passphrase.old
    plan.qtbot.keyClicks(page.passphrase.old, old)
    part = page.passphrase.part
    plan.qtbot.keyClicks(part.first, first)
    plan.qtbot.keyClicks(part.second, first)
    page.ensureWidgetVisible(part.noted)
    QApplication.processEvents()
    press(plan.qtbot, part.noted)


def test_another_passphrase_opens_the_plan_and_its_backups_and_the_old_one_does_not(
    plan: PlanPage, page: PreferencesPage, plan_file: Path
) -> None:
    plan.session.set(GOAL, Answer("een"))
    choose_passphrase(plan, page, OTHER)
    button = page.passphrase.button
    plan.qtbot.waitUntil(button.isEnabled, timeout=PATIENCE)
    plan.click("Wijzigen")
    plan.qtbot.waitUntil(lambda: plan.sees(CHANGED), timeout=PATIENCE)
    (backup,) = safekeeping.backups_of(plan.session)
    plan.qtbot.waitUntil(lambda: plan.sees(backup.name), timeout=PATIENCE)
    plan.close()
    with pytest.raises(CannotOpen):
        open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    for path in (plan_file, backup):
        open_plan(path, OTHER, officer=OFFICER, read_only=True).close()


def test_the_old_passphrase_is_asked_first_and_has_to_fit(
    plan: PlanPage, page: PreferencesPage, plan_file: Path
) -> None:
    choose_passphrase(plan, page, OTHER, old="niet dit wachtwoord")
    plan.qtbot.waitUntil(page.passphrase.button.isEnabled, timeout=PATIENCE)
    plan.click("Wijzigen")
    plan.qtbot.waitUntil(lambda: plan.sees(safekeeping.NOT_OLD), timeout=PATIENCE)
    assert plan.window.focusWidget() is page.passphrase.old
    page.passphrase.old.clear()
    assert plan.sees(OLD_FIRST)
    assert not page.passphrase.button.isEnabled()
    plan.close()
    open_plan(plan_file, PASSPHRASE, officer=OFFICER).close()


def test_a_weak_passphrase_is_not_taken_and_giving_up_forgets_what_was_typed(
    plan: PlanPage, page: PreferencesPage
) -> None:
    choose_passphrase(plan, page, "geheim")
    plan.qtbot.waitUntil(lambda: "sterk genoeg" in page.passphrase.lacking.text(), timeout=PATIENCE)
    assert not page.passphrase.button.isEnabled()
    plan.click("Annuleren")
    plan.click("Wachtwoord wijzigen")
    assert page.passphrase.part.first.text() == ""


def test_a_plan_that_can_only_be_read_keeps_its_passphrase(plan_file: Path, enter: Entered) -> None:
    plan = enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True))
    plan.key("Ctrl+,")
    assert isinstance(plan.page, PreferencesPage)
    assert not plan.page.passphrase.begin.isVisible()


def test_the_folder_of_the_backups_can_be_read(plan: PlanPage, page: PreferencesPage) -> None:
    plan.qtbot.waitUntil(lambda: page.backups.folder.text() == str(safekeeping.backup_folder()), timeout=PATIENCE)


def test_they_can_be_reached_from_the_start_and_lead_back(start: StartPage) -> None:
    start.click("Voorkeuren")
    screen = start.wait_for(PreferencesScreen)
    press(start.qtbot, screen.cards.look.themes[Theme.DARK])
    assert kept().theme is Theme.DARK
    start.click("Terug")
    start.wait_for(StartScreen)


def test_they_stand_in_the_menu_of_the_header(plan: PlanPage) -> None:
    plan.click("Weergave")
    menu = next(menu for menu in plan.window.findChildren(QMenu) if menu.isVisible())
    menu_action(menu, "Voorkeuren\tCtrl+,").trigger()
    menu.close()
    assert isinstance(plan.page, PreferencesPage)
