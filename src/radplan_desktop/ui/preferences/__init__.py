"""The preferences: what holds for this laptop, and, in an open plan, its passphrase and backup copies."""
