"""Printing: from the answers to the bytes of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radplan_desktop.acts.refusals import NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.acts.versions import versions_of
from radplan_desktop.guideline import Confidentiality, DocumentSpec, Guideline
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.values import PLAN_ROW

if TYPE_CHECKING:
    from radplan_desktop.documents import Stamp

FIRST_VERSION = "0.1"
CHANGED_SINCE = "(gewijzigd)"


def documents(guideline: Guideline) -> tuple[DocumentSpec, ...]:
    """Return the documents that can be printed, in the order of the forms."""
    return tuple(guideline.documents.values())


def print_document(session: Session, document: str, edition: Confidentiality | None = None) -> bytes:
    """Return the PDF of a document of the plan as it shows now; by default in the document's own edition. Raises NotFound.

    It may run on any thread. Whoever asks for it settles what is being typed first.
    """
    spec = session.guideline.documents.get(document)
    if spec is None:
        known = ", ".join(session.guideline.documents)
        raise NotFound(f"Er is geen document ‘{document}’. Kies uit: {known}.")
    from radplan_desktop.documents import compose, render_pdf  # noqa: PLC0415 - ReportLab loads when something is printed

    answers = session.answers  # one plan for every page, whatever is typed meanwhile
    story = compose(answers, spec, spec.edition if edition is None else edition, stamp(answers, session.plan_id))
    return render_pdf(story)


def stamp(answers: Answers, plan_id: str) -> Stamp:
    """Return what every page says of this print: version, date, fingerprint, and whether it is still a draft.

    A plan that differs from its last version does not pass for it.
    """
    from radplan_desktop.documents import Stamp  # noqa: PLC0415 - see print_document

    status = answers.content(PLAN_ROW, answers.guideline.role("status"))
    draft = answers.guideline.role("status_draft").partition(".")[2]
    code, versions = fingerprint(answers.plan, plan_id), versions_of(answers.plan)
    label = versions[-1].label if versions else FIRST_VERSION
    return Stamp(
        version=label if not versions or versions[-1].fingerprint == code else f"{label} {CHANGED_SINCE}",
        date=answers.today,
        fingerprint=code,
        concept=status in (None, draft),
        plan_id=plan_id,
    )
