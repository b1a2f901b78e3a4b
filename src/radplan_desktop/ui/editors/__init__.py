"""One small editor per kind of field, all with the contract of ``base.Editor``; ``kinds.make_editor`` is the one table."""
