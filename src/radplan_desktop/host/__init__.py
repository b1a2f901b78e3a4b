"""The machine: shipped files, folders, preferences, locks, the log, passphrases. A leaf that every room may import."""
