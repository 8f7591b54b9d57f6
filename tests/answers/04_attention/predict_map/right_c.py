"""Picks the last choice."""

predicted_map = "c"
