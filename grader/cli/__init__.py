"""The command line: every task of an instructor by name, and nothing else."""

from grader.cli import authoring, classes, doctor, grading, keeping, people, reporting, trails

__all__ = ["authoring", "classes", "doctor", "grading", "keeping", "people", "reporting", "trails"]
