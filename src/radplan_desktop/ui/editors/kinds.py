"""The one table from a kind of field to its editor."""

from __future__ import annotations

from collections.abc import Callable

from radplan_desktop.guideline.model import Field, Guideline, Kind
from radplan_desktop.ui.attachments.editor import AttachmentEditor
from radplan_desktop.ui.editors.base import Editor, Targets
from radplan_desktop.ui.editors.choice import (
    FEW,
    ChecklistEditor,
    ChoicesEditor,
    ComboChoiceEditor,
    RadioChoiceEditor,
    YesNoEditor,
    offered,
)
from radplan_desktop.ui.editors.dates import DateEditor, MonthEditor
from radplan_desktop.ui.editors.links import LinkEditor, LinksEditor
from radplan_desktop.ui.editors.numbers import NumberEditor, ScaleEditor
from radplan_desktop.ui.editors.shown import ShownEditor
from radplan_desktop.ui.editors.text import LineEditor, LongTextEditor

TargetsOf = Callable[[str], Targets]
_Maker = Callable[[Field, Guideline, TargetsOf, bool], Editor]


def _choice(field: Field, guideline: Guideline, _targets: TargetsOf, compact: bool) -> Editor:  # noqa: FBT001
    few = len(offered(field, guideline)) <= FEW and not compact
    return RadioChoiceEditor(field, guideline) if few else ComboChoiceEditor(field, guideline)


_MAKERS: dict[Kind, _Maker] = {
    Kind.TEXT: lambda f, g, _t, _c: LineEditor(f, g),
    Kind.LONGTEXT: lambda f, g, _t, _c: LongTextEditor(f, g),
    Kind.CHOICE: _choice,
    Kind.CHOICES: lambda f, g, _t, _c: ChoicesEditor(f, g),
    Kind.YESNO: lambda f, g, _t, _c: YesNoEditor(f, g),
    Kind.DATE: lambda f, g, _t, _c: DateEditor(f, g),
    Kind.MONTH: lambda f, g, _t, _c: MonthEditor(f, g),
    Kind.NUMBER: lambda f, g, _t, _c: NumberEditor(f, g),
    Kind.MONEY: lambda f, g, _t, _c: NumberEditor(f, g),
    Kind.PERCENT: lambda f, g, _t, _c: NumberEditor(f, g),
    Kind.SCALE: lambda f, g, _t, _c: ScaleEditor(f, g),
    Kind.CHECKLIST: lambda f, g, _t, _c: ChecklistEditor(f, g),
    Kind.LINK: lambda f, g, t, _c: LinkEditor(f, g, t(f.target)),
    Kind.LINKS: lambda f, g, t, _c: LinksEditor(f, g, t(f.target)),
    Kind.ATTACHMENT: lambda f, g, _t, _c: AttachmentEditor(f, g),
    Kind.DERIVED: lambda f, g, _t, _c: ShownEditor(f, g, "RadPlan rekent dit uit zodra het kan."),
}


def make_editor(field: Field, guideline: Guideline, targets: TargetsOf, *, compact: bool = False) -> Editor:
    """Return the editor for a field. ``targets`` gives the rows of a register to link to; ``compact`` is for row forms."""
    return _MAKERS[field.kind](field, guideline, targets, compact)
