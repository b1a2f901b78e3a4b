"""The milestones: by when each is due, what it still waits for, and going on all the same."""
