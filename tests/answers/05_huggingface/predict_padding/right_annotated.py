"""The letter, with single quotes and an annotation."""

predicted_padding: str = "b"
