"""The canonical form of a Plan, and the fingerprint that names it on paper ("controlecode"). It needs no forms."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, canonical

FORMAT = 1


def canonical_form(plan: Plan, plan_id: str) -> dict[str, Any]:
    """Return {format, plan, registers: {id: [row ids in order]}, cells: [[row, field, value] ...] sorted}, without deleted rows."""
    return {
        "format": FORMAT,
        "plan": plan_id,
        "registers": {register: list(rows) for register, rows in plan.rows.items()},
        "cells": [[row, field, json.loads(text)] for (row, field), text in sorted(_living(plan))],
    }


def fingerprint(plan: Plan, plan_id: str) -> str:
    """Return 64 hex digits: SHA-256 over the canonical form as compact UTF-8 JSON with sorted keys."""
    return hashlib.sha256(canonical(canonical_form(plan, plan_id)).encode()).hexdigest()


def changes_from(form: Mapping[str, Any]) -> list[tuple[tuple[str, str], str]]:
    """Return the changes that build a canonical form up from nothing. Raises ValueError when it is not one."""
    from_rows: list[tuple[tuple[str, str], str]] = []
    if (
        form.get("format") != FORMAT
        or not isinstance(form.get("cells"), list)
        or not isinstance(form.get("registers"), dict)
    ):
        raise ValueError("not a plan in the canonical form")
    for register, rows in form["registers"].items():
        for place, row in enumerate(rows):
            from_rows.append(((row, IN), canonical({"v": register})))
            from_rows.append(((row, ORDER), canonical({"v": f"{place:06d}i"})))
    stated = [((row, field), canonical(value)) for row, field, value in form["cells"]]
    return from_rows + stated


def grouped(code: str, digits: int = 24) -> str:
    """Return the first digits of a fingerprint as it is printed: capitals in groups of four."""
    return " ".join(code[i : i + 4] for i in range(0, digits, 4)).upper()


def _living(plan: Plan) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the cells that count: no deleted rows; a stored row's place stands in ``registers`` already."""
    stored = {row for rows in plan.rows.values() for row in rows}
    for (row, field), text in plan.cells.items():
        preset = ":" in row
        if field in (IN, ORDER):
            if preset and row not in stored:
                yield (row, field), text
        elif row == PLAN_ROW or row in stored or (preset and (row, IN) not in plan.cells):
            yield (row, field), text
