"""Plan A as the answers that somebody types: what the example holds of what the start needs, and what it still lacked for that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from radplan_desktop.acts.examples import find, sittings_of
from radplan_desktop.acts.sittings import changes_of
from radplan_desktop.guideline.conditions import names_of
from radplan_desktop.guideline.model import Field, Gate, Guideline, Kind
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import PLAN_ROW, Answer, NotApplicable, Parked, Value, preset_row

EXAMPLE = "lindeveld-in-gesprek"
TOGETHER = NotApplicable("het hele bestuur samen tekent")
LACKING: dict[tuple[str, str], Value] = {
    ("partijrollen", "vervanger"): NotApplicable("de teamchef de vervanging zelf regelt"),
    ("", "planoordeel_datum"): Answer("2026-12-08"),
    ("", "planoordeel_uitkomst"): Answer("na_verbetering"),
    ("verklaringen", "functionaris"): TOGETHER,
    ("verklaringen", "datum"): Answer("2026-11-20"),
    ("indicatoren", "nulwaarde"): NotApplicable("dit pas na de eerste bijeenkomst te vragen is"),
    ("planevaluatie", "oordeel_a"): Answer("ja"),
    ("planevaluatie", "oordeel_b"): Answer("deels"),
}
"""What plan A left open or for later, by register and column."""
CONCLUSIONS = {
    "probleem": "De cijfers komen van drie kanten en wijzen dezelfde kant op. Dat is genoeg om te beginnen.",
    "alle_vormen": "Alle vormen zijn bekeken. Wij leggen in de inleiding uit waarom wij breed kijken.",
    "doel": "Het hoofddoel is helder. Bij subdoel 2 noemen wij voortaan het aantal gesprekken.",
    "doelgroep": "Duidelijk is voor wie het netwerk is. Wij zeggen er nu bij dat ouders later volgen.",
    "werkwijze": "De uitleg past bij het doel. Na een half jaar toetsen wij de tweede aanname.",
    "uitvoering": "Haalbaar, zolang er een vervanger is. Die staat nu bij elke rol.",
    "rollen": "Elke partij kent haar eigen taak. De verwachtingen bespreken wij in het eerste overleg.",
    "draagvlak": "De steun is er. Met de dorpsraden houden wij elk kwartaal contact.",
    "informatie": "De meldroute is getest. Wij zetten de termijnen ook op de kaart voor vrijwilligers.",
    "schade": "De grootste risico's staan erin. Over aandacht in de pers maken wij nog een afspraak.",
    "veiligheid": "Er is opvang na elke bijeenkomst. De huisregels sturen wij vooraf mee.",
    "opbrengst": "Bij elk subdoel hoort een indicator. Twee beginstanden volgen uit de eerste ronde.",
    "evaluatie": "Het is afgesproken en er is geld voor. De vragenlijst testen wij eerst met vijf mensen.",
    "vervolg": "In het najaar van 2028 beslist het college. De raad hoort dat een maand eerder.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the key of a row that the forms prescribe, else nothing, and what is answered by column."""

    preset: str
    title: str
    answers: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed. Links are the titles of their rows."""

    plan: dict[str, Value]
    registers: dict[str, list[Row]]

    @property
    def count(self) -> int:
        """How many answers there are."""
        return len(self.plan) + sum(len(row.answers) for rows in self.registers.values() for row in rows)


def plan_a(guideline: Guideline) -> Typed:
    """Return the answers of plan A that the start needs, completed."""
    example = find(EXAMPLE)
    answers = Answers(guideline, Plan(), example.today)
    known: dict[str, set[str]] = {}
    for sitting in sittings_of(example):
        for act in changes_of(sitting, guideline, EXAMPLE, known, answers):
            answers = Answers(guideline, answers.plan.with_changes(act), example.today)
    return typed_in(answers)


def needed_for_start(guideline: Guideline) -> set[str]:
    """Return what has to be answered for the start: what the gates ask, what their checks read, and what rows are called."""
    paths = {path for path, one in _all_fields(guideline) if one.gate is not None and one.gate <= Gate.S}
    for check in guideline.checks:
        if check.gate is not None and check.gate <= Gate.S:
            paths |= {check.by, check.filled}
            paths |= names_of(check.where, check.register) if check.where is not None else set()
    known = dict(_all_fields(guideline))
    paths = {path for path in paths if path in known and known[path].kind is not Kind.DERIVED}
    registers = {path.partition(".")[0] for path in paths if "." in path}
    registers |= {known[path].target for path in paths if known[path].target}
    return paths | {f"{name}.{guideline.registers[name].title}" for name in registers}


def _all_fields(guideline: Guideline) -> Iterator[tuple[str, Field]]:
    yield from guideline.fields.items()
    for register in guideline.registers.values():
        yield from ((f"{register.id}.{name}", column) for name, column in register.columns.items())


def typed_in(answers: Answers) -> Typed:
    """Return what of it stands in a plan."""
    needed = needed_for_start(answers.guideline)
    plan = {name: _value(answers, PLAN_ROW, name) for name in needed if "." not in name}
    registers: dict[str, list[Row]] = {}
    for register in answers.guideline.registers.values():
        columns = [name for name in register.columns if f"{register.id}.{name}" in needed]
        if columns:
            registers[register.id] = [_row(answers, register.id, row, columns) for row in answers.rows(register.id)]
    return Typed({name: value for name, value in plan.items() if value is not None}, registers)


def _row(answers: Answers, register: str, row: str, columns: list[str]) -> Row:
    values = {name: _value(answers, row, name) for name in columns}
    preset = row if answers.preset(row) is not None else ""
    return Row(preset, answers.title(row), {name: value for name, value in values.items() if value is not None})


def _value(answers: Answers, row: str, name: str) -> Value:
    if not answers.visible(row, name):
        return None
    register, value = answers.register_of(row), answers.value(row, name)
    if value is None or isinstance(value, Parked):
        value = LACKING.get((register, name), value)
    if (register, name) == ("planevaluatie", "conclusie"):
        value = Answer(next(text for key, text in CONCLUSIONS.items() if preset_row(register, key) == row))
    one = answers.field(row, name)
    if one.target and isinstance(value, Answer):
        titles = sorted(answers.title(target) for target in link_targets(value.content))
        return Answer(titles if one.kind is Kind.LINKS else titles[0])
    return value
