"""Keeps the workers of this machine, as a nanny of Dask's does, but forks them.

So what they import is imported once, in this process, which is ready before the first of them is.

    python -m grader.grading.nanny ADDRESS NUMBER MODULE...

They belong to the Dask scheduler at ADDRESS, which lets them in for what comes on standard input: a
line of JSON, Dask's settings of TLS. One that is killed is replaced; when the scheduler
ends, they end.
"""

import asyncio
import json
import os
import select
import signal
import sys
import tempfile
import traceback
from typing import NoReturn

import dask
from distributed import Worker
from distributed.security import Security

from grader.grading import worker
from grader.grading.helper import Helper
from grader.sandboxed.namespaces import die_with_parent
from grader.sandboxed.preload import ready

LOOPBACK = "127.0.0.1"


def main(address: str, number: int, imports: tuple[str, ...], security: Security) -> None:
    """Keep `number` workers running; return when one of them ends by itself."""
    die_with_parent()
    if select.select([sys.stdin], [], [], 0)[0]:  # it has ended while this process began
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever has started this process heeds it
    ready(imports)
    for _ in range(number):
        _fork(address, security)
    while os.WIFSIGNALED(os.wait()[1]):
        _fork(address, security)


def _fork(address: str, security: Security) -> None:
    if os.fork() == 0:
        _be_worker(address, security)


def _be_worker(address: str, security: Security) -> NoReturn:
    try:
        die_with_parent()
        worker.adopt(Helper.forked())
        asyncio.run(_work(address, security))
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


async def _work(address: str, security: Security) -> None:
    dask.config.set({"distributed.worker.http.routes": []})  # pages that ask nobody who he is
    async with Worker(
        address,
        nthreads=1,
        memory_limit=0,
        local_directory=tempfile.gettempdir(),
        host=LOOPBACK,
        security=security,
        dashboard=False,
        dashboard_address=f"{LOOPBACK}:0",
    ) as running:
        await running.finished()


if __name__ == "__main__":
    given = Security(require_encryption=True, **json.loads(sys.stdin.readline()))
    main(sys.argv[1], int(sys.argv[2]), tuple(sys.argv[3:]), given)
