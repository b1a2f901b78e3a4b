"""From passphrase to key. The key is what SQLCipher 4 itself derives, so any SQLCipher client opens the file with the passphrase.

Deriving it here instead of inside ``PRAGMA key`` has three effects: no passphrase ever stands in an SQL text, a backup or a
check needs no second derivation, and the key letter (64 hex digits) comes from the same place (``docs/decisions/0011``).
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field

from radplan_desktop.dossier.errors import PassphraseRefusedError

KEY_BYTES = 32
SALT_BYTES = 16
KDF_ITERATIONS = 256_000


@dataclass(frozen=True, slots=True)
class RawKey:
    """The 32 bytes that encrypt a file. Its repr says nothing."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError("a raw key has 32 bytes")

    @classmethod
    def from_hex(cls, digits: str) -> RawKey:
        """Return the key written as 64 hex digits. Raises ValueError when it is not."""
        return cls(bytes.fromhex(digits))

    def hex(self) -> str:
        """Return the key as 64 hex digits, as the key letter prints it."""
        return self.raw.hex()


def normalised(passphrase: str) -> bytes:
    """Return the UTF-8 bytes of a passphrase in NFC. Raises PassphraseRefusedError when it is blank or cannot be passed on."""
    text = unicodedata.normalize("NFC", passphrase)
    if not text.strip() or "\0" in text:
        raise PassphraseRefusedError
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise PassphraseRefusedError from None


def key_for(secret: str | RawKey, salt: bytes) -> RawKey:
    """Return the key for a passphrase (about 0.2 s) or the raw key itself; ``salt`` is the first 16 bytes of the file."""
    if isinstance(secret, RawKey):
        return secret
    return RawKey(hashlib.pbkdf2_hmac("sha512", normalised(secret), salt, KDF_ITERATIONS, KEY_BYTES))
