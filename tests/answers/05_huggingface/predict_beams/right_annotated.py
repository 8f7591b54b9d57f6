"""The letter, with single quotes and an annotation."""

predicted_beams: str = "b"
