"""A session: one open plan, and the acts of editing it. The window and the command line hold this and nothing beneath it.

Edits and closing belong to one thread, the interface's; ``answers``, ``plan``, ``versions`` and ``history`` may be read on any.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping

from radplan_desktop.acts import edits
from radplan_desktop.acts.begun import instead_cell
from radplan_desktop.acts.history import HistoryLine, lines_of
from radplan_desktop.acts.lines import is_line, line_cell, register_of_line
from radplan_desktop.acts.refusals import CannotRead, CannotSave, NotFound, NotNow
from radplan_desktop.acts.versions import Version, make_version, versions_of
from radplan_desktop.acts.working import Opened, Working, signed
from radplan_desktop.guideline import Register
from radplan_desktop.plan import rows
from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import IN, Cell, Content, Value, content_of, encode, value_in

__all__ = ["Opened", "Session", "signed"]

READ_ONLY = "Dit plan is alleen te lezen. Kopieer het planbestand naar uw eigen map om erin te werken."


class Session(Working):
    """One open plan. Edits show at once in ``answers`` and are queued for the file; listeners hear what came of them.

    What cannot be is refused before anything shows: a read-only plan (NotNow), a row or question that is not there (NotFound), a
    value that does not fit (ContentError), a plan that was closed (CannotSave).
    """

    # Editing

    def set(self, cell: Cell, value: Value) -> None:
        """Answer one cell."""
        self.change(edits.label_of(self.answers, cell), [(cell, value)])

    def change(self, title: str, changes: Iterable[tuple[Cell, Value]]) -> None:
        """Carry out one act of several changes, all or none. What was being typed where content now goes stays in the history."""
        self._require_writable()
        wanted = list(changes)
        texts = edits.vetted(self.answers, wanted)
        for cell, value in wanted:
            if content_of(value) is None:
                self.settle(Cell(*cell))
        self._carry_out(title, texts)

    def apply(self, title: str, changes: Iterable[tuple[CellKey, str]], *, undoable: bool = True) -> None:
        """Carry out one act of canonical texts that were checked before; they may be about what is no longer asked."""
        self._require_writable()
        self.settle()
        self._carry_out(title, list(changes), undoable=undoable)

    def draft(self, cell: Cell, content: Content) -> bool:
        """Keep what is being typed: durable at once, but not a change of its own yet. None or "" empties the answer.

        Never raises for what is typed: return whether it was kept. Half a date is not; what was kept before stays.
        """
        text = None if self.read_only else edits.draft_text(self.answers, cell, content)
        if text is None:
            return False
        begun = self._begun.kept_of(cell)
        try:
            self._save(lambda d: d.put_draft(cell, text, instead_of=begun), (cell,), replaces=None if begun else cell)
        except CannotSave:
            return False
        self._begun.drop((cell,))
        self._drafts.put(cell, text)
        self._restored.pop(cell, None)
        self._changed(frozenset({cell}))
        return True

    def instead(self, cell: Cell) -> Value:
        """Return the "n.v.t." or "later" that was being said of a cell, its date as it was typed; None when there is none."""
        return value_in(self.begun(instead_cell(cell)))

    def begin_instead(self, cell: Cell, value: Value) -> None:
        """Keep the "n.v.t." or "later" that is being said of a cell, its date as it is typed; None forgets it.

        It is durable, and no part of the plan. An answer, and emptying it, ends this by itself. Never raises for what is typed.
        """
        self.begin(instead_cell(cell), encode(value) if value else "", cell)

    @property
    def begun_lines(self) -> tuple[str, ...]:
        """The registers with a line that was typed in and not added yet."""
        half_typed = (register_of_line(cell) for cell in self._begun.cells if is_line(cell))
        return tuple(dict.fromkeys((*self._lines.registers, *half_typed)))

    def line(self, register: str) -> Mapping[str, Content]:
        """Return what was typed in a line of this register that was not added yet: column -> content."""
        return self._lines.of(register)

    def draft_line(self, register: str, column: str, content: Content) -> None:
        """Keep what is typed in a line that was not added yet; None or "" forgets it. It is durable, and no part of the plan."""
        cell = line_cell(register, column)
        text = None if self.read_only else self._lines.put(cell, content)
        if text is None:
            return
        if text:
            self._save(lambda dossier: dossier.put_draft(cell, text), (), replaces=cell)
        else:
            self._save(lambda dossier: dossier.drop_drafts((cell,)), ())

    def add_line(self, register: str, values: Mapping[str, Value]) -> str:
        """Add the line as a row, and return its id; what was kept of it goes right after it is in the file."""
        kept = self._lines.cells(register)
        row = self.add_row(register, values)
        half_typed = [cell for cell in self._begun.cells if cell.row == line_cell(register, "").row]
        self._lines.drop(kept)
        kept = (*kept, *self._begun.drop(half_typed))
        if kept:
            self._save(lambda dossier: dossier.drop_drafts(kept), ())
        return row

    def add_row(self, register: str, values: Mapping[str, Value] | None = None, after: str | None = None) -> str:
        """Add a row to a register, at the end or after another row, and return its id."""
        form, row = self._open_register(register), secrets.token_hex(16)
        if after is not None:
            self._register_of(after, register)
        cells = [(Cell(row, name), value) for name, value in (values or {}).items()]
        self.change(f"{form.row} toegevoegd", [*rows.placed(self.answers, register, row, after), *cells])
        return row

    def copy_row(self, row: str) -> str:
        """Add a row with the same answers right after this one, and return its id."""
        form, new = self._open_register(self._register_of(row).id), secrets.token_hex(16)
        changes = [(cell, encode(value)) for cell, value in rows.copied(self.answers, row, new)]
        self.apply(f"{form.row} gekopieerd", changes)
        return new

    def move_row(self, row: str, after: str | None) -> None:
        """Put a row right after another one of its register; None puts it first."""
        register = self._register_of(row).id
        if after is not None:
            self._register_of(after, register)
        if after != row:
            self.change("volgorde", rows.moved(self.answers, register, row, after or rows.FIRST))

    def delete_row(self, row: str) -> None:
        """Delete a row. Its answers stay in the log; undo brings it back."""
        self._open_register(self._register_of(row).id)
        self.settle()
        self.change(f"{self.answers.title(row)} verwijderd", [(Cell(row, IN), None)])

    # The file

    @property
    def versions(self) -> tuple[Version, ...]:
        """The named versions, oldest first."""
        return versions_of(self._base)

    def version(self, label: str, why: str) -> Version:
        """Freeze the plan under a name. Raises NotNow while answers stand against each other, CannotSave while a save fails."""
        self._require_writable()
        if not label.strip():
            raise ContentError("Geef de versie een naam, bijvoorbeeld 1.0.")
        self.settle()
        made = make_version(self._base, label.strip(), why.strip(), self.fingerprint)
        author, guideline = signed(self.officer), self.guideline.version
        self._base = self.ask(lambda d: made.append(d, author, guideline), CannotSave, after_saves=True)
        self._acts.clear()
        self._changed(None)
        return self.versions[-1]

    def history(self) -> tuple[HistoryLine, ...]:
        """Return who changed what when, newest first. Raises CannotRead."""
        return lines_of(self.ask(lambda dossier: dossier.entries(), CannotRead), self.answers)

    def problems(self) -> tuple[str, ...]:
        """Return Dutch sentences on what is wrong with the file: pages, chain and values; none when it is sound."""
        return self.ask(lambda dossier: tuple(problem.sentence for problem in dossier.verify()), CannotRead)

    def try_again(self) -> None:
        """Try a failing save again now."""
        self._store.hurry()

    def close(self, *, abandon: bool = False, within: float | None = None) -> None:
        """Settle the drafts, write everything, close the file. Raises CannotSave while the file does not take it.

        ``within`` is how many seconds there are at most, when the system will not wait.
        """
        if not abandon:
            self.settle()
        self._store.close(abandon=abandon, within=within)

    # Beneath

    def _require_writable(self) -> None:
        if self.read_only:
            raise NotNow(READ_ONLY)

    def _open_register(self, register: str) -> Register:
        """Return a register in which rows may come and go."""
        self._require_writable()
        form = self.guideline.registers.get(register)
        if form is None:
            raise NotFound(f"Er is geen register ‘{register}’.")
        if form.fixed:
            raise NotFound(f"{form.label} heeft alleen vaste rijen.")
        return form

    def _register_of(self, row: str, wanted: str = "") -> Register:
        """Return the register of a row that is there. Raises NotFound."""
        register = self.answers.register_of(row) if self.answers.exists(row) else ""
        if not register or wanted not in ("", register):
            raise NotFound(edits.GONE)
        return self.guideline.registers[register]
