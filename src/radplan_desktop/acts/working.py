"""The plan at work: what the log says, what is being typed over it, what can be undone, and how an act reaches the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from radplan_desktop.acts import edits
from radplan_desktop.acts.begun import Begun, begun_cell, is_begun
from radplan_desktop.acts.drafts import Drafts
from radplan_desktop.acts.events import PlanChanged, Restored, Saved, Saving, SessionEvent
from radplan_desktop.acts.lines import Lines, is_line
from radplan_desktop.acts.listeners import Listener, Listeners
from radplan_desktop.acts.refusals import CannotSave, Refusal
from radplan_desktop.acts.store import Store
from radplan_desktop.acts.undoing import UndoOutcome, UndoStack
from radplan_desktop.dossier import Dossier, DossierError
from radplan_desktop.guideline import Guideline
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.shape import is_date
from radplan_desktop.plan.undo import Reversal, act_of
from radplan_desktop.plan.values import PLAN_ROW, TODAY, Cell

T = TypeVar("T")


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
    own_forms: Mapping[str, bytes]
    """The form files of a municipality that go with the plan."""


class Working:
    """The state of an open plan and the way of every act through it: checked, queued for the file, shown, told."""

    def __init__(self, opened: Opened, officer: Officer, today: date | None = None) -> None:
        self.guideline, self.plan_id, self.path = opened.guideline, opened.plan_id, opened.path
        self.officer, self.read_only, self.own_forms = officer, opened.read_only, opened.own_forms
        self.saved_at: datetime | None = None
        self._store, self._today, self._base = opened.store, today, opened.plan
        over = {cell: text for cell, text in opened.drafts.items() if not is_line(cell) and not is_begun(cell)}
        self._drafts, self._lines, self._begun = Drafts(over), Lines(opened.drafts), Begun(opened.drafts)
        self._restored = {cell: text for cell, text in self._drafts.items() if self._base.text(*cell) != text}
        self._acts = UndoStack()
        self._listeners = Listeners()
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
        return date.fromisoformat(own) if is_date(own) else self._today or date.today()  # noqa: DTZ011 - local day

    @property
    def pending(self) -> bool:
        """Whether something is not in the file yet."""
        return self._store.pending

    @property
    def unsaved(self) -> tuple[str, ...]:
        """What is not in the file yet, by the names of its questions, each once."""
        return tuple(dict.fromkeys(edits.label_of(self.answers, cell) for cell in self._store.waiting))

    @property
    def unwritten(self) -> tuple[Callable[[Dossier], object], ...]:
        """What is still to be written, in order: for a copy of the file that is to hold it too."""
        return self._store.writes

    @property
    def fingerprint(self) -> str:
        """The controlecode of the plan as it shows: 64 hex digits."""
        return fingerprint(self.plan, self.plan_id)

    @property
    def restored(self) -> frozenset[Cell]:
        """The cells in which typing came back that was not finished when the program last stopped, as long as it stands there."""
        return frozenset(cell for cell, text in self._restored.items() if self.plan.text(*cell) == text)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every event from now on, on the thread where it happens; return what ends that.

        As long as typing stands that came back after a crash, every new listener is told so first.
        """
        leave = self._listeners.add(listener)
        if self.restored:
            listener(Restored(self.restored))
        return leave

    def heard(self, event: SessionEvent) -> None:
        """Take note of what the store says, and pass it on."""
        if isinstance(event, Saved):
            self.saved_at = event.at
        self._listeners.tell(event)

    # Typing

    def settle(self, cell: Cell | None = None) -> None:
        """Turn the draft of a cell, or each draft, into one change: what leaving a field or page does."""
        for drafted, text in () if self.read_only else self._drafts.items():
            if cell in (None, drafted):
                self._carry_out(edits.label_of(self.answers, drafted), [(drafted, text)])

    def has_draft(self, cell: Cell) -> bool:
        """Whether a cell is being typed in."""
        return cell in self._drafts

    @property
    def begun_cells(self) -> tuple[Cell, ...]:
        """The cells asked now for which something was typed that is no answer, such as half a date."""
        return tuple(cell for cell in self._begun.cells if not is_line(cell) and edits.is_asked(self.answers, cell))

    def begun(self, cell: Cell) -> str:
        """Return what was typed for a cell and is no answer; "" when there is nothing."""
        return self._begun.of(cell)

    def begin(self, cell: Cell, text: str, about: Cell | None = None) -> None:
        """Keep what is typed for a cell while it is no answer; "" forgets it. It is durable, and no part of the plan.

        What was kept of the typing until then goes: the beginning of a date is not what somebody wanted to answer. An answer,
        and emptying it, ends this by itself; ``about`` is its cell, for a line beside its editor. Never raises for what is typed.
        """
        kept, key = None if self.read_only else self._begun.put(cell, text), begun_cell(cell)
        if kept is None:
            return
        told, drafted = (about or cell,), self._drafts.drop((cell,)) if kept else ()
        with suppress(CannotSave):
            if kept:
                replaced = None if drafted else key
                self._save(lambda d: d.put_draft(key, kept, instead_of=drafted), told, replaces=replaced)
            else:
                self._save(lambda d: d.drop_drafts((key,)), told)
        if not is_line(cell):
            self._changed(frozenset(told))

    # Undo

    @property
    def can_undo(self) -> bool:
        """Whether there is typing, or an act of this sitting, to put back."""
        return not self.read_only and (bool(self._drafts.differing(self._base)) or self._acts.can_undo)

    @property
    def can_redo(self) -> bool:
        """Whether an undone act can be done again; typing ends that."""
        return self._acts.can_redo and not self._drafts.differing(self._base)

    @property
    def undo_title(self) -> str:
        """What undo would put back."""
        typed = () if self.read_only else self._drafts.differing(self._base)
        return edits.label_of(self.answers, typed[-1]) if typed else self._acts.undo_title

    def undo(self) -> UndoOutcome | None:
        """Put the last act of this sitting back; cells that changed since are left alone. None when there is no act."""
        self.settle()
        return self._reversed(self._acts.back(self._base))

    def redo(self) -> UndoOutcome | None:
        """Do the last undone act again. None when there is none, or something was typed since."""
        self.settle()
        return self._reversed(self._acts.forward(self._base))

    def ask(
        self, work: Callable[[Dossier], T], refuse: type[Refusal], *, after_saves: bool = False, brake: Brake = NO_BRAKE
    ) -> T:
        """Do work with the file on STORE and wait for it. What goes wrong becomes this refusal. Raises GivenUp."""
        try:
            return self._store.call(work, after_saves=after_saves, brake=brake)
        except DossierError as error:
            raise refuse(error.sentence) from None

    # Beneath

    def _reversed(self, reversal: Reversal | None) -> UndoOutcome | None:
        if reversal is None:
            return None
        cells = tuple(Cell(*cell) for cell, _ in reversal.changes)
        self._changed(self._write(EntryKind.UNDO, reversal.changes, cells))
        return UndoOutcome(reversal.act.title, cells, tuple(Cell(*cell) for cell in reversal.skipped))

    def _carry_out(self, title: str, changes: list[tuple[CellKey, str]], *, undoable: bool = True) -> None:
        """Make one act one entry, with the drafts that it settles."""
        differing = self._base.differing(changes)
        act = act_of(title, self._base, differing)
        cells = self._write(EntryKind.EDIT, differing, tuple(Cell(*cell) for cell, _ in changes))
        if undoable:
            self._acts.did(act)
        self._changed(cells)

    def _write(
        self, kind: EntryKind, changes: Iterable[tuple[CellKey, str]], said: tuple[Cell, ...]
    ) -> frozenset[Cell]:
        """Queue an entry and take it up in the plan, and with it goes what was being typed in the cells of which something is said.

        Return the cells that show something else now.
        """
        made = [(Cell(*cell), text) for cell, text in changes]
        author, guideline = signed(self.officer), self.guideline.version
        typed = frozenset(cell for cell in said if cell in self._drafts or cell in self._begun)
        settled = (*self._drafts.drop(said), *self._begun.drop(said))
        if made:
            about = tuple(cell for cell, _ in made)
            self._save(lambda dossier: dossier.append(kind, author, guideline, made, drop_drafts=settled), about)
        elif settled:
            self._save(lambda dossier: dossier.drop_drafts(settled), tuple(typed))
        self._base = self._base.with_changes(made)
        return frozenset(cell for cell, _ in made) | typed

    def _save(
        self, write: Callable[[Dossier], object], about: tuple[Cell, ...], *, replaces: Cell | None = None
    ) -> None:
        """Queue a save. ``Saving`` is told first, for the store may be done before this returns."""
        self.heard(Saving())
        self._store.put(write, replaces=replaces, about=about)

    def _changed(self, cells: frozenset[Cell] | None) -> None:
        if cells is None or cells:
            self.answers = self._read()
            self.heard(PlanChanged(cells))

    def _read(self) -> Answers:
        return Answers(self.guideline, self._drafts.over(self._base), self.today)
