"""What a shape of a chart stands for, in words. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.charts.roles import column, role
from radplan_desktop.guideline.model import Chart
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import PLAN_ROW, Cell
from radplan_desktop.ui.outline import paths_of
from radplan_desktop.ui.titled import named


class Said(NamedTuple):
    """A title, and under it the answers that the chart shows of it, as "label: answer"."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, line under line."""
        return "\n".join((self.title, *self.lines))

    @property
    def sentence(self) -> str:
        """All of it on one line."""
        return ", ".join((self.title, *self.lines))


def said(answers: Answers, chart: Chart, cell: Cell) -> Said:
    """Return what a shape stands for: the row with the answers that the chart shows of it, or the one answer."""
    if cell.row == PLAN_ROW:
        return Said(
            answers.field(PLAN_ROW, cell.field).label, _answered(answers, PLAN_ROW, [cell.field], labelled=False)
        )
    register = answers.register_of(cell.row)
    title = answers.guideline.registers[register].title
    names = [path.partition(".")[2] for path in paths_of(chart) if path.startswith(f"{register}.")]
    shown = [name for name in dict.fromkeys(names) if name != title]
    return Said(named(answers.number(cell.row), answers.title(cell.row)), _answered(answers, cell.row, shown))


def _answered(answers: Answers, row: str, names: list[str], *, labelled: bool = True) -> tuple[str, ...]:
    texts = [(name, " ".join(answers.text(row, name).split())) for name in names if answers.visible(row, name)]
    return tuple(_labelled(answers.field(row, name).label, text) if labelled else text for name, text in texts if text)


def _labelled(label: str, text: str) -> str:
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"


def moved_of(answers: Answers, chart: Chart, row: str) -> tuple[str, str]:
    """Return where a party came from and where it is now, when those differ; empty texts otherwise."""
    before, now = column(chart, "previous"), column(chart, "x")
    if not before or not role(chart, "x") or answers.content(row, before) is None:
        return "", ""
    texts = answers.text(row, before), answers.text(row, now)
    return texts if answers.content(row, before) != answers.content(row, now) and texts[1] else ("", "")
