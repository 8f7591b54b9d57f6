"""Picks the middle choice."""

predicted_order = "b"
