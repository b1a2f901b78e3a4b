"""Reading the forms: files in, a Guideline out, or every mistake at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from radplan_desktop.guideline.assemble import Source, assemble
from radplan_desktop.guideline.errors import FormError, FormsError
from radplan_desktop.guideline.model import Guideline
from radplan_desktop.guideline.names import index
from radplan_desktop.guideline.overlay import lay_over
from radplan_desktop.guideline.resolve import resolve
from radplan_desktop.guideline.source import parse_files, read_forms
from radplan_desktop.guideline.tables import OVERLAY, sort

Parsed = Mapping[str, Mapping[str, Any]]


def load_guideline(folder: Path, overlay: Path | None = None) -> Guideline:
    """Return the guideline of a forms folder, with a municipality's own folder laid over it. Raises FormsError."""
    return load_guideline_files(read_forms(folder), None if overlay is None else read_forms(overlay))


def load_guideline_files(files: Mapping[str, bytes], overlay: Mapping[str, bytes] | None = None) -> Guideline:
    """Return the guideline of files by name (``0-plan.toml``, ``documents/x.toml``), with an overlay's files laid over them.

    An overlay is treated as hostile: its size, its depth, its names and what it changes are bounded. Raises FormsError with
    every mistake that was found; when a file is no TOML, with that alone, because everything else then refers to nothing.
    """
    errors: list[FormError] = []
    parsed, over = parse_files(files, errors), parse_files(overlay or {}, errors, OVERLAY)
    if errors:
        raise FormsError(errors)
    return build(parsed, None if overlay is None else over, version_of(files, overlay or {}))


def build(parsed: Parsed, over: Parsed | None, version: str) -> Guideline:
    """Return the guideline of parsed files by name, those of an overlay labelled as such. Raises FormsError."""
    errors: list[FormError] = []
    tables = sort(parsed, errors)
    title = "" if over is None else lay_over(tables, over, errors)
    guideline = assemble(Source(tables, index(tables, errors), errors), version, title)
    errors.extend(resolve(guideline, tables))
    if errors:
        raise FormsError(dict.fromkeys(errors))
    return guideline


def version_of(*layers: Mapping[str, bytes]) -> str:
    """Return the first 16 hex digits of the SHA-256 over names and contents, layer by layer."""
    digest = hashlib.sha256()
    for layer in layers:
        for name in sorted(layer):
            for part in (name.encode(), layer[name]):
                digest.update(len(part).to_bytes(4, "big"))
                digest.update(part)
        digest.update(b"\xff" * 4)
    return digest.hexdigest()[:16]
