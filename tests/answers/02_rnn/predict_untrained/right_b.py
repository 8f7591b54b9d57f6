"""Picks the middle choice."""

predicted_untrained = "b"
