"""What the machine does to us: each time the user reads one clear Dutch sentence, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.host import paths
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.settings import Settings
from radplan_desktop.ui.start.start_screen import StartScreen
from tests.ui.conftest import OFFICER, PASSPHRASE
from tests.ui.pages import PATIENCE, StartPage, UnlockPage

GOAL = Cell(PLAN_ROW, "hoofddoel")
UNUSUAL = [
    "-x.radplan",
    "50 % & ?vraag=1#deel.radplan",
    "‘Plan’ voor Cuijk, ’s-Gravenhage en 计划 🎭.radplan",
    "twee\nregels.radplan",
    os.fsdecode(b"oud\xff\xfe.radplan"),
    "<b>vet.radplan",
    "x" * 230 + ".radplan",
]


@pytest.fixture
def no_home(own_home: Path) -> Path:
    """A home in which nothing can be made: where its folders should come, there are files."""
    for name in ("xdg_config_home", "xdg_data_home", "xdg_state_home"):
        (own_home / name).write_text("geen map")
    return own_home


@pytest.fixture
def settings(no_home: Path) -> Settings:
    return Settings(paths.standard().config)


def test_without_a_home_the_start_says_it_and_a_plan_is_worked_in_as_always(
    start: StartPage, plan_file: Path, settings: Settings
) -> None:
    settings.change(lambda now: now._replace(officer=Officer(*OFFICER)))
    start.window.arrival.unlock(plan_file)
    page = UnlockPage(start.qtbot, start.window).unlock(PASSPHRASE)
    said = "RadPlan mag niet schrijven in uw eigen map op deze computer."
    page.qtbot.waitUntil(lambda: page.sees(said), timeout=PATIENCE)
    page.probe("Hoofddoel").answer("Toch bewaard")
    closed = page.close()
    closed.qtbot.waitUntil(lambda: closed.sees("Uw voorkeuren zijn niet bewaard."))
    again = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert again.answers.content(*GOAL) == "Toch bewaard"
    again.close()


def test_without_a_home_an_example_is_refused_in_a_sentence(start: StartPage, settings: Settings) -> None:
    settings.change(lambda now: now._replace(officer=Officer(*OFFICER)))
    start.click("Voorbeeldplan")
    start.click("Openen")
    start.qtbot.waitUntil(lambda: start.sees("kan daar het voorbeeld dus niet neerzetten"), timeout=PATIENCE)


@pytest.mark.parametrize("name", UNUSUAL, ids=range(len(UNUSUAL)))
def test_a_file_may_have_any_name(start: StartPage, plan_file: Path, settings: Settings, name: str) -> None:
    settings.change(lambda now: now._replace(officer=Officer(*OFFICER)))
    path = plan_file.rename(plan_file.with_name(name))
    start.window.arrival.unlock(path)
    page = UnlockPage(start.qtbot, start.window).unlock(PASSPHRASE)
    page.probe("Hoofddoel").answer("doel")
    page.close()
    assert isinstance(start.window.shown, StartScreen)
    assert [line.path for line in start.window.shown.rows] == [path]
    again = open_plan(path, PASSPHRASE, officer=OFFICER)
    assert again.answers.content(*GOAL) == "doel"
    again.close()


def test_a_name_that_is_too_long_is_said(start: StartPage, tmp_path: Path, settings: Settings) -> None:
    settings.change(lambda now: now._replace(officer=Officer(*OFFICER)))
    start.window.arrival.unlock(tmp_path / ("x" * 300 + ".radplan"))
    page = UnlockPage(start.qtbot, start.window)
    page.try_passphrase(PASSPHRASE)
    assert "De naam van dit bestand is te lang" in page.refusal()


def test_a_second_window_hears_who_has_the_plan(start: StartPage, plan_file: Path, settings: Settings) -> None:
    settings.change(lambda now: now._replace(officer=Officer(*OFFICER)))
    first = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    start.window.arrival.unlock(plan_file)
    page = UnlockPage(start.qtbot, start.window)
    page.try_passphrase(PASSPHRASE)
    assert "Dit plan staat al open bij M. de Wit" in page.refusal()
    first.set(GOAL, Answer("doel"))
    first.close()
    again = page.unlock(PASSPHRASE)
    assert again.session.answers.content(*GOAL) == "doel"


def test_giving_up_while_a_plan_is_opened_leaves_it_closed_and_free(
    start: StartPage, plan_file: Path, settings: Settings
) -> None:
    settings.change(lambda now: now._replace(officer=Officer(*OFFICER)))
    start.window.arrival.unlock(plan_file)
    page = UnlockPage(start.qtbot, start.window)
    page.try_passphrase(PASSPHRASE)
    page.screen.waiting.cancelled.emit()
    assert page.screen.button.isEnabled()
    assert page.unlock(PASSPHRASE).session.plan_id


LOCALES = [{"LANG": "C"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "xx_YY.UTF-8"}, {"PYTHONIOENCODING": "ascii"}]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: "=".join(*locale.items()))
def test_any_locale_will_do_for_the_window_and_the_command_line(plan_file: Path, locale: dict[str, str]) -> None:
    path = shutil.copy(plan_file, plan_file.with_name("İstanbul ‘é’.radplan"))
    secret = plan_file.with_name("zin.txt")
    secret.write_text(PASSPHRASE)
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))} | locale
    code = "import sys; from radplan_desktop.__main__ import main; sys.exit(main())"
    for arguments in (["set", path, "hoofddoel", "Eén ‘İdee’ & doel"], ["status", path]):
        command = [sys.executable, "-c", code, *arguments, "--passphrase-file", str(secret)]
        done = subprocess.run(command, env=environ, capture_output=True, timeout=60, check=False)
        assert done.returncode in (0, 1), done.stderr
        assert b"Traceback" not in done.stderr
    again = open_plan(Path(path), PASSPHRASE, officer=OFFICER)
    assert again.answers.content(*GOAL) == "Eén ‘İdee’ & doel"
    again.close()
