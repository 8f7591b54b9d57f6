"""Assigns the letter by way of another name."""

answer = "b"
predicted_perplexity = answer
