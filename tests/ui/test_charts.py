"""Charts on their pages: they appear, are walked through, opened and read as a list; a party is moved, a step is edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.charts.card import ChartCard
from radplan_desktop.ui.charts.drawing import Drawing
from radplan_desktop.ui.look.theme import Look, theme
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.drawn import ChartView
from tests.ui.pages import PlanPage
from tests.ui.probes import LineProbe, probe_of

KEY = Qt.Key
PARTIES = {
    "Sportclub": ("kritisch", "hoog"),
    "Welzijn": ("voorstander", "midden"),
    "Wijkraad": ("neutraal", "laag"),
}


def add_parties(session: Session) -> dict[str, str]:
    """Add parties with their attitude and influence; return their rows by name."""
    rows = {}
    for name, (attitude, influence) in PARTIES.items():
        organisation = session.add_row("organisaties", {"naam": Answer(name)})
        values = {"partij": Answer(organisation), "houding": Answer(attitude), "invloed": Answer(influence)}
        rows[name] = session.add_row("stakeholders", values)
    return rows


@pytest.fixture
def parties(plan: PlanPage) -> dict[str, str]:
    return add_parties(plan.session)


def view(plan: PlanPage, label: str) -> ChartView:
    """Go to a chart."""
    card = plan.card(label)
    assert isinstance(card, ChartCard)
    QApplication.processEvents()
    return ChartView(plan.qtbot, card.panel)


def test_a_chart_appears_when_there_is_something_to_draw(plan: PlanPage) -> None:
    chart = view(plan, "Krachtenveld")
    assert chart.names == []
    assert plan.sees("Deze tekening verschijnt vanzelf zodra er iets staat bij: partijen in het krachtenveld.")
    add_parties(plan.session)
    plan.qtbot.waitUntil(lambda: sorted(chart.names) == sorted(PARTIES))
    assert not plan.sees("Deze tekening verschijnt vanzelf")
    assert chart.panel.canvas.accessibleName().startswith("Krachtenveld met 3 partijen: 1 voorstander")


def test_the_arrows_walk_and_enter_opens_the_row(plan: PlanPage, parties: dict[str, str]) -> None:
    chart = view(plan, "Krachtenveld")
    assert chart.panel.canvas.hasFocus()
    chart.press(KEY.Key_Home)
    assert chart.chosen == "Sportclub"
    chart.press(KEY.Key_Right)
    assert chart.chosen in ("Welzijn", "Wijkraad")
    chart.press(KEY.Key_End)
    assert chart.panel.canvas.accessibleDescription().startswith("P3  Wijkraad, Houding nu: Neutraal")
    chart.press(KEY.Key_Return)
    assert isinstance(plan.page, RegisterScreen)
    assert plan.page.form.row == parties["Wijkraad"]


def test_a_click_chooses_and_a_double_click_opens(plan: PlanPage, parties: dict[str, str], qtbot: QtBot) -> None:
    chart = view(plan, "Krachtenveld")
    chart.click("Welzijn")
    assert chart.chosen == "Welzijn"
    assert plan.sees("P2  Welzijn", chart.panel)
    assert plan.sees("Houding nu: Voorstander · Invloed: Midden", chart.panel)
    qtbot.mouseDClick(chart.panel.canvas, Qt.MouseButton.LeftButton, pos=chart.place("Welzijn"))
    assert isinstance(plan.page, RegisterScreen)
    assert plan.page.form.row == parties["Welzijn"]


def test_a_party_is_picked_up_and_moved_by_arrow_keys(plan: PlanPage, parties: dict[str, str]) -> None:
    chart = view(plan, "Krachtenveld")
    chart.click("Sportclub")
    chart.press(KEY.Key_Space)
    assert plan.sees("De pijltjes verplaatsen deze partij.", chart.panel)
    chart.press(KEY.Key_Right, KEY.Key_Down)
    row, answers = parties["Sportclub"], plan.session.answers
    assert (answers.text(row, "houding"), answers.text(row, "invloed")) == ("Neutraal", "Midden")
    chart.press(KEY.Key_Escape, KEY.Key_Right)
    assert chart.chosen == "Welzijn"
    assert plan.session.answers.text(row, "houding") == "Neutraal"
    plan.key("Ctrl+Z")
    plan.key("Ctrl+Z")
    plan.settle()
    assert (plan.session.answers.content(row, "houding"), plan.session.answers.content(row, "invloed")) == PARTIES[
        "Sportclub"
    ]


def test_a_party_stops_at_the_edge_of_the_map(plan: PlanPage, parties: dict[str, str]) -> None:
    chart = view(plan, "Krachtenveld")
    chart.click("Sportclub")
    chart.press(KEY.Key_Space, KEY.Key_Up)
    assert plan.session.answers.content(parties["Sportclub"], "invloed") == "hoog"
    chart.press(*[KEY.Key_Left] * 3)
    assert plan.session.answers.text(parties["Sportclub"], "houding") == "Tegenstander"
    assert chart.chosen == "Sportclub"


def test_a_party_is_dragged_to_another_square_in_one_act(plan: PlanPage, parties: dict[str, str]) -> None:
    chart = view(plan, "Krachtenveld")
    chart.drag("Sportclub", chart.square("Voorstander, invloed laag"))
    row = parties["Sportclub"]
    assert plan.session.answers.text(row, "houding") == "Voorstander"
    assert plan.session.answers.text(row, "invloed") == "Laag"
    assert plan.session.undo_title == "Sportclub verplaatst"
    plan.key("Ctrl+Z")
    assert (plan.session.answers.content(row, "houding"), plan.session.answers.content(row, "invloed")) == PARTIES[
        "Sportclub"
    ]


def test_a_drag_that_ends_nowhere_changes_nothing(plan: PlanPage, parties: dict[str, str]) -> None:
    chart = view(plan, "Krachtenveld")
    chart.drag("Sportclub", QPoint(2, 2))
    assert plan.session.answers.content(parties["Sportclub"], "houding") == "kritisch"
    assert plan.session.undo_title != "Sportclub verplaatst"


def test_a_plan_to_read_has_a_map_that_stays_as_it_is(plan: PlanPage, parties: dict[str, str], enter: Entered) -> None:
    path = plan.session.path
    plan.close()
    page = enter(open_plan(path, PASSPHRASE, officer=OFFICER, read_only=True))
    chart = view(page, "Krachtenveld")
    chart.click("Sportclub")
    chart.press(KEY.Key_Space, KEY.Key_Right)
    assert chart.chosen != "Sportclub"
    chart.drag("Sportclub", chart.square("Voorstander, invloed laag"))
    assert page.session.answers.content(parties["Sportclub"], "houding") == "kritisch"


def test_the_list_says_the_same_and_opens_the_same(plan: PlanPage, parties: dict[str, str]) -> None:
    chart = view(plan, "Krachtenveld")
    assert [line[:4] for line in chart.listed()] == [
        ["1", "Sportclub", "Kritisch", "Hoog"],
        ["2", "Welzijn", "Voorstander", "Midden"],
        ["3", "Wijkraad", "Neutraal", "Laag"],
    ]
    assert not chart.panel.canvas.isVisible()
    assert chart.panel.table.accessibleName() == "Krachtenveld, lijst"
    chart.panel.focus()
    chart.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert isinstance(plan.page, RegisterScreen)
    assert plan.page.form.row in parties.values()


def test_the_chosen_step_of_a_process_is_edited_under_it(plan: PlanPage) -> None:
    chart = view(plan, "Meldroute in beeld")
    card = plan.card("Meldroute in beeld")
    assert isinstance(card, ChartCard)
    chart.press(KEY.Key_Home)
    first = chart.chosen
    assert card.form is not None
    assert card.form.isVisible()
    assert plan.session.answers.title(card.form.row) == first
    chart.press(KEY.Key_End)
    assert plan.session.answers.title(card.form.row) == chart.chosen != first
    box = next(box for box in card.form.basis.boxes if box.field.id == "wie")
    probe = probe_of(plan.qtbot, box.editor)
    assert isinstance(probe, LineProbe)
    probe.answer("Jongerenwerk")
    plan.settle()
    plan.qtbot.waitUntil(lambda: "(Jongerenwerk)" in chart.panel.canvas.accessibleName())


def test_what_users_wrote_is_no_markup_in_a_tooltip(plan: PlanPage) -> None:
    plan.session.add_row("subdoelen", {"subdoel": Answer("<b>Vet</b> & <i>meer</i>")})
    chart = view(plan, "Doelenboom")
    place = chart.place("<b>Vet</b> & <i>meer</i>")
    canvas = chart.panel.canvas
    QApplication.sendEvent(canvas, QHelpEvent(QHelpEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))
    assert "&lt;b&gt;Vet&lt;/b&gt; &amp;" in QToolTip.text()
    QToolTip.hideText()
    plan.qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_goal_leads_to_its_question(plan: PlanPage) -> None:
    plan.session.set(Cell("plan", plan.session.guideline.role("main_goal")), Answer("Elke wijk kent een vast gezicht."))
    chart = view(plan, "Doelenboom")
    chart.press(KEY.Key_Home, KEY.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert plan.card("Hoofddoel").isAncestorOf(focused)


def test_a_drawing_wears_the_theme_and_grows_with_the_text(plan: PlanPage, parties: dict[str, str], look: Look) -> None:
    def ground(canvas: Drawing) -> QColor:
        return canvas.grab().toImage().pixelColor(chart.place("Welzijn") - QPoint(9, 9))

    chart = view(plan, "Krachtenveld")
    canvas = chart.panel.canvas
    light = ground(canvas)
    assert light == theme().colour("surface")
    before = canvas.heightForWidth(600)
    look.choose(type(look.scheme)("dark"))
    look.resize(130)
    try:
        assert ground(canvas) == theme().colour("surface") != light
        assert canvas.heightForWidth(600) > before
    finally:
        look.choose(type(look.scheme)("light"))
        look.resize(100)


def test_a_narrower_drawing_is_as_high_as_it_needs(plan: PlanPage, parties: dict[str, str]) -> None:
    canvas = view(plan, "Krachtenveld").panel.canvas
    for width in (280, 420, 900):
        scene = canvas.scene_at(width)
        assert scene is not None
        canvas.resize(width, canvas.heightForWidth(width))
        assert scene.width * canvas.scale <= width
        assert canvas.heightForWidth(width) >= scene.height * canvas.scale


@pytest.mark.parametrize("width", [1024, 1280, 1366])
def test_what_is_chosen_has_its_ring_around_its_words_and_not_on_them(plan: PlanPage, width: int) -> None:
    plan.window.resize(width, 720)
    names = ("Ouders die een adres kunnen noemen", "Leraren")
    for name in names:
        plan.session.add_row("indicatoren", {"indicator": Answer(name)})
    plan.settle()
    chart = view(plan, "Van nulmeting naar streefwaarde")
    canvas = chart.panel.canvas
    plan.qtbot.waitUntil(lambda: canvas.scene is not None and canvas.height() == canvas.heightForWidth(canvas.width()))
    pictures = []
    for name in names:
        chart.click(name)
        pictures.append(canvas.grab().toImage())
    paper = pictures[0].pixel(0, 0)
    spots = [(x, y) for x in range(pictures[0].width()) for y in range(pictures[0].height())]
    seen = [tuple(picture.pixel(*spot) for picture in pictures) for spot in spots]
    rings = [both for both in seen if both[0] != both[1]]
    assert rings
    assert all(paper in both for both in rings)
