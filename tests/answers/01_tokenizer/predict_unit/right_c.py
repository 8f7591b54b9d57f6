"""Picks the last choice."""

predicted_unit = "c"
