"""Assigns the letter with an annotation."""

predicted_temperature: str = "b"
