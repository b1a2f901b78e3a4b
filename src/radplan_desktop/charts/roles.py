"""Which fields and registers a chart is drawn from: the roles that the forms give it."""

from __future__ import annotations

from radplan_desktop.guideline.model import Chart


def role(chart: Chart, name: str) -> str:
    """Return the id or path that plays a role in this chart; the empty string when the forms name none."""
    value = chart.roles.get(name, "")
    return value if isinstance(value, str) else "".join(value[:1])


def column(chart: Chart, name: str) -> str:
    """Return the column part of the path that plays a role (``indicatoren.nulwaarde`` -> ``nulwaarde``)."""
    return role(chart, name).rpartition(".")[2]
