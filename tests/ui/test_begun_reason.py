"""What is typed in the lines of "n.v.t." and "later" is kept until it is said: it comes back, and never answers by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.guideline.model import Kind
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, NotApplicable, Parked
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.special import AGREE, CAME_BACK, Asking, SpecialAnswer
from radplan_desktop.ui.fields.typing import SHOWN_ONLY
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage, menu_action
from tests.ui.test_fields import box as box  # noqa: PLC0414 - a fixture

GOAL = "hoofddoel"
NA, LATER = "N.v.t., omdat…", "Later, uiterlijk…"
EVERY = [kind for kind in Kind if kind not in SHOWN_ONLY]


class SpecialLine:
    """The lines of "n.v.t." and "later" under one question, as a person uses them."""

    def __init__(self, plan: PlanPage, asked: FieldBox) -> None:
        self.plan, self.box = plan, asked

    def ask(self, text: str) -> SpecialLine:
        """Choose in the menu."""
        menu_action(self.box.menu.menu_now(), text).trigger()
        return self

    def type(self, line: QLineEdit, text: str, *, enter: bool = False) -> SpecialLine:
        """Type in one of the lines."""
        line.setFocus()
        self.plan.qtbot.keyClicks(line, text)
        if enter:
            self.plan.qtbot.keyClick(line, Qt.Key.Key_Return)
        self.plan.settle()
        return self

    def why(self, text: str, *, enter: bool = False) -> SpecialLine:
        """Type the reason."""
        return self.type(self.box.special.why, text, enter=enter)

    def until(self, text: str, *, enter: bool = False) -> SpecialLine:
        """Type the date."""
        return self.type(self.box.special.until, text, enter=enter)

    @property
    def stands(self) -> tuple[str, str]:
        """The date and the reason that stand there; empty when the line is closed."""
        special = self.box.special
        return (
            special.until.text() if special.until.isVisible() else "",
            special.why.text() if special.isVisible() else "",
        )


def of(plan: PlanPage, path: str = GOAL, row: str = "") -> SpecialLine:
    return SpecialLine(plan, plan.open_field(path, row))


def cut_off(plan: PlanPage, file: Path, enter: Entered) -> PlanPage:
    """Open the file as it is now, before what is being typed is taken in: what a crash leaves."""
    plan.settle()
    left = Path(shutil.copy(file, file.with_name("Over.radplan")))
    plan.close()
    return enter(open_plan(left, PASSPHRASE, officer=OFFICER))


@pytest.mark.parametrize("box", EVERY, indirect=True)
def test_every_kind_of_question_keeps_half_a_reason_and_half_a_date(box: FieldBox, plan: PlanPage) -> None:
    line, before = SpecialLine(plan, box), plan.session.answers.value(*box.cell)
    line.ask(NA).why("dat doet")
    assert plan.session.instead(box.cell) == NotApplicable("dat doet")
    line.ask(LATER).until("12-0").why("wacht op")
    assert plan.session.instead(box.cell) == Parked("12-0", "wacht op")
    assert plan.session.begun_cells == (box.cell,)
    assert plan.session.answers.value(*box.cell) == before
    assert not plan.session.has_draft(box.cell)


@pytest.mark.parametrize("box", EVERY, indirect=True)
def test_it_ends_when_it_is_said_withdrawn_emptied_or_answered(box: FieldBox, plan: PlanPage) -> None:
    line = SpecialLine(plan, box)
    line.ask(NA).why("dat doet de regio", enter=True)
    assert plan.session.begun_cells == ()
    line.ask(LATER).why("wacht op")
    plan.session.set(box.cell, None)
    assert plan.session.begun_cells == ()
    line.ask(LATER).until("12-0")
    plan.qtbot.keyClick(box.special.until, Qt.Key.Key_Escape)
    assert plan.session.begun_cells == ()
    line.ask(NA).why("dat")
    menu_action(box.menu.menu_now(), "Antwoord leegmaken").trigger()
    assert (plan.session.begun_cells, box.says_otherwise) == ((), False)


def test_it_comes_back_opened_and_is_named(plan: PlanPage, plan_file: Path, enter: Entered) -> None:
    of(plan).ask(LATER).until("12-0").why("wacht op de ra")
    page = cut_off(plan, plan_file, enter)
    assert page.sees("Hersteld: Hoofddoel.")
    assert page.sees("is nog geen antwoord")
    page.click("Naar de vraag")
    back = of(page)
    assert back.stands == ("12-0", "wacht op de ra")
    assert not back.box.editor.isVisible()
    assert page.focus_is_in(back.box.special)
    assert page.sees("ontbreekt het jaar", back.box)
    assert page.sees(CAME_BACK, back.box)


def test_it_is_no_answer_until_it_is_meant(plan: PlanPage, plan_file: Path, enter: Entered) -> None:
    of(plan).ask(NA).why("dat doet de reg")
    page = cut_off(plan, plan_file, enter)
    cell, back = Cell(PLAN_ROW, GOAL), of(page)
    assert page.sees(AGREE, back.box)
    back.box.special.why.setFocus()
    page.probe("Vraagstuk").parts[0].setFocus()
    page.settle()
    assert page.session.answers.value(*cell) is None
    assert page.session.instead(cell) == NotApplicable("dat doet de reg")
    of(page).why("", enter=True)
    assert page.session.answers.value(*cell) == NotApplicable("dat doet de reg")
    assert not page.sees(CAME_BACK, back.box)
    assert page.session.begun_cells == ()


def test_it_is_typed_on_from_where_it_was(plan: PlanPage, plan_file: Path, enter: Entered) -> None:
    of(plan).ask(NA).why("dat doet de reg")
    page = cut_off(plan, plan_file, enter)
    back = of(page)
    back.box.special.why.end(False)
    back.why("io")
    assert not page.sees(CAME_BACK, back.box)
    page.probe("Vraagstuk").parts[0].setFocus()
    page.settle()
    assert page.session.answers.value(PLAN_ROW, GOAL) == NotApplicable("dat doet de regio")


def test_what_is_changed_in_what_was_said_is_kept_over_it(plan: PlanPage, plan_file: Path, enter: Entered) -> None:
    of(plan).ask(LATER).until("1-3-2027", enter=True).why("wacht op de raad", enter=True)
    line = of(plan)
    line.box.special.until.setFocus()
    line.box.special.until.selectAll()
    line.until("12-0")
    page = cut_off(plan, plan_file, enter)
    assert page.session.answers.value(PLAN_ROW, GOAL) == Parked("2027-03-01", "wacht op de raad")
    assert of(page).stands == ("12-0", "wacht op de raad")


def test_a_wrong_date_stays_with_its_reason_whatever_else_changes(plan: PlanPage) -> None:
    line = of(plan).ask(LATER).until("12-0", enter=True)
    line.plan.probe("Vraagstuk").answer("Er speelt iets")
    plan.settle()
    assert of(plan).stands == ("12-0", "")
    assert plan.sees("ontbreekt het jaar", line.box)


def test_an_answer_given_elsewhere_closes_the_line(plan: PlanPage) -> None:
    line = of(plan).ask(LATER).why("wacht op")
    plan.probe("Vraagstuk").parts[0].setFocus()
    plan.session.set(line.box.cell, Answer("Een doel"))
    plan.qtbot.waitUntil(lambda: not line.box.says_otherwise)
    assert line.box.editor.isVisible()


def test_in_a_row_it_comes_back_with_its_row(plan: PlanPage) -> None:
    rows = [plan.session.add_row("begroting") for _ in range(2)]
    line = of(plan, "begroting.bedrag", rows[0]).ask(LATER).why("wacht op")
    assert of(plan, "begroting.bedrag", rows[1]).stands == ("", "")
    assert line.box.editor.isVisible()
    assert of(plan, "begroting.bedrag", rows[0]).stands == ("", "wacht op")


def special_in(widget: QWidget) -> SpecialAnswer:
    return next(one for one in widget.findChildren(SpecialAnswer) if not isinstance(one.parent(), FieldBox))


def test_of_a_register_as_a_whole_it_comes_back_on_card_and_screen(
    plan: PlanPage, plan_file: Path, enter: Entered
) -> None:
    register = next(one for one in plan.session.guideline.registers.values() if one.na and one.when is None)
    cell = Cell(PLAN_ROW, register.id)
    special = special_in(plan.card(register.label))
    special.begin(Asking.NOT_APPLICABLE, None)
    plan.qtbot.keyClicks(special.why, "geen gel")
    page = cut_off(plan, plan_file, enter)
    assert page.session.instead(cell) == NotApplicable("geen gel")
    assert page.sees(f"Hersteld: {register.label}.")
    page.click("Naar de vraag")
    shown = special_in(page.page)
    assert (shown.why.isVisible(), shown.why.text()) == (True, "geen gel")
    shown = special_in(page.card(register.label))
    assert (shown.why.isVisible(), shown.why.text()) == (True, "geen gel")
    assert page.session.answers.register_value(register.id) is None
