"""What an act can refuse; ``str()`` of each is one Dutch sentence or two: what happened, what to do, what is not lost."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - a refusal is an answer to the user, not a fault of the program
    """An act that was not carried out, with the sentence for the user."""

    @property
    def sentence(self) -> str:
        """The Dutch sentence for the user."""
        return str(self)


class CannotOpen(Refusal):
    """The file could not be opened or made."""


class CannotRead(Refusal):
    """Something in the open file could not be read."""


class CannotSave(Refusal):
    """Not everything reached the file."""


class NotThePassphrase(Refusal):
    """The passphrase that was given is not the one of this plan."""


class NotFound(Refusal):
    """A question, register, row or document of that name does not exist."""


class NotNow(Refusal):
    """The act waits for something else first, or this plan can only be read."""
