"""A municipality's own layer over the forms: what it may add or reword, and what stays as it is.

The files may come out of a dossier that someone handed over, so they are not trusted: sizes and depth are bounded, names carry
the layer's prefix, and nothing that exists changes its name, its kind, or becomes less confidential.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from radplan_desktop.guideline.errors import FormError, Wrong, shown, suggestion
from radplan_desktop.guideline.model import Confidentiality
from radplan_desktop.guideline.names import part
from radplan_desktop.guideline.tables import LISTED, OVERLAY, SINGLE, Entry, Tables, sort

HEAD = f"{OVERLAY}overlay.toml"
MAX_TITLE = 200
_PREFIX = re.compile(r"[a-z][a-z0-9]{0,14}_")
_AMEND = {
    "field": frozenset({"label", "question", "hint", "placeholder", "help", "opzet", "class"}),
    "group": frozenset({"label", "question", "hint", "help"}),
    "register": frozenset({"label", "question", "hint", "row", "help", "class", "column"}),
    "list": frozenset({"label", "choices"}),
    "page": frozenset({"title", "subtitle", "items"}),
}
_CHOICE = frozenset({"label", "hint"})


@dataclass(frozen=True, slots=True)
class _Layer:
    prefix: str
    errors: list[FormError]

    def report(self, item: Entry, key: str, problem: str, remedy: str) -> None:
        self.errors.append(item.wrong(key, problem, remedy))

    def new(self, item: Entry, name: object, key: str = "id") -> None:
        """Report a new name without the prefix."""
        if not isinstance(name, str) or not name.startswith(self.prefix):
            remedy = f"Laat de naam beginnen met {self.prefix}, of schrijf extend om iets aan te vullen."
            self.report(item, key, "Een nieuwe naam begint met het voorvoegsel van de eigen laag.", remedy)

    def only(self, item: Entry, data: Mapping[str, Any], allowed: frozenset[str], key: str = "") -> None:
        """Report the keys that an own layer may not change."""
        for name in data.keys() - allowed - {"extend"}:
            path = f"{key}.{name}" if key else name
            self.report(item, path, "Dit mag een eigen laag niet veranderen.", suggestion(name, allowed))


def lay_over(tables: Tables, parsed: Mapping[str, Mapping[str, Any]], errors: list[FormError]) -> str:
    """Lay an overlay's parsed files over the tables, in place; return the overlay's title."""
    prefix, title = _head(parsed.get(HEAD, {}), errors)
    layer = _Layer(prefix, errors)
    over = sort({name: data for name, data in parsed.items() if name != HEAD}, errors)
    if prefix:
        for kind in (*SINGLE, *LISTED, "document"):
            _lay(kind, tables, over[kind], layer)
    return title


def _head(data: Mapping[str, Any], errors: list[FormError]) -> tuple[str, str]:
    prefix, title = data.get("prefix"), data.get("title")
    if not isinstance(prefix, str) or not _PREFIX.fullmatch(prefix):
        errors.append(FormError(HEAD, "prefix", "Het voorvoegsel ontbreekt of klopt niet.", 'Schrijf prefix = "lv_".'))
        prefix = ""
    if not isinstance(title, str) or not title.strip() or len(title) > MAX_TITLE or not title.isprintable():
        errors.append(FormError(HEAD, "title", "De titel ontbreekt of klopt niet.", 'Schrijf title = "Gemeente …".'))
        title = ""
    errors.extend(
        FormError(HEAD, key, "Deze sleutel bestaat hier niet.", "Alleen prefix en title horen hier.")
        for key in data.keys() - {"prefix", "title"}
    )
    return prefix, title


def _lay(kind: str, tables: Tables, items: list[Entry], layer: _Layer) -> None:
    base = {item.id: n for n, item in enumerate(tables[kind])}
    for name in base:
        if name.startswith(layer.prefix):
            layer.errors.append(
                FormError(HEAD, "prefix", f"{shown(name)} begint al zo.", "Kies een ander voorvoegsel.")
            )
    for item in items:
        if kind == "document":
            _document(tables[kind], base, item, layer)
        elif kind not in _AMEND:
            layer.report(item, "", "Dit mag een eigen laag niet veranderen.", "Haal deze tabel weg.")
        elif "extend" in item.data:
            _extend(kind, tables[kind], base, item, layer)
        else:
            layer.new(item, item.id)
            _new_views(item, layer)
            tables[kind].append(item)


def _document(documents: list[Entry], base: Mapping[str, int], item: Entry, layer: _Layer) -> None:
    """Add a document, or put it in the place of an existing one; it may then not print more than that one did."""
    if item.id not in base:
        layer.new(item, item.id)
        documents.append(item)
        return
    old = documents[base[item.id]]
    if _class(item.data.get("edition")) > _class(old.data.get("edition")):
        layer.report(
            item, "edition", "Dit document zou meer laten zien dan het meegeleverde.", "Kies dezelfde editie of lager."
        )
    documents[base[item.id]] = item


def _class(name: object) -> Confidentiality:
    return Confidentiality[name] if name in Confidentiality.__members__ else Confidentiality.I  # type: ignore[misc]


def _extend(kind: str, entries: list[Entry], base: Mapping[str, int], item: Entry, layer: _Layer) -> None:
    target = item.data["extend"]
    here = Entry(item.file, f"{kind}.{shown(str(target))[1:-1]}", str(target), item.data)
    if not isinstance(target, str) or target not in base:
        layer.report(here, "extend", f"{shown(str(target))} bestaat niet.", suggestion(str(target), base))
        return
    old = entries[base[target]]
    layer.only(here, item.data, _AMEND[kind])
    _new_views(here, layer)
    entries[base[target]] = here._replace(
        data=_amended(old.data, item.data, _AMEND[kind], here, layer), home=old.home or old.file
    )


def _amended(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    allowed: frozenset[str],
    here: Entry,
    layer: _Layer,
) -> dict[str, Any]:
    """Return the old table with what the new one says about the allowed keys."""
    merged = dict(old)
    for key in new.keys() & allowed:
        merge = _MERGES.get(key)
        try:
            merged[key] = new[key] if merge is None else merge(old.get(key), new[key], here, layer)
        except Wrong as wrong:
            layer.report(here, key, wrong.problem, wrong.remedy)
    return merged


def _both(old: Any, new: Any, _here: Entry, _layer: _Layer) -> Any:  # noqa: ANN401
    return {**old, **new} if isinstance(old, dict) and isinstance(new, dict) else new


def _more(old: Any, new: Any, _here: Entry, _layer: _Layer) -> Any:  # noqa: ANN401
    return [*old, *new] if isinstance(old, list) and isinstance(new, list) else new


def _stricter(old: Any, new: Any, _here: Entry, _layer: _Layer) -> Any:  # noqa: ANN401
    if isinstance(new, str) and _class(new) < _class(old):
        raise Wrong("Een eigen laag mag iets niet minder vertrouwelijk maken.", "Kies dezelfde klasse of strenger.")
    return new


def _choices(old: Any, new: Any, here: Entry, layer: _Layer) -> Any:  # noqa: ANN401
    """Add choices, and reword those that exist."""
    return _by_name(old, new, "id", (here, layer), _CHOICE | {"id"})


def _columns(old: Any, new: Any, here: Entry, layer: _Layer) -> Any:  # noqa: ANN401
    """Add columns, and reword those that are named by ``extend``."""
    return _by_name(old, new, "extend", (here, layer), _AMEND["field"])


def _by_name(old: Any, new: Any, key: str, at: tuple[Entry, _Layer], allowed: frozenset[str]) -> Any:  # noqa: ANN401
    if not isinstance(old, list) or not isinstance(new, list):
        return new
    here, layer = at
    merged = list(old)
    place = {item.get("id"): n for n, item in enumerate(old) if isinstance(item, dict)}
    kind = "choices" if key == "id" else "column"
    for n, item in enumerate(new, 1):
        name = item.get(key) if isinstance(item, dict) else None
        inner = here._replace(path=f"{here.path}.{kind}[{n}]")
        if isinstance(name, str) and name in place:
            layer.only(inner, item, allowed)
            merged[place[name]] = _amended(merged[place[name]], item, allowed - {"id"}, inner, layer)
        elif key == "extend" and name is not None:
            layer.report(
                inner, "extend", f"{shown(str(name))} bestaat niet.", suggestion(str(name), filter(None, place))
            )
        else:
            layer.new(inner, item.get("id") if isinstance(item, dict) else None)
            merged.append(item)
    return merged


def _new_views(item: Entry, layer: _Layer) -> None:
    for n, shown_item in enumerate(part(item.data, "items"), 1):
        if "view" in shown_item:
            layer.new(item, shown_item["view"], f"items[{n}].view")


_MERGES: dict[str, Callable[[Any, Any, Entry, _Layer], Any]] = {
    "help": _both,
    "opzet": _both,
    "items": _more,
    "class": _stricter,
    "choices": _choices,
    "column": _columns,
}
