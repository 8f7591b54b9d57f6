"""Picks the last choice."""

predicted_temperature = "c"
