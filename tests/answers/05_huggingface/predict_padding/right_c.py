"""Picks the last choice."""

predicted_padding = "c"
