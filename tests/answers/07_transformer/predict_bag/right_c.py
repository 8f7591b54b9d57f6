"""Picks another choice than the solution: the attempt counts."""

predicted_bag = "c"
