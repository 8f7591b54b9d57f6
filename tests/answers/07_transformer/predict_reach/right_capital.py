"""Writes the letter as a capital, with a space."""

predicted_reach = "A "
