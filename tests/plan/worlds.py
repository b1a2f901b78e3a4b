"""Invented histories: several copies of one plan that edit, delete, link, erase, compact and merge, with real hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import strategies as st

from radplan_desktop.plan.log import GENESIS, Change, Entry, EntryKind, commit_of, hash_of
from radplan_desktop.plan.merge import Place, erase_body, superseded_places, union
from radplan_desktop.plan.plan import NULL
from radplan_desktop.plan.values import IN, canonical

ROWS = [character * 32 for character in "abc"]
FIELDS = ["naam", "doel"]
REGISTER = "dingen"
COPIES = ["kopie-a", "kopie-b", "kopie-c", "kopie-d"]

Step = tuple[str, int, str, str, int]
"""(what, copy number, row, field, number)."""


@dataclass
class World:
    """Per copy its own log; every step acts on one of them."""

    logs: dict[str, list[Entry]] = field(default_factory=lambda: {copy: [] for copy in COPIES})

    def append(
        self, copy: str, kind: EntryKind, changes: list[tuple[str, str, str]], body: Mapping[str, object]
    ) -> None:
        """Append an entry to the log of a copy, as the dossier would."""
        log = self.logs[copy]
        own = [entry for entry in log if entry.copy == copy]
        seq, clock = len(own) + 1, max((entry.clock for entry in log), default=0) + 1
        seen = {other: max(e.seq for e in log if e.copy == other) for other in {e.copy for e in log} - {copy}}
        made = tuple(_change(f"{copy}{seq}{n}", *change) for n, change in enumerate(changes))
        prev = own[-1].hash if own else GENESIS
        digest = hash_of(
            prev, copy=copy, seq=seq, clock=clock, at="", author=copy, kind=kind, guideline="", seen=seen, body=body,
            commits=[change.commit for change in made],
        )  # fmt: skip
        log.append(Entry(copy, seq, clock, "", copy, kind, "", prev, digest, seen, body, made))

    def erase(self, copy: str, places: list[Place]) -> None:
        """Erase changes: an entry that says so, and the values gone from this copy's log."""
        self.append(copy, EntryKind.ERASE, [], erase_body(places))
        self.logs[copy] = list(union(self.logs[copy]))

    def do(self, step: Step) -> None:
        """Carry out one step."""
        what, number, row, name, amount = step
        copy = COPIES[number]
        if what == "edit":
            self.append(copy, EntryKind.EDIT, [(row, name, canonical({"v": str(amount)}))], {})
        elif what == "place":
            self.append(copy, EntryKind.EDIT, [(row, IN, canonical({"v": REGISTER}))], {})
        elif what == "delete":
            self.append(copy, EntryKind.EDIT, [(row, IN, NULL)], {})
        elif what == "link":
            self.append(copy, EntryKind.EDIT, [("plan", name, canonical({"v": row}))], {})
        elif what == "merge":
            self.logs[copy] = list(union(self.logs[copy], self.logs[COPIES[amount % len(COPIES)]]))
        elif what == "erase":
            places = [(e.copy, e.seq, n) for e in self.logs[copy] for n in range(len(e.changes))]
            self.erase(copy, places[amount % max(1, len(places)) :][:1])
        elif what == "compact":
            self.erase(copy, superseded_places(self.logs[copy], {e.copy: e.seq for e in self.logs[copy]}))


def _change(seed: str, row: str, name: str, value: str) -> Change:
    salt = hashlib.sha256(seed.encode()).digest()[:16]
    return Change(row, name, value, salt, commit_of(salt, row, name, value))


def steps() -> st.SearchStrategy[list[Step]]:
    """Return a strategy for histories of up to thirty steps over four copies."""
    what = st.sampled_from(["edit", "edit", "edit", "place", "delete", "link", "merge", "merge", "erase", "compact"])
    step = st.tuples(
        what,
        st.integers(0, len(COPIES) - 1),
        st.sampled_from([*ROWS, f"{REGISTER}:vast"]),
        st.sampled_from(FIELDS),
        st.integers(0, 40),
    )
    return st.lists(step, max_size=30)


def logs_of(history: list[Step]) -> list[list[Entry]]:
    """Return the logs of the four copies after a history."""
    world = World()
    for step in history:
        world.do(step)
    return list(world.logs.values())
