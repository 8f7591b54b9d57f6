"""Notebooks as files, and what is in their cells."""
