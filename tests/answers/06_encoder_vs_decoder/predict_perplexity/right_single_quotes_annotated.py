"""Assigns the letter with an annotation."""

predicted_perplexity: str = "b"
