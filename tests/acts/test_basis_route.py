"""The basis route is a plan in two afternoons: plan A from empty to gate B by touching at most 33 cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from radplan_desktop.acts import examples
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline import Gate, Group, Item, Kind, Register, names_of
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.items import asked, item_state
from radplan_desktop.plan.progress import all_items, progress
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, Value
from tests.acts.conftest import OFFICER, Opener

MOST_CARDS = 33


@pytest.fixture(scope="module")
def plan_a(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The answers of the shipped example plan A."""
    example = examples.find("lindeveld-in-gesprek")
    path = examples.write_example(example.id, tmp_path_factory.mktemp("a") / "A.radplan")
    session = open_plan(path, example.passphrase, officer=OFFICER)
    answers = session.answers
    session.close()
    return answers


class Coordinator:
    """Fills in cards of an empty plan by copying from plan A just what gate B needs."""

    def __init__(self, session: Session, source: Answers) -> None:
        self.session, self.source = session, source
        self.rows: dict[str, str] = {}

    def fill(self, item: Item) -> None:
        """Answer one card."""
        if isinstance(item, Register):
            self._fill_rows(item)
            return
        names = item.fields if isinstance(item, Group) else (item.id,)  # type: ignore[union-attr]
        for name in names:
            if asked(self.source.guideline.fields[name], Gate.B):
                self.session.set(Cell(PLAN_ROW, name), self._value(PLAN_ROW, name))

    def _fill_rows(self, register: Register) -> None:
        columns = [
            name for name, column in register.columns.items() if asked(column, Gate.B) or name in _named(register)
        ]
        for row in self._wanted(register):
            place = row if ":" in row else self.session.add_row(register.id)
            visible = [name for name in columns if self.source.visible(row, name)]
            self.session.change("rij", [(Cell(place, name), self._value(row, name)) for name in visible])

    def _wanted(self, register: Register) -> Iterator[str]:
        """Yield the preset rows, and as many rows of plan A as gate B needs."""
        presets = [row for row in self.session.answers.rows(register.id) if ":" in row]
        yield from presets
        needs = [need for need in register.needs if need.gate == Gate.B]
        chosen: list[str] = []
        for need in needs:
            fitting = [row for row in self.source.rows(register.id, need.where) if row not in presets]
            chosen += [row for row in fitting[: max(0, need.minimum - len(presets))] if row not in chosen]
        yield from chosen

    def _value(self, row: str, name: str) -> Value:
        value, field = self.source.value(row, name), self.source.field(row, name)
        if not field.target or not isinstance(value, Answer):
            return value
        targets = [self._linked(field.target, target) for target in link_targets(value.content)]
        return Answer(sorted(targets) if field.kind == Kind.LINKS else targets[0])

    def _linked(self, register: str, row: str) -> str:
        """Return the row in the new plan; a choice from a list makes it there and then, by its name."""
        if row not in self.rows and ":" not in row:
            title = self.source.guideline.registers[register].title
            value = self._value(row, title)
            self.rows[row] = self.session.add_row(register, {title: value} if value is not None else {})
        return self.rows.get(row, row)


def _named(register: Register) -> set[str]:
    """Return the columns that the rows for gate B are counted by."""
    wheres = [need.where for need in register.needs if need.gate == Gate.B and need.where is not None]
    return {name for where in wheres for name in names_of(where)}


def test_plan_a_reaches_the_college_with_at_most_33_cards(reopen: Opener, plan_a: Answers) -> None:
    session = reopen()
    coordinator = Coordinator(session, plan_a)
    touched = []
    for _, item in all_items(session.answers):
        state = item_state(session.answers, item, Gate.B)
        if state.needed and state.done < 1:
            coordinator.fill(item)
            touched.append(item)
    assert progress(session.answers).met[Gate.B]
    assert len(touched) <= MOST_CARDS


def test_every_basis_card_shows_on_a_page_once(plan_a: Answers) -> None:
    cards = [item for _, item in all_items(plan_a) if item_state(plan_a, item, Gate.B).needed]
    names = [getattr(item, "id", "") for item in cards]
    assert len(names) == len(set(names)) <= MOST_CARDS


def test_the_example_file_is_not_left_open(tmp_path: Path) -> None:
    example = examples.find("lindeveld-in-gesprek")
    path = examples.write_example(example.id, tmp_path / "Voorbeeld.radplan")
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
