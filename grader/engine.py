"""Where submissions run: a Dask cluster, with a warm process for the workers of this machine."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from distributed import Client, LocalCluster

from grader.limits import DEFAULTS, Limits
from grader.warm import WarmProcess
from grader.worker import Setting


@dataclass(frozen=True)
class Options:
    """How to grade: where, what, and within which limits."""

    limits: Limits = DEFAULTS
    sealed: bool = True
    scheduler: str | None = None
    workers: int | None = None
    students: frozenset[str] = frozenset()  # empty: all of them
    force: bool = False
    reading: int | None = None  # which one counts where a submission can be read in several ways


@contextmanager
def engine(options: Options, imports: tuple[str, ...]) -> Iterator[tuple[Client, Setting]]:
    """The cluster that is named, or one of this machine's cores for the time being."""
    logging.getLogger("distributed").setLevel(logging.ERROR)
    setting = Setting(options.limits, options.sealed, imports)
    if options.scheduler:
        with Client(options.scheduler, timeout=10) as client:
            yield client, setting
        return
    workers = options.workers or len(os.sched_getaffinity(0))
    with (
        WarmProcess(sealed=options.sealed, imports=imports) as warm,
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=None,
            memory_limit=0,
            local_directory=tempfile.gettempdir(),
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client, replace(setting, warm=warm.place)
