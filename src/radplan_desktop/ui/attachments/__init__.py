"""Attachments: taking a file in, looking at it without writing it anywhere, and giving a copy back."""
