"""The command line: every task of an instructor by name, and nothing else."""

from grader.cli import authoring, classes, grading, keeping, people, reporting, trails

__all__ = ["authoring", "classes", "grading", "keeping", "people", "reporting", "trails"]
