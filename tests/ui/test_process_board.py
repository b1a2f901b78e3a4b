"""The process line on a screen of its own: add, move and change a step in place, with its agreements beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.places import Screen
from tests.ui.boards import ROUTE, RoutePage, open_route
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage
from tests.ui.probes import LineProbe

KEY = Qt.Key
FIRST, SECOND, ADVICE = "Beschrijf het signaal", "Overleg met een collega", "Vraag advies"
REPORTER, OFFICIAL = "Wie zich zorgen maakt", "Aandachtsfunctionaris"


def flow(route: RoutePage) -> list[str]:
    """What the steps of the flow say, without what stands beside it."""
    return [step for step in route.steps if "112" not in step]


def test_the_card_leads_to_the_route_and_the_form_shows_the_chosen_step(plan: PlanPage) -> None:
    plan.click(f"{ROUTE}: groot openen", plan.card(ROUTE))
    route = open_route(plan)
    route.chart.click(SECOND)
    assert plan.session.answers.title(route.page.held.row) == SECOND
    route.chart.press(KEY.Key_Return)
    assert plan.focus_is_in(route.page.held)


def test_who_and_term_are_changed_in_place(plan: PlanPage) -> None:
    route = open_route(plan)
    route.chart.click(SECOND)
    for label, text in (("Wie doet dit?", "Docent"), ("Binnen", "2 dagen")):
        probe = route.field(route.page.held, label)
        assert isinstance(probe, LineProbe)
        probe.answer(text)
    plan.qtbot.waitUntil(lambda: route.owner(SECOND) == "Docent")
    row = route.page.held.row
    assert plan.session.answers.text(row, "termijn") == "2 dagen"


def test_a_step_goes_earlier_and_later_by_arrow_keys_in_one_act_each(plan: PlanPage) -> None:
    route = open_route(plan)
    before = flow(route)
    route.chart.click(FIRST)
    route.chart.press(KEY.Key_Space)
    assert route.sees("Met de pijltjes naar links en rechts komt deze stap eerder of later")
    route.chart.press(KEY.Key_Right)
    assert flow(route)[:2] == [SECOND, FIRST]
    assert route.chart.chosen == FIRST
    assert plan.session.undo_title == f"{FIRST} verplaatst"
    plan.key("Ctrl+Z")
    plan.qtbot.waitUntil(lambda: flow(route) == before)


def test_a_step_goes_to_another_lane_by_arrow_keys(plan: PlanPage) -> None:
    route = open_route(plan)
    route.chart.click(SECOND)
    route.chart.press(KEY.Key_Space, KEY.Key_Down)
    assert route.owner(SECOND) == OFFICIAL
    route.chart.press(KEY.Key_Up, KEY.Key_Escape)
    assert route.owner(SECOND) == REPORTER


def test_a_step_is_dragged_to_another_place_and_lane_in_one_act(plan: PlanPage) -> None:
    route = open_route(plan)
    route.chart.drag(FIRST, route.chart.place(ADVICE) + QPoint(4, 0))
    assert flow(route).index(FIRST) > flow(route).index(ADVICE)
    assert route.owner(FIRST) == OFFICIAL
    plan.key("Ctrl+Z")
    plan.qtbot.waitUntil(lambda: flow(route)[0] == FIRST)
    assert route.owner(FIRST) == REPORTER


def test_a_step_is_added_after_the_chosen_one(plan: PlanPage) -> None:
    route = open_route(plan)
    route.chart.click(FIRST)
    route.click("Stap toevoegen")
    assert plan.focus_is_in(route.page.held)
    route.field(route.page.held, "Stap").answer("Bel de ouders")
    plan.qtbot.waitUntil(lambda: flow(route)[:2] == [FIRST, "Bel de ouders"])
    assert route.sees("stap 2 heeft nog geen verantwoordelijke")
    route.field(route.page.held, "Wie doet dit?").answer(REPORTER)
    plan.qtbot.waitUntil(lambda: not route.sees("heeft nog geen verantwoordelijke"))


def test_a_step_that_is_added_at_the_end_comes_into_sight(plan: PlanPage) -> None:
    plan.window.resize(1280, 720)
    route = open_route(plan)
    route.chart.press(KEY.Key_End)
    route.click("Stap toevoegen")
    canvas, room = route.page.panel.canvas, route.page.room

    def in_sight() -> bool:
        place = canvas.place_of(canvas.cell)
        return place is not None and room.viewport().rect().contains(
            canvas.mapTo(room.viewport(), place.center().toPoint())
        )

    plan.qtbot.waitUntil(in_sight)


def test_the_agreements_of_a_step_stand_beside_it(plan: PlanPage) -> None:
    session = plan.session
    school, town = (session.add_row("organisaties", {"naam": Answer(name)}) for name in ("School", "Gemeente"))
    route = open_route(plan)
    route.chart.click(ADVICE)
    values = {"van": Answer(school), "naar": Answer([town]), "wat": Answer("Een vraag zonder naam")}
    session.add_row("informatiestromen", {**values, "stappen": Answer([route.page.held.row])})
    session.add_row("informatiestromen", {"wat": Answer("Aantallen per kwartaal")})
    plan.qtbot.waitUntil(lambda: route.agreed == ["School → Gemeente"])
    plan.click("Informatiestromen: alle", route.page)
    assert route.agreed == ["School → Gemeente", "nog open → nog open"]
    route.chart.click(FIRST)
    assert route.sees("Bij deze stap hoort nog geen afspraak.")
    assert len(route.agreed) == 2


def test_an_agreement_is_added_to_the_chosen_step(plan: PlanPage) -> None:
    route = open_route(plan)
    route.chart.click(ADVICE)
    step = route.page.held.row
    route.click("Informatiestroom toevoegen")
    (row,) = plan.session.answers.rows("informatiestromen")
    assert plan.session.answers.content(row, "stappen") == [step]
    assert plan.shell.place.screen is Screen.REGISTER
    assert plan.shell.place.row == row


def test_an_agreement_that_is_made_is_green(plan: PlanPage) -> None:
    rows = [plan.session.add_row("informatiestromen", {"wat": Answer(text)}) for text in ("Cijfers", "Vragen")]
    plan.session.set(Cell(rows[0], "stand"), Answer("klaar"))
    route = open_route(plan)
    assert route.page.agreements is not None
    table = route.page.agreements.table
    assert [table.is_done(place) for place in (0, 1)] == [True, False]


def test_a_line_with_several_processes_numbers_anew(plan: PlanPage) -> None:
    field = plan.session.guideline.field("proceslijnen.proces")
    choice = plan.session.guideline.lists[field.choices].choices[0].id
    for number, text in enumerate(("Aanmelden", "Bellen"), 1):
        values = {"proces": Answer(choice), "stap_nr": Answer(str(number)), "wat": Answer(text)}
        plan.session.add_row("proceslijnen", values)
    route = open_route(plan, "Proceslijnen in beeld")
    assert route.page.agreements is None
    route.chart.click("Aanmelden")
    route.chart.press(KEY.Key_Space, KEY.Key_Right)
    answers = plan.session.answers
    numbers = {answers.text(row, "wat"): answers.text(row, "stap_nr") for row in answers.rows("proceslijnen")}
    assert numbers == {"Aanmelden": "2", "Bellen": "1"}


def test_a_route_to_read_stays_as_it_is(plan: PlanPage, enter: Entered) -> None:
    path = plan.session.path
    plan.close()
    page = enter(open_plan(path, PASSPHRASE, officer=OFFICER, read_only=True))
    route = open_route(page)
    before = flow(route)
    route.chart.click(FIRST)
    route.chart.press(KEY.Key_Space, KEY.Key_Right)
    route.chart.drag(FIRST, route.chart.place(ADVICE))
    assert flow(route) == before
    assert not route.page.button.isVisible()
