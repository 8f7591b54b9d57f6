"""Picks the last choice."""

predicted_scale = "c"
