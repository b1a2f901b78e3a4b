"""The log of contacts with a party: a line to add one, and what was said, the newest first."""
