"""Printing: from the answers to the bytes of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radplan_desktop.acts.refusals import NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline import Confidentiality, DocumentSpec, Guideline
from radplan_desktop.plan.values import PLAN_ROW

if TYPE_CHECKING:
    from radplan_desktop.documents import Stamp

FIRST_VERSION = "0.1"


def documents(guideline: Guideline) -> tuple[DocumentSpec, ...]:
    """Return the documents that can be printed, in the order of the forms."""
    return tuple(guideline.documents.values())


def print_document(session: Session, document: str, edition: Confidentiality | None = None) -> bytes:
    """Return the PDF of a document of the plan as it shows now; by default in the document's own edition. Raises NotFound."""
    spec = session.guideline.documents.get(document)
    if spec is None:
        known = ", ".join(session.guideline.documents)
        raise NotFound(f"Er is geen document ‘{document}’. Kies uit: {known}.")
    from radplan_desktop.documents import compose, render_pdf  # noqa: PLC0415 - ReportLab loads when something is printed

    return render_pdf(compose(session.answers, spec, spec.edition if edition is None else edition, stamp(session)))


def stamp(session: Session) -> Stamp:
    """Return what every page says of this print: version, date, fingerprint, and whether it is still a draft."""
    from radplan_desktop.documents import Stamp  # noqa: PLC0415 - see print_document

    answers = session.answers
    status = answers.content(PLAN_ROW, answers.guideline.role("status"))
    draft = answers.guideline.role("status_draft").partition(".")[2]
    versions = session.versions
    return Stamp(
        version=versions[-1].label if versions else FIRST_VERSION,
        date=answers.today,
        fingerprint=session.fingerprint,
        concept=status in (None, draft),
        plan_id=session.plan_id,
    )
