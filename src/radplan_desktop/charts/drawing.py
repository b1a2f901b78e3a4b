"""The charts by their name in the forms. A name that is not here draws nothing; its data stands in tables elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.goal_tree import goal_tree
from radplan_desktop.charts.indicator_bars import indicator_bars
from radplan_desktop.charts.process_line import process_line
from radplan_desktop.charts.scene import Scene
from radplan_desktop.charts.stakeholder_map import stakeholder_map
from radplan_desktop.charts.timeline import timeline
from radplan_desktop.guideline.model import Chart, Confidentiality
from radplan_desktop.plan.answers import Answers

_CHARTS: dict[str, Callable[[Edition, Chart, float], Scene | None]] = {
    "goal_tree": goal_tree,
    "indicator_bars": indicator_bars,
    "process_line": process_line,
    "stakeholder_map": stakeholder_map,
    "timeline": timeline,
}


def draw(answers: Answers, chart: Chart, width: float, edition: Confidentiality = Confidentiality.V) -> Scene | None:
    """Return the drawing, ``width`` points wide, with only what the edition may show; None when there is nothing to draw."""
    return draw_edition(Edition(answers, edition), chart, width)


def draw_edition(edition: Edition, chart: Chart, width: float) -> Scene | None:
    """Return the drawing of an edition that is used for more than one: it remembers what it looked up."""
    drawing = _CHARTS.get(chart.chart)
    return drawing(edition, chart, width) if drawing is not None else None
