"""A process of one thread that forks a child for each piece of work, for one that has several.

    python -m grader.grading.helper FD,FD... MODULE...

One for each socket FD is forked from a process that has MODULEs ready. It is asked by the process
that has started it, which it trusts; what it answers is data. It ends with that process.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any, NoReturn

from grader.errors import WorkerLost
from grader.grading.bounded import Bounds, answered, told
from grader.sandboxed.namespaces import die_with_parent
from grader.sandboxed.preload import ONE_THREAD, ready


class Helper:
    """Such a process, as the one that asks it sees it; it does one thing at a time."""

    def __init__(self, line: Connection, pid: int = 0) -> None:
        self._line = line
        self._pid = pid  # of a child of this process
        self.lost = False  # whether it has ended

    @classmethod
    def forked(cls) -> "Helper":
        """One that has ready what this process has, which must have one thread."""
        ours, theirs = Pipe()
        pid = _fork(theirs)
        theirs.close()
        return cls(ours, pid)

    def bounded(self, bounds: Bounds, function: Callable[..., Any], *args: Any) -> Any:
        """What `function` gives, as `bounded.bounded` does in a process of one thread.

        Raises WorkerLost when the helper has ended.
        """
        try:
            self._line.send((bounds, function, args))
            answer = self._line.recv_bytes()
        except (EOFError, OSError) as error:
            self.lost = True
            raise WorkerLost("the process that forks others for a submission has ended") from error
        return told(answer)

    def ended(self) -> bool:
        """Whether it has ended while nothing was asked of it: it says nothing of its own accord."""
        return self.lost or self._line.poll()

    def rehearse(self, function: Callable[..., Any], *args: Any) -> None:
        """Have it do something once by itself, so that its children find it done; no one waits."""
        with suppress(OSError):  # it has ended: `bounded` will say so
            self._line.send((None, function, args))

    def close(self) -> None:
        """Ask it nothing any more: it ends, and one that was forked has ended."""
        self._line.close()
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)


class Helpers:
    """So many helpers, `each` on its way to have `modules` ready, which are imported once."""

    def __init__(self, number: int, modules: Iterable[str]) -> None:
        pipes = [Pipe() for _ in range(number)]
        self.each = [Helper(ours) for ours, _ in pipes]
        with ExitStack() as held:
            handed = [held.enter_context(theirs).fileno() for _, theirs in pipes]
            places = ",".join(map(str, handed))
            self._process = subprocess.Popen(
                [sys.executable, "-m", "grader.grading.helper", places, *modules],
                env=os.environ | ONE_THREAD,
                pass_fds=handed,
                stdin=subprocess.DEVNULL,
            )

    @property
    def pid(self) -> int:
        """The process that they are forked from."""
        return self._process.pid

    def close(self) -> None:
        """End them, whatever they do."""
        self._process.kill()
        self._process.wait()
        for helper in self.each:
            helper.close()


def serve(line: Connection) -> None:
    """Do what is asked for at `line`, until nobody holds its other end."""
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


def _fork(line: Connection) -> int:
    """Fork a helper for `line`; its process, here."""
    if (child := os.fork()) == 0:
        _be_helper(line)
    return child


def _be_helper(line: Connection) -> NoReturn:
    """Serve, and hold nothing open by which others would know that somebody lives."""
    try:
        die_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever has started this process heeds it
        for handle in {*map(int, os.listdir("/proc/self/fd"))} - {0, 1, 2, line.fileno()}:
            with suppress(OSError):
                os.close(handle)
        serve(line)
    finally:
        os._exit(0)


def main(handles: Iterable[int], modules: tuple[str, ...]) -> None:
    """Fork a helper for each of these sockets, and stay as long as one of them lives."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ready(modules)
    for handle in handles:
        with Connection(handle) as line:
            _fork(line)
    with suppress(ChildProcessError):
        while True:
            os.wait()


if __name__ == "__main__":
    main(map(int, sys.argv[1].split(",")), tuple(sys.argv[2:]))
