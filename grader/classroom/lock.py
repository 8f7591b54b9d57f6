"""A class while it is graded: one grading at a time, and nothing is left of one that was killed."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.errors import BusyError
from grader.notebooks import files


@contextmanager
def alone(class_dir: Path) -> Iterator[None]:
    """Hold the class for oneself, as long as this process lives. Raises BusyError and FileError."""
    files.make_folder(class_dir)
    with files.naming(class_dir):
        file = (class_dir / ".grading").open("w")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"{class_dir} is being graded already: wait for that") from None
        yield


@contextmanager
def scratch(class_dir: Path) -> Iterator[None]:
    """Have temporary files of this process, and of those it starts, in a folder of the class.

    So that what a killed grading left behind is known, and goes away here.
    """
    folder = (class_dir / ".scratch").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    files.make_folder(folder)
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None  # ask the environment anew
    try:
        yield
    finally:
        os.environ.pop("TMPDIR")
        os.environ |= {"TMPDIR": before} if before else {}
        tempfile.tempdir = None
        shutil.rmtree(folder, ignore_errors=True)
