"""Picks the middle choice."""

predicted_reach = "b"
