"""Tracks: the same cards in another order, for who is in another situation."""
