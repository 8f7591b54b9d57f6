"""Keeps the workers of this machine, as a nanny of Dask's does, but forks them.

So what they import is imported once, in this process, which is ready before the first of them is.

    python -m grader.grading.nanny ADDRESS NUMBER MODULE...

They belong to the Dask scheduler at ADDRESS. One that is killed is replaced; when the scheduler
ends, they end.
"""

import asyncio
import os
import signal
import sys
import tempfile
import traceback
from typing import NoReturn

from distributed import Worker

from grader.grading import worker
from grader.grading.helper import Helper
from grader.sandboxed.namespaces import die_with_parent
from grader.sandboxed.preload import ready


def main(address: str, number: int, imports: tuple[str, ...]) -> None:
    """Keep `number` workers running; return when one of them ends by itself."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever has started this process heeds it
    ready(imports)
    for _ in range(number):
        _fork(address)
    while os.WIFSIGNALED(os.wait()[1]):
        _fork(address)


def _fork(address: str) -> None:
    if os.fork() == 0:
        _be_worker(address)


def _be_worker(address: str) -> NoReturn:
    try:
        die_with_parent()
        worker.adopt(Helper.forked())
        asyncio.run(_work(address))
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


async def _work(address: str) -> None:
    place = tempfile.gettempdir()
    async with Worker(
        address, nthreads=1, memory_limit=0, local_directory=place, dashboard=False
    ) as running:
        await running.finished()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), tuple(sys.argv[3:]))
