"""The words of a contact in the log. No Qt."""

from __future__ import annotations

from datetime import date

from radplan_desktop.plan import display
from radplan_desktop.plan.contacts import Contact

PLANNED, NO_DAY, NO_RESULT = "Gepland", "Zonder datum", "Uitkomst nog open"
SHORT_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def day_in_words(iso: str, today: date) -> str:
    """Return "di 27 oktober", with the year when it is another one than today's; "Zonder datum" when there is no day."""
    day = display.day_of(iso)
    if day is None:
        return NO_DAY
    words = f"{SHORT_DAYS[day.weekday()]} {display.long_date(iso)}"
    return words.removesuffix(f" {today.year}")


def state_of(contact: Contact) -> str:
    """Return what is to be said before the day: that it is planned, or that its result is still open; else nothing."""
    if contact.planned:
        return PLANNED
    return "" if contact.result else NO_RESULT


def meta_of(contact: Contact, today: date, party: str = "") -> str:
    """Return the day, how, with whom and by whom: "di 27 oktober · bijeenkomst · M. Hoekstra"."""
    kind = contact.kind[:1].lower() + contact.kind[1:]
    parts = (day_in_words(contact.day, today), party, kind, contact.who, contact.by)
    return " · ".join(part for part in parts if part)


def spoken(contact: Contact, today: date, party: str = "") -> str:
    """Return all of a contact as one sentence."""
    attitude = f"Houding: {contact.attitude.lower()}" if contact.attitude else ""
    following = f"Daarna: {', '.join(contact.next)}" if contact.next else ""
    parts = (state_of(contact), meta_of(contact, today, party), contact.about, contact.result, attitude, following)
    return ". ".join(part.rstrip(".") for part in parts if part)
