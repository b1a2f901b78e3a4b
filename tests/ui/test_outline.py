"""Which cards a section shows, in what order and with what number; where one can go from where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.guideline.model import Group, Guideline, Panel, Register
from radplan_desktop.ui.explain import explain
from radplan_desktop.ui.outline import columns_of, is_basis, outline, printed_in
from radplan_desktop.ui.places import Place, Screen, neighbours, route, title


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    return guideline_for()


def test_basis_comes_first_and_numbers_have_no_gaps(guideline: Guideline) -> None:
    for section in guideline.sections:
        shown = outline(guideline, section)
        assert all(is_basis(guideline, entry.item) for entry in shown.basis)
        assert not any(is_basis(guideline, entry.item) for entry in shown.depth)
        numbers = [entry.number for entry in (*shown.basis, *shown.depth) if entry.number]
        assert numbers == [f"{section.number}.{place}" for place in range(1, len(numbers) + 1)]


def test_a_field_of_a_group_is_found_on_its_card(guideline: Guideline) -> None:
    group = next(iter(guideline.groups.values()))
    found = [entry for s in guideline.sections if (entry := outline(guideline, s).find(group.fields[0])) is not None]
    assert [entry.item for entry in found] == [group]
    assert isinstance(found[0].item, Group)


def test_every_column_stands_in_one_of_the_two_parts_of_a_row_form(guideline: Guideline) -> None:
    for register in guideline.registers.values():
        basis, depth = columns_of(guideline, register)
        assert {c.id for c in (*basis, *depth)} == {c.id for c in register.columns.values() if not c.retired}
        assert not {c.id for c in basis} & {c.id for c in depth}
        assert register.columns[register.title] in basis


def test_every_card_is_explained(guideline: Guideline) -> None:
    for section in guideline.sections:
        shown = outline(guideline, section)
        for entry in (*shown.basis, *shown.depth):
            if not isinstance(entry.item, Panel) and getattr(entry.item, "help", None) is not None:
                assert explain(guideline, entry).why
            if isinstance(entry.item, Register):
                column = next(iter(entry.item.columns.values()))
                assert explain(guideline, entry, column).about.endswith(column.label)


def test_what_is_printed_says_where(guideline: Guideline) -> None:
    places = printed_in(guideline)
    assert places[guideline.role("main_goal")].startswith("Plan van aanpak")
    titles = {document.title for document in guideline.documents.values()}
    assert all(any(where.startswith(name) for name in titles) for where in places.values())


def test_a_register_lies_beside_the_route(guideline: Guideline) -> None:
    along = route(guideline)
    assert title(guideline, along[0]) == guideline.sections[0].title
    register = next(iter(guideline.registers.values()))
    place = Place(Screen.REGISTER, along[1].section, register.id)
    assert neighbours(guideline, place) == (replace(along[1], item=register.id), along[2])
    assert neighbours(guideline, along[0])[0] is None
    assert neighbours(guideline, along[-1])[1] is None
    assert title(guideline, place) == register.label
