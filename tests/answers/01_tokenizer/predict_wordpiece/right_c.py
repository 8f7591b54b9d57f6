"""Picks the last choice."""

predicted_wordpiece = "c"
