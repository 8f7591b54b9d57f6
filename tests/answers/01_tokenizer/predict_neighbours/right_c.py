"""Picks the last choice."""

predicted_neighbours = "c"
