"""A process of one thread that forks a child for each piece of work, for one that has several.

    python -m grader.grading.helper FD MODULE...

It has MODULEs ready, and is asked at the socket FD by the process that has started it, which it
trusts; what it answers is data. It ends with that process.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any

from grader.errors import GraderFault
from grader.grading.bounded import Bounds, answered, told
from grader.sandboxed.namespaces import die_with_parent
from grader.sandboxed.preload import ONE_THREAD, ready


class Helper:
    """Such a process, as the one that asks it sees it; it does one thing at a time."""

    def __init__(self, line: Connection, process: subprocess.Popen[bytes] | None = None) -> None:
        self._line, self._process = line, process
        self.lost = False  # whether it has ended

    @property
    def pid(self) -> int:
        """The process, where it was started; 0 for one that was forked."""
        return self._process.pid if self._process else 0

    @classmethod
    def started(cls, *modules: str) -> "Helper":
        """One that is on its way to have `modules` ready."""
        ours, theirs = Pipe()
        with theirs:
            handed = theirs.fileno()
            process = subprocess.Popen(
                [sys.executable, "-m", "grader.grading.helper", str(handed), *modules],
                env=os.environ | ONE_THREAD,
                pass_fds=[handed],
                stdin=subprocess.DEVNULL,
            )
        return cls(ours, process)

    @classmethod
    def forked(cls) -> "Helper":
        """One that has ready what this process has, which must have one thread."""
        ours, theirs = Pipe()
        if os.fork() == 0:
            try:
                ours.close()
                serve(theirs)
            finally:
                os._exit(0)
        theirs.close()
        return cls(ours)

    def bounded(self, bounds: Bounds, function: Callable[..., Any], *args: Any) -> Any:
        """What `function` gives, as `bounded.bounded` does in a process of one thread."""
        try:
            self._line.send((bounds, function, args))
            answer = self._line.recv_bytes()
        except (EOFError, OSError) as error:
            self.lost = True
            raise GraderFault("the process that forks others for a submission has ended") from error
        return told(answer)

    def rehearse(self, function: Callable[..., Any], *args: Any) -> None:
        """Have it do something once by itself, so that its children find it done; no one waits."""
        with suppress(OSError):  # it has ended: `bounded` will say so
            self._line.send((None, function, args))

    def close(self) -> None:
        """End it."""
        self._line.close()
        if self._process:
            self._process.kill()
            self._process.wait()


def serve(line: Connection) -> None:
    """Do what is asked for at `line`, until nobody holds its other end."""
    die_with_parent()
    while True:
        try:
            bounds, function, args = line.recv()
        except EOFError:
            return
        if bounds is None:
            with suppress(Exception):
                function(*args)
        else:
            line.send_bytes(answered(bounds, function, *args))


if __name__ == "__main__":
    _, handle, *modules = sys.argv
    ready(tuple(modules))
    serve(Connection(int(handle)))
