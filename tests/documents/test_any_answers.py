"""Whatever is answered, the document prints, and what it says can be read back from its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from radplan_desktop.documents import render_pdf
from radplan_desktop.guideline import Confidentiality, Field, Guideline, Kind
from radplan_desktop.plan.values import PLAN_ROW, Answer, NotApplicable, Parked, Value
from tests.documents.forms import guideline
from tests.documents.reading import pages, squeezed, story, texts, world

TEXT = st.text(max_size=150)
LETTERS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs", "Cc", "Cs")), max_size=80)
WORDS = st.one_of(TEXT, LETTERS, st.from_regex(r"(- )?[a-z<&]{1,8}( [a-zé]{1,12}){0,12}\n?", fullmatch=True))
NUMBERS = st.decimals(-(10**9), 10**9, places=2).map(lambda number: format(number.normalize() + 0, "f"))
DATES = st.dates().map(str)
ROWS = {name: [f"{name}{n}" for n in range(3)] for name in guideline().registers}


def contents(field: Field, forms: Guideline) -> st.SearchStrategy[Any]:
    """Return a strategy for the content of a field."""
    choice = st.sampled_from([c.id for c in forms.lists[field.choices].choices]) if field.choices else st.nothing()
    target = st.sampled_from([*ROWS[field.target], "verwijderd"]) if field.target else st.nothing()
    tick = st.fixed_dictionaries({"is": st.booleans(), "note": WORDS})
    plain: dict[Kind, Callable[[], st.SearchStrategy[Any]]] = {
        Kind.CHOICE: lambda: choice,
        Kind.CHOICES: lambda: st.lists(choice, unique=True).map(sorted),
        Kind.YESNO: lambda: st.fixed_dictionaries({"is": st.booleans(), "why": WORDS}),
        Kind.DATE: lambda: DATES,
        Kind.MONTH: lambda: DATES.map(lambda day: day[:7]),
        Kind.SCALE: lambda: st.integers(1, 5),
        Kind.CHECKLIST: lambda: st.dictionaries(choice, tick),
        Kind.LINK: lambda: target,
        Kind.LINKS: lambda: st.lists(target, unique=True).map(sorted),
        Kind.ATTACHMENT: lambda: st.builds(lambda name: {"blob": "0" * 64, "name": name, "type": "x"}, WORDS),
    }
    numeric = field.kind in {Kind.NUMBER, Kind.MONEY, Kind.PERCENT}
    return plain.get(field.kind, lambda: NUMBERS if numeric else WORDS)()


def values(field: Field, forms: Guideline) -> st.SearchStrategy[Value]:
    """Return a strategy for the value of a field: an answer, n.v.t., later, or nothing."""
    content = contents(field, forms)
    return st.one_of(
        content.map(Answer),
        st.builds(NotApplicable, WORDS),
        st.builds(Parked, DATES, WORDS, st.one_of(st.none(), content)),
        st.none(),
    )


@st.composite
def plans(draw: st.DrawFn) -> dict[tuple[str, str], Value]:
    """Draw answers for some of the cells of the trial forms."""
    forms = guideline()
    cells = [(PLAN_ROW, field) for field in forms.fields.values() if field.derive is None]
    for name, register in forms.registers.items():
        cells += [(row, column) for row in ROWS[name] for column in register.columns.values() if column.derive is None]
    chosen = draw(st.lists(st.sampled_from(cells), max_size=25, unique_by=lambda cell: (cell[0], cell[1].path)))
    return {(row, field.id): draw(values(field, forms)) for row, field in chosen}


@settings(max_examples=60)
@given(plans(), st.sampled_from(list(Confidentiality)), st.sets(st.sampled_from(sorted(ROWS))))
def test_any_answers_print_and_can_be_read_back(
    said: dict[tuple[str, str], Value], edition: Confidentiality, registers: set[str]
) -> None:
    printed = story(world(said, {name: ROWS[name] for name in registers}), edition)
    read = squeezed("".join(pages(render_pdf(printed), body=True)))
    assert [text for text in texts(printed) if squeezed(text) not in read] == []


def test_a_person_that_is_not_applicable_prints_on_the_cover() -> None:
    assert render_pdf(story(world({(PLAN_ROW, "wie"): NotApplicable("Dat volgt.")})))
