"""The letter itself."""

predicted_beams = "b"
