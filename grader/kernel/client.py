"""A kernel as the grader sees it: cells and questions, within limits of time and output."""

import os
import select
import signal
import socket
import time
from contextlib import suppress
from typing import Any, NoReturn

from nbformat import NotebookNode
from nbformat.v4 import new_output

from grader.errors import UnreadableAnswer
from grader.kernel import processor
from grader.kernel.outputs import Flood, Outputs
from grader.limits import Limits
from grader.sandboxed import protocol

GRACE = 5  # seconds between an interrupt and the end of a kernel that does not heed it
LAST = 1  # and where the time of the whole submission is up
BACKSTOP = 4  # times the limit of a cell that may pass by the clock, where little is computed


class KernelLost(BaseException):
    """A request that the kernel did not answer.

    No Exception, so that no test cell takes it for the student's.
    """


class KernelDied(KernelLost):
    """The kernel is no more."""


class KernelEnded(KernelDied):
    """The grader ended the kernel, which did not keep to a limit."""


class KeeperVanished(KernelDied):
    """So is the process of ours that kept it."""


class Interrupted(KernelLost):
    """The request took too long or put out too much; the kernel goes on with the next one."""


class BranchLost(KernelLost):
    """The branch that made a check is no more; the kernel goes on from where the check began."""


class Kernel:
    """A running kernel. Cells run one after the other; an error in one does not stop the next."""

    def __init__(self, line: socket.socket, handle: int, told: int, limits: Limits) -> None:
        self._line, self._handle, self._told, self._limits = line, handle, told, limits
        self._branched = False
        self._end = self._deadline = time.monotonic() + limits.submission
        self._begun = self._computed = 0.0  # by the clock, and of processor time
        self._counting = False  # whether a deadline is that of a cell
        self._received = bytearray()
        self._outputs = Outputs(limits.output)
        self._listening = True  # whether what is put out is kept

    def begin(self) -> None:
        """Begin a cell: its time runs from now on, and it has put out nothing.

        It is processor time that counts, so that no other process of this machine takes any of it.
        """
        self._outputs.begin()
        self._begun, self._computed = time.monotonic(), processor.own(self._handle)
        self._deadline, self._counting = min(self._end, self._begun + self._limits.cell), True

    @property
    def outputs(self) -> list[NotebookNode]:
        """What the cell that was begun last has put out."""
        return self._outputs.end()

    def left(self) -> float:
        """Seconds that are left of the submission's time."""
        return self._end - time.monotonic()

    def run(self, source: str) -> list[NotebookNode]:
        """The outputs of `source`, run as one cell.

        Past a limit the cell is interrupted and its outputs end in an error that says which.
        Raises KernelDied.
        """
        self.begin()
        try:
            self.ask(["run", source], refer=_no_reference, resolve=_no_reference)
        except Interrupted as reason:
            text = str(reason)
            late = new_output("error", ename="Limit", evalue=text, traceback=[text])
            return [*self.outputs, late]
        except UnreadableAnswer as error:
            raise KernelDied(str(error)) from None
        return self.outputs

    def ask(self, request: list[Any], refer: protocol.Refer, resolve: protocol.Resolve) -> Any:
        """What the kernel answers to `request`; what is put out meanwhile goes to `outputs`.

        Raises UnreadableAnswer, Interrupted and KernelDied.
        """
        try:
            self._send(protocol.encode(request, refer))
            return self._answer(resolve)
        except protocol.ProtocolError as error:
            raise UnreadableAnswer(str(error)) from None
        except TimeoutError:
            self._interrupt(f"{self._limits.cell:g} s")
        except Flood:
            self._interrupt(f"{self._limits.output} MiB")

    def branch(self) -> bool:
        """Have a copy of the kernel answer from now on, until `leave`; whether it can have one.

        Where the copy ends before, the answer that it owes is a BranchLost. Raises KernelDied.
        """
        self._branched = self._told_to("branch", True, False)
        return self._branched

    def leave(self) -> None:
        """End the copy, if any: the kernel goes on from where it began. Raises KernelDied."""
        if self._branched:
            self._give_grace()
            with suppress(BranchLost):
                self._told_to("leave", None)
            self._branched = False

    def _told_to(self, request: str, *answers: bool | None) -> bool:
        """Whether the kernel answers True; raises KernelEnded for what is none of the answers.

        A kernel that says what it was not asked has been tampered with.
        """
        try:
            answer = self.ask([request], _no_reference, _no_reference)
        except UnreadableAnswer as error:
            raise KernelEnded(str(error)) from None
        if answer not in [["value", each] for each in answers]:
            raise KernelEnded(f"no answer to {request}")
        return bool(answer == ["value", True])

    def keeper_vanished(self) -> bool:
        """Of a kernel that died, whether its keeper did too, which is never its own doing."""
        told, _, _ = select.select([self._told], [], [], GRACE)
        return bool(told) and os.read(self._told, 1) == b""

    def end(self) -> None:
        """End the kernel and all it has started."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)
        ended = select.poll()
        ended.register(self._handle, select.POLLIN)
        ended.poll(GRACE * 1000)
        os.close(self._handle)
        self._line.close()

    def _answer(self, resolve: protocol.Resolve) -> Any:
        while True:
            try:
                message = protocol.decode(self._message(), resolve)
            except protocol.Unframed as error:
                raise KernelDied(str(error)) from None
            match message:
                case ["output", dict(output)]:
                    if self._listening:
                        self._outputs.take(output)
                case ["lost", int(status)] if self._branched and 0 <= status < 2**16:
                    self._branched = False
                    raise BranchLost(_how(status))
                case _:
                    return message

    def _interrupt(self, reason: str) -> NoReturn:
        """Stop what the kernel does; raises Interrupted once it has, KernelDied if it does not."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGINT)
        self._give_grace()
        self._listening = False
        try:
            self._heed()
        except protocol.ProtocolError:
            pass  # an answer that cannot be read is one too
        except TimeoutError:
            raise KernelEnded(reason) from None
        finally:
            self._listening = True
        if self.left() < 0:
            raise KernelEnded(f"{self._limits.submission:g} s")
        raise Interrupted(reason)

    def _heed(self) -> None:
        """Wait for the answer to an interrupt; of a branch that does not heed it, for its end."""
        try:
            self._answer(_no_reference)
        except TimeoutError:
            if not self._branched:
                raise
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGTERM)
            self._give_grace()
            with suppress(BranchLost):
                self._answer(_no_reference)

    def _give_grace(self) -> None:
        """Let it have a moment to end what it does; hardly any once the submission's time is up."""
        now = time.monotonic()
        self._deadline = min(now + GRACE, max(self._end, now) + LAST)
        self._counting = False

    def _send(self, payload: bytes) -> None:
        self._line.settimeout(self._left())
        try:
            self._line.sendall(payload)
        except TimeoutError:
            raise KernelEnded("it does not listen") from None  # half a request cannot be mended
        except OSError as error:
            raise KernelDied(str(error)) from None

    def _message(self) -> bytes:
        """The next whole message; a timeout loses nothing of one that has begun."""
        size = protocol.HEADER
        while True:
            self._look_at_the_clock()
            if len(self._received) >= protocol.HEADER:
                size = protocol.size(bytes(self._received[: protocol.HEADER]))
            if len(self._received) >= size:
                message = bytes(self._received[:size])
                del self._received[:size]
                return message
            self._receive()

    def _receive(self) -> None:
        line = self._line.fileno()
        while not (ready := select.select([line, self._handle], [], [], self._left())[0]):
            self._look_at_the_clock()
        try:
            data = self._line.recv(2**20) if line in ready else b""
        except OSError:
            data = b""
        if not data:
            raise KernelDied("the kernel ended")
        self._received += data

    def _look_at_the_clock(self) -> None:
        """Raise TimeoutError once the time is up, however much is still coming."""
        if time.monotonic() >= self._deadline and not self._has_time():
            raise TimeoutError

    def _has_time(self) -> bool:
        """Whether a cell whose deadline has come has computed less than it may; then it gets more.

        By the clock it may take BACKSTOP times its limit.
        """
        limit, now = self._limits.cell, time.monotonic()
        last = min(self._end, self._begun + BACKSTOP * limit)
        left = limit - (processor.whole(self._handle) - self._computed)
        if not self._counting or left <= 0.01 * limit or now >= last:
            return False
        self._deadline = min(last, now + left)
        return True

    def _left(self) -> float:
        return max(0.001, self._deadline - time.monotonic())


def _how(status: int) -> str:
    """How a process with this status of `waitpid` ended, in the system's words."""
    if os.WIFSIGNALED(status):
        return signal.strsignal(os.WTERMSIG(status)) or f"signal {os.WTERMSIG(status)}"
    return f"exit {os.WEXITSTATUS(status)}"


def _no_reference(_: Any) -> NoReturn:
    raise protocol.ProtocolError("no object can be handed over here")
