"""Writes the letter as a capital."""

predicted_accents = "B"
