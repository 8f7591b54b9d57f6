"""Picks another choice than the solution: the attempt counts."""

predicted_reach = "b"
