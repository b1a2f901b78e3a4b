"""Carries out what an attachment editor asks for, away from the interface thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from radplan_desktop.acts.attachments import attached, save_copy, taken_in
from radplan_desktop.acts.refusals import Refusal
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Answer, Cell, Content
from radplan_desktop.ui.attachments.editor import AttachmentEditor
from radplan_desktop.ui.attachments.viewer import AttachmentViewer
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.documents.leaves import Leaves, leaves_of_image, leaves_of_pdf

TAKING, READING, WRITING = "De bijlage wordt toegevoegd…", "De bijlage wordt geopend…", "De kopie wordt opgeslagen…"
NOT_ENCRYPTED = "Deze kopie is niet versleuteld."


class AttachmentKeeper(QObject):
    """Between one editor and the plan. ``cell`` tells of which cell the editor shows the answer now."""

    def __init__(self, desk: Desk, editor: AttachmentEditor, cell: Callable[[], Cell]) -> None:
        super().__init__(editor)
        self._desk, self._editor, self._cell = desk, editor, cell
        editor.choose_wanted.connect(self._choose)
        editor.dropped.connect(self._take)
        editor.view_wanted.connect(self._view)
        editor.copy_wanted.connect(self._copy)

    def _choose(self) -> None:
        path = self._desk.asks.file()
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        session, cell = self._desk.session, self._cell()
        self._begin(TAKING)

        def taken(content: Content) -> None:
            self._editor.say("")
            try:
                session.set(cell, Answer(content))
            except (Refusal, ContentError) as error:
                self._refused(error)

        self._desk.worker.run(self, lambda: taken_in(session, cell, path), taken, self._refused)

    def _view(self) -> None:
        session, cell, pdf = self._desk.session, self._cell(), self._editor.is_pdf
        read = leaves_of_pdf if pdf else leaves_of_image
        self._begin(READING)
        self._desk.worker.run(self, lambda: read(attached(session, cell)), self._show, self._refused)

    def _show(self, leaves: Leaves) -> None:
        self._editor.say("")
        if self._editor.isVisible():
            viewer = AttachmentViewer(self._desk.worker, leaves, self._editor.file_name, self._editor.window())
            viewer.copy_wanted.connect(self._copy)
            viewer.open()

    def _copy(self) -> None:
        session, cell = self._desk.session, self._cell()
        target = self._desk.asks.path(self._editor.file_name)
        if target is None:
            return
        self._begin(WRITING)
        said = f"Opgeslagen als {target.name}. {NOT_ENCRYPTED}"
        self._desk.worker.run(
            self, lambda: save_copy(session, cell, target), lambda _: self._editor.say(said), self._refused
        )

    def _begin(self, what: str) -> None:
        self._editor.set_error("")
        self._editor.say(what)

    def _refused(self, error: Exception) -> None:
        self._editor.say("")
        if not isinstance(error, Refusal | ContentError):
            raise error
        self._editor.set_error(str(error))
