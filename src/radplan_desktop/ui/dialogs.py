"""The dialogs of the operating system, behind a small class so that whoever builds the window can put others in their place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

PLANS = "Planbestanden (*.radplan)"
ALL = "Alle bestanden (*)"
PDF = "PDF (*.pdf)"


class FileDialogs:
    """Asks for files. Every answer is None when the user gave up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def plan_to_open(self, folder: Path) -> Path | None:
        """Ask which planbestand to open."""
        name, _ = QFileDialog.getOpenFileName(self._parent, "Planbestand openen", str(folder), f"{PLANS};;{ALL}")
        return Path(name) if name else None

    def file_to_add(self, folder: Path) -> Path | None:
        """Ask which file to add as an attachment."""
        name, _ = QFileDialog.getOpenFileName(self._parent, "Bijlage kiezen", str(folder), ALL)
        return Path(name) if name else None

    def folder_of_forms(self, folder: Path) -> Path | None:
        """Ask in which folder the forms of a municipality are."""
        name = QFileDialog.getExistingDirectory(self._parent, "Map met formulieren kiezen", str(folder))
        return Path(name) if name else None

    def place_for(self, suggestion: Path) -> Path | None:
        """Ask where to save a file; the suggestion says its kind by its suffix."""
        kind = {".pdf": f"{PDF};;", ".radplan": f"{PLANS};;"}.get(suggestion.suffix, "")
        name, _ = QFileDialog.getSaveFileName(self._parent, "Opslaan als", str(suggestion), f"{kind}{ALL}")
        return Path(name) if name else None
