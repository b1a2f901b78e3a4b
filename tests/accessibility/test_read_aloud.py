"""A screen reader meets no control without a name, on any screen, and hears what changes by itself."""

from __future__ import annotations

import re

import pytest

from tests.accessibility.scenes import ANNOUNCED, SHOWN
from tests.accessibility.stage import Node, Seen, lacking, read_all

CONTROLS = frozenset(
    {
        "push button",
        "check box",
        "radio button",
        "text",
        "password text",
        "combo box",
        "spin button",
        "table",
        "list",
        "list item",
        "cell",
        "column header",
        "chart",
        "document frame",
        "document",
        "link",
        "slider",
        "dialog",
    }
)
EDITORS = frozenset({"text", "password text", "combo box", "spin button"})
PANES = frozenset({"panel", "label"})
"""What may take the focus without being a control: a page that is clicked beside its fields, and text that can be selected."""
AT_START = frozenset({"start"})
"""Read before the window named its roles (see ui/roles.py): only there a named pane is still called a filler."""
CLASS_NAME = re.compile(r"Q[A-Z]\w+|(?:[A-Z][a-z]+){2,}")
SMALLEST = 24


@pytest.fixture(scope="session")
def seen() -> dict[str, Seen]:
    """Every scene, read once."""
    if why := lacking():
        pytest.skip(f"no screen reader can be started here ({why})")
    return read_all()


def focusable(scene: Seen) -> list[Node]:
    return [node for node in scene.nodes if "focusable" in node.states]


def controls(scene: Seen) -> list[Node]:
    return [node for node in scene.nodes if node.role in CONTROLS or "focusable" in node.states]


@pytest.mark.parametrize("name", SHOWN)
def test_no_control_is_without_a_name_or_named_after_its_class(seen: dict[str, Seen], name: str) -> None:
    wrong = [node.where for node in controls(seen[name]) if not node.name.strip() or CLASS_NAME.fullmatch(node.name)]
    assert len(controls(seen[name])) > 2
    assert not wrong


@pytest.mark.parametrize("name", SHOWN)
def test_what_takes_the_focus_has_a_role(seen: dict[str, Seen], name: str) -> None:
    allowed = CONTROLS | PANES | ({"filler"} if name in AT_START else frozenset())
    assert not [node.where for node in focusable(seen[name]) if node.role not in allowed]


@pytest.mark.parametrize("name", SHOWN)
def test_every_editor_says_what_is_wanted(seen: dict[str, Seen], name: str) -> None:
    editors = [node for node in seen[name].nodes if node.role in EDITORS]
    assert not [node.where for node in editors if not node.description.strip()]
    combos = [node for node in editors if node.role == "combo box"]
    assert not [node.where for node in combos if not any(node.labels)]


@pytest.mark.parametrize("name", SHOWN)
def test_the_focus_is_on_something_and_the_screen_has_a_title(seen: dict[str, Seen], name: str) -> None:
    nodes = seen[name].nodes
    assert [node for node in nodes if "focused" in node.states]
    assert name in AT_START or [node for node in nodes if node.role == "heading" and node.name]


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_to_press_is_smaller_than_a_finger_tip(seen: dict[str, Seen], name: str) -> None:
    pressed = [node for node in focusable(seen[name]) if node.role in CONTROLS]
    assert not [(node.where, node.size) for node in pressed if min(node.size) < SMALLEST]


@pytest.mark.parametrize(
    ("scene", "said"),
    [
        ("unlock-daily", "Het wachtwoord past niet"),
        ("wizard-text", "Onderdeel 1, Voorbereiding"),
        ("search", "plekken gevonden"),
        ("saved_by_hand", "Opgeslagen "),
        ("undone", "Ongedaan gemaakt: Hoofddoel."),
        ("done_again", "Opnieuw gedaan: Hoofddoel."),
        ("private_text", "mobiel nummer"),
        ("impossible_date", "‘31-02-2027’ is geen bestaande datum"),
        ("copied_row", "Kopie gemaakt van S1"),
        ("removed_row", "verwijderd."),
        ("long_work", "De bladzijde wordt getekend…"),
        ("long_work", "Klaar."),
        ("gate_reached", "Mijlpaal gehaald: "),
        ("restored_typing", "Hersteld: 1 antwoord"),
    ],
)
def test_what_changes_by_itself_is_said(seen: dict[str, Seen], scene: str, said: str) -> None:
    assert any(said in sentence for sentence in seen[scene].heard), seen[scene].heard


def test_every_scene_was_read_or_heard(seen: dict[str, Seen]) -> None:
    assert set(seen) == {*SHOWN, *ANNOUNCED}
    assert not [name for name in SHOWN if not seen[name].nodes]


def test_a_register_is_read_from_its_rows_to_its_form_and_a_field_from_its_label_to_its_menu(
    seen: dict[str, Seen],
) -> None:
    nodes = seen["wizard-register"].nodes
    told = [f"{node.role} {node.name}" for node in nodes]
    field = "Meetbaar als"
    wanted = ["table Subdoelen", f"label {field}", f"text {field}"]
    places = [told.index(one) for one in wanted]
    menus = [n for n, node in enumerate(nodes) if node.description == field and node.role == "push button"]
    assert [*places, menus[0]] == sorted([*places, menus[0]])
