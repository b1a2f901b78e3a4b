"""What holds for every kind of field, in the real window on a real plan: the same properties, one probe per kind."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from radplan_desktop.guideline.model import Field, Guideline, Kind
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import PLAN_ROW, Answer, NotApplicable, Parked
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.typing import SHOWN_ONLY
from tests.ui.pages import PlanPage, menu_action
from tests.ui.probes import LineProbe, Probe, probe_of

NOTE = "notitie.txt"
SAMPLES: dict[Kind, tuple[str, Any]] = {
    Kind.TEXT: ("Samen verder", "Samen verder"),
    Kind.LONGTEXT: ("Twee zinnen.", "Twee zinnen."),
    Kind.YESNO: ("Ja: dat is afgesproken", {"is": True, "why": "dat is afgesproken"}),
    Kind.DATE: ("12-11-2026", "2026-11-12"),
    Kind.MONTH: ("november 2026", "2026-11"),
    Kind.NUMBER: ("12", "12"),
    Kind.MONEY: ("26.400,50", "26400.5"),
    Kind.PERCENT: ("55,5", "55.5"),
    Kind.SCALE: ("3", 3),
    Kind.ATTACHMENT: (NOTE, {"blob": sha256(NOTE.encode()).hexdigest(), "name": NOTE, "type": "text/plain"}),
}
ANSWERED = [kind for kind in Kind if kind not in SHOWN_ONLY]
TYPED = [Kind.DATE, Kind.MONTH, Kind.NUMBER, Kind.MONEY, Kind.PERCENT]


def field_of(guideline: Guideline, kind: Kind) -> Field:
    """A field of this kind that is always asked: a column (beside which no helper stands) if there is one, else a plan field."""
    helped = {helper.register for helper in guideline.helpers.values()}
    registers = [r for r in guideline.registers.values() if r.when is None and r.id not in helped]
    columns = [column for register in registers for column in register.columns.values()]
    fields = [*columns, *guideline.fields.values()]
    return next(one for one in fields if one.kind is kind and one.when is None)


@pytest.fixture
def box(plan: PlanPage, request: pytest.FixtureRequest) -> FieldBox:
    """The field of the kind that the test asks for, on a row of its own, with something to link to."""
    session, field = plan.session, field_of(plan.session.guideline, request.param)
    if field.target:
        title = session.guideline.registers[field.target].title
        session.add_row(field.target, {title: Answer("Bureau Kompas")})
    row = session.add_row(field.register) if field.register else PLAN_ROW
    return plan.open_field(field.path, row)


@pytest.fixture
def probe(box: FieldBox, qtbot: QtBot) -> Probe:
    return probe_of(qtbot, box.editor)


def sample(box: FieldBox, plan: PlanPage) -> tuple[str, Any]:
    """An answer as it is given, and as it is stored."""
    if box.field.choices:
        choice = plan.session.guideline.lists[box.field.choices].choices[0]
        stored = {Kind.CHOICES: [choice.id], Kind.CHECKLIST: {choice.id: {"is": True, "note": ""}}}
        return choice.label, stored.get(box.field.kind, choice.id)
    if box.field.target:
        row = plan.session.answers.rows(box.field.target)[0]
        [title] = [label for target, label in plan.shell.desk.targets(box.field.target).options() if target == row]
        return title, [row] if box.field.kind is Kind.LINKS else row
    return SAMPLES[box.field.kind]


def stored(box: FieldBox, plan: PlanPage) -> Any:
    return plan.session.answers.content(box.row, box.field.id)


@pytest.mark.parametrize("box", ANSWERED, indirect=True)
def test_an_answer_is_stored_and_shown(box: FieldBox, probe: Probe, plan: PlanPage) -> None:
    given, kept = sample(box, plan)
    probe.answer(given)
    plan.settle()
    assert stored(box, plan) == kept
    assert probe.value == given
    assert not plan.session.has_draft(box.cell)


@pytest.mark.parametrize("box", ANSWERED, indirect=True)
def test_an_answer_can_be_emptied(box: FieldBox, probe: Probe, plan: PlanPage) -> None:
    before = probe.value, stored(box, plan)
    probe.answer(sample(box, plan)[0])
    menu_action(box.menu.menu_now(), "Antwoord leegmaken").trigger()
    plan.settle()
    assert (probe.value, stored(box, plan)) == before


@pytest.mark.parametrize("box", ANSWERED, indirect=True)
def test_undo_and_redo_of_an_answer(box: FieldBox, probe: Probe, plan: PlanPage) -> None:
    before = probe.value, stored(box, plan)
    given, kept = sample(box, plan)
    probe.answer(given)
    plan.settle()
    while stored(box, plan) != before[1]:
        plan.key("Ctrl+Z")
    plan.settle()
    assert (probe.value, stored(box, plan)) == before
    while plan.session.can_redo:
        plan.key("Ctrl+Y")
    plan.settle()
    assert stored(box, plan) == kept
    assert probe.value == given


@pytest.mark.parametrize("box", [Kind.LONGTEXT], indirect=True)
def test_showing_a_list_is_not_typing_one(box: FieldBox, plan: PlanPage) -> None:
    told: list[None] = []
    plan.session.set(box.cell, Answer("Wij doen:\n- bellen\n- schrijven"))
    box.editor.changed.connect(lambda: told.append(None))
    plan.settle()
    box.editor.focus()
    plan.settle()
    assert not told
    assert not plan.session.has_draft(box.cell)


AS_READ = {
    Kind.DATE: ("1 maart 27", "01-03-2027"),
    Kind.MONTH: ("3-2027", "maart 2027"),
    Kind.NUMBER: ("1.5", "1,5"),
    Kind.MONEY: ("12500,-", "12.500"),
    Kind.PERCENT: ("5.5 procent", "5,5"),
}


@pytest.mark.parametrize("box", TYPED, indirect=True)
def test_what_was_typed_shows_as_it_was_understood(box: FieldBox, probe: Probe, plan: PlanPage) -> None:
    typed, understood = AS_READ[box.field.kind]
    probe.answer(typed)
    assert probe.value == understood
    plan.settle()
    assert probe.value == understood


@pytest.mark.parametrize("box", list(Kind), indirect=True)
def test_the_focus_brings_the_explanation(box: FieldBox, plan: PlanPage) -> None:
    box.focus()
    assert plan.focus_is_in(box.editor)
    said = box.explanation()
    assert said is not None
    plan.qtbot.waitUntil(lambda: plan.sees(said.about, plan.shell.guidance))


@pytest.mark.parametrize("box", list(Kind), indirect=True)
def test_a_screen_reader_is_told_the_question_of_every_part(box: FieldBox, probe: Probe) -> None:
    spoken = probe.spoken()
    assert spoken
    for name, _ in spoken:
        assert name
    assert any(box.question in name for name, _ in spoken), spoken


@pytest.mark.parametrize("box", list(Kind), indirect=True)
def test_an_error_is_shown_and_spoken(box: FieldBox, probe: Probe) -> None:
    box.editor.set_error("Dit past niet. Typ iets anders.")
    assert probe.error == "Dit past niet. Typ iets anders."
    assert any("Dit past niet" in description for _, description in probe.spoken())
    box.editor.set_error("")
    assert not probe.error
    assert not any("Dit past niet" in description for _, description in probe.spoken())


@pytest.mark.parametrize("box", TYPED, indirect=True)
def test_what_is_no_answer_stays_in_sight_with_the_reason(box: FieldBox, probe: LineProbe, plan: PlanPage) -> None:
    probe.answer(SAMPLES[box.field.kind][0])
    probe.answer("geen idee")
    plan.settle()
    assert "geen idee" in probe.error
    assert probe.value == "geen idee"
    assert stored(box, plan) == SAMPLES[box.field.kind][1]
    with pytest.raises(ContentError):
        box.editor.value()
    probe.answer(SAMPLES[box.field.kind][0])
    assert not probe.error


@pytest.mark.parametrize("box", TYPED, indirect=True)
def test_what_is_no_answer_is_kept_until_there_is_one(box: FieldBox, probe: LineProbe, plan: PlanPage) -> None:
    probe.answer("geen idee")
    plan.settle()
    assert plan.session.begun(box.cell) == "geen idee"
    assert stored(box, plan) == box.field.default
    given, kept = SAMPLES[box.field.kind]
    probe.answer(given)
    plan.settle()
    assert (plan.session.begun(box.cell), stored(box, plan)) == ("", kept)


@pytest.mark.parametrize("box", TYPED, indirect=True)
def test_what_is_no_answer_goes_when_the_field_is_emptied(box: FieldBox, probe: LineProbe, plan: PlanPage) -> None:
    empty = "" if box.field.default is None else probe.value
    for by_hand in (True, False):
        probe.answer("geen idee")
        if by_hand:
            probe.answer("")
        else:
            menu_action(box.menu.menu_now(), "Antwoord leegmaken").trigger()
        plan.settle()
        assert (plan.session.begun(box.cell), probe.value, probe.error) == ("", empty, "")


@pytest.mark.parametrize("box", TYPED, indirect=True)
def test_what_is_no_answer_is_there_again_with_its_reason(box: FieldBox, probe: LineProbe, plan: PlanPage) -> None:
    row, before = box.row, probe.value
    probe.answer("geen idee")
    box.bind(plan.session.add_row(box.field.register) if box.field.register else PLAN_ROW)
    assert (probe.value, probe.error) == (before, "") or not box.field.register
    box.bind(row)
    assert probe.value == "geen idee"
    assert "geen idee" in probe.error
    box.focus()
    plan.key("Ctrl+Z")
    assert probe.value == before


@pytest.mark.parametrize("box", TYPED, indirect=True)
def test_not_applicable_ends_what_is_no_answer(box: FieldBox, probe: Probe, plan: PlanPage) -> None:
    probe.answer("geen idee")
    menu_action(box.menu.menu_now(), "N.v.t., omdat…").trigger()
    plan.qtbot.keyClicks(box.special.why, "dit regelt de regio")
    plan.qtbot.keyClick(box.special.why, Qt.Key.Key_Return)
    plan.click("Toch invullen", box)
    plan.settle()
    assert plan.session.begun_cells == ()
    assert not probe.error
    assert stored(box, plan) == box.field.default


@pytest.mark.parametrize("box", TYPED, indirect=True)
def test_what_is_no_answer_is_kept_while_it_is_typed(box: FieldBox, probe: LineProbe, plan: PlanPage) -> None:
    probe.type("12-0 x")
    plan.qtbot.waitUntil(lambda: plan.session.begun(box.cell) == "12-0 x")
    probe.type("12-0 xy")
    assert not probe.error, "an error while somebody types"
    plan.settle()
    assert probe.value == "12-0 xy"


@pytest.mark.parametrize("box", ANSWERED, indirect=True)
def test_not_applicable_takes_the_place_of_an_answer(box: FieldBox, probe: Probe, plan: PlanPage) -> None:
    menu_action(box.menu.menu_now(), "N.v.t., omdat…").trigger()
    assert not box.editor.isVisible()
    plan.qtbot.keyClicks(box.special.why, "dit regelt de regio")
    plan.qtbot.keyClick(box.special.why, Qt.Key.Key_Return)
    plan.settle()
    assert plan.session.answers.value(box.row, box.field.id) == NotApplicable("dit regelt de regio")
    plan.click("Toch invullen", box)
    plan.settle()
    assert stored(box, plan) == box.field.default
    assert box.editor.isVisible()


@pytest.mark.parametrize("box", ANSWERED, indirect=True)
def test_later_keeps_what_was_answered(box: FieldBox, probe: Probe, plan: PlanPage) -> None:
    given, kept = sample(box, plan)
    probe.answer(given)
    menu_action(box.menu.menu_now(), "Later, uiterlijk…").trigger()
    plan.qtbot.keyClicks(box.special.until, "1-3-2027")
    plan.qtbot.keyClick(box.special.until, Qt.Key.Key_Return)
    plan.settle()
    assert plan.session.answers.value(box.row, box.field.id) == Parked("2027-03-01", "", kept)
    plan.click("Toch invullen", box)
    plan.settle()
    assert plan.session.answers.value(box.row, box.field.id) == Answer(kept)


@pytest.mark.parametrize("box", [Kind.TEXT], indirect=True)
def test_later_wants_a_real_date(box: FieldBox, plan: PlanPage) -> None:
    menu_action(box.menu.menu_now(), "Later, uiterlijk…").trigger()
    plan.qtbot.keyClicks(box.special.until, "ooit")
    plan.qtbot.keyClick(box.special.until, Qt.Key.Key_Return)
    assert plan.sees("geen bestaande datum", box)
    assert stored(box, plan) is None
