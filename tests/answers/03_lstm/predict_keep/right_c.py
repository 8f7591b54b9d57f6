"""Picks the last choice."""

predicted_keep = "c"
