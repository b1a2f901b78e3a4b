"""One encrypted file: the log of a plan, its drafts, attachments and own forms. ``docs/file-format.md`` describes it."""
