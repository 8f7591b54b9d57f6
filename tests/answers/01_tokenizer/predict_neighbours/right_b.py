"""Picks the middle choice."""

predicted_neighbours = "b"
