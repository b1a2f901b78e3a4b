"""Documents: from the answers to a story of blocks, and from a story to a PDF."""

from __future__ import annotations

from radplan_desktop.documents.composing import compose
from radplan_desktop.documents.story import Stamp, Story
from radplan_desktop.host.brake import NO_BRAKE, Brake

__all__ = ["Stamp", "Story", "compose", "render_pdf"]


def render_pdf(story: Story, brake: Brake = NO_BRAKE) -> bytes:
    """Return the PDF of a story. ReportLab is loaded here, at the first print, and nowhere before. Raises GivenUp."""
    from radplan_desktop.documents.pdf import render  # noqa: PLC0415

    return render(story, brake)
