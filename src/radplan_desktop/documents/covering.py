"""The cover and the boxes with the fingerprint."""

from __future__ import annotations

from radplan_desktop.charts.edition import Edition
from radplan_desktop.documents.prose import OPEN, unfinished
from radplan_desktop.documents.story import CodeBox, Cover, Fact, Item, Stamp, Tone
from radplan_desktop.guideline import model
from radplan_desktop.guideline.model import Confidentiality, DocumentSpec, Kind
from radplan_desktop.plan.display import long_date
from radplan_desktop.plan.fingerprint import grouped
from radplan_desktop.plan.values import PLAN_ROW

MARKINGS = {
    Confidentiality.O: "Openbaar",
    Confidentiality.K: "Voor partners",
    Confidentiality.I: "Intern gebruik",
    Confidentiality.V: "Vertrouwelijk",
}
NAMELESS = "Plan zonder naam"
VERSION_IN_CODE = 40
_DATED = frozenset({Kind.DATE, Kind.MONTH})
_COVER_NOTE = (
    "Zo weet u zeker dat iedereen dezelfde tekst heeft: vergelijk deze code met die in RadPlan, bij Documenten, "
    "Afdruk controleren. Is één teken anders, dan is de inhoud anders. De QR-code bevat dezelfde gegevens en geen webadres."
)
_SIGNING_NOTE = "Staat onder aan een pagina een andere code? Dan hoort die pagina niet bij dit document."


def role_text(edition: Edition, role: str) -> str:
    """Return the answer to the plan field that plays a role, on one line; empty when there is none."""
    name = edition.answers.guideline.role(role)
    return edition.line(PLAN_ROW, name) if name else ""


def organisation(edition: Edition) -> str:
    """Return whose document it is: the municipality, as such."""
    name = role_text(edition, "municipality")
    return name if name.lower().startswith("gemeente") else f"Gemeente {name}".strip()


def cover(edition: Edition, spec: DocumentSpec, stamp: Stamp) -> Cover:
    """Return the first page."""
    facts = [Fact("Versie", Item(stamp.version)), Fact("Datum", Item(long_date(stamp.date.isoformat())))]
    facts += [found for line in spec.cover for found in _fact(edition, line)]
    facts += _unfinished(edition, spec.subtitle)
    logo = edition.answers.guideline.role("logo")
    return Cover(
        organisation=organisation(edition),
        team=role_text(edition, "team"),
        marking=MARKINGS[edition.limit],
        concept=stamp.concept,
        kind=spec.title,
        title=role_text(edition, "plan_name") or NAMELESS,
        subtitle=edition.text(PLAN_ROW, spec.subtitle) if spec.subtitle else "",
        facts=tuple(facts),
        code=CodeBox(
            "Controlecode van deze versie", grouped(stamp.fingerprint), _COVER_NOTE, _content(spec, stamp), framed=True
        ),
        emblem=stamp.logo if logo and edition.shows(PLAN_ROW, logo) else b"",
    )


def signing_code(spec: DocumentSpec, stamp: Stamp) -> CodeBox:
    """Return the box under the signatures."""
    lead = f"Deze handtekeningen horen bij versie {stamp.version} van ‘{spec.title}’, met controlecode"
    return CodeBox(lead, grouped(stamp.fingerprint), _SIGNING_NOTE, _content(spec, stamp), framed=False)


def _content(spec: DocumentSpec, stamp: Stamp) -> str:
    version = "".join(stamp.version.split()).encode("ascii", "replace").decode()[:VERSION_IN_CODE]
    return f"RADPLAN 1 {spec.id} {version} {stamp.fingerprint}"


def _fact(edition: Edition, line: model.Fact) -> list[Fact]:
    """Return a line of the cover; nothing when this edition may not show it, or when it is open and not needed."""
    fields = [edition.answers.guideline.fields[name] for name in line.fields if edition.shows(PLAN_ROW, name)]
    said = [text for text in (_said(edition, field) for field in fields) if text]
    if said:
        between = " – " if all(field.kind in _DATED for field in fields) else ", "
        return [Fact(line.label, Item(between.join(said)))]
    return [Fact(line.label, Item(OPEN, Tone.QUIET))] if any(field.gate is not None for field in fields) else []


def _unfinished(edition: Edition, name: str) -> list[Fact]:
    """Return the line that says that the subtitle still has gaps where its writer goes on."""
    if not name or not edition.shows(PLAN_ROW, name):
        return []
    field = edition.answers.guideline.fields[name]
    return [Fact(field.label, Item(one.text, one.tone)) for one in unfinished(field, edition.value(PLAN_ROW, name))]


def _said(edition: Edition, field: model.Field) -> str:
    """Return what a field says; a person also by function."""
    text = edition.text(PLAN_ROW, field.id, long_dates=True)
    guideline = edition.answers.guideline
    function = guideline.role("person_function").partition(".")[2]
    person = edition.answers.content(PLAN_ROW, field.id)
    if not text or field.kind != Kind.LINK or field.target != guideline.role("people") or not function:
        return text
    known = isinstance(person, str) and edition.answers.exists(person)
    return ", ".join(part for part in (text, _lower_first(edition.line(person, function)) if known else "") if part)


def _lower_first(text: str) -> str:
    """Return a function as it stands after a name; an abbreviation keeps its capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
