"""Picks the last choice."""

predicted_accents = "c"
