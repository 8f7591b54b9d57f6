"""nbgrader's Autograde: submissions are graded by `grader grade`, in its sandbox.

    nbgrader autograde 01_tokenizer --student ann

nbgrader removes a former result, and reads the file of a student, before the first of its
preprocessors is asked. So the work is done where it makes its exporter, and nothing is left for it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

from nbconvert.exporters import Exporter
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException

from grader.gradebook.session import folder_of

WIDTH = 76  # columns that the formgrader shows of a log


class Sandboxed(Exporter):
    """Grades what an Autograde was to grade, and leaves it nothing to convert.

    `--force` grades what has not changed too, and writes points that a changed course changes;
    otherwise those are listed and stay. Raises NbGraderException, with the reason in the log, where
    `grader grade` ends with an error, such as for want of a sandbox.
    """

    def __init__(self, *, parent: Autograde, **options: Any) -> None:
        super().__init__(parent=parent, **options)  # type: ignore[no-untyped-call]
        status = _grade(parent)
        parent.assignments = {}
        if status:
            parent.log.error("Not everything is graded: see above what to do.")
            raise NbGraderException("grader grade ended with an error, which the log has")


def _grade(converter: Autograde) -> int:
    """Have `grader grade` do it; its exit status. What it says goes to the log."""
    course = converter.coursedir
    command = [sys.executable, "-m", "grader", "grade", "--class"]
    command += [str(folder_of(course)), "--assignment", course.assignment_id]
    command += _students(converter)
    command += ["--force", "--yes"] if converter.force else []
    said = {"COLUMNS": str(WIDTH), "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command,
        cwd=course.root,
        env=os.environ | said,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            for part in wrap(line, WIDTH):
                converter.log.info("%s", part)
    return process.returncode


def _students(converter: Autograde) -> Iterator[str]:
    """The options that name whose submissions are meant, none for everybody's."""
    if converter.coursedir.student_id != "*":
        for submission in sorted(converter.assignments):
            yield f"--student={Path(submission).parent.name}"
