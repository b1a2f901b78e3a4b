"""Merging two copies beside folding one of them, one keystroke in a large plan, and looking through registers of many rows."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from statistics import median

from benchmarks import Figure, interleave, seconds
from radplan_desktop.acts.drafts import Drafts
from radplan_desktop.acts.edits import draft_text
from radplan_desktop.guideline import Field, Guideline, Kind, load_guideline
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fold import fold
from radplan_desktop.plan.log import GENESIS, Change, Entry, EntryKind
from radplan_desktop.plan.merge import union
from radplan_desktop.plan.order import numbered_key
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.progress import open_points
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, Answer, Cell, Content, encode

FORMS = Path(__file__).resolve().parents[1] / "forms"
TODAY = date(2027, 1, 1)
COMMON = (12_500, 25_000, 50_000)
OWN = 5_000
CELLS = 8_000
UNION_TIMES, UNION_SECONDS, GROWTH = 5.0, 0.6, 1.1
KEYSTROKE = 2.0
ROWS = (125, 250, 500)
ROUNDS = 7


def measure() -> list[Figure]:
    """Return what a union, a keystroke and the open points of a large plan cost, and how that grows."""
    guideline = load_guideline(FORMS)
    return [*merging(), keystroke(guideline), looking_through(guideline)]


def merging() -> Iterator[Figure]:
    """Yield the cost of a union: beside one fold, in itself, and how it grows with the log."""
    taken = {}
    for common in COMMON:
        ours, theirs = logs(common, OWN * common // COMMON[-1])
        taken[common] = interleave(lambda o=ours, t=theirs: union(o, t), lambda o=ours: fold(o), ROUNDS)  # type: ignore[misc]
    ours_seconds, fold_seconds = taken[COMMON[-1]]
    ratio = ours_seconds / fold_seconds
    name = f"Union of two logs ({COMMON[-1]} common changes, {OWN} own each), beside one fold"
    yield Figure(name, ours_seconds * 1000, fold_seconds * 1000, ratio, UNION_TIMES, "ms")
    yield Figure("The same, in itself", ours_seconds * 1000, None, None, UNION_SECONDS * 1000, "ms")
    yield growth("Union: growth with the number of changes", {n: spent for n, (spent, _) in taken.items()})


def logs(common: int, own: int) -> tuple[list[Entry], list[Entry]]:
    """Return the logs of two copies as two files hold them: the same entries, then each its own."""
    return tuple(  # type: ignore[return-value]
        [*entries("a" * 32, 1, common, {}), *entries(copy * 32, start, own, seen)]
        for copy, start, seen in (("a", common + 1, {}), ("b", 1, {"a" * 32: common}))
    )


def entries(copy: str, start: int, count: int, seen: dict[str, int]) -> Iterator[Entry]:
    """Yield entries of one change each, with clocks that go on after what was seen."""
    chance = random.Random(start)  # noqa: S311 - the same work each time
    before = max(seen.values(), default=0)
    for seq in range(start, start + count):
        digest = sha256(f"{copy}{seq}".encode()).digest()
        cell = chance.randrange(CELLS)
        change = Change(
            f"{cell // 10:032x}", f"kolom_{cell % 10}", encode(Answer(f"antwoord {seq}")), digest[:16], digest
        )
        at = "2026-11-12T09:00:00Z"
        yield Entry(copy, seq, before + seq, at, "M. de Wit", EntryKind.EDIT, "", GENESIS, digest, seen, {}, (change,))


def keystroke(guideline: Guideline) -> Figure:
    """Return what one letter costs the interface thread: checked, kept as a draft, and shown in the answers of now."""
    plan = filled(guideline, 80)
    text = next(field.id for field in guideline.fields.values() if field.kind == Kind.LONGTEXT)
    base, drafts = Answers(guideline, plan, TODAY), Drafts({})
    letters = (number % 500 for number in range(10**6))

    def press() -> None:
        cell, content = Cell(PLAN_ROW, text), "letter " * next(letters)
        drafts.put(cell, draft_text(base, cell, content) or "")
        now = Answers(guideline, drafts.over(plan), TODAY)
        now.text(*cell)

    spent = median(seconds(press) for _ in range(40))
    return Figure(f"One letter typed in a plan of {len(plan.cells)} answers", spent * 1000, None, None, KEYSTROKE, "ms")


def looking_through(guideline: Guideline) -> Figure:
    """Return how working out the open points grows with the number of rows in every register."""
    plans = {count: filled(guideline, count) for count in ROWS}

    def work(plan: Plan) -> Callable[[], object]:
        return lambda: open_points(Answers(guideline, plan, TODAY))

    taken = {count: median(seconds(work(plan)) for _ in range(ROUNDS)) for count, plan in plans.items()}
    return growth(f"Open points: growth with the number of rows ({ROWS[0]} to {ROWS[-1]} a register)", taken, 1.2)


def growth(name: str, taken: dict[int, float], limit: float = GROWTH) -> Figure:
    """Return the exponent with which the time grows: 1 is in step with the size."""
    (small, little), (large, much) = min(taken.items()), max(taken.items())
    return Figure(name, math.log(much / little) / math.log(large / small), None, None, limit, "exponent")


def filled(guideline: Guideline, count: int) -> Plan:
    """Return a plan with this many rows in every register, every cell answered."""
    chance = random.Random(count)  # noqa: S311 - the same work each time
    rows = {name: [f"{chance.getrandbits(128):032x}" for _ in range(count)] for name in guideline.registers}
    changes: list[tuple[tuple[str, str], str]] = []
    for name, register in guideline.registers.items():
        for place, row in enumerate(rows[name]):
            said: dict[str, Content] = {IN: name, ORDER: numbered_key(place)}
            said |= {column.id: some_content(guideline, column, rows, chance) for column in register.columns.values()}
            changes += [
                ((row, field), encode(Answer(content))) for field, content in said.items() if content is not None
            ]
    return Plan().with_changes(changes)


def some_content(guideline: Guideline, field: Field, rows: dict[str, list[str]], chance: random.Random) -> Content:
    """Return content that fits a field; None for what cannot be typed."""
    day = f"2027-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    number = str(chance.randint(1, 99))
    choices = [choice.id for choice in guideline.lists[field.choices].choices] if field.choices else []
    made: dict[Kind, Callable[[], Content]] = {
        Kind.TEXT: lambda: f"antwoord {number}",
        Kind.LONGTEXT: lambda: f"antwoord {number} " * chance.randint(1, 12),
        Kind.CHOICE: lambda: chance.choice(choices),
        Kind.CHOICES: lambda: sorted(set(chance.choices(choices, k=2))),
        Kind.YESNO: lambda: {"is": chance.random() < 1 / 2, "why": "omdat"},
        Kind.DATE: lambda: day,
        Kind.MONTH: lambda: day[:7],
        Kind.NUMBER: lambda: number,
        Kind.MONEY: lambda: number,
        Kind.PERCENT: lambda: number,
        Kind.SCALE: lambda: int(field.minimum or 1),
        Kind.LINK: lambda: chance.choice(rows[field.target]),
        Kind.LINKS: lambda: sorted(set(chance.choices(rows[field.target], k=2))),
    }
    return made[field.kind]() if field.kind in made else None
