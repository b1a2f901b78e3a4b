"""Who writes next: the copy that the file names, or a new one (DESIGN, "The log, exactly", copy id)."""

from __future__ import annotations

from radplan_desktop.dossier import chain, meta
from radplan_desktop.dossier.chain import Written
from radplan_desktop.dossier.engine import Session
from radplan_desktop.dossier.keys import Identity


def writer_of(session: Session, last_written: Written | None) -> tuple[Identity, bool]:
    """Return who makes the next entry, and whether the file says so already.

    The file's own copy goes on only when this installation wrote in it last under that very copy and the entry it remembers is in
    the chain. Otherwise the file was copied by hand, restored, received, or comes from another laptop: a new copy begins. It is
    made now and stored with its first entry, so that merely reading a file leaves it as it was.
    """
    with session.transaction() as connection:
        stored = meta.identity(connection)
    ours = stored is not None and last_written is not None and stored.copy == last_written.copy
    if stored is not None and last_written is not None and ours and chain.holds(session.raw, last_written):
        return stored, True
    return Identity.new(), False
