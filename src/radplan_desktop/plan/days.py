"""Days and months as people type them: 12-11-2026, 12-11-26, donderdag 12 november 2026, november 2026, 2026-11."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from radplan_desktop.plan.display import MONTHS
from radplan_desktop.plan.shape import ContentError

SHORTEST_MONTH = 3
MARCH = "mrt"
CENTURY = 2000
_WEEKDAY = re.compile(r"^(ma(an)?|di(ns)?|wo(ens)?|do(nder)?|vr(ij)?|za(ter)?|zo(n)?)(dag)?\.?,? +(?=\d)")
_DAY = r"(\d{1,2})(?:e|de|ste)?"
_NUMBERED_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_WORDED_DAY = re.compile(_DAY + r"[- ]([a-z]+)\.?[- ](\d{4}|\d{2})")
_DAY_WITHOUT_YEAR = re.compile(_DAY + r"[-/ ](?:\d{1,2}|[a-z]+\.?)")
_NUMBERED_MONTH = re.compile(r"(\d{1,2})[-/ ](\d{4})")
_WORDED_MONTH = re.compile(r"([a-z]+)\.?[- ](\d{4})")


def parse_date(text: str) -> str:
    """Return the ISO date for 12-11-2026, 12 november 2026 or 2026-11-12. Raises ContentError, which says what lacks."""
    typed = _WEEKDAY.sub("", " ".join(text.lower().split()))
    try:
        return _day(typed).isoformat()
    except ValueError:
        raise ContentError(_no_day(text, typed)) from None


def parse_month(text: str) -> str:
    """Return the ISO month for 11-2026, november 2026 or 2026-11; of a day, its month. Raises ContentError."""
    typed = " ".join(text.lower().split())
    for read in (_month, _day):
        try:
            return read(typed).isoformat()[:7]
        except ValueError:
            continue
    if _holds(_month_number, typed.rstrip(".")):
        raise ContentError(f"Bij ‘{text}’ ontbreekt het jaar. Typ een maand als 11-2026 of november 2026.")
    raise ContentError(f"‘{text}’ is geen maand. Typ een maand als 11-2026 of november 2026.")


def _no_day(text: str, typed: str) -> str:
    if _holds(_month, typed):
        return f"Bij ‘{text}’ ontbreekt de dag. Typ een datum als 12-11-2026. Een schatting mag."
    if _DAY_WITHOUT_YEAR.fullmatch(typed):
        return f"Bij ‘{text}’ ontbreekt het jaar. Typ een datum als 12-11-2026."
    return f"‘{text}’ is geen bestaande datum. Typ een datum als 12-11-2026."


def _day(typed: str) -> date:
    if match := _NUMBERED_DAY.fullmatch(typed):
        return date(_year(match[3]), int(match[2]), int(match[1]))
    if match := _WORDED_DAY.fullmatch(typed):
        return date(_year(match[3]), _month_number(match[2]), int(match[1]))
    return date.fromisoformat(typed)


def _month(typed: str) -> date:
    if match := _NUMBERED_MONTH.fullmatch(typed):
        return date(int(match[2]), int(match[1]), 1)
    if match := _WORDED_MONTH.fullmatch(typed):
        return date(int(match[2]), _month_number(match[1]), 1)
    return date.fromisoformat(f"{typed}-01")


def _year(digits: str) -> int:
    return int(digits) + (CENTURY if len(digits) == len("26") else 0)


def _month_number(name: str) -> int:
    if name == MARCH:
        return 3
    found = [n for n, month in enumerate(MONTHS, 1) if len(name) >= SHORTEST_MONTH and month.startswith(name)]
    if len(found) != 1:
        raise ValueError(name)
    return found[0]


def _holds(read: Callable[[str], object], typed: str) -> bool:
    """Whether a text can be read this way."""
    try:
        read(typed)
    except ValueError:
        return False
    return True
