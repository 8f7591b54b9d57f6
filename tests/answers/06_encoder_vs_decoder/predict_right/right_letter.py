"""Assigns the letter as a string."""

predicted_right = "b"
