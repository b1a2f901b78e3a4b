"""Carries out what an attachment editor asks for, away from the interface thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from radplan_desktop.acts.attachments import attached, save_copy, taken_in
from radplan_desktop.acts.refusals import Refusal
from radplan_desktop.host.brake import Brake
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Answer, Cell, Content
from radplan_desktop.ui.attachments.editor import AttachmentEditor
from radplan_desktop.ui.attachments.viewer import AttachmentViewer
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.documents.leaves import Leaves, leaves_of_image, leaves_of_pdf
from radplan_desktop.ui.doing import Doing

T = TypeVar("T")
TAKING, NOT_TAKEN = "De bijlage ‘{}’ wordt toegevoegd…", "De bijlage ‘{}’ is niet toegevoegd."
READING, NOT_READ = "De bijlage wordt geopend…", "De bijlage is niet geopend."
WRITING, NOT_WRITTEN = "De kopie ‘{}’ wordt opgeslagen…", "De kopie ‘{}’ is niet opgeslagen."
NOT_ENCRYPTED = "Deze kopie is niet versleuteld."


class AttachmentKeeper(QObject):
    """Between one editor and the plan. ``cell`` tells of which cell the editor shows the answer now."""

    def __init__(self, desk: Desk, editor: AttachmentEditor, cell: Callable[[], Cell]) -> None:
        super().__init__(editor)
        self._desk, self._editor, self._cell = desk, editor, cell
        self._stopped = ""
        self._doing = Doing(desk.worker, editor.waiting, lambda: editor.say(self._stopped))
        editor.choose_wanted.connect(self._choose)
        editor.dropped.connect(self._take)
        editor.view_wanted.connect(self._view)
        editor.copy_wanted.connect(self._copy)

    def _choose(self) -> None:
        path = self._desk.asks.file() if self._doing.is_free() else None
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        session, cell = self._desk.session, self._cell()

        def taken(content: Content) -> None:
            try:
                session.set(cell, Answer(content))
            except (Refusal, ContentError) as error:
                self._refused(error)

        what, stopped = TAKING.format(path.name), NOT_TAKEN.format(path.name)
        self._begin(what, stopped, lambda brake: taken_in(session, cell, path, brake), taken)

    def _view(self) -> None:
        session, cell, pdf = self._desk.session, self._cell(), self._editor.is_pdf
        read = leaves_of_pdf if pdf else leaves_of_image
        self._begin(READING, NOT_READ, lambda brake: read(attached(session, cell, brake)), self._show)

    def _show(self, leaves: Leaves) -> None:
        if self._editor.isVisible():
            viewer = AttachmentViewer(self._desk.worker, leaves, self._editor.file_name, self._editor.window())
            viewer.copy_wanted.connect(self._copy)
            viewer.open()

    def _copy(self) -> None:
        session, cell = self._desk.session, self._cell()
        target = self._desk.asks.path(self._editor.file_name) if self._doing.is_free() else None
        if target is None:
            return
        said = f"Opgeslagen als {target.name}. {NOT_ENCRYPTED}"
        self._begin(
            WRITING.format(target.name),
            NOT_WRITTEN.format(target.name),
            lambda brake: save_copy(session, cell, target, brake),
            lambda _: self._editor.say(said),
        )

    def _begin(self, what: str, stopped: str, call: Callable[[Brake], T], done: Callable[[T], None]) -> None:
        if self._doing.is_free():
            self._editor.set_error("")
            self._editor.say("")
            self._stopped = stopped
            self._doing.begin(what, call, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | ContentError):
            raise error
        self._editor.set_error(str(error))
