"""Writes the letter as a capital."""

predicted_wordpiece = "B"
