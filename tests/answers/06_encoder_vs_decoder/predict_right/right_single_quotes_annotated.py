"""Assigns the letter with an annotation."""

predicted_right: str = "b"
