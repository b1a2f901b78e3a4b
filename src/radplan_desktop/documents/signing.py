"""Who signs: one block per row of the register of signatories that belongs to the document."""

from __future__ import annotations

from radplan_desktop.documents.story import Signer
from radplan_desktop.guideline.model import Block, DocumentSpec
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import NotApplicable

_BEHALF = "namens"


def signers(answers: Answers, spec: DocumentSpec, block: Block) -> tuple[Signer, ...]:
    """Return who signs a document. Names and functions are printed whatever their class: without them nobody can sign."""
    document = _column(answers, "signatory_document")
    rows = answers.rows(block.source, block.where)
    if block.where is None and document:
        rows = tuple(row for row in rows if answers.content(row, document) == spec.id)
    return tuple(_signer(answers, row) for row in rows)


def _signer(answers: Answers, row: str) -> Signer:
    person = _target(answers, row, "signatory_person")
    home = _target(answers, person, "person_organisation")
    organisation = _text(answers, home, "organisation_official_name") or _text(answers, home, "organisation_name")
    behalf = _text(answers, row, "signatory_on_behalf") or _text(answers, person, "person_on_behalf")
    return Signer(
        _on_behalf(organisation, behalf),
        _text(answers, row, "signatory_role"),
        _text(answers, person, "person_name"),
        _text(answers, person, "person_function"),
    )


def _on_behalf(organisation: str, behalf: str) -> str:
    if not behalf or behalf == organisation:
        return organisation
    said = behalf if behalf.lower().startswith(f"{_BEHALF} ") else f"{_BEHALF} {behalf}"
    return f"{organisation}, {said}" if organisation else said[:1].upper() + said[1:]


def _column(answers: Answers, role: str) -> str:
    return answers.guideline.role(role).partition(".")[2]


def _target(answers: Answers, row: str, role: str) -> str:
    """Return the row that a link points at; empty when it points at nothing that still exists."""
    column = _column(answers, role)
    if not row or not column or not answers.visible(row, column):
        return ""
    target = answers.content(row, column)
    return target if isinstance(target, str) and answers.exists(target) else ""


def _text(answers: Answers, row: str, role: str) -> str:
    column = _column(answers, role)
    if not row or not column or not answers.visible(row, column):
        return ""
    if isinstance(answers.value(row, column), NotApplicable):
        return ""
    return " ".join(answers.content_text(row, column).split())
