"""A session: one open plan, and the acts of editing it. The window and the command line hold this and nothing beneath it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from radplan_desktop.acts.drafts import Drafts
from radplan_desktop.acts.events import PlanChanged, Restored, Saved, Saving, SessionEvent
from radplan_desktop.acts.history import HistoryLine, lines_of
from radplan_desktop.acts.refusals import NotFound
from radplan_desktop.acts.store import Store
from radplan_desktop.acts.undoing import UndoOutcome, UndoStack
from radplan_desktop.acts.versions import Version, make_version, versions_of
from radplan_desktop.guideline import Field, Guideline
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan import content as contents
from radplan_desktop.plan import rows
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.undo import Act, Reversal, act_of
from radplan_desktop.plan.values import IN, PLAN_ROW, Answer, Cell, Content, Value, content_of, encode

TODAY = "@today"
"""Reserved field on the plan row: the day an example lives in, so that its deadlines never rot."""


def signed(officer: Officer) -> str:
    """Return how an officer stands in the history: name, function, organisation."""
    return ", ".join(part for part in (officer.name, officer.function, officer.organisation) if part)


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a file yields, before there is a session."""

    store: Store
    guideline: Guideline
    plan: Plan
    drafts: Mapping[Cell, str]
    plan_id: str
    path: Path
    read_only: bool


class Session:
    """One open plan. Edits show at once in ``answers`` and are queued for the file; listeners hear what came of them."""

    def __init__(self, opened: Opened, officer: Officer, today: date | None = None) -> None:
        self.guideline, self.plan_id, self.path = opened.guideline, opened.plan_id, opened.path
        self.officer, self.read_only = officer, opened.read_only
        self.saved_at: datetime | None = None
        self._store, self._today, self._base = opened.store, today, opened.plan
        self._drafts = Drafts(opened.drafts)
        self._acts = UndoStack()
        self._listeners: list[Callable[[SessionEvent], None]] = []
        self._restored = frozenset(opened.drafts)
        self.answers = self._read()

    @property
    def plan(self) -> Plan:
        """The plan as it shows: the answers in the log, with the drafts over them."""
        return self.answers.plan

    @property
    def file_name(self) -> str:
        """The name of the file, all that window titles and lists may show."""
        return self.path.stem

    @property
    def today(self) -> date:
        """The day that counts as today: an example's own day, else the one given, else the real one."""
        own = self._base.content(PLAN_ROW, TODAY)
        return date.fromisoformat(own) if isinstance(own, str) else self._today or date.today()  # noqa: DTZ011 - local day

    @property
    def pending(self) -> bool:
        """Whether something is not in the file yet."""
        return self._store.pending

    @property
    def fingerprint(self) -> str:
        """The controlecode of the plan as it shows: 64 hex digits."""
        return fingerprint(self.plan, self.plan_id)

    def subscribe(self, listener: Callable[[SessionEvent], None]) -> Callable[[], None]:
        """Call ``listener`` with every event from now on, on the thread where it happens; return what ends that."""
        self._listeners.append(listener)
        if self._restored:
            listener(Restored(self._restored))
        return lambda: self._listeners.remove(listener)

    def heard(self, event: SessionEvent) -> None:
        """Take note of what the store says, and pass it on."""
        if isinstance(event, Saved):
            self.saved_at = event.at
        for listener in tuple(self._listeners):
            listener(event)

    # Editing

    def set(self, cell: Cell, value: Value) -> None:
        """Answer one cell. Raises ContentError when the content does not fit the field."""
        self.change(self._label(cell), [(cell, value)])

    def change(self, title: str, changes: Iterable[tuple[Cell, Value]]) -> None:
        """Carry out one act of several changes. Raises ContentError; then nothing was changed."""
        encoded = [(cell, self._encoded(cell, value)) for cell, value in changes]
        act = act_of(title, self._base, encoded)
        self._record(EntryKind.EDIT, act, self._drafts.drop(cell for cell, _ in encoded))
        self._acts.did(act)

    def draft(self, cell: Cell, content: Content) -> None:
        """Keep what is being typed: durable at once, but not a change of its own yet. None or "" empties the answer."""
        text = self._encoded(cell, None if content in (None, "") else Answer(content))
        self._drafts.put(cell, text)
        self._store.put(lambda dossier: dossier.put_draft(cell, text))
        self._changed(frozenset({cell}), saving=True)

    def settle(self, cell: Cell | None = None) -> None:
        """Turn the draft of a cell, or each draft, into one change: what leaving a field or page does."""
        for drafted, text in self._drafts.items():
            if cell in (None, drafted):
                act = act_of(self._label(drafted), self._base, [(drafted, text)])
                self._record(EntryKind.EDIT, act, self._drafts.drop([drafted]))
                self._acts.did(act)

    def has_draft(self, cell: Cell) -> bool:
        """Whether a cell is being typed in."""
        return cell in self._drafts

    def add_row(self, register: str, values: Mapping[str, Value] | None = None, after: str | None = None) -> str:
        """Add a row to a register, at the end or after another row, and return its id. Raises NotFound, ContentError."""
        if register not in self.guideline.registers:
            raise NotFound(f"Er is geen register ‘{register}’.")
        form, row = self.guideline.registers[register], secrets.token_hex(16)
        for name, value in (values or {}).items():
            self._check(form.columns[name], value)
        cells = [(Cell(row, name), value) for name, value in (values or {}).items()]
        self.change(f"{form.row} toegevoegd", [*rows.placed(self.answers, register, row, after), *cells])
        return row

    def copy_row(self, row: str) -> str:
        """Add a row with the same answers right after this one, and return its id."""
        register = self.answers.register_of(row)
        columns = self.guideline.registers[register].columns.values()
        values = {column.id: self.answers.value(row, column.id) for column in columns if column.derive is None}
        return self.add_row(register, {name: value for name, value in values.items() if value is not None}, after=row)

    def move_row(self, row: str, after: str | None) -> None:
        """Put a row right after another one of its register; None puts it first."""
        place = rows.moved(self.answers, self.answers.register_of(row), row, after or rows.FIRST)
        self.change("volgorde", [place])

    def delete_row(self, row: str) -> None:
        """Delete a row. Its answers stay in the log; undo brings it back."""
        self.settle()
        self.change(f"{self.answers.title(row)} verwijderd", [(Cell(row, IN), None)])

    # Undo

    @property
    def can_undo(self) -> bool:
        """Whether there is an act of this sitting to put back."""
        return self._acts.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an undone act can be done again."""
        return self._acts.can_redo

    @property
    def undo_title(self) -> str:
        """What undo would put back."""
        return self._acts.undo_title

    def undo(self) -> UndoOutcome | None:
        """Put the last act of this sitting back; cells that changed since are left alone. None when there is no act."""
        self.settle()
        return self._reversed(self._acts.back(self._base))

    def redo(self) -> UndoOutcome | None:
        """Do the last undone act again. None when there is none."""
        return self._reversed(self._acts.forward(self._base))

    # The file

    @property
    def versions(self) -> tuple[Version, ...]:
        """The named versions, oldest first."""
        return versions_of(self._base)

    def version(self, label: str, why: str) -> Version:
        """Freeze the plan under a name. Raises NotNow while answers stand against each other."""
        self.settle()
        made = make_version(self._base, label, why, self.fingerprint)
        self._base = self._store.call(lambda d: made.append(d, signed(self.officer), self.guideline.version))
        self._acts.clear()
        self._changed(None)
        return self.versions[-1]

    def history(self) -> tuple[HistoryLine, ...]:
        """Return who changed what when, newest first."""
        return lines_of(self._store.call(lambda dossier: dossier.entries()), self.answers)

    def problems(self) -> tuple[str, ...]:
        """Return Dutch sentences on what is wrong with the file: pages, chain and values; none when it is sound."""
        return self._store.call(lambda dossier: tuple(problem.sentence for problem in dossier.verify()))

    def try_again(self) -> None:
        """Try a failing save again now."""
        self._store.hurry()

    def close(self, *, abandon: bool = False) -> None:
        """Settle the drafts, write everything, close the file. Raises CannotSave while the file does not take it."""
        if not (abandon or self.read_only):
            self.settle()
        self._store.close(abandon=abandon)

    # Beneath

    def _reversed(self, reversal: Reversal | None) -> UndoOutcome | None:
        if reversal is None:
            return None
        self._record(EntryKind.UNDO, reversal.act, ())
        cells = tuple(Cell(*cell) for cell, _ in reversal.changes)
        return UndoOutcome(reversal.act.title, cells, tuple(Cell(*cell) for cell in reversal.skipped))

    def _record(self, kind: EntryKind, act: Act, drops: tuple[Cell, ...]) -> None:
        changes = [(Cell(*cell), after) for cell, _, after in act.steps]
        author, guideline = signed(self.officer), self.guideline.version
        self._base = self._base.with_changes(changes)
        if changes:
            self._store.put(lambda dossier: dossier.append(kind, author, guideline, changes, drop_drafts=drops))
        elif drops:
            self._store.put(lambda dossier: dossier.drop_drafts(drops))
        self._changed(frozenset(cell for cell, _ in changes) | frozenset(drops), saving=bool(changes or drops))

    def _changed(self, cells: frozenset[Cell] | None, *, saving: bool = False) -> None:
        self.answers = self._read()
        self.heard(PlanChanged(cells))
        if saving:
            self.heard(Saving())

    def _read(self) -> Answers:
        return Answers(self.guideline, self._drafts.over(self._base), self.today)

    def _encoded(self, cell: Cell, value: Value) -> str:
        field = self._field(cell)
        if field is not None:
            self._check(field, value)
        return encode(value)

    def _check(self, field: Field, value: Value) -> None:
        content = content_of(value)
        if content is not None:
            contents.check(field, content, self.guideline)

    def _field(self, cell: Cell) -> Field | None:
        try:
            return self.answers.field(cell.row, cell.field)
        except KeyError:
            return None

    def _label(self, cell: Cell) -> str:
        field = self._field(cell)
        return field.label if field is not None else cell.field
