"""Cards that ask a question themselves: of one field, and of several fields together."""

from __future__ import annotations

from PySide6.QtCore import Qt

from radplan_desktop.guideline.conditions import names_of
from radplan_desktop.guideline.model import Field, Group, Kind
from radplan_desktop.plan.gaps import gaps
from radplan_desktop.plan.tracks import offered
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.form import FieldForm
from radplan_desktop.ui.fields.typing import SHOWN_ONLY
from radplan_desktop.ui.look.plain import Button
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place, Screen

PROFILE = "profile"
"""The part of the preferences where the profile of the municipality is kept."""


class FieldCard(QuestionCard):
    """One question."""

    def __init__(self, desk: Desk, entry: Entry, field: Field) -> None:
        super().__init__(desk, entry)
        self._field = field
        self.box = FieldBox(desk, entry, field, labelled=False)
        self.body.addWidget(self.box)
        if field.kind not in SHOWN_ONLY:
            self.add_tool(self.box.menu)
        self._draft = self._add_draft() if field.opzet else None
        self._ways = self._add_ways()

    def _add_draft(self) -> Button:
        button = Button("Begin met een opzet", icon_name="list-tree", size="small")
        button.clicked.connect(self._begin)
        self.add_below(button)
        return button

    def _add_ways(self) -> dict[str, Button]:
        """Add a button to every track that this answer opens."""
        ways: dict[str, Button] = {}
        for track in self.desk.guideline.tracks.values():
            if track.when is not None and self._field.id in names_of(track.when):
                button = Button(f"Naar de {track.label.lower()}", icon_name="circle-play", size="small")
                button.clicked.connect(lambda _=False, one=track.id: self.desk.go(Place(Screen.TRACK, item=one)))
                self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                ways[track.id] = button
        return ways

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the answer."""
        super().refresh(cells)
        self.box.refresh(cells)
        if self._field.kind is Kind.LONGTEXT:
            text = self.desk.answers.content(PLAN_ROW, self._field.id)
            self.show_count(counted(text) if isinstance(text, str) else "")
        shown = {track.id for track in offered(self.desk.answers)} if self._ways else ()
        for name, button in self._ways.items():
            button.setVisible(name in shown)
        if self._draft is not None:
            self._draft.setVisible(self.box.is_open() and bool(self._opening()))

    def concerns(self, cells: frozenset[Cell]) -> bool:
        """Whether the answer changed, or is worked out from what did."""
        return self.box.cell in cells or self._field.kind is Kind.DERIVED

    def _opening(self) -> str:
        """Return the text to begin with: of the first chosen type of intervention that has one."""
        types = self.desk.answers.content(PLAN_ROW, self.desk.guideline.role("intervention_types"))
        chosen = [types] if isinstance(types, str) else types or []
        return next((self._field.opzet[kind] for kind in chosen if kind in self._field.opzet), "")

    def _begin(self) -> None:
        text = self.desk.answers.fill(self._opening()).strip()
        self.desk.session.set(self.box.cell, Answer(text))
        self.box.refresh()
        self.box.focus()

    def focus(self, place: Place) -> None:
        """Put the focus in the editor."""
        del place
        self.box.focus()

    def is_open(self) -> bool:
        """Whether there is no answer yet, or one with gaps."""
        content = self.desk.answers.content(PLAN_ROW, self._field.id)
        return (self.box.is_open() or gaps(self._field, content) > 0) and self._field.kind not in SHOWN_ONLY


def counted(text: str) -> str:
    """Return how much was written; nothing when there are no words."""
    words = len(text.split())
    return ("1 woord" if words == 1 else f"{words} woorden") if words else ""


class GroupCard(QuestionCard):
    """Several fields that are asked together."""

    def __init__(self, desk: Desk, entry: Entry, group: Group) -> None:
        super().__init__(desk, entry)
        fields = [desk.guideline.fields[name] for name in group.fields]
        self.form = FieldForm([FieldBox(desk, entry, field) for field in fields if not field.retired])
        self.body.addWidget(self.form)
        if desk.guideline.role("logo") in group.fields:
            self._add_profile()

    def _add_profile(self) -> None:
        """Add the way to where the profile of the municipality is kept for a next plan."""
        button = Button("Bewaren voor een volgend plan", icon_name="save", size="small")
        button.clicked.connect(lambda: self.desk.go(Place(Screen.PREFERENCES, item=PROFILE)))
        self.add_below(button)

    def concerns(self, cells: frozenset[Cell]) -> bool:
        """Whether one of the answers changed, or is worked out from what did."""
        return any(box.cell in cells or box.field.kind is Kind.DERIVED for box in self.form.boxes)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the answers."""
        super().refresh(cells)
        self.form.refresh(cells)

    def focus(self, place: Place) -> None:
        """Put the focus in the named field, else in the first open one."""
        box = self.form.box(place.field) if place.field else None
        shown = [one for one in self.form.boxes if not one.isHidden()]
        target = box or next((one for one in shown if one.is_open()), None) or next(iter(shown), None)
        if target is not None:
            target.focus()

    def is_open(self) -> bool:
        """Whether one of the fields has no answer yet."""
        return any(box.is_open() for box in self.form.boxes if box.field.kind not in SHOWN_ONLY)
