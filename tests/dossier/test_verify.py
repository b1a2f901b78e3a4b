from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from radplan_desktop.dossier import AlteredError, Dossier, Fault, RawKey
from radplan_desktop.dossier.chain import Head
from radplan_desktop.dossier.keys import SIGNED, Identity
from radplan_desktop.dossier.sealing import Act, seal
from radplan_desktop.dossier.verify import log_problems
from radplan_desktop.plan.log import Entry, EntryKind
from radplan_desktop.plan.values import Answer, Cell, encode
from tests.dossier.tools import AUTHOR, FORMS_VERSION, edit, past_the_guards, without_triggers

FORGERIES = {
    "an answer": ("UPDATE change SET value = '{\"v\":\"anders\"}' WHERE entry = 3", Fault.CHAIN, 1),
    "a field": ("UPDATE change SET field = 'anders' WHERE entry = 3", Fault.CHAIN, 1),
    "a commit": ('UPDATE change SET "commit" = zeroblob(32) WHERE entry = 3', Fault.CHAIN, 1),
    "an author": ("UPDATE entry SET author = 'iemand anders' WHERE id = 3", Fault.CHAIN, 1),
    "a time": ("UPDATE entry SET at = '2020-01-01T00:00:00Z' WHERE id = 3", Fault.CHAIN, 1),
    "a kind": ("UPDATE entry SET kind = 'undo' WHERE id = 3", Fault.CHAIN, 1),
    "a hash": ("UPDATE entry SET hash = zeroblob(32) WHERE id = 3", Fault.CHAIN, 2),
    "a change left out": ("DELETE FROM change WHERE entry = 3", Fault.CHAIN, 1),
    "a change added": (
        'INSERT INTO change SELECT entry, 1, "row", field, value, salt, "commit" FROM change WHERE entry = 3', Fault.CHAIN, 1
    ),
    "an entry left out": ("DELETE FROM change WHERE entry = 3; DELETE FROM entry WHERE id = 3", Fault.CHAIN, 1),
    "entries exchanged": ("UPDATE entry SET id = 99 WHERE id = 3", Fault.CHAIN, 2),
    "a signature left out": ("UPDATE entry SET sig = NULL WHERE id = 41", Fault.SIGNATURE, 1),
    "a signature of nothing": ("UPDATE entry SET sig = zeroblob(64) WHERE id = 41", Fault.SIGNATURE, 1),
    "an attachment": ("UPDATE blob SET data = x'00'", Fault.ATTACHMENT, 1),
    "a kind that is none": ("UPDATE entry SET kind = 'gerucht' WHERE id = 3", Fault.STRUCTURE, 1),
    "a wrong length": ("UPDATE entry SET prev = x'00' WHERE id = 3", Fault.STRUCTURE, 1),
    "a change of nothing": ("UPDATE change SET entry = 999 WHERE entry = 40", Fault.STRUCTURE, 1),
    "a body that is a list": ("UPDATE entry SET body = '[]' WHERE id = 3", Fault.STRUCTURE, 1),
    "a body with half a character": ("UPDATE entry SET body = '{\"a\":\"\\ud800\"}' WHERE id = 3", Fault.CHAIN, 1),
    "seen words": ("UPDATE entry SET seen = '{\"a\":\"b\"}' WHERE id = 3", Fault.STRUCTURE, 1),
}  # fmt: skip


@pytest.mark.parametrize("depth", [500, 990, 100_000])
def test_a_body_without_bottom_is_found_and_stops_nothing(file: Path, key: RawKey, depth: int) -> None:
    with without_triggers(file, key) as raw:
        raw.execute("UPDATE entry SET body = ? WHERE id = 3", ('{"a":' + "[" * depth + "]" * depth + "}",))
    with Dossier.open(file, key) as dossier:
        assert dossier.verify() != []


@pytest.mark.parametrize("fact", ["generation", "key"])
def test_facts_that_make_no_sense_are_refused(file: Path, key: RawKey, fact: str) -> None:
    with past_the_guards(file, key) as raw:
        raw.execute("UPDATE meta SET value = 'onzin' WHERE name = ?", (fact,))
    with pytest.raises(AlteredError):
        Dossier.open(file, key)
    with pytest.raises(AlteredError):
        Dossier.open(file, key, read_only=True)


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forgery_is_found(file: Path, key: RawKey, what: str) -> None:
    statements, fault, number = FORGERIES[what]
    with without_triggers(file, key) as raw:
        for statement in statements.split(";"):
            raw.execute(statement)
    with Dossier.open(file, key) as dossier:
        found = dossier.verify()
    assert sum(problem.fault is fault for problem in found) == number
    assert all("antwoord" not in problem.place for problem in found)


def test_a_whole_file_has_no_problems(dossier: Dossier) -> None:
    assert dossier.verify() == []


def test_a_missing_attachment_is_found(dossier: Dossier) -> None:
    sha = dossier.put_blob(b"abc", "a.pdf", "application/pdf")
    for named in (sha, "0" * 64):
        value = encode(Answer({"blob": named, "name": "a.pdf", "type": "application/pdf"}))
        dossier.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(Cell("plan", "bijlage"), value)])
    assert [(problem.fault, problem.place) for problem in dossier.verify()] == [(Fault.ATTACHMENT, "0" * 64)]


def test_erasing_keeps_the_chain_whole(dossier: Dossier) -> None:
    copy = next(iter(dossier.heads))
    dossier.erase([(copy, 1, 0), (copy, 2, 0)], AUTHOR, FORMS_VERSION)
    assert dossier.verify() == []
    erased = dossier.entries()[0].changes[0]
    assert (erased.value, erased.salt) == (None, None)


@pytest.mark.parametrize("kind", sorted(EntryKind))
def test_just_these_kinds_are_signed(dossier: Dossier, kind: EntryKind) -> None:
    made = dossier.append(kind, AUTHOR, FORMS_VERSION, body={"label": "1.1"})
    signed = kind in {EntryKind.VERSION, EntryKind.SIGNATURE, EntryKind.HANDOVER, EntryKind.RECEIPT}
    assert (made.sig is not None) == ("public_key" in made.body) == signed == (kind in SIGNED)
    assert dossier.verify() == []


def chained(*acts: EntryKind, who: Identity | None = None, seen: dict[str, Head] | None = None) -> list[Entry]:
    who, heads, log = who or Identity.new(), dict(seen or {}), list[Entry]()
    for number, kind in enumerate(acts, 1):
        log.append(seal(Act(kind, AUTHOR, FORMS_VERSION, (), {}, ""), who, heads, number))
        heads[who.copy] = Head(log[-1].seq, log[-1].hash)
    return log


def resigned_by_another(log: list[Entry]) -> None:
    """Someone else puts own key and signature under the entry of a copy, with a hash that fits."""
    log[1] = replace(chained(EntryKind.EDIT, EntryKind.VERSION)[1], copy=log[0].copy)


def cut_short(log: list[Entry]) -> None:
    """Another copy says it saw more of a chain than there is."""
    log[:] = [log[0], *chained(EntryKind.EDIT, seen={log[0].copy: Head(5, bytes(32))})]


FORGED_LOGS: dict[str, tuple[Callable[[list[Entry]], Any], set[Fault]]] = {
    "another's signature": (resigned_by_another, {Fault.CHAIN, Fault.SIGNATURE}),
    "a chain cut short": (cut_short, {Fault.CHAIN}),
    "backwards": (list.reverse, {Fault.CHAIN}),
    "twice": (lambda log: log.append(log[-1]), {Fault.CHAIN}),
    "half erased": (lambda log: log.__setitem__(0, _half_erased(log[0])), {Fault.CHAIN}),
}


def _half_erased(entry: Entry) -> Entry:
    who = Identity.new()
    act = Act(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(Cell("plan", "naam"), "null")], {}, "")
    made = seal(act, who, {}, 0)
    return replace(made, changes=(made.changes[0]._replace(value=None),), clock=entry.clock - 1)


@pytest.mark.parametrize("what", FORGED_LOGS)
def test_a_forged_log_is_found_before_it_is_taken_in(what: str) -> None:
    log = chained(EntryKind.EDIT, EntryKind.VERSION, EntryKind.EDIT)
    assert list(log_problems(log)) == []
    forge, expected = FORGED_LOGS[what]
    forge(log)
    assert {problem.fault for problem in log_problems(log)} == expected


def test_a_value_that_cannot_be_read_is_found(dossier: Dossier) -> None:
    last = edit(dossier, "naam", "x")
    odd = replace(last, changes=(last.changes[0]._replace(value='{"w":1}'),))
    faults = {problem.fault for problem in log_problems([*dossier.entries()[:-1], odd])}
    assert faults == {Fault.CHAIN, Fault.VALUE}
