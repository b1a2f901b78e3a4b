"""What stands around a page, in windows of every size: the names in the rail, and the words and the count of the bar below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from radplan_desktop.host.preferences import TEXT_SIZES
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.shell.rail_lines import RailLine
from tests.ui.pages import PlanPage

Sized = Callable[[int, int, int], None]


@pytest.fixture
def sized(plan: PlanPage, look: Look) -> Iterator[Sized]:
    """Give the window a size, and the text a percentage."""

    def size(width: int, high: int, percent: int) -> None:
        plan.window.choices.choose_text_size(percent)
        plan.window.resize(width, high)
        plan.settle()

    yield size
    look.resize(TEXT_SIZES[0])


def evaluating(plan: PlanPage) -> None:
    """Go twice to the section that stands between two long names: the second time it says what is open."""
    for name in ("Evalueren", "Draagvlak", "Evalueren"):
        plan.step(name)
    assert plan.shell.bottom.points.isVisible()


def test_the_bar_says_in_one_word_what_it_has_no_room_for(plan: PlanPage, sized: Sized) -> None:
    bar = plan.shell.bottom
    evaluating(plan)
    sized(1920, 1080, 100)
    assert (bar.back.text(), bar.on.text()) == ("Vorige: Gevoel van veiligheid", "Volgende: Doorontwikkelen en borgen")
    assert (bar.back.toolTip(), bar.on.toolTip()) == ("", "")
    sized(1024, 700, 130)
    assert (bar.back.text(), bar.on.text()) == ("Vorige", "Volgende")
    for button, whole in ((bar.back, "Vorige: Gevoel van veiligheid"), (bar.on, "Volgende: Doorontwikkelen en borgen")):
        assert (button.toolTip(), button.accessibleName()) == (whole, whole)
        assert button.sizeHint().width() <= button.width()
    sized(1920, 1080, 100)
    assert bar.back.text() == "Vorige: Gevoel van veiligheid"


def test_back_to_a_card_is_one_word_too_where_there_is_no_room(plan: PlanPage, sized: Sized) -> None:
    sized(1024, 700, 130)
    section, entry = plan.entry("Evaluatiekalender")
    plan.shell.go(Place(Screen.REGISTER, section, entry.id))
    back = plan.shell.bottom.back
    assert (back.text(), back.toolTip()) == ("Terug", "Terug naar Evalueren")


def test_the_count_says_which_milestone_it_counts_for(plan: PlanPage, sized: Sized) -> None:
    sized(1366, 720, 100)
    plan.probe("Hoofddoel").answer("Eind 2028 kent elke wijk een vast gezicht.")
    plan.step("Evalueren")
    plan.step("Voorbereiding")
    standing = plan.shell.desk.standing.progress
    ring = standing.sections[plan.shell.place.section]
    label = next(spec.label for spec in plan.session.guideline.gates if spec.gate is standing.gate)
    assert plan.sees(f"{ring.answered} van {ring.needed} vragen voor ‘{label}’", plan.shell.bottom)


@pytest.mark.parametrize(("width", "high", "percent"), [(1366, 720, 115), (1366, 720, 130), (1920, 1080, 130)])
def test_every_name_in_the_rail_stands_on_one_line(
    plan: PlanPage, sized: Sized, width: int, high: int, percent: int
) -> None:
    sized(width, high, percent)
    lines = shown_lines(plan)
    assert all(line.unbroken <= line.width() for line in lines)
    assert len({line.height() for line in plan.shell.rail.steps}) == 1


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize(("width", "high"), [(1366, 720), (1024, 700)])
def test_every_name_in_the_rail_is_in_sight(plan: PlanPage, sized: Sized, width: int, high: int, percent: int) -> None:
    sized(width, high, percent)
    hidden = [line.text() for line in shown_lines(plan) if line.visibleRegion().boundingRect() != line.rect()]
    assert not hidden
    assert plan.shell.width() <= plan.window.width()


def shown_lines(plan: PlanPage) -> list[RailLine]:
    """The lines of the rail, as far as they are offered."""
    return [line for line in plan.shell.rail.findChildren(RailLine) if line.isVisible()]
