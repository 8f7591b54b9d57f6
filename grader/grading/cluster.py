"""Where submissions run: a Dask cluster, with a forkserver for the workers of this machine.

Whoever may speak to a cluster may have it run code. So the one of this machine speaks TLS, with a
certificate that is made anew for each grading and that only its own processes have.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import BinaryIO

import dask
from distributed import Client, LocalCluster
from distributed.client import ClosedClientError
from distributed.security import Security

from grader.errors import EngineLost, SettingError
from grader.grading.helper import Helper
from grader.grading.options import ENCRYPTED, Options
from grader.grading.worker import Setting
from grader.kernel.launcher import ForkServer
from grader.sandboxed.preload import ONE_THREAD

READER = "grader.grading.prepared"  # what reads submissions
DASK = {
    # It keeps its last thousand messages, each with a submission, for nobody to look at.
    "distributed.admin.low-level-log-length": 0,
    # Deaths of workers after which a task of theirs is given up, for `job.settle` to try again.
    "distributed.scheduler.allowed-failures": 1,
    # Its pages on the web, which ask nobody who he is: no page is left.
    "distributed.scheduler.http.routes": [],
}
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Engine:
    """A cluster to submit work to, of so many workers, and what all submissions have in common.

    `reader` forks for this process, where it has several threads.
    """

    client: Client
    workers: int
    setting: Setting
    reader: Helper | None = None


@contextmanager
def engine(options: Options, imports: tuple[str, ...]) -> Iterator[Engine]:
    """The cluster that is named, or one of this machine's cores for the time being.

    The latter takes work at once and does it as soon as its processes have imported `imports`.
    Raises EngineLost when it ends while there is something to do, and SettingError when the one
    that is named cannot be reached.
    """
    logging.getLogger("distributed").setLevel(logging.ERROR)
    # Through it nbgrader's gradebook tells of what it raises; distributed sends it to the terminal.
    logging.getLogger("tornado.application").setLevel(logging.CRITICAL)
    setting = Setting(options.limits, options.sealed, imports)
    if options.scheduler:
        with (
            dask.config.set(DASK),
            closing(Helper.started(READER)) as reader,
            _connected(options.scheduler) as client,
            _told_when_lost(),
        ):
            there = client.scheduler_info(n_workers=-1)["workers"]
            yield Engine(client, max(1, len(there)), setting, reader)
        return
    number, security = options.workers or len(os.sched_getaffinity(0)), Security.temporary()
    with (
        dask.config.set(DASK),
        ForkServer(sealed=options.sealed, imports=imports) as launcher,
        closing(Helper.started(READER)) as reader,
        _scheduler(security) as cluster,
        Client(cluster) as client,
        _workers(client, cluster.scheduler_address, number, imports, security),
    ):
        yield Engine(client, number, replace(setting, forkserver=launcher.place), reader)


def _scheduler(security: Security) -> LocalCluster:
    """A scheduler without workers, which speaks only to who has the certificate."""
    return LocalCluster(
        n_workers=0,
        host=LOOPBACK,
        protocol=ENCRYPTED,
        security=security,
        dashboard_address=f"{LOOPBACK}:0",
    )


def _connected(scheduler: str) -> Client:
    try:
        return Client(scheduler, timeout=10)
    except (OSError, ValueError, TypeError, RuntimeError) as error:  # the last two of TLS
        raise SettingError(f"--scheduler {scheduler}: {error}") from error


@contextmanager
def _workers(
    client: Client, address: str, number: int, imports: tuple[str, ...], security: Security
) -> Iterator[None]:
    """Workers of this machine for the scheduler at `address`; once lost, they close `client`."""
    command = [sys.executable, "-m", "grader.grading.nanny", address, str(number)]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*command, *imports],
            env=os.environ | ONE_THREAD,
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=said,
            text=True,
        )
        try:
            _hand_over(security, process)
            threading.Thread(target=_close_after, args=(process, client), daemon=True).start()
            with _told_when_lost(said):
                yield
        finally:
            process.kill()
            process.wait()
            if process.stdin:
                process.stdin.close()


def _hand_over(security: Security, process: subprocess.Popen[str]) -> None:
    """Give workers what they need to be let in, where nobody else can read it.

    By the other end of the pipe, which stays open, they know that this process lives.
    """
    names = ("tls_ca_file", "tls_worker_cert", "tls_worker_key")
    told = json.dumps({name: getattr(security, name) for name in names})
    with suppress(BrokenPipeError):  # one that has ended already is told of elsewhere
        print(told, file=process.stdin, flush=True)


@contextmanager
def _told_when_lost(said: BinaryIO | None = None) -> Iterator[None]:
    """Turn what a client says that lost its cluster into EngineLost, with the last words."""
    try:
        yield
    except (CancelledError, ClosedClientError) as error:
        words = ""
        if said:
            said.seek(0)
            words = said.read()[-2000:].decode(errors="replace")
        told = "the processes that grade have ended; what was recorded stays: grade again"
        raise EngineLost(f"{told}\n{words}".strip()) from error


def _close_after(process: subprocess.Popen[str], client: Client) -> None:
    process.wait()
    client.close()
