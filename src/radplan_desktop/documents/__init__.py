"""Documents: from the answers to a story of blocks, and from a story to a PDF."""

from __future__ import annotations

from radplan_desktop.documents.composing import compose
from radplan_desktop.documents.story import Stamp, Story

__all__ = ["Stamp", "Story", "compose", "render_pdf"]


def render_pdf(story: Story) -> bytes:
    """Return the PDF of a story. ReportLab is loaded here, at the first print, and nowhere before."""
    from radplan_desktop.documents.pdf import render  # noqa: PLC0415

    return render(story)
