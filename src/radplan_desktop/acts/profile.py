"""The profile of a municipality: taken from one plan, and taken over in the next.

It leaves the encrypted file, so it takes only what may stand in public: the name, team, address and logo of the municipality, and
the organisations of which the plan says that their name may be in a public paper.
"""

from __future__ import annotations

import mimetypes
import secrets

from radplan_desktop.acts.attachments import attached, is_logo
from radplan_desktop.acts.refusals import CannotSave, Refusal
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline import Guideline, Kind
from radplan_desktop.guideline.model import Confidentiality, Field
from radplan_desktop.host.municipality import Organisation, Profile
from radplan_desktop.plan import shape
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.order import is_key, key_between
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, Answer, Cell, Value

TEXTS = ("municipality", "team", "postal_address")
"""The roles of the texts, in the order in which they are shown."""
PLAIN = frozenset({Kind.TEXT, Kind.CHOICE, Kind.CHOICES, Kind.YESNO})
"""The kinds that mean the same in another plan."""
NAMES = {"postal_address": "het postadres"}
"""What is said of a text in a summary; of the others the text itself."""
TITLE = "profiel van de gemeente overgenomen"


def profile_of(session: Session) -> Profile:
    """Return the profile that a plan holds. A logo that cannot be read is left out; it waits for the file."""
    answers, role = session.answers, session.guideline.role
    texts = {name: _text(answers, role(name)) for name in TEXTS if role(name)}
    logo, name = _logo(session)
    return Profile({role: text for role, text in texts.items() if text}, logo, name, _organisations(answers))


def _text(answers: Answers, name: str) -> str:
    content = answers.content(PLAN_ROW, name)
    return content if isinstance(content, str) else ""


def _logo(session: Session) -> tuple[bytes, str]:
    name = session.guideline.role("logo")
    content = session.answers.content(PLAN_ROW, name) if name else None
    if not isinstance(content, dict):
        return b"", ""
    try:
        data = attached(session, Cell(PLAN_ROW, name))
    except Refusal:
        return b"", ""
    return (data, str(content.get("name", ""))) if is_logo(data) else (b"", "")


def _organisations(answers: Answers) -> tuple[Organisation, ...]:
    guideline = answers.guideline
    register, nameable = guideline.role("organisations"), guideline.role("organisation_nameable").rpartition(".")[2]
    if not register or not nameable:
        return ()
    form = guideline.registers[register]
    found = []
    for row in answers.counted(register):
        public = answers.content(row, nameable)
        if isinstance(public, dict) and public.get("is") and answers.row_class(row, form) is Confidentiality.O:
            contents = {one.id: answers.content(row, one.id) for one in _carried(guideline)}
            found.append({name: content for name, content in contents.items() if content is not None})
    return tuple(one for one in found if form.title in one)


def _carried(guideline: Guideline) -> tuple[Field, ...]:
    """Return the columns of an organisation that mean the same in another plan; how strict it is, is for each plan to say."""
    form = guideline.registers[guideline.role("organisations")]
    return tuple(one for one in form.columns.values() if one.kind in PLAIN and one.id != form.class_column)


def take_over(session: Session, profile: Profile) -> None:
    """Answer with a profile what is not answered yet, and add organisations of which there is none of that name: one act.

    Raises CannotSave when the logo cannot be written.
    """
    changes: list[tuple[Cell, Value]] = []
    for name in TEXTS:
        field = session.guideline.role(name)
        if field and profile.texts.get(name) and session.answers.value(PLAN_ROW, field) is None:
            changes.append((Cell(PLAN_ROW, field), Answer(profile.texts[name])))
    field = session.guideline.role("logo")
    if field and is_logo(profile.logo) and session.answers.value(PLAN_ROW, field) is None:
        changes.append((Cell(PLAN_ROW, field), Answer(_kept_logo(session, profile))))
    changes += _new_organisations(session, profile)
    if changes:
        session.change(TITLE, changes)


def _kept_logo(session: Session, profile: Profile) -> dict[str, str]:
    media = mimetypes.guess_type(profile.logo_name)[0] or "image/png"
    sha = session.ask(lambda dossier: dossier.put_blob(profile.logo, profile.logo_name, media), CannotSave)
    return {"blob": sha, "name": profile.logo_name, "type": media}


def _new_organisations(session: Session, profile: Profile) -> list[tuple[Cell, Value]]:
    guideline, answers = session.guideline, session.answers
    register = guideline.role("organisations")
    if not register:
        return []
    title, there = guideline.registers[register].title, answers.rows(register)
    known = {answers.title(row).casefold() for row in there}
    last = answers.order(there[-1]) if there and is_key(answers.order(there[-1])) else ""
    changes: list[tuple[Cell, Value]] = []
    for one in profile.organisations:
        name = one.get(title)
        if isinstance(name, str) and name.casefold() not in known:
            known.add(name.casefold())
            last = key_between(last, "")
            changes += _row(guideline, secrets.token_hex(16), last, one)
    return changes


def _row(guideline: Guideline, row: str, place: str, one: Organisation) -> list[tuple[Cell, Value]]:
    """Return the changes that make an organisation a row, with what is still an answer to a question of now."""
    columns = {column.id: column for column in _carried(guideline)}
    fits = {name: one[name] for name in one if name in columns and _fits(columns[name], one[name], guideline)}
    begin = [(Cell(row, IN), Answer(guideline.role("organisations"))), (Cell(row, ORDER), Answer(place))]
    return [*begin, *((Cell(row, name), Answer(content)) for name, content in fits.items())]


def _fits(field: Field, content: object, guideline: Guideline) -> bool:
    """Whether a content is still one of this question; the forms may be others now."""
    try:
        shape.check(field, content, guideline)
    except ContentError:
        return False
    return True


def summary(profile: Profile) -> str:
    """Return what a profile holds, in words; nothing for an empty one."""
    texts = [NAMES.get(role) or profile.texts[role] for role in TEXTS if profile.texts.get(role)]
    logo = ["het logo"] if profile.logo else []
    count = len(profile.organisations)
    organisations = ["1 organisatie" if count == 1 else f"{count} organisaties"] if count else []
    return ", ".join((*texts, *logo, *organisations))
