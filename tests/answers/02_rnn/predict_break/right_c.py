"""Picks the last choice."""

predicted_break = "c"
