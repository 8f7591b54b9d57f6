"""Assigns the letter as a string."""

predicted_perplexity = "b"
