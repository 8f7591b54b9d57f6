"""A class as files: who is in it, what was handed in, what was said of it."""
