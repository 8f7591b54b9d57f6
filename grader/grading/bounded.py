"""Work on what a student sent, in a child process that is held to limits.

What goes beyond one is the submission's own: BeyondLimitsError. A child that ends in any other
way, such as for want of this machine's memory, is a GraderFault.
"""

import builtins
import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any, NoReturn

import psutil

from grader import errors
from grader.errors import BeyondLimitsError, GraderFault, SubmissionError
from grader.limits import MIB
from grader.sandboxed.namespaces import die_with_parent

WATCH = 0.05  # seconds between two looks at a child
LARGEST = 256 * MIB  # bytes of an answer
SPARE = 100 * MIB  # beyond its memory that a child may ask for at once, before the next look
_allowance = 0  # seconds of processor time that this process may take at all, where it is a child


@dataclass(frozen=True)
class Bounds:
    """Seconds of processor time and by the clock, and MiB beyond what a process begins with."""

    computing: float
    clock: float
    memory: float


def bounded(bounds: Bounds, function: Callable[..., Any], *args: Any) -> Any:
    """What `function` gives as JSON, from a child of this process, which must have one thread.

    Raises as `told`.
    """
    return told(answered(bounds, function, *args))


def answered(bounds: Bounds, function: Callable[..., Any], *args: Any) -> bytes:
    """The same as bytes, for `told`; whatever it raises is in there, too."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _be_child(theirs, bounds, function, args)
    os.close(theirs)
    answer, beyond = _watched(child, ours, bounds)
    os.close(ours)
    if beyond:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        beyond = f"{bounds.computing:g} s of processor time"
    if beyond:
        return json.dumps(["beyond", beyond]).encode()
    if status or not answer:
        how = signal.strsignal(status) if os.WIFSIGNALED(status) else f"status {status >> 8}"
        return json.dumps(["ended", how]).encode()
    return answer


def told(answer: bytes) -> Any:
    """The value in an answer.

    Raises what the function has raised, by name, as far as that is one of `errors` or built in;
    else BeyondLimitsError and GraderFault.
    """
    match json.loads(answer):
        case ["value", value]:
            return value
        case ["beyond", str(limit)]:
            raise BeyondLimitsError("submission.beyond_limits", limit=limit)
        case ["raised", str(name), str(text), dict(values)]:
            raise _error(name, text, values)
        case ["ended", how]:
            raise GraderFault(f"the process that worked on it ended: {how}")
    raise GraderFault("no answer of the process that worked on it")


def allow(seconds: float) -> None:
    """Let this process, where it is such a child, take so much more processor time, and no more."""
    if _allowance:
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = ceil(used.ru_utime + used.ru_stime + max(0.0, seconds))
        resource.setrlimit(resource.RLIMIT_CPU, (min(_allowance, most), _allowance + 1))


def _watched(child: int, answers: int, bounds: Bounds) -> tuple[bytes, str]:
    """What a child writes until it ends, and the limit that it went beyond, if any."""
    received = bytearray()
    process, start = psutil.Process(child), time.monotonic()
    held = _held(process)
    while True:
        ready, _, _ = select.select([answers], [], [], WATCH)
        data = os.read(answers, 2**20) if ready else b""
        if ready and not data:
            return bytes(received), ""
        received += data
        if time.monotonic() - start > bounds.clock:
            return b"", f"{bounds.clock:g} s"
        if len(received) > LARGEST or _held(process) - held > bounds.memory * MIB:
            return b"", f"{bounds.memory:g} MiB"


def _held(process: psutil.Process) -> int:
    """Bytes of memory that a process holds for itself."""
    try:
        memory = process.memory_info()
    except psutil.Error:  # it has ended
        return 0
    return int(memory.rss - memory.shared)


def _error(name: str, text: str, values: dict[str, str]) -> Exception:
    """The exception of that name, as far as it is known here, with what its text is filled with."""
    kind = getattr(errors, name, None) or getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, Exception):
        with suppress(TypeError):
            return kind(text, **values)
    return GraderFault(f"{name}: {text}")


# --- in the child ---


def _be_child(
    answers: int, bounds: Bounds, function: Callable[..., Any], args: tuple[Any, ...]
) -> NoReturn:
    global _allowance
    try:
        die_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _allowance = ceil(bounds.computing)
        allow(bounds.computing)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        began = _said_of_memory("VmRSS")
        room = ceil(_said_of_memory("VmData") + bounds.memory * MIB + SPARE)
        resource.setrlimit(resource.RLIMIT_DATA, (room, room))
        answer = json.dumps(_answer(function, args, bounds, began)).encode()
        with os.fdopen(answers, "wb") as stream:
            stream.write(answer)
        os._exit(0)
    finally:
        os._exit(1)


def _answer(
    function: Callable[..., Any], args: tuple[Any, ...], bounds: Bounds, began: int
) -> list[Any]:
    try:
        return ["value", function(*args)]
    except SubmissionError as error:
        return ["raised", type(error).__name__, error.key, error.values]
    except BaseException as error:
        short = MemoryError in {type(error), type(error.__cause__), type(error.__context__)}
        # Where it had little yet, it is this machine that is short of memory.
        if short and _said_of_memory("VmHWM") - began > bounds.memory * MIB / 2:
            return ["beyond", f"{bounds.memory:g} MiB"]
        return ["raised", type(error).__name__, str(error), {}]


def _said_of_memory(which: str) -> int:
    lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    return next(int(e.split()[1]) * 1024 for e in lines if e.startswith(f"{which}:"))
