"""The letter itself."""

predicted_padding = "b"
