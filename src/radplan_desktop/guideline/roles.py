"""The roles the program itself knows. ``forms/rollen.toml`` says which field, register, column or choice plays each of them."""

from __future__ import annotations

from enum import StrEnum


class RoleType(StrEnum):
    """What kind of id a role takes."""

    FIELD = "field"
    FIELDS = "fields"
    REGISTER = "register"
    COLUMN = "register.column"
    CHOICE = "list.choice"
    LIST = "list"


ROLES: dict[str, RoleType] = {
    "plan_name": RoleType.FIELD,
    "municipality": RoleType.FIELD,
    "team": RoleType.FIELD,
    "logo": RoleType.FIELD,
    "postal_address": RoleType.FIELD,
    "reference": RoleType.FIELD,
    "intervention_types": RoleType.FIELD,
    "already_running": RoleType.FIELD,
    "council_decision": RoleType.FIELD,
    "plan_start": RoleType.FIELD,
    "plan_end": RoleType.FIELD,
    "main_goal": RoleType.FIELD,
    "status": RoleType.FIELD,
    "status_draft": RoleType.CHOICE,
    "status_adopted": RoleType.CHOICE,
    "plan_class": RoleType.FIELD,
    "small_numbers": RoleType.FIELD,
    "sample_size": RoleType.COLUMN,
    "attendance": RoleType.COLUMN,
    "new_plan": RoleType.FIELDS,
    "organisations": RoleType.REGISTER,
    "organisation_name": RoleType.COLUMN,
    "organisation_official_name": RoleType.COLUMN,
    "people": RoleType.REGISTER,
    "person_name": RoleType.COLUMN,
    "person_function": RoleType.COLUMN,
    "person_organisation": RoleType.COLUMN,
    "person_on_behalf": RoleType.COLUMN,
    "signatories": RoleType.REGISTER,
    "signatory_document": RoleType.COLUMN,
    "signatory_person": RoleType.COLUMN,
    "signatory_role": RoleType.COLUMN,
    "signatory_on_behalf": RoleType.COLUMN,
    "sources": RoleType.REGISTER,
    "attitude_unknown": RoleType.CHOICE,
    "agreement_done": RoleType.CHOICE,
    "times_planned": RoleType.COLUMN,
    "times_held": RoleType.COLUMN,
    "indicator_target_date": RoleType.COLUMN,
    "standing_not_yet": RoleType.CHOICE,
    "standing_unknown": RoleType.CHOICE,
    "standing_met": RoleType.CHOICE,
    "standing_missed": RoleType.CHOICE,
    "organisation_nameable": RoleType.COLUMN,
}
