"""How the lines of the brought-together screens are said. No Qt."""

from __future__ import annotations

from datetime import date

from radplan_desktop.plan import display
from radplan_desktop.plan.actions import Action, State
from radplan_desktop.plan.findings import Finding, Follows, Step
from radplan_desktop.plan.reactions import Handled, Reaction
from radplan_desktop.plan.standing import Measure, Standing
from radplan_desktop.ui.ledger.model import LedgerLine
from radplan_desktop.ui.overview.words import ahead

HEADINGS = {
    State.LATE: "Te laat",
    State.WEEK: "Deze week",
    State.LATER: "Later",
    State.UNDATED: "Zonder datum",
    State.DECIDED: "Besluiten",
    State.CLOSED: "Klaar of vervallen",
}
CHIPS = {
    State.LATE: ("Te laat", "warn", "clock"),
    State.WEEK: ("Deze week", "primary", "calendar-clock"),
    State.LATER: ("", "neutral", ""),
    State.UNDATED: ("Nog geen datum", "warn", "circle-dashed"),
    State.DECIDED: ("Besluit", "neutral", "flag"),
    State.CLOSED: ("Klaar", "ok", "check"),
}
HANDLED = {
    Handled.OPEN: ("Nog te doen", "warn", "circle-dashed"),
    Handled.DONE: ("Verwerkt", "ok", "check"),
    Handled.REFUSED: ("Niet overgenomen", "neutral", "x"),
}
FOLLOWS = {
    Follows.NOTHING_YET: ("Nog geen vervolg", "warn", "circle-dashed"),
    Follows.ACTION: ("Met actie", "ok", "check"),
    Follows.NONE: ("Bewust geen actie", "neutral", "minus"),
}
STANDINGS = {
    Standing.NOT_YET: ("Nog niet", "neutral", "hourglass"),
    Standing.UNKNOWN: ("Niet bekend", "warn", "circle-help"),
    Standing.MET: ("Gehaald", "ok", "check"),
    Standing.MISSED: ("Niet gehaald", "other", "x"),
}
"""Four different things: the day has not come, nobody knows, it worked, it did not."""
NOBODY = "nog niemand"
WAYS = {
    "actions": "Alle acties en besluiten openen",
    "reactions": "Reacties verwerken",
    "findings": "Van bevinding naar actie",
}
"""What the way to the screen of a panel is called."""


def when(day: date | None, today: date) -> str:
    """Return "4 december 2026, over 9 dagen"; "nog geen datum" without a day."""
    if day is None:
        return "nog geen datum"
    return f"{display.long_date(day.isoformat())}, {ahead(day, today)}"


def action_line(action: Action, today: date) -> LedgerLine:
    """Return the line of an action or decision."""
    chip, tone, icon = CHIPS[action.state]
    if action.standing and action.state in (State.CLOSED, State.LATER):
        chip = action.standing
    about = action.about if action.about != action.text else ""
    day = when(action.day, today) if action.day is not None else ""
    meta = " · ".join(part for part in (action.kind, about, action.owner or NOBODY, day) if part)
    return LedgerLine(action.row, action.text, meta, chip, tone, icon)


def reaction_line(reaction: Reaction) -> LedgerLine:
    """Return the line of a reaction."""
    chip, tone, icon = HANDLED[reaction.handled]
    if reaction.handled is Handled.REFUSED and reaction.lacking:
        chip, tone, icon = "Nog geen reden", "warn", "circle-dashed"
    elif reaction.handled is Handled.DONE:
        chip = reaction.outcome
    title = " ".join(part for part in (reaction.number, reaction.remark.replace("\n", " ")) if part)
    meta = " · ".join(part for part in (reaction.party, reaction.about, reaction.day) if part)
    return LedgerLine(reaction.row, title, meta, chip, tone, icon)


def finding_line(finding: Finding) -> LedgerLine:
    """Return the line of a finding."""
    chip, tone, icon = FOLLOWS[finding.follows]
    late = [step for step in finding.steps if step.state is State.LATE]
    if late:
        chip, tone, icon = ("Actie te laat", "warn", "clock")
    elif finding.steps and all(step.state is State.CLOSED for step in finding.steps):
        chip = "Actie klaar" if len(finding.steps) == 1 else "Acties klaar"
    elif finding.steps:
        chip = "1 actie" if len(finding.steps) == 1 else f"{len(finding.steps)} acties"
    title = " ".join(part for part in (finding.number, finding.title) if part)
    meta = " · ".join(part for part in (finding.evaluation, finding.strength) if part)
    return LedgerLine(finding.row, title, meta, chip, tone, icon)


def measure_text(measure: Measure) -> str:
    """Return where an indicator came from, where it is, and where it has to be."""
    now = f"nu {measure.now}" if measure.now else "nog niet gemeten"
    start = f"beginwaarde {measure.baseline}" if measure.baseline else "beginwaarde nog open"
    target = f"streefwaarde {measure.target}" if measure.target else "streefwaarde nog open"
    return f"{start} · {now} · {target}"


def step_text(step: Step, today: date) -> str:
    """Return who does it and when, and when was looked whether it helped."""
    checked = f"nagegaan of het hielp: {step.checked}" if step.checked else ""
    return " · ".join(part for part in (step.owner or NOBODY, when(step.day, today), checked) if part)
