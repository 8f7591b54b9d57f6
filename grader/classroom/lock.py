"""A class while it is graded: one grading at a time, and nothing is left of one that was killed."""

import fcntl
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from grader.classroom.folder import ClassFolder
from grader.errors import BusyError
from grader.notebooks import files


@contextmanager
def alone(folder: ClassFolder) -> Iterator[None]:
    """Hold the class for oneself, as long as this process lives. Raises BusyError and FileError."""
    files.make_folder(folder.path)
    with files.naming(folder.path):
        file = folder.lock.open("w")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"{folder} is being graded already: wait for that") from None
        yield


@contextmanager
def scratch(folder: ClassFolder) -> Iterator[None]:
    """Have temporary files of this process, and of those it starts, in a folder of the class.

    So that what a killed grading left behind is known, and goes away here.
    """
    place = folder.scratch.resolve()
    shutil.rmtree(place, ignore_errors=True)
    files.make_folder(place)
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(place)
    tempfile.tempdir = None  # ask the environment anew
    try:
        yield
    finally:
        os.environ.pop("TMPDIR")
        os.environ |= {"TMPDIR": before} if before else {}
        tempfile.tempdir = None
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until the body has ended: the file system and the gradebook stay in step."""
    if threading.current_thread() is not threading.main_thread():
        yield  # no other thread is interrupted
        return
    waiting: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        for number in waiting[:1]:
            signal.raise_signal(number)
