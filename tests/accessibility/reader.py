"""What a screen reader does: it reads the tree of accessible objects over AT-SPI and hears what is announced.

Run by the system's own Python, which has the bindings of D-Bus: ``/usr/bin/python3 reader.py OUT COMMAND ...``. COMMAND is the
window (see actor.py). Each line it prints is "read NAME" or "hear NAME" of a scene; what is shown and what was announced then
is written to OUT as one line of JSON, and the window is told to go on. The exit code is that of the window.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found, import-untyped, unused-ignore]

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
REGISTRY = "org.a11y.atspi.Registry"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
STATES = {"enabled": 8, "focusable": 11, "focused": 12, "showing": 25}
"""The bits that matter here."""
LABELLED_BY, PASSWORD = 2, 40
"""A relation, and the one role that is told by its number alone."""
LEAVES = frozenset({"label", "heading", "cell", "column header", "list item", "radio button", "check box"})
"""What has nothing below it that matters."""
MANY = 60
"""So many children are read: a table or list of more makes the others the same way."""
PATIENCE = 20_000


def call(bus: Any, service: str, path: str, interface: str, member: str, kinds: str = "()", *given: Any) -> Any:
    """Call a method and return its first answer."""
    flags = Gio.DBusCallFlags.NONE
    wanted = GLib.Variant(kinds, given)
    answer = bus.call_sync(service, path, interface, member, wanted, None, flags, PATIENCE, None).unpack()
    return answer[0] if answer else None


class Reader:
    """One connection to the bus of accessible objects."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        flags = Gio.DBusConnectionFlags
        client = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, client, None, None)
        self.heard: list[str] = []
        event, none = "org.a11y.atspi.Event.Object", Gio.DBusSignalFlags.NONE
        self.bus.signal_subscribe(None, event, "Announcement", None, None, none, self._hear)
        call(self.bus, REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", "(s)", "object:announcement")

    def _hear(self, *signal: Any) -> None:
        said = signal[5].unpack()
        self.heard.append(next(part for part in reversed(said) if isinstance(part, str) and part))

    def taken(self) -> list[str]:
        """Return what was announced since the last time."""
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        heard, self.heard = self.heard, []
        return heard

    def windows(self) -> list[dict[str, Any]]:
        """Return all programs on the bus with what they show."""
        return [self.read(one, []) for one in call(self.bus, REGISTRY, ROOT, ACCESSIBLE, "GetChildren")]

    def hear_out(self) -> None:
        """Wait for an answer of every program: what it announced before comes earlier."""
        for service, path in call(self.bus, REGISTRY, ROOT, ACCESSIBLE, "GetChildren"):
            call(self.bus, service, path, ACCESSIBLE, "GetRoleName")

    def read(self, place: tuple[str, str], held: list[str]) -> dict[str, Any]:
        """Return an object, whose states are known, with everything below it that is shown. ``place`` is (service, path)."""
        service, path = place
        role = call(self.bus, service, path, ACCESSIBLE, "GetRoleName")
        if role == "text" and call(self.bus, service, path, ACCESSIBLE, "GetRole") == PASSWORD:
            role = "password text"
        found = {
            "role": role,
            "name": self._property(service, path, "Name"),
            "description": self._property(service, path, "Description"),
            "states": held,
            "labels": self._labels(service, path) if role == "combo box" else [],
            "size": [],
        }
        if "focusable" in held:
            found["size"] = call(self.bus, service, path, COMPONENT, "GetExtents", "(u)", 0)[2:]
        below = [] if role in LEAVES else call(self.bus, service, path, ACCESSIBLE, "GetChildren")[:MANY]
        known = [(child, self._states(*child)) for child in below]
        found["children"] = [self.read(child, states) for child, states in known if "showing" in states]
        return found

    def _states(self, service: str, path: str) -> list[str]:
        low, high = call(self.bus, service, path, ACCESSIBLE, "GetState")
        bits = low | high << 32
        return [name for name, bit in STATES.items() if bits >> bit & 1]

    def _property(self, service: str, path: str, name: str) -> str:
        return str(call(self.bus, service, path, PROPERTIES, "Get", "(ss)", ACCESSIBLE, name))

    def _labels(self, service: str, path: str) -> list[str]:
        related = call(self.bus, service, path, ACCESSIBLE, "GetRelationSet")
        return [
            self._property(one[0], one[1], "Name") for kind, others in related for one in others if kind == LABELLED_BY
        ]


def main() -> int:
    """Read every scene that the window shows."""
    reader = Reader()
    with (
        Path(sys.argv[1]).open("w", encoding="utf-8") as out,
        subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window,
    ):
        for line in window.stdout or ():
            kind, _, name = line.strip().partition(" ")
            windows = reader.windows() if kind == "read" else []
            reader.hear_out()
            scene = {"scene": name, "windows": windows, "heard": reader.taken()}
            out.write(json.dumps(scene) + "\n")
            if window.stdin is not None:
                window.stdin.write("\n")
                window.stdin.flush()
    return window.returncode


if __name__ == "__main__":
    sys.exit(main())
