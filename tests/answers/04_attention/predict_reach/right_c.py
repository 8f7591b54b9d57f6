"""Picks the last choice."""

predicted_reach = "c"
