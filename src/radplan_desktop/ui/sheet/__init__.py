"""The sheet of a register: one line, Enter, and the next."""
