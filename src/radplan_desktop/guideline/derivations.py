"""What the program works out itself (``derive``): the functions, the keys each takes, and what they may refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from radplan_desktop.guideline.binding import condition
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.model import Derivation, Field, Guideline, Kind
from radplan_desktop.guideline.names import DATED, LINKED, NUMERIC, Known
from radplan_desktop.guideline.strict import Keys, Place, read_table, text, text_or_texts, word_of, words


@dataclass(frozen=True, slots=True)
class _Function:
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    kinds: frozenset[Kind] | None = None
    """The kinds of answer it can work on; None when it takes a whole register."""
    single: bool = True


_FUNCTIONS = {
    "count": _Function(("of",), ("where",)),
    "sum": _Function(("of",), ("where",), NUMERIC),
    "earliest": _Function(("of",), ("where",), DATED, single=False),
    "latest": _Function(("of",), ("where",), DATED, single=False),
    "most_recent": _Function(("of", "by", "link"), (), frozenset(Kind)),
    "weeks_between": _Function(("from", "to"), (), DATED),
    "share": _Function(("of",), ("where",), NUMERIC),
    "linked": _Function(("of", "link")),
}
_DERIVE = Keys.of(
    ["function"],
    function=word_of(*_FUNCTIONS),
    of=text_or_texts,
    where=text,
    by=words,
    link=words,
    from_=("start", words),
    to=("end", words),
)
_KEYS = _DERIVE.known.keys() - {"function"}


def inputs_of(guideline: Guideline, field: Field) -> Iterator[str]:
    """Yield the paths that a derived field is worked out from: registers, columns and fields."""
    derive = field.derive
    if derive is None:
        return
    whole = derive.function in {"count", "linked"}
    own = guideline.registers[field.register].columns if field.register else {}
    for name in derive.of:
        yield f"{field.register}.{name}" if name in own and not whole else name
    for name in filter(None, (derive.start, derive.end)):
        yield f"{field.register}.{name}" if name in own else name
    rows = derive.of[0].partition(".")[0] if derive.of else ""
    for name in filter(None, (derive.by, derive.link)):
        yield f"{rows}.{name.rpartition('.')[2]}"


def derivation(value: Any, place: Place) -> Derivation:  # noqa: ANN401
    """Read how a derived field is worked out; ``place.register`` is the register of a derived column."""
    inner = place.under("derive")
    values = read_table(value, _DERIVE, inner)
    function = _FUNCTIONS.get(values.get("function", ""))
    if function is None:
        return Derivation("")
    for key in value.keys() & _KEYS - {*function.required, *function.optional}:
        inner.report(key, f"Deze sleutel hoort niet bij {values['function']}.", "Haal de sleutel weg.")
        values.pop(_DERIVE.known[key][0], None)
    for key in function.required:
        if key not in value:
            inner.report(key, f"Bij {values['function']} ontbreekt deze sleutel.", f"Voeg {key} = … toe.")
    rows = inner.attempt("of", _rows, values.get("of", ()), function, inner, otherwise="")
    if "where" in values:
        values["where"] = inner.attempt("where", condition, values["where"], inner.within(rows))
    for key in ("start", "end"):
        if key in values:
            inner.attempt("from" if key == "start" else "to", _source, values[key], DATED, inner)
    _check_columns(values, rows, inner)
    return Derivation(**values)


def _rows(of: tuple[str, ...], function: _Function, place: Place) -> str:
    """Return the register whose rows are worked on, or nothing when it is a list of fields."""
    if not of:
        return ""
    if function.single and len(of) > 1:
        raise Wrong("Hier hoort één naam.", "Haal de lijst weg.")
    if function.kinds is None:
        if of[0] not in place.names.registers:
            raise Wrong(f"Het register {shown(of[0])} bestaat niet.", suggestion(of[0], place.names.registers))
        return of[0]
    sources = [_source(path, function.kinds, place) for path in of]
    return sources[0].register if len(sources) == 1 else ""


def _source(path: str, kinds: frozenset[Kind], place: Place) -> Known:
    known = place.names.find(path, place.register)
    kind = place.names.answer_kind(known)
    if kind is not None and kind not in kinds:
        raise Wrong(
            f"{shown(path)} is van soort {kind}; daarmee kan dit niet.",
            f"Kies een veld van soort {', '.join(sorted(kinds))}.",
        )
    return known


def points_at(link: Known, register: str, place: Place) -> bool:
    """Whether a column points at the rows of a register; one that points at nothing is reported where it stands."""
    return link.kind in LINKED and (link.target == register or link.target not in place.names.registers)


def _check_columns(values: dict[str, Any], rows: str, place: Place) -> None:
    if not rows:
        return
    if "by" in values:
        by = place.attempt("by", place.names.column, values["by"], rows)
        if by is not None and by.kind not in DATED:
            place.report("by", f"{shown(values['by'])} is geen datum.", "Kies een kolom van soort date of month.")
    if "link" in values:
        link = place.attempt("link", place.names.column, values["link"], rows)
        if link is not None and not points_at(link, place.register, place):
            problem = f"{shown(values['link'])} wijst niet naar de rijen van {shown(place.register)}."
            place.report("link", problem, "Kies een kolom van soort link of links naar dit register.")
