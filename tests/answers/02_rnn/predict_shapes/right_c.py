"""Picks the last choice."""

predicted_shapes = "c"
