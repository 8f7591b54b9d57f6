"""Picks the middle choice."""

predicted_fade = "b"
