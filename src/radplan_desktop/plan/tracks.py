"""How far one is on a track: every card of it with what it is called there, whether it is done, and its reason if it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from radplan_desktop.guideline.model import Field, Gate, Group, Register, Track, TrackItem
from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.items import item_state
from radplan_desktop.plan.progress import home_of
from radplan_desktop.plan.values import PLAN_ROW, NotApplicable, Parked, Value


class Standing(StrEnum):
    """Where a card stands: nothing yet, something, everything it needs, or an alternative (n.v.t. or later, with a reason)."""

    EMPTY = "empty"
    STARTED = "started"
    DONE = "done"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class TrackCard:
    """One card on a track. ``why`` is the reason of an alternative, as it reads; ``section`` and ``item`` are where it stands."""

    item: str
    section: str
    label: str
    standing: Standing
    why: str = ""


def offered(answers: Answers) -> tuple[Track, ...]:
    """Return the tracks whose condition holds now."""
    return tuple(track for track in answers.guideline.tracks.values() if answers.shown(track.when))


def cards(answers: Answers, items: tuple[TrackItem, ...]) -> tuple[TrackCard, ...]:
    """Return the cards of a step that are asked now."""
    return tuple(card for one in items if (card := _card(answers, one)) is not None)


def begun(answers: Answers, track: Track) -> bool:
    """Whether anything on a track was answered."""
    found = (card for step in track.steps for card in cards(answers, step.items))
    return any(card.standing is not Standing.EMPTY for card in found)


def _card(answers: Answers, one: TrackItem) -> TrackCard | None:
    guideline = answers.guideline
    item = guideline.fields.get(one.item) or guideline.groups.get(one.item) or guideline.registers[one.item]
    if not _asked(answers, item):
        return None
    needing = next((gate for gate in Gate if item_state(answers, item, gate).needed), Gate.L)
    state = item_state(answers, item, needing)
    section, home = home_of(answers, PLAN_ROW, item.id)
    standing = (
        Standing.DONE if state.status == "klaar" else Standing.EMPTY if state.status == "leeg" else Standing.STARTED
    )
    if state.status in ("nvt", "later"):
        standing = Standing.ALTERNATIVE
    why = next((text for value in _values(answers, item) if (text := _reason(value))), "")
    return TrackCard(home, section, one.label or item.label, standing, why if standing is Standing.ALTERNATIVE else "")


def _asked(answers: Answers, item: Field | Group | Register) -> bool:
    if isinstance(item, Field):
        return answers.visible(PLAN_ROW, item.id)
    return answers.asks(item.id) if isinstance(item, Register) else answers.shown(item.when)


def _values(answers: Answers, item: Field | Group | Register) -> Iterator[Value]:
    if isinstance(item, Register):
        yield answers.register_value(item.id)
    else:
        names = (item.id,) if isinstance(item, Field) else item.fields
        yield from (answers.value(PLAN_ROW, name) for name in names)


def _reason(value: Value) -> str:
    match value:
        case NotApplicable(why):
            return display.not_applicable(why)
        case Parked(until, why):
            return display.parked(until, why)
    return ""
