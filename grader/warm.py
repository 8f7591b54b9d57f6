"""The warm process as the grader sees it: started once, then asked for a kernel a submission."""

import json
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from grader import sandbox
from grader.kernel import Kernel
from grader.limits import Limits

START = 120  # seconds that its imports may take
FORK = 20  # seconds that a fork may take


class WarmDied(Exception):
    """The warm process ended or does not start: nothing of a student's is to blame."""


class Warm:
    """A warm process of the interpreter `python`, with `imports` (see `names.imports`) done.

    Use it as a context manager. `sealed` kernels run in the sandbox, others with the rights of
    whoever grades. Raises WarmDied when the process does not start.
    """

    def __init__(
        self, python: str = sys.executable, *, sealed: bool = True, imports: Sequence[str] = ()
    ) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the process)
        self._home = tempfile.TemporaryDirectory(prefix="kernels-", ignore_cleanup_errors=True)
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(START)
        with theirs:
            number = theirs.fileno()
            zygote = ["-m", "grader.zygote", str(number), "sealed" if sealed else "open", *imports]
            home = sandbox.environment(self._home.name, str(sandbox.ROOT))
            self._process = subprocess.Popen(
                sandbox.wrap(zygote, python) if sealed else [python, *zygote],
                env=sandbox.environment() if sealed else home,
                pass_fds=[number],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
            )
        try:
            self._expect_start()
        except WarmDied:
            self.close()
            raise

    def __enter__(self) -> "Warm":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        """End the process and every kernel of it."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._said.close()
        self._home.cleanup()

    @contextmanager
    def kernel(self, limits: Limits) -> Iterator[Kernel]:
        """A fresh kernel in an empty folder of its own, gone afterwards. Raises WarmDied."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with ours:
            ours.settimeout(FORK)
            try:
                with theirs:
                    request = json.dumps(limits.in_bytes()).encode()
                    socket.send_fds(self._control, [request], [theirs.fileno()])
                _, handles, _, _ = socket.recv_fds(ours, 1, 1)
            except OSError as error:
                raise self._died(str(error)) from None
            if not handles:
                raise self._died("no kernel came of a fork")
            kernel = Kernel(ours, handles[0], limits)
            try:
                yield kernel
            finally:
                kernel.end()

    @property
    def alive(self) -> bool:
        """Whether it can still be asked for kernels."""
        return self._process.poll() is None

    def _expect_start(self) -> None:
        try:
            started = self._control.recv(1)
        except OSError as error:
            raise self._died(str(error)) from None
        if not started:
            raise self._died("it ended")
        self._control.settimeout(FORK)

    def _died(self, reason: str) -> WarmDied:
        self._said.seek(0)
        said = self._said.read()[-2000:].decode(errors="replace").strip()
        return WarmDied(f"the warm process of kernels: {reason}\n{said}".strip())
