"""Assigns the letter as a string."""

predicted_temperature = "b"
