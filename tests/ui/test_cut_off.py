"""The process dies in the middle of a sentence: at most the last 600 ms of typing is missing, and what came back is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell, NotApplicable, Parked, Value, decode, encode
from radplan_desktop.ui.fields.notes import RESTORED
from radplan_desktop.ui.fields.special import CAME_BACK
from radplan_desktop.ui.register.table import CAME_BACK as NOT_ADDED
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage, RegisterPage
from tests.ui.probes import probe_of

ALLOWED = 0.6
SENTENCE = "halverwege deze zin viel de stroom uit en niemand wist waarom dat zo was"
Said = tuple[float, str]
ROOT = Path(__file__).parents[2]


def killed_while_typing(
    file: Path, path: str, row: str, text: str, enough: Callable[[list[Said]], bool], *where: str
) -> str:
    """Let another process type until it is enough, and kill it; return what stood there 600 ms before."""
    command = [sys.executable, "-m", "tests.ui.typist", str(file), PASSPHRASE, path, row, text, *where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ}) as process:
        assert process.stdout is not None
        said: list[Said] = [(0.0, "")]
        for line in process.stdout:
            said.append(tuple(json.loads(line)))
            if enough(said):
                break
        process.kill()
        at = time.monotonic()
    assert process.returncode != 0, "it ended by itself"
    return [typed for when, typed in said if when <= at - ALLOWED][-1]


def after(count: int) -> Callable[[list[Said]], bool]:
    """So many keys."""
    return lambda said: len(said[-1][1]) >= count


def a_pause(said: list[Said]) -> bool:
    """All that is to be typed stands there for a little longer than may be lost."""
    begun = next(when for when, typed in said if typed == said[-1][1])
    return said[-1][0] - begun > ALLOWED + 0.1


def said_to_be_restored(page: PlanPage, path: str, row: str) -> bool:
    box = page.open_field(path, row)
    return any(label.text() == RESTORED and label.isVisible() for label in box.findChildren(QLabel))


def with_row(file: Path, register: str, row: dict[str, str]) -> str:
    session = open_plan(file, PASSPHRASE, officer=OFFICER)
    made = session.add_row(register, {name: Answer(text) for name, text in row.items()})
    session.close()
    return made


@pytest.mark.parametrize("count", [1, 20, 45, 70])
@pytest.mark.parametrize("path", ["naam", "hoofddoel"])
def test_of_a_text_no_more_is_missing_than_the_last_600_ms(
    plan_file: Path, path: str, count: int, enter: Entered
) -> None:
    least = killed_while_typing(plan_file, path, "plan", SENTENCE, after(count))
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    kept = str(session.answers.content("plan", path) or "").removeprefix("Lindeveld in gesprek")
    assert SENTENCE.startswith(kept)
    assert len(kept) >= len(least.strip())
    page = enter(session)
    assert not kept or said_to_be_restored(page, path, "plan")


def text_in(session: Session, cell: Cell) -> str:
    content = session.answers.content(*cell)
    if isinstance(content, dict):
        return str(content.get("why") or next((item["note"] for item in content.values() if "note" in str(item)), ""))
    return session.answers.content_text(*cell)


@pytest.mark.parametrize(
    ("path", "register", "text", "shown"),
    [
        ("naam", "", "nieuwe naam", "nieuwe naam"),
        ("hoofddoel", "", "een doel", "een doel"),
        ("doelgroep_dacht_mee", "", "zij lazen mee", "zij lazen mee"),
        ("stigmatoets", "", "nog bespreken", "nog bespreken"),
        ("besluitdatum", "", "12-11-2026", "12-11-2026"),
        ("groepsgrootte_max", "", "17", "17 personen"),
        ("evaluatie_aandeel", "", "15", "15%"),
        ("subdoelen.meetbaar_als", "subdoelen", "vier van de vijf", "vier van de vijf"),
        ("begroting.bedrag", "begroting", "12500", "€ 12.500"),
        ("uitvoering.maand", "uitvoering", "11-2026", "november 2026"),
    ],
)
def test_every_kind_of_field_that_is_typed_in_comes_back(
    plan_file: Path, enter: Entered, path: str, register: str, text: str, shown: str
) -> None:
    row = with_row(plan_file, register, {}) if register else "plan"
    killed_while_typing(plan_file, path, row, text, a_pause)
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    cell = Cell(row, path.rpartition(".")[2])
    assert text_in(session, cell) == shown
    assert session.restored == {cell}
    page = enter(session)
    assert page.sees("Hersteld: ")
    assert said_to_be_restored(page, path, row)


@pytest.mark.parametrize(
    ("path", "register", "text"),
    [
        ("besluitdatum", "", "12-0"),
        ("groepsgrootte_max", "", "veel"),
        ("evaluatie_aandeel", "", "15 of 16"),
        ("begroting.bedrag", "begroting", "12500 of meer"),
        ("uitvoering.maand", "uitvoering", "11 of 12"),
    ],
)
def test_what_is_typed_and_is_no_answer_comes_back_as_it_was_typed(
    plan_file: Path, enter: Entered, path: str, register: str, text: str
) -> None:
    row = with_row(plan_file, register, {}) if register else "plan"
    killed_while_typing(plan_file, path, row, text, a_pause)
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    cell = Cell(row, path.rpartition(".")[2])
    field = session.answers.field(*cell)
    assert session.answers.content(*cell) == field.default
    assert session.begun_cells == (cell,)
    page = enter(session)
    assert page.sees(f"Hersteld: {field.label}.")
    page.click("Naar de vraag")
    probe = probe_of(page.qtbot, page.open_field(path, row).editor)
    assert probe.value.lower() == text
    assert text in probe.error.lower()


@pytest.mark.parametrize(
    ("line", "text", "kept"),
    [
        ("why", "dat doet de reg", NotApplicable("dat doet de reg")),
        ("until", "12-0", Parked("12-0")),
        ("later", "wacht op de ra", Parked("", "wacht op de ra")),
    ],
)
@pytest.mark.parametrize(
    ("path", "register"), [("hoofddoel", ""), ("besluitdatum", ""), ("begroting.bedrag", "begroting")]
)
def test_what_is_typed_of_not_applicable_or_later_comes_back_in_its_line(
    plan_file: Path, enter: Entered, path: str, register: str, line: str, text: str, kept: Value
) -> None:
    row = with_row(plan_file, register, {}) if register else "plan"
    killed_while_typing(plan_file, path, row, text, a_pause, line)
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    cell = Cell(row, path.rpartition(".")[2])
    assert lowered(session.instead(cell)) == kept
    assert session.answers.value(*cell) is None
    page = enter(session)
    assert page.sees(f"Hersteld: {session.answers.field(*cell).label}.")
    page.click("Naar de vraag")
    box = page.open_field(path, row)
    shown = box.special.until if line == "until" else box.special.why
    assert shown.isVisible()
    assert shown.text().lower() == text
    assert page.sees(CAME_BACK, box)


@pytest.mark.parametrize("register", ["subdoelen", "doelgroepen"])
def test_a_row_that_was_being_named_comes_back_in_the_adding_line(
    plan_file: Path, enter: Entered, register: str
) -> None:
    killed_while_typing(plan_file, register, "", "ouders weten de w", a_pause, "add")
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert session.answers.rows(register) == ()
    page = enter(session)
    assert page.sees(f"Hersteld: een rij bij {session.guideline.registers[register].label}.")
    page.click("Naar de vraag")
    adding = RegisterPage(page.qtbot, page.window).screen.table.add
    assert adding is not None
    assert probe_of(page.qtbot, adding.editor).value.lower() == "ouders weten de w"
    assert page.sees(NOT_ADDED, adding)


def lowered(value: Value) -> Value:
    return decode(encode(value).lower())


def test_what_came_back_is_said_until_it_is_changed_and_not_after_a_good_ending(
    plan_file: Path, enter: Entered
) -> None:
    killed_while_typing(plan_file, "hoofddoel", "plan", "een doel", a_pause)
    page = enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER))
    page.click("Naar de vraag")
    assert page.focus_is_in(page.card("Hoofddoel"))
    page.probe("Hoofddoel").answer("een ander doel")
    page.settle()
    assert not said_to_be_restored(page, "hoofddoel", "plan")
    page.close()
    again = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert not again.restored
    again.close()
