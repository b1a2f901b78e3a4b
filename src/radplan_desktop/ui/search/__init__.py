"""Search over all answers."""
