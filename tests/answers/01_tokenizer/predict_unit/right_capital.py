"""Writes the letter as a capital."""

predicted_unit = "B"
