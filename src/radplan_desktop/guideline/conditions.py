"""Conditions (``when``, ``where``): parsed to frozen values, never eval'ed. The language is explained in ``forms/README.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

MAX_LENGTH = 1000
MAX_DEPTH = 16
MAX_DIGITS = 15


class Today(Enum):
    """The type of the one literal whose value is known only when a condition is judged."""

    TODAY = "vandaag"


TODAY = Today.TODAY
Single = str | Decimal | bool | date | Today
Literal = Single | tuple[Single, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """``path op literal``; ``op`` is one of = != < > <= >= in. ``literal`` is a tuple exactly when ``op`` is ``in``."""

    path: str
    op: str
    literal: Literal

    def __str__(self) -> str:
        return f"{self.path} {self.op} {_written(self.literal)}"


@dataclass(frozen=True, slots=True)
class Filled:
    """The field has an answer."""

    path: str

    def __str__(self) -> str:
        return f"filled({self.path})"


@dataclass(frozen=True, slots=True)
class Quantified:
    """``any``, ``all`` or ``count`` over the rows of a register; ``op`` and ``number`` belong to ``count`` only."""

    function: str
    register: str
    condition: Condition | None = None
    op: str = ""
    number: int = 0

    def __str__(self) -> str:
        inner = "" if self.condition is None else f", {self.condition}"
        tail = f" {self.op} {self.number}" if self.op else ""
        return f"{self.function}({self.register}{inner}){tail}"


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Condition

    def __str__(self) -> str:
        return f"not ({self.part})"


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold; two or more."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " and ".join(f"({part})" if isinstance(part, And | Or) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds; two or more."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " or ".join(f"({part})" if isinstance(part, And | Or) else str(part) for part in self.parts)


Condition = And | Or | Not | Compare | Filled | Quantified


class ConditionError(ValueError):
    """A condition cannot be read. ``position`` counts characters from 1; ``problem`` is a Dutch sentence."""

    def __init__(self, problem: str, position: int) -> None:
        super().__init__(f"{problem} (teken {position})")
        self.problem = problem
        self.position = position


def _written(literal: Literal) -> str:
    match literal:
        case tuple():
            return f"[{', '.join(map(_written, literal))}]"
        case bool():
            return "ja" if literal else "nee"
        case Today():
            return literal.value
        case Decimal():
            return format(literal, "f")
        case _:
            return str(literal)


_TOKEN = re.compile(
    r"\s*(?:(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<number>-?[0-9]+(?:\.[0-9]+)?)|(?P<word>[a-z][a-z0-9_]*)"
    r"|(?P<op><=|>=|!=|=|<|>)|(?P<mark>[()\[\],])|(?P<end>$)|(?P<bad>.))",
    re.DOTALL,
)
_MEANING = {"en": "and", "and": "and", "of": "or", "or": "or", "niet": "not", "not": "not", "in": "in"}
_FUNCTIONS = frozenset({"filled", "any", "all", "count"})
_VALUES: dict[str, Single] = {"ja": True, "nee": False, "vandaag": TODAY}
RESERVED = frozenset(_MEANING) | _FUNCTIONS | frozenset(_VALUES)
"""The words of the language; no field may carry such a name."""


class _Parser:
    """Recursive descent; ``kind`` and ``text`` are the token at hand, ``depth`` bounds the recursion."""

    def __init__(self, text: str) -> None:
        self.matches = _TOKEN.finditer(text)
        self.depth = 0
        self.advance()

    def advance(self) -> None:
        """Go to the next token."""
        self.match = next(self.matches)
        self.kind = self.match.lastgroup or ""
        self.text = self.match[self.kind]
        if self.kind == "bad":
            raise self.fail(f"Het teken {self.text!r} hoort hier niet.")
        if self.kind == "number" and len(self.text) > MAX_DIGITS:
            raise self.fail("Dit getal is te lang.")

    def fail(self, problem: str) -> ConditionError:
        return ConditionError(problem, self.match.start(self.kind) + 1)

    def accept(self, kind: str, text: str = "") -> str:
        """Take the token when it is of this kind (and text); return its text, or nothing."""
        found = self.text
        if self.kind != kind or (text and found != text):
            return ""
        self.advance()
        return found

    def expect(self, mark: str) -> None:
        if not self.accept("mark", mark):
            raise self.fail(f"Hier wordt '{mark}' verwacht.")

    def joins(self, meaning: str) -> bool:
        if self.kind != "word" or _MEANING.get(self.text) != meaning:
            return False
        self.advance()
        return True

    def whole(self) -> Condition:
        condition = self.either()
        if self.kind != "end":
            raise self.fail("Hier staat iets te veel, of er ontbreekt 'and' of 'or'.")
        return condition

    def either(self) -> Condition:
        parts = [self.both()]
        while self.joins("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Condition:
        parts = [self.single()]
        while self.joins("and"):
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def single(self) -> Condition:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail(f"De voorwaarde is dieper genest dan {MAX_DEPTH}.")
        try:
            if self.joins("not"):
                return Not(self.single())
            if self.accept("mark", "("):
                condition = self.either()
                self.expect(")")
                return condition
            return self.function() if self.text in _FUNCTIONS else self.comparison()
        finally:
            self.depth -= 1

    def name(self, what: str) -> str:
        if self.kind != "word" or self.text in RESERVED:
            raise self.fail(f"Hier wordt de naam van een {what} verwacht.")
        return self.accept("word")

    def function(self) -> Condition:
        function = self.accept("word")
        self.expect("(")
        if function == "filled":
            path = self.name("veld")
            self.expect(")")
            return Filled(path)
        register = self.name("register")
        condition = None
        if self.accept("mark", ","):
            condition = self.either()
        elif function == "all":
            raise self.fail("Na het register hoort bij 'all' een komma en een voorwaarde.")
        self.expect(")")
        return Quantified(function, register, condition, *(self.limit() if function == "count" else ()))

    def limit(self) -> tuple[str, int]:
        op = self.accept("op")
        number = self.accept("number")
        if not op or not number.isdigit():
            raise self.fail("Na count(…) hoort een vergelijking met een heel getal, zoals '>= 2'.")
        return op, int(number)

    def comparison(self) -> Condition:
        path = self.name("veld")
        if self.joins("in"):
            self.expect("[")
            literals = [self.literal()]
            while self.accept("mark", ","):
                literals.append(self.literal())
            self.expect("]")
            return Compare(path, "in", tuple(literals))
        op = self.accept("op")
        if not op:
            raise self.fail(f"Na '{path}' hoort een vergelijking, zoals '= ja'.")
        return Compare(path, op, self.literal())

    def literal(self) -> Single:
        kind, text = self.kind, self.text
        if kind not in {"number", "word", "date"}:
            raise self.fail("Hier wordt een waarde verwacht: een keuze, getal, datum, ja, nee of vandaag.")
        try:
            value = date.fromisoformat(text) if kind == "date" else Decimal(text) if kind == "number" else text
        except ValueError as error:
            raise self.fail(f"De datum {text} bestaat niet.") from error
        self.advance()
        return _VALUES.get(text, value)


def parse_condition(text: str) -> Condition:
    """Return the condition that a text stands for. Raises ConditionError with the position of the mistake."""
    if len(text) > MAX_LENGTH:
        raise ConditionError(f"De voorwaarde is langer dan {MAX_LENGTH} tekens.", MAX_LENGTH + 1)
    return _Parser(text).whole()


def names_of(condition: Condition, register: str = "") -> frozenset[str]:
    """Return every name in a condition: registers, fields as they stand, and those about a row as ``register.name``.

    A name about a row means that row first and then the plan, so ``register.name`` may have to be read as ``name``.
    """
    match condition:
        case And(parts) | Or(parts):
            return frozenset().union(*(names_of(part, register) for part in parts))
        case Not(part):
            return names_of(part, register)
        case Compare(path) | Filled(path):
            return frozenset({f"{register}.{path}" if register else path})
        case Quantified(_, rows, inner):
            return frozenset({rows}) | (names_of(inner, rows) if inner is not None else frozenset())
