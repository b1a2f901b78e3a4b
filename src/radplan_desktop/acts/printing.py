"""Printing: from the answers to the bytes of a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from radplan_desktop.acts.attachments import attached
from radplan_desktop.acts.refusals import CannotRead, CannotSave, NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.acts.since import changes_since
from radplan_desktop.acts.versions import versions_of
from radplan_desktop.guideline import Confidentiality, DocumentSpec, Guideline
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.values import PLAN_ROW, Cell

if TYPE_CHECKING:
    from radplan_desktop.documents import Stamp

FIRST_VERSION = "0.1"
CHANGED_SINCE = "(gewijzigd)"


def documents(guideline: Guideline) -> tuple[DocumentSpec, ...]:
    """Return the documents that can be printed, in the order in which the forms offer them to be signed, then the others."""
    asked = guideline.role("signatory_document")
    offered = guideline.lists[guideline.field(asked).choices].choices if asked else ()
    order = {choice.id: place for place, choice in enumerate(offered)}
    return tuple(sorted(guideline.documents.values(), key=lambda spec: order.get(spec.id, len(order))))


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as it was printed: its bytes, what it says of itself, and how many answers stand in it as still open.

    ``changes`` is how many answers differ from the version it names; ``without`` are the options that were left out.
    """

    document: str
    edition: Confidentiality
    version: str
    concept: bool
    changes: int
    without: frozenset[str]
    open: int
    pdf: bytes = field(repr=False)


def print_document(session: Session, document: str, edition: Confidentiality | None = None) -> bytes:
    """Return the PDF of a document of the plan as it shows now; by default in the document's own edition. Raises NotFound.

    It may run on any thread but STORE. Whoever asks for it settles what is being typed first.
    """
    return printed(session, document, edition).pdf


def printed(
    session: Session,
    document: str,
    edition: Confidentiality | None = None,
    without: frozenset[str] = frozenset(),
    brake: Brake = NO_BRAKE,
) -> Printed:
    """Return a document of the plan as it shows now, printed; the rest is as for ``print_document``.

    ``without`` names options of the document (``DocumentSpec.options``) that are not printed this time. Raises GivenUp too.
    """
    spec = session.guideline.documents.get(document)
    if spec is None:
        known = ", ".join(session.guideline.documents)
        raise NotFound(f"Er is geen document ‘{document}’. Kies uit: {known}.")
    from radplan_desktop.documents import compose, render_pdf  # noqa: PLC0415 - ReportLab loads when something is printed

    answers = session.answers  # one plan for every page, whatever is typed meanwhile
    limit = spec.edition if edition is None else edition
    said = stamp(answers, session.plan_id, _logo(session, answers))
    story = compose(answers, spec.without(without), limit, said, brake)
    changes = changes_since(session, answers.plan) if said.version.endswith(CHANGED_SINCE) else 0
    label = said.version.removesuffix(CHANGED_SINCE).strip()
    brake.check()
    return Printed(document, limit, label, said.concept, changes, without, story.open, render_pdf(story, brake))


def _logo(session: Session, answers: Answers) -> bytes:
    """Return the file of the logo; nothing when there is none, or it cannot be read: a document does not wait for its logo."""
    name = answers.guideline.role("logo")
    if not name or answers.content(PLAN_ROW, name) is None:
        return b""
    try:
        return attached(session, Cell(PLAN_ROW, name))
    except (NotFound, CannotRead, CannotSave):
        return b""


def stamp(answers: Answers, plan_id: str, logo: bytes = b"") -> Stamp:
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
        logo=logo,
    )
