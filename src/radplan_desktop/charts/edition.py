"""The answers as one edition may show them: nothing hidden or retired, nothing stricter than its class, no small numbers."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal, InvalidOperation

from radplan_desktop.guideline.conditions import Condition
from radplan_desktop.guideline.editions import class_of
from radplan_desktop.guideline.model import Confidentiality, Field, Kind
from radplan_desktop.plan.answers import OPEN, Answers, link_targets
from radplan_desktop.plan.values import PLAN_ROW, Answer, Content, NotApplicable, Parked, Value

NUMERIC = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.SCALE})
LINKED = frozenset({Kind.LINK, Kind.LINKS})
DEFAULT_LEAST = 5
MOST_DIGITS = 100
_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")


class Edition:
    """``limit`` is the strictest class that is shown. A row of a register in ``by_number`` is referred to by its number alone.

    Answers do not change, so what was looked up is remembered.
    """

    def __init__(self, answers: Answers, limit: Confidentiality, by_number: Collection[str] = ()) -> None:
        self.answers, self.limit, self.by_number = answers, limit, frozenset(by_number)
        self._classes: dict[str, Confidentiality] = {}
        self._shown: dict[tuple[str, str], bool] = {}
        self._lines: dict[tuple[str, str], str] = {}

    def asks(self, register: str) -> bool:
        """Whether a register is asked at all, and this edition may show something of it."""
        found = self.answers.guideline.registers[register]
        shown = not found.retired and self.answers.shown(found.when)
        return shown and any(self.has_column(register, name) for name in found.columns)

    def has_column(self, register: str, name: str) -> bool:
        """Whether a column can be shown in this edition, whatever the row."""
        column = self.answers.guideline.registers[register].columns[name]
        return not column.retired and self._class(column.path) <= self.limit

    def rows(self, register: str, where: Condition | None = None) -> tuple[str, ...]:
        """Return the rows whose own class fits; none when the register is not asked."""
        if not self.asks(register):
            return ()
        found = self.answers.guideline.registers[register]
        return tuple(r for r in self.answers.rows(register, where) if self.answers.row_class(r, found) <= self.limit)

    def shows(self, row: str, name: str) -> bool:
        """Whether a cell is asked now and its class fits."""
        found = self._shown.get((row, name))
        if found is None:
            found = self._shown[row, name] = self.answers.visible(row, name) and self.fits(row, name)
        return found

    def fits(self, row: str, name: str) -> bool:
        """Whether the class of a cell fits: that of the cell itself, and of what a derived value is made of."""
        strictest = max(self.answers.confidentiality(row, name), self._class(self.answers.field(row, name).path))
        return strictest <= self.limit

    def value(self, row: str, name: str) -> Value:
        """Return a value; None when it is open or may not be shown."""
        return self.answers.value(row, name) if self.shows(row, name) else None

    def text(self, row: str, name: str, *, long_dates: bool = False) -> str:
        """Return what the reader sees of a cell; empty when it is open or may not be shown."""
        value = self.value(row, name)
        if value is None:
            return ""
        field = self.answers.field(row, name)
        if isinstance(value, Answer):
            if field.kind in LINKED or (field.derive is not None and isinstance(value.content, list)):
                return ", ".join(self.targets(value.content))
            masked = self._masked(row, field, value.content)
            if masked:
                return masked
        return self.answers.text(row, name, long_dates=long_dates)

    def line(self, row: str, name: str) -> str:
        """Return the text of a cell on one line."""
        found = self._lines.get((row, name))
        if found is None:
            found = self._lines[row, name] = " ".join(self.text(row, name).split())
        return found

    def gist(self, row: str, name: str) -> str:
        """Return "n.v.t." or "volgt" for a cell that says so; empty for every other cell."""
        match self.value(row, name):
            case NotApplicable():
                return "n.v.t."
            case Parked():
                return "volgt"
        return ""

    def fill(self, template: str) -> str:
        """Return a sentence of the forms with every ``{field}`` replaced by the answer to that plan field, if it may be shown."""
        return _PLACEHOLDER.sub(self._filled, template)

    def _filled(self, match: re.Match[str]) -> str:
        name = match.group(1)
        return (self.line(PLAN_ROW, name) if name in self.answers.guideline.fields else "") or OPEN

    def number_of(self, row: str, name: str) -> Decimal | None:
        """Return a cell as a number; None when it is open, not a number, or masked."""
        value = self.value(row, name)
        if not isinstance(value, Answer) or self._masked(row, self.answers.field(row, name), value.content):
            return None
        return decimal(value.content)

    def targets(self, content: Content, known: Collection[str] = ()) -> list[str]:
        """Return what the rows are called that a link points at: those that still exist and whose name may be shown.

        Rows the reader knows already are called by their number alone.
        """
        rows = [row for row in link_targets(content) if self.answers.exists(row)]
        return [called for called in (self.called(row, known=row in known) for row in rows) if called]

    def called(self, row: str, *, known: bool = False) -> str:
        """Return how another row refers to this one: its number, its name, or both; empty when the name may not be shown."""
        title, number = self.title(row), self.answers.number(row)
        if not title or not number or title == number:
            return title
        return number if known or self.answers.register_of(row) in self.by_number else f"{number} {title}"

    def title(self, row: str) -> str:
        """Return the name of a row; empty when it may not be shown. A name that is a link is the name of its target."""
        register = self.answers.guideline.registers[self.answers.register_of(row)]
        if not self.shows(row, register.title):
            return ""
        target = self.answers.content(row, register.title)
        if register.columns[register.title].kind != Kind.LINK or not self.answers.exists(str(target)):
            return self.answers.title(row)
        return "" if self.answers.register_of(str(target)) == register.id else self.title(str(target))

    def complete(self, row: str, also: str = "") -> bool:
        """Whether a row has all it will ever need: every cell that a gate asks for, and the column ``also``."""
        columns = self.answers.guideline.registers[self.answers.register_of(row)].columns.values()
        needed = [c.id for c in columns if (c.gate is not None or c.id == also) and c.derive is None]
        values = [self.answers.value(row, name) for name in needed if self.answers.visible(row, name)]
        return not any(value is None or isinstance(value, Parked) for value in values)

    def _class(self, path: str) -> Confidentiality:
        found = self._classes.get(path)
        if found is None:
            found = self._classes[path] = class_of(self.answers.guideline, path)
        return found

    def newest(self, row: str, link: str, value: str, by: str) -> str:
        """Return the row that points at ``row`` with ``link`` and was answered last, by date; empty when there is none.

        ``link``, ``value`` and ``by`` are paths in one register.
        """
        register, _, column = link.partition(".")
        linked = self.answers.linked_from(row, register, column) if self.asks(register) else ()
        known = [r for r in linked if self.answers.content(r, value.rpartition(".")[2]) is not None]
        return max(known, key=lambda r: str(self.answers.content(r, by.rpartition(".")[2]) or ""), default="")

    def _masked(self, row: str, field: Field, content: Content) -> str:
        """Return what is printed instead of a number that could identify people; empty when it may be printed."""
        if field.derive is not None and field.derive.function == "most_recent":
            source = self.answers.guideline.field(field.derive.of[0])
            newest = self.newest(row, f"{source.register}.{field.derive.link}", source.path, field.derive.by)
            return self._masked(newest, source, content) if newest else ""
        sample, attendance = (self.answers.guideline.role(role) for role in ("sample_size", "attendance"))
        if field.kind not in NUMERIC or not field.register:
            return ""
        least = self._least()
        if field.path in (sample, attendance):
            return f"<{least}" if _below(content, least) else ""
        register, _, column = sample.partition(".")
        if register == field.register and _below(self.answers.content(row, column), least):
            return f"te weinig antwoorden (minder dan {least})"
        return ""

    def _least(self) -> int:
        name = self.answers.guideline.role("small_numbers")
        least = decimal(self.answers.content(PLAN_ROW, name)) if name else None
        return DEFAULT_LEAST if least is None else int(least)


def decimal(content: Content) -> Decimal | None:
    """Return content as a finite number of a sensible size; None when it is none."""
    try:
        number = Decimal(str(content))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < MOST_DIGITS else None


def _below(content: Content, least: int) -> bool:
    number = decimal(content)
    return number is not None and number < least
