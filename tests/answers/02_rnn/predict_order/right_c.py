"""Picks the last choice."""

predicted_order = "c"
