"""Checks that observe: a check names inputs, and what answers do with them was recorded.

A section has a module here with its cases. What is right, and what each known mistake looks like,
was recorded from the solution and the answer bank; it stands in `recorded/`, and nothing of it in
code.
"""
