"""Coverage of kernels that are not sealed: they drop its environment, and end by being killed."""

import os
import select
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from grader.kernel import sandbox
from grader.kernel.client import Kernel
from grader.kernel.launcher import ForkServer

VARIABLE = "COVERAGE_PROCESS_CONFIG"  # set by coverage for processes that are to be measured
PATIENCE = 2  # seconds in which a process may write down what it has run


@contextmanager
def unmeasured() -> Iterator[None]:
    """Processes started in here run at full speed: coverage does not look at them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        yield


def measure_kernels(patch: pytest.MonkeyPatch) -> None:
    """Where coverage runs, hand it on to kernels and let each end by itself before it is killed."""
    if VARIABLE not in os.environ:
        return
    environment, end, close = sandbox.environment, Kernel.end, ForkServer.close

    def with_coverage(home: str = "/tmp", packages: str = sandbox.COURSE) -> dict[str, str]:
        sealed = packages == sandbox.COURSE
        given = environment(home, packages)
        return given if sealed else given | {VARIABLE: os.environ[VARIABLE]}

    def hang_up_and_end(kernel: Kernel) -> None:
        with suppress(OSError):
            kernel._line.shutdown(socket.SHUT_WR)
        select.select([kernel._handle], [], [], PATIENCE)
        end(kernel)

    def let_go_and_close(server: ForkServer) -> None:
        os.close(server._lifeline)
        server._lifeline = os.open(os.devnull, os.O_RDONLY)  # for `close` to close
        with suppress(subprocess.TimeoutExpired):
            server._process.wait(PATIENCE)
        close(server)

    patch.setattr(sandbox, "environment", with_coverage)
    patch.setattr(Kernel, "end", hang_up_and_end)
    patch.setattr(ForkServer, "close", let_go_and_close)
