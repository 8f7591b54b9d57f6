"""A test cell run both ways on student code: in its own process, and judged across the line."""

import linecache
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from grader.grading.judge import judge
from grader.sandboxed import protocol
from grader.sandboxed.agent import Line, serve
from nlplab.outcomes import Outcome

PLACE = "/tmp/ipykernel_1/1.py"  # as a notebook calls its cells
Told = tuple[str, str]  # the outcome and its key, or the exception that ends a cell


class ThreadKernel:
    """Stands for a kernel: an agent in a thread, which a test need not wait for."""

    def __init__(self, stream: BinaryIO, names: dict[str, Any]) -> None:
        self._stream, self._names = stream, names

    def begin(self) -> None:
        """Time and output have no limit here."""

    def run(self, source: str) -> None:
        execute(source, self._names)

    def ask(self, request: list[Any], refer: protocol.Refer, resolve: protocol.Resolve) -> Any:
        protocol.send(self._stream, request, refer)
        return protocol.receive(self._stream, resolve)


@contextmanager
def thread_kernel() -> Iterator[ThreadKernel]:
    here, there = socket.socketpair()
    names: dict[str, Any] = {"__name__": "__main__"}
    line = Line(there)
    agent = threading.Thread(target=serve, args=(line, names, exec))
    agent.start()
    with here, there, line.requests, here.makefile("rwb") as stream:
        try:
            yield ThreadKernel(stream, names)
        finally:
            here.shutdown(socket.SHUT_RDWR)
            agent.join()


def execute(code: str, names: dict[str, Any]) -> None:
    """Run student code as a cell, whose lines tracebacks can show."""
    linecache.cache[PLACE] = (len(code), None, code.splitlines(True), PLACE)
    exec(compile(code, PLACE, "exec"), names)


def in_process(cell: str, code: str, given: dict[str, Any]) -> Told:
    """What a student sees; an exception that is no outcome under its own name."""
    names = {"__name__": "__main__"} | given
    execute(code, names)
    try:
        exec(compile(cell, "/tmp/ipykernel_1/2.py", "exec"), names)
    except Outcome as outcome:
        return type(outcome).__name__, outcome.key
    except (NameError, KeyboardInterrupt) as error:
        return type(error).__name__, ""
    return "passed", ""


def judged(cell: str, code: str, given: dict[str, Any]) -> Told:
    """What the judge says."""
    with thread_kernel() as kernel:
        kernel.run(code)
        outcome, outputs = judge("a-1", cell, kernel.ask, given)
    return (outputs[-1].ename if outcome.key else outcome.outcome), outcome.key or ""
