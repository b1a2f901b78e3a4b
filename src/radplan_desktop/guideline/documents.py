"""Documents: which chapters a paper has, and which answers each block prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from radplan_desktop.guideline.binding import condition
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.fields import confidentiality, register_id, requirement_ids
from radplan_desktop.guideline.model import Block, Chapter, Chart, DocumentSpec, Fact
from radplan_desktop.guideline.pages import read_chart
from radplan_desktop.guideline.strict import (
    Keys,
    Place,
    Reader,
    boolean,
    identifier,
    integer,
    read_table,
    tables,
    texts,
    words,
)
from radplan_desktop.guideline.tables import name_of


def _field_id(value: Any, place: Place) -> str:  # noqa: ANN401
    if words(value, place) not in place.names.fields:
        raise Wrong(f"Het veld {shown(value)} bestaat niet.", suggestion(value, place.names.fields))
    return str(value)


def _field_ids(value: Any, place: Place) -> tuple[str, ...]:  # noqa: ANN401
    return tuple([_field_id(item, place) for item in texts(value, place)])


def _widths(value: Any, place: Place) -> tuple[int, ...]:  # noqa: ANN401
    widths = tuple([integer(item, place) for item in tables(value, place)])
    if min(widths, default=0) < 1:
        raise Wrong("Een breedte is 1 of hoger.", "Schrijf hele getallen, zoals [1, 4, 2].")
    return widths


def _yes(value: Any, place: Place) -> str:  # noqa: ANN401
    if not boolean(value, place):
        raise Wrong("Hier hoort true.", "Schrijf requirements = true of haal het blok weg.")
    return ""


_FACT = Keys.of(["label", "fields"], label=words, fields=_field_ids)


def _facts(value: Any, place: Place) -> tuple[Fact, ...]:  # noqa: ANN401
    facts = [read_table(item, _FACT, place.under(f"cover[{n}]")) for n, item in enumerate(tables(value, place), 1)]
    return tuple([Fact(**{"label": "", "fields": (), **fact}) for fact in facts])


_ROWS: dict[str, Reader] = {"columns": texts, "where": condition}
_SAID: dict[str, Reader] = {"label": words, "option": words}
BLOCKS: dict[str, Keys] = {
    "text": Keys.of(text=words, **_SAID),
    "answer": Keys.of(answer=("source", _field_id), **_SAID),
    "facts": Keys.of(facts=("fields", _field_ids), **_SAID),
    "table": Keys.of(table=("source", register_id), widths=_widths, **_SAID, **_ROWS),
    "rows": Keys.of(rows=("source", register_id), **_SAID, **_ROWS),
    "signatures": Keys.of(signatures=("source", register_id), where=condition, **_SAID),
    "requirements": Keys.of(requirements=("text", _yes), **_SAID),
}
_HEAD: dict[str, Reader] = {"title": words, "requirements": requirement_ids, "when": condition, "option": words}
CHAPTER = Keys.of(["title", "blocks"], numbered=boolean, blocks=tables, **_HEAD)
DOCUMENT = Keys.of(
    ["id", "title", "edition"],
    id=identifier,
    title=words,
    subtitle=_field_id,
    edition=confidentiality,
    cover=_facts,
    chapter=("chapters", tables),
)


def read_document(raw: Mapping[str, Any], place: Place, charts: Mapping[str, Chart]) -> DocumentSpec | None:
    """Return the document of a raw table. ``charts`` are the drawings on the pages: a block without roles takes theirs."""
    values = read_table(raw, DOCUMENT, place)
    raws = values.get("chapters", [])
    if not raws:
        place.report("chapter", "Het document heeft geen hoofdstukken.", "Voeg [[chapter]] toe.")
    chapters = [_chapter(item, place.under(f"chapter[{n}]"), charts) for n, item in enumerate(raws, 1)]
    if "edition" not in values:
        return None
    bare = {"id": name_of(raw), "title": "", "subtitle": "", "cover": ()}
    return DocumentSpec(**{**bare, **values, "chapters": tuple(chapters)})


def _chapter(raw: Any, place: Place, charts: Mapping[str, Chart]) -> Chapter:  # noqa: ANN401
    values = read_table(raw, CHAPTER, place)
    raws = values.get("blocks", [])
    blocks = [_block(item, place.under(f"blocks[{n}]"), charts) for n, item in enumerate(raws, 1)]
    return Chapter(**{"title": "", **values, "blocks": tuple([block for block in blocks if block is not None])})


def _block(raw: Any, place: Place, charts: Mapping[str, Chart]) -> Block | None:  # noqa: ANN401
    if isinstance(raw, dict) and "chart" in raw:
        return _drawing(raw, place, charts)
    kind = next((kind for kind in BLOCKS if kind in raw), "") if isinstance(raw, dict) else ""
    if not kind:
        place.report("", "Dit is geen blok.", f"Kies uit: {', '.join((*BLOCKS, 'chart'))}.")
        return None
    home = raw.get(kind)
    inside = place.within(home if isinstance(home, str) and home in place.names.registers else "")
    values = read_table(raw, BLOCKS[kind], inside)
    for column in values.get("columns", ()):
        inside.attempt("columns", place.names.column, column, inside.register)
    if "widths" in values and len(values["widths"]) != len(values.get("columns", ())):
        place.report("widths", "Er zijn niet evenveel breedtes als kolommen.", "Geef elke kolom één breedte.")
    return Block(kind, **values)


def _drawing(raw: Mapping[str, Any], place: Place, charts: Mapping[str, Chart]) -> Block:
    chart = read_chart({key: value for key, value in raw.items() if key != "option"}, place)
    if chart.chart and not chart.roles:
        shared = charts.get(chart.chart)
        if shared is None:
            place.report(
                "roles", "Deze tekening staat op geen pagina, dus RadPlan weet niet waaruit.", "Voeg roles toe."
            )
        else:
            chart = Chart(chart.chart, chart.label, shared.roles)
    option = place.attempt("option", words, raw["option"], place, otherwise="") if "option" in raw else ""
    return Block("chart", label=chart.label, option=option, chart=chart)
