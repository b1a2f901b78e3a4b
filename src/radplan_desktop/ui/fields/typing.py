"""What stands in the editor of a cell beside what the plan says of it: which of the two is the newest, and what is kept."""

from __future__ import annotations

from radplan_desktop.guideline.model import Kind
from radplan_desktop.plan.values import PLAN_ROW, Cell, Content
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import HALF_TYPED, Editor

SHOWN_ONLY = frozenset({Kind.DERIVED})
Kept = tuple[Content, str]
"""What the plan says of a cell: its content, and what was typed there and is no answer."""


class Typing:
    """The typing in one editor. What is no answer, such as half a date, is kept as it was typed; the answer stays what it was."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        self._session, self._editor = desk.session, editor
        self._row = PLAN_ROW
        self._known: Kept = (None, "")
        self._kept: Kept | None = None
        self._settled: Content = None

    @property
    def cell(self) -> Cell:
        """The cell that is typed in."""
        return Cell(self._row, self._editor.field.id)

    def bind(self, row: str) -> None:
        """Type in another row; what was being typed in the one before has been settled."""
        self._row, self._kept = row, None

    @property
    def has_place(self) -> bool:
        """Whether the row that is typed in is there; undo may have taken it away."""
        return self._row == PLAN_ROW or self._session.answers.exists(self._row)

    def is_under_way(self) -> bool:
        """Whether what stands in the editor differs from the last answer."""
        return self._editor.field.kind not in SHOWN_ONLY and self._editor.standing() != self._settled

    def show(self, content: Content, *, always: bool = False) -> None:
        """Show what the plan says; not over what was typed since."""
        now, standing = (content, self._session.begun(self.cell)), self._editor.standing()
        if now in (self._kept, self._known if standing is HALF_TYPED else None) and not always:
            return  # what was kept a moment ago comes back; what stands there is what was typed since
        self._known, self._kept = now, None
        if not self._session.has_draft(self.cell):
            self._settled = content
        if always or self._editor.field.kind in SHOWN_ONLY or standing != content:
            text = "" if content is None else self._session.answers.content_text(*self.cell)
            self._editor.set_value(content, text)
            self._editor.set_error("")
        if now[1]:
            self._editor.put_typed(now[1])

    def keep(self) -> None:
        """Keep what stands there: as an answer, or as a text that is none."""
        if not self.has_place:
            return
        content = self._editor.standing()
        if content is HALF_TYPED:
            self._begin(self._editor.typed())
        elif content != self._session.answers.content(*self.cell):
            self._kept = (content, "")
            self._session.draft(self.cell, content)
        else:
            self._begin("")

    def answered(self, content: Content) -> None:
        """Take note that this is the answer now: nothing is being typed any more."""
        self._known, self._kept = (content, ""), None

    def settle(self) -> None:
        """Turn what was typed into the answer it already is."""
        self._kept = None
        self._session.begin(self.cell, "")
        self._session.settle(self.cell)

    def _begin(self, text: str) -> None:
        """Keep a text that is no answer; "" when there is none any more."""
        self._session.begin(self.cell, text)
        self._known = self._kept = (self._session.answers.content(*self.cell), self._session.begun(self.cell))
