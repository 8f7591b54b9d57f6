"""What is in a submission's file, looked at: the one part of reading that trusts nothing.

A child process does it within limits. Whoever forks it imports this module and nothing of Dask.
"""

import json
from collections.abc import Mapping, Set
from typing import Any

from nbformat import NotebookNode

from grader.classroom.folder import ClassFolder, Ref
from grader.gradebook.sanitise import sanitise
from grader.gradebook.session import opened
from grader.grading import readings
from grader.repair import repair


def prepared(
    tried: ClassFolder,
    ref: Ref,
    handed: bytes,
    releases: Mapping[str, NotebookNode],
    added: Set[str],
    number: int | None,
    decided: str,
) -> dict[str, Any]:
    """What `job.read` needs of a submission, as data.

    Raises a SubmissionError and NoSuchReadingError.
    """
    repaired, decided = readings.choose(repair(handed, releases, added), handed, number, decided)
    with opened(tried) as book:
        cells = [sanitise(book, ref, each.notebook).decode() for each in repaired.readings]
    return {
        "readings": [
            [each.notebook.decode(), [[part.key, dict(part.values)] for part in each.description]]
            for each in repaired.readings
        ],
        "repairs": [[each.key, dict(each.values)] for each in repaired.repairs],
        "decided": decided,
        "cells": cells,
    }


def rehearse(folder: ClassFolder, ref: Ref, releases: Mapping[str, NotebookNode]) -> None:
    """Read what was sent out as if it had been handed in, so that all that takes is in place."""
    released = next(iter(releases.values()))
    prepared(folder, ref, json.dumps(released).encode(), releases, set(), None, "")
