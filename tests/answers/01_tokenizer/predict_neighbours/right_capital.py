"""Writes the letter as a capital."""

predicted_neighbours = "B"
