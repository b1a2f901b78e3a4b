"""Tracks and helpers: one table in the forms becomes one Track or one Helper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from radplan_desktop.guideline.beside import Helper, HelperPart, Lack, Track, TrackItem, TrackStep
from radplan_desktop.guideline.binding import condition
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.fields import register_id
from radplan_desktop.guideline.strict import Keys, Place, boolean, identifier, read_table, tables, text, words
from radplan_desktop.guideline.tables import name_of


def _card(value: Any, place: Place) -> str:  # noqa: ANN401
    names = place.names
    known = [*names.fields, *names.groups, *names.registers]
    if text(value, place) not in known:
        raise Wrong(f"{shown(value)} is geen veld, groep of register.", suggestion(value, known))
    return str(value)


def _column_or_path(value: Any, place: Place) -> str:  # noqa: ANN401
    place.names.find(words(value, place), place.register)
    return str(value)


TRACK_ITEM = Keys.of(["item"], item=_card, label=words)
TRACK_STEP = Keys.of(["title", "text", "items"], title=words, text=words, items=tables, conditions=boolean)
TRACK = Keys.of(
    ["id", "label", "text", "step"],
    id=identifier,
    label=words,
    subtitle=text,
    text=words,
    when=condition,
    step=("steps", tables),
)
LACK = Keys.of(["when", "says", "field"], when=condition, says=words, field=_column_or_path)
HELPER_PART = Keys.of(["letter", "label", "met", "open"], letter=words, label=words, met=words, open=("lacks", tables))
HELPER = Keys.of(
    ["id", "register", "title", "text", "part"],
    id=identifier,
    register=register_id,
    title=words,
    text=words,
    part=("parts", tables),
)


def read_track(raw: Mapping[str, Any], place: Place) -> Track:
    """Return the track of a raw table."""
    values = read_table(raw, TRACK, place)
    steps = [_step(item, place.under(f"step[{n}]")) for n, item in enumerate(values.get("steps", []), 1)]
    bare = {"id": name_of(raw), "label": "", "subtitle": "", "text": ""}
    return Track(**{**bare, **values, "steps": tuple(steps)})


def _step(raw: object, place: Place) -> TrackStep:
    values = read_table(raw, TRACK_STEP, place)
    items = [_item(item, place.under(f"items[{n}]")) for n, item in enumerate(values.get("items", []), 1)]
    if values.get("items") == []:
        place.report("items", "Deze stap heeft geen kaarten.", "Noem een veld, groep of register.")
    return TrackStep(**{"title": "", "text": "", **values, "items": tuple(item for item in items if item.item)})


def _item(raw: object, place: Place) -> TrackItem:
    if isinstance(raw, str):
        return TrackItem(place.attempt("", _card, raw, place, otherwise=""))
    return TrackItem(**{"item": "", **read_table(raw, TRACK_ITEM, place)})


def read_helper(raw: Mapping[str, Any], place: Place) -> Helper:
    """Return the helper of a raw table; its conditions and sentences mean a row of its register first."""
    values = read_table(raw, HELPER, place)
    inside = place.within(values.get("register", ""))
    raws = values.get("parts", []) if inside.register else []
    parts = [_part(item, inside.under(f"part[{n}]")) for n, item in enumerate(raws, 1)]
    bare = {"id": name_of(raw), "register": "", "title": "", "text": ""}
    return Helper(**{**bare, **values, "parts": tuple(parts)})


def _part(raw: object, place: Place) -> HelperPart:
    values = read_table(raw, HELPER_PART, place)
    found = [read_table(item, LACK, place.under(f"open[{n}]")) for n, item in enumerate(values.get("lacks", []), 1)]
    lacks = tuple(Lack(**{"says": "", "field": "", **lack}) for lack in found if "when" in lack)
    return HelperPart(**{"letter": "", "label": "", "met": "", **values, "lacks": lacks})
