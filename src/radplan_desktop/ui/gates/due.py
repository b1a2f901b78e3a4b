"""By when a milestone must be met, in words. No Qt."""

from __future__ import annotations

from datetime import date

from radplan_desktop.guideline.model import Guideline
from radplan_desktop.plan import display
from radplan_desktop.plan.gates import GateStanding

WEEK = 7
FEW_DAYS = 14


def due_sentence(guideline: Guideline, standing: GateStanding, today: date) -> str:
    """Return by when, why then, and how far away that is."""
    label = due_label(guideline, standing)
    if standing.due is None or standing.event is None:
        return f"De datum volgt uit ‘{label}’. Die is nog niet ingevuld." if label else ""
    weeks = standing.spec.lead_weeks
    when = display.long_date(standing.due.isoformat())
    event = display.long_date(standing.event.isoformat())
    before = f", {_weeks(weeks)} vóór {event}" if weeks else ""
    away = "" if standing.met else f" {_away((standing.due - today).days)}"
    return f"Klaar op {when}{before} ({label}).{away}"


def due_label(guideline: Guideline, standing: GateStanding) -> str:
    """Return what the date is called that a milestone counts back from."""
    path = standing.spec.due
    if not path:
        return ""
    register, dot, _ = path.partition(".")
    label = guideline.field(path).label
    return f"{guideline.registers[register].label}: {label.lower()}" if dot else label


def _weeks(count: int) -> str:
    return "één week" if count == 1 else f"{count} weken"


def _away(days: int) -> str:
    if days < 0:
        return "Die dag is voorbij."
    if days < FEW_DAYS:
        return "Dat is vandaag." if days == 0 else f"Nog {days} {'dag' if days == 1 else 'dagen'}."
    return f"Nog {days // WEEK} weken."
