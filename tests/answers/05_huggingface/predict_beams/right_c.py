"""Picks the last choice."""

predicted_beams = "c"
