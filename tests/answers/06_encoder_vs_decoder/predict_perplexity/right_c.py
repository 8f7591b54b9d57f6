"""Picks the last choice."""

predicted_perplexity = "c"
