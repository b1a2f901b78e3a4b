"""The signing key of a copy. A copy's id is the first half of the SHA-256 of its public key, so nobody else can sign under it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from radplan_desktop.plan.log import EntryKind

SIGNED = frozenset({EntryKind.VERSION, EntryKind.SIGNATURE, EntryKind.HANDOVER, EntryKind.RECEIPT})
"""The kinds of entry that carry a signature."""

PUBLIC_KEY = "public_key"
"""Where the body of a signed entry names the key (64 hex digits)."""

COPY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes in a file: a copy id (32 hex digits) with its own Ed25519 key, made together, never handed over."""

    copy: str
    private: bytes = field(repr=False)

    @classmethod
    def new(cls) -> Identity:
        """Return a fresh identity."""
        return cls.of(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def of(cls, private: bytes) -> Identity:
        """Return the identity that a private key (32 bytes) stands for."""
        public = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
        return cls(copy_of(public), private)

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()

    def sign(self, entry_hash: bytes) -> bytes:
        """Return the signature (64 bytes) over the hash of an entry."""
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(entry_hash)


def copy_of(public: bytes) -> str:
    """Return the copy id that belongs to a public key."""
    return hashlib.sha256(public).digest()[:COPY_BYTES].hex()


def is_signed_by(copy: str, public_hex: object, entry_hash: bytes, sig: bytes | None) -> bool:
    """Whether this key belongs to the copy and the signature is its own over the hash."""
    if not isinstance(public_hex, str) or sig is None:
        return False
    try:
        public = bytes.fromhex(public_hex)
        Ed25519PublicKey.from_public_bytes(public).verify(sig, entry_hash)
    except (ValueError, InvalidSignature):
        return False
    return copy_of(public) == copy
