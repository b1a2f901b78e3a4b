"""The forms that are shipped: complete, explained, in plain words, and true to every name that was ever released."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from radplan_desktop.guideline import (
    ROLES,
    Field,
    Gate,
    Group,
    Guideline,
    Help,
    Kind,
    Register,
    View,
    compare_lock,
    coverage,
    load_guideline,
)

FORMS = Path(__file__).resolve().parents[2] / "forms"
LESSONS = {"A": 2, "VB": 12, "DV": 11, "SW": 12, "ST": 7, "VH": 10, "EV": 19, "DB": 11}
REQUIREMENTS = [f"{letters}{n}" for letters, count in LESSONS.items() for n in range(1, count + 1)]
"""The 84 numbered sentences of the lessons learned: A1, A2, VB1 to VB12, and so on to DB11."""

BASIS = 33
"""How many cards the basis route counts: a plan in two afternoons."""

NOT_PROSE = frozenset(
    {
        "id",
        "kind",
        "choices",
        "register",
        "when",
        "where",
        "by_where",
        "of",
        "by",
        "link",
        "function",
        "code",
        "class",
        "gate",
    }
    | {
        "route",
        "requirements",
        "title_column",
        "columns",
        "items",
        "fields",
        "field",
        "key",
        "done",
        "due",
        "roles",
        "from",
        "to",
    }
)
NAME = re.compile(r"[a-z][a-z0-9_.]*")
FORBIDDEN = re.compile(
    r"!|\b(?:\w*dossiers?|richtlijn(?:en)?|handreiking(?:en)?|soort zorg|wachtzin|overdrachtszin|vingerafdruk(?:ken)?|geparkeerd"
    r"|spelregels?|verklaring van bekendheid|rubricering(?:en)?|eigenaar|trekker|veilig gevoel|fenomeenbeeld(?:en)?"
    r"|procesblad|in wiens handen|overdrachtsbewijs|raadsbrief|bijgepraat|papier controleren|sleutelpersonen|sleutelpersoon"
    r"|ledenregister|hash|passphrase|merge|sync|user|entry|optioneel|bestrijden|target|verdachten?)\b",
    re.IGNORECASE,
)
"""Words that decided.md replaces, words of machines, words of war, and the exclamation mark."""


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    """Return the shipped guideline; a mistake in the forms fails every test here, with the whole list."""
    return load_guideline(FORMS)


def prose_of(data: Any, key: str = "") -> Iterator[str]:
    """Yield the sentences in a parsed file: every text that is no name of something."""
    if isinstance(data, str):
        if key not in NOT_PROSE and not NAME.fullmatch(data):
            yield data
    elif isinstance(data, dict):
        for name, part in data.items():
            yield from prose_of(part, name)
    elif isinstance(data, list):
        for part in data:
            yield from prose_of(part, key)


def cards(guideline: Guideline) -> Iterator[Field | Group | Register | View]:
    """Yield everything on a page that asks something."""
    for section in guideline.sections:
        for item in section.items():
            if isinstance(item, Field | Group | Register | View):
                yield item


def help_of(card: Field | Group | Register | View, guideline: Guideline) -> Help | None:
    """Return the explanation of a card; a view without its own has that of its register."""
    return card.help or (guideline.registers[card.register].help if isinstance(card, View) else None)


def test_every_requirement_is_answered(guideline: Guideline) -> None:
    rows = coverage(guideline)
    assert len(rows) == 84
    assert [row.requirement.id for row in rows] == REQUIREMENTS
    assert [row.requirement.id for row in rows if not row.answered] == []


def test_the_seven_lessons_and_the_plans_own_data(guideline: Guideline) -> None:
    assert [section.number for section in guideline.sections] == list(range(8))
    assert all(section.lesson and section.source and section.subtitle for section in guideline.sections)


def test_every_card_is_explained(guideline: Guideline) -> None:
    bare = []
    for card in cards(guideline):
        help_text = help_of(card, guideline)
        if help_text is None or not (help_text.why and help_text.tip and help_text.example and help_text.check):
            bare.append(card.id)
    assert bare == []


def test_every_role_is_played(guideline: Guideline) -> None:
    assert sorted(ROLES.keys() - guideline.roles.keys()) == []


def test_every_milestone_has_its_date(guideline: Guideline) -> None:
    assert [spec.gate for spec in guideline.gates] == list(Gate)
    assert all(spec.due and spec.hint for spec in guideline.gates)


def test_the_basis_route_is_a_plan_in_two_afternoons(guideline: Guideline) -> None:
    asked = [card.id for card in cards(guideline) if needed_for_the_council(card, guideline)]
    assert len(asked) == BASIS, asked


def needed_for_the_council(card: Field | Group | Register | View, guideline: Guideline) -> bool:
    """Whether a card has something that the first milestone needs; a group counts once."""
    match card:
        case Field():
            return card.gate is Gate.B
        case Group():
            return any(guideline.fields[name].gate is Gate.B for name in card.fields)
        case Register():
            return any(need.gate is Gate.B for need in card.needs)
        case View():
            return False


def test_checklists_and_scales_can_be_answered(guideline: Guideline) -> None:
    for field in [*guideline.fields.values(), *(c for r in guideline.registers.values() for c in r.columns.values())]:
        if field.kind is Kind.SCALE:
            assert field.minimum is not None, field.path
            assert field.maximum is not None, field.path


@pytest.mark.parametrize("file", sorted(FORMS.rglob("*.toml")), ids=lambda path: str(path.relative_to(FORMS)))
def test_the_words_are_the_ones_we_chose(file: Path) -> None:
    sentences = prose_of(tomllib.loads(file.read_text(encoding="utf-8")))
    found = [(match[0], sentence[:80]) for sentence in sentences if (match := FORBIDDEN.search(sentence))]
    assert found == []


def test_every_name_that_was_released_still_means_the_same(guideline: Guideline) -> None:
    report = compare_lock((FORMS / "ids.lock").read_text(encoding="utf-8"), guideline)
    assert (report.gone, report.changed) == ((), ()), "a released name never disappears and never changes its kind"
    assert report.unlisted == (), "new names: add them with make ids"
