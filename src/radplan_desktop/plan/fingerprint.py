"""The canonical form of a Plan, and the fingerprint that names it on paper ("controlecode"). It needs no forms."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.order import numbered_key
from radplan_desktop.plan.plan import NULL, Plan, in_register, is_preset, register_of_preset
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, canonical

FORMAT = 1


def canonical_form(plan: Plan, plan_id: str) -> dict[str, Any]:
    """Return {format, plan, registers: {id: [row ids in order]}, cells: [[row, field, value] ...] sorted}, without deleted rows.

    ``registers`` names the stored rows, and the preset rows that someone gave a place; the others come first, in the forms' order.
    """
    return {
        "format": FORMAT,
        "plan": plan_id,
        "registers": registers_of(plan),
        "cells": [[row, field, json.loads(text)] for (row, field), text in sorted(living(plan))],
    }


def fingerprint(plan: Plan, plan_id: str) -> str:
    """Return 64 hex digits: SHA-256 over the canonical form as compact UTF-8 JSON with sorted keys."""
    return hashlib.sha256(canonical(canonical_form(plan, plan_id)).encode()).hexdigest()


def changes_from(form: Mapping[str, Any]) -> list[tuple[CellKey, str]]:
    """Return the changes that build a canonical form up from nothing. Raises ValueError when it is not one."""
    cells, registers = form.get("cells"), form.get("registers")
    if form.get("format") != FORMAT or not isinstance(cells, list) or not isinstance(registers, dict):
        raise ValueError("not a plan in the canonical form")
    changes: list[tuple[CellKey, str]] = []
    for register, rows in registers.items():
        for place, row in enumerate(rows):
            if not is_preset(row):
                changes.append(((row, IN), in_register(register)))
            changes.append(((row, ORDER), canonical({"v": numbered_key(place)})))
    return changes + [((row, field), canonical(value)) for row, field, value in cells]


def grouped(code: str, digits: int = 24) -> str:
    """Return the first digits of a fingerprint as it is printed: capitals in groups of four."""
    return " ".join(code[i : i + 4] for i in range(0, digits, 4)).upper()


def registers_of(plan: Plan) -> dict[str, list[str]]:
    """Return register id -> row ids in order: stored rows, and preset rows that were given a place."""
    placed = {register: list(rows) for register, rows in plan.rows.items()}
    for row, field in plan.cells:
        if field == ORDER and is_preset(row) and plan.order(row) and not plan.is_deleted(row):
            placed.setdefault(register_of_preset(row), []).append(row)
    return {register: sorted(rows, key=lambda row: (plan.order(row), row)) for register, rows in placed.items()}


def living(plan: Plan) -> Iterator[tuple[CellKey, str]]:
    """Yield the cells that count: no deleted rows, though that a preset row was deleted; places stand in ``registers``."""
    stored = {row for rows in plan.rows.values() for row in rows}
    for (row, field), text in plan.cells.items():
        if field == IN:
            if is_preset(row) and text == NULL:
                yield (row, field), text
        elif field != ORDER and (row == PLAN_ROW or row in stored or (is_preset(row) and not plan.is_deleted(row))):
            yield (row, field), text
