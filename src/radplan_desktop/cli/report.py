"""What the command line shows of a plan: progress, open points and deadlines; and the coverage of the guideline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from radplan_desktop.guideline import Coverage
from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.deadlines import deadlines
from radplan_desktop.plan.progress import open_points, progress
from radplan_desktop.plan.values import PLAN_ROW


def status_of(answers: Answers) -> dict[str, Any]:
    """Return {name, municipality, gate, gates, sections, open_points, deadlines}; texts in Dutch, dates ISO, shares 0 to 1."""
    guideline, found = answers.guideline, progress(answers)
    return {
        "name": answers.text(PLAN_ROW, guideline.role("plan_name")),
        "municipality": answers.text(PLAN_ROW, guideline.role("municipality")),
        "gate": found.gate.name,
        "gates": {spec.gate.name: {"label": spec.label, "met": found.met[spec.gate]} for spec in guideline.gates},
        "total": round(found.total, 4),
        "sections": [
            {
                "number": section.number,
                "id": section.id,
                "title": section.title,
                "done": round(found.sections[section.id].done, 4),
                "open": found.sections[section.id].open,
                "parked": found.sections[section.id].parked,
            }
            for section in guideline.sections
        ],
        "open_points": [
            {
                "kind": point.kind,
                "gate": point.gate.name if point.gate is not None else None,
                "section": point.section,
                "item": point.item,
                "row": point.row,
                "field": point.field,
                "message": point.message,
            }
            for point in open_points(answers)
        ],
        "deadlines": [
            {"date": d.day.isoformat(), "label": d.label, "title": d.title, "done": d.done, "overdue": d.overdue}
            for d in deadlines(answers)
        ],
    }


def as_text(found: dict[str, Any]) -> str:
    """Return the status as lines for people."""
    gate = found["gates"].get(found["gate"], {"label": found["gate"]})
    lines = [
        f"{found['name'] or display.NAMELESS} · {found['municipality']}",
        f"Volgende mijlpaal: {gate['label']}",
        "",
    ]
    for section in found["sections"]:
        tail = f"{section['open']} open" if section["open"] else "geen open punten"
        lines.append(f"{section['number']}  {section['title']:<28} {section['done']:>5.0%}  {tail}")
    lines += ["", f"Open punten: {len(found['open_points'])}"]
    lines += [f"- {point['message']}" for point in found["open_points"]]
    coming = [deadline for deadline in found["deadlines"] if not deadline["done"]]
    lines += ["", f"Termijnen: {len(coming)}"]
    for deadline in coming:
        late = " (verlopen)" if deadline["overdue"] else ""
        title = f": {deadline['title']}" if deadline["title"] else ""
        lines.append(f"- {display.short_date(deadline['date'])}  {deadline['label']}{title}{late}")
    return "\n".join(lines) + "\n"


def coverage_text(rows: Iterable[Coverage]) -> str:
    """Return one line a requirement: its id, where it is answered, and what it says."""
    lines = []
    found = list(rows)
    for row in found:
        where = ", ".join(f"{by.path} ({by.label})" for by in row.by) or row.requirement.behaviour or "NERGENS"
        lines.append(f"{row.requirement.id:<5} {where}  |  {row.requirement.text}")
    answered = sum(1 for row in found if row.answered)
    lines.append(f"{answered} van {len(found)} eisen beantwoord.")
    return "\n".join(lines) + "\n"
