"""Picks the last choice."""

predicted_fade = "c"
