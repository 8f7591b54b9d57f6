"""Picks the last choice."""

predicted_right = "c"
