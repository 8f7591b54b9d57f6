"""Picks the last choice."""

predicted_untrained = "c"
