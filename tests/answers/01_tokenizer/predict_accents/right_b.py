"""Picks the middle choice."""

predicted_accents = "b"
