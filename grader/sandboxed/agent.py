"""The grader's end inside a student's kernel: runs cells, and looks up, calls and makes things.

Everything happens in the main thread, so that prints and interrupts of the student's code behave
as in any cell. It holds no test and no expected value.
"""

import signal
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from grader.sandboxed import branch, protocol
from nlplab.check import StudentError, not_attempted
from nlplab.outcomes import NotAttempted, Outcome, is_blank
from nlplab.recipes import RECIPES


def serve(
    line: "Line",
    namespace: dict[str, Any],
    run: Callable[[str], Any],
    flush: Callable[[], Any] = lambda: None,
    folders: Sequence[Path] = (),
) -> None:
    """Answer requests on `line` until the other side hangs up.

    `namespace` holds the student's names, `run` executes a cell, `flush` sends what was printed
    until now, `folders` are where files may be written. A request is `[operation, *arguments]`, an
    answer `["value", value]`, `["missing", name]`, `["unreadable", reason]`, `["interrupted"]`,
    `["outcome", type, key, values, line]` or `["error", type, text, line, facts, built-in type]`.
    What a reference stands for is kept until `["forget"]`.

    `["branch"]` has what follows answered by a copy of this process, until `["leave"]`; it is
    answered with whether there is one. Where a copy ends otherwise, `["lost", status]` stands in
    place of the answer that it owes.
    """
    kept = Kept()
    own: dict[str, Callable[..., Any]] = {
        "run": run,
        "forget": kept.forget,
        "branch": lambda: _branch(folders),
        "leave": lambda: _leave(flush),
    }
    while True:
        try:
            request = protocol.receive(line.requests, kept.resolve)
        except (EOFError, OSError):
            return
        try:
            with line.interruptible():
                payload = protocol.encode(_reply(request, own, namespace), kept.refer)
        except KeyboardInterrupt:
            payload = protocol.encode(["interrupted"], kept.refer)
        except BaseException as error:
            payload = protocol.encode(failure(error), kept.refer)
        flush()
        line.write(payload)


def _reply(
    request: list[Any], own: Mapping[str, Callable[..., Any]], namespace: dict[str, Any]
) -> list[Any]:
    """The answer to a request: of the operations that are our own, or of the student's names."""
    operation, *arguments = request
    if operation not in own:
        return answer(request, namespace)
    done = own[operation](*arguments)
    return list(done) if operation == "branch" else ["value", None]


def _leave(flush: Callable[[], Any]) -> None:
    flush()
    branch.leave()


def _branch(folders: Sequence[Path]) -> list[Any]:
    """What is answered to `["branch"]`, or in the kernel itself once its branch has ended."""
    if not branch.may_branch():
        return ["value", False]
    status = branch.branch(folders)
    if status is None:
        return ["value", True]
    return ["value", None] if branch.has_left(status) else ["lost", status]


class Kept:
    """The objects that stay in the kernel and that the other side holds references to."""

    def __init__(self) -> None:
        self._objects: list[Any] = []

    def refer(self, value: Any) -> dict[str, Any]:
        """Keep an object; gives the JSON of its reference. Raises NotAttempted for a blank."""
        if is_blank(value):
            raise NotAttempted
        self._objects.append(value)
        return {"reference": [len(self._objects) - 1, type(value).__name__]}

    def resolve(self, body: Any) -> Any:
        """The object of a reference."""
        return self._objects[body[0]]

    def forget(self) -> None:
        self._objects.clear()


class Line:
    """The kernel's end of the line: no interrupt and no other thread gets into a message."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.requests = connection.makefile("rb")
        self._lock = threading.Lock()
        self._may_interrupt = self._writing = self._interrupted = False

    def emit(self, output: dict[str, Any]) -> None:
        """Send what a cell put out."""
        try:
            payload = protocol.encode(["output", output], _as_text)
        except protocol.ProtocolError as error:
            text = f"[{error}]\n"
            payload = protocol.encode(
                ["output", {"output_type": "stream", "name": "stderr", "text": text}], _as_text
            )
        self.write(payload)

    def write(self, payload: bytes) -> None:
        main = threading.current_thread() is threading.main_thread()
        self._writing = self._writing or main
        try:
            with self._lock:
                self._connection.sendall(payload)
        finally:
            self._writing = self._writing and not main
        if main and self._interrupted and self._may_interrupt:
            self._interrupted = False
            raise KeyboardInterrupt

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Within this an interrupt raises KeyboardInterrupt, else it counts for nothing."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        self._interrupted = False
        self._may_interrupt = True
        signal.signal(signal.SIGINT, self._interrupt)
        try:
            yield
        finally:
            self._may_interrupt = False

    def _interrupt(self, *_: Any) -> None:
        if self._may_interrupt and not self._writing:
            raise KeyboardInterrupt
        self._interrupted = True


def answer(request: list[Any], namespace: dict[str, Any]) -> list[Any]:
    """What `request` gives in `namespace`, as a value or as what the student's code raises."""
    try:
        match request:
            case ["get", name]:
                return ["value", namespace[name]] if name in namespace else ["missing", name]
            case ["attribute", owner, name]:
                return ["value", getattr(owner, name)]
            case ["call", function, args, kwargs]:
                return ["value", function(*args, **kwargs)]
            case ["make", recipe, args, kwargs]:
                return ["value", RECIPES[recipe](*args, **kwargs)]
    except (Exception, SystemExit) as error:
        return failure(error)  # here, where an interrupt ends what an exception does for its text
    raise ValueError(f"no such request: {request[0]!r}")


def failure(error: BaseException) -> list[Any]:
    """An exception of the student's code, as plain data."""
    told = StudentError.of(error)
    error = not_attempted(error) or error
    with suppress(Exception):  # one that claims to be either may hold anything
        if isinstance(error, protocol.ProtocolError):
            return ["unreadable", str(error)]
        if isinstance(error, Outcome):
            values = {name: str(value) for name, value in error.values.items()}
            return ["outcome", str(type(error).__name__), error.key, values, told.line, told.facts]
    return ["error", told.kind, told.text, told.line, told.facts, told.base]


def _as_text(value: Any) -> str:
    return str(value)[:1000]
